from django.contrib import admin, messages
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import date
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.timezone import localtime

from comparisons.gate.candidates import ALL_UP_TO, FLOOR
from comparisons.gate.judging import judge_some
from comparisons.gate.rules import Reason
from comparisons.models import ComparisonNote, Indexing, Judging, Pair
from roles.admin.desk import ConditionFilter, DeskAdmin
from roles.models import Family, Role, Status
from roles.words import counted

Conditions = dict[str, tuple[str, Q]]
BANDS = ((0, 0), (1, 9), (10, 19), (20, 29), (30, 49), (50, 69), (70, 100))  # per cent of overlap


class VerdictFilter(ConditionFilter):
    title = "verdict"
    parameter_name = "verdict"

    def conditions(self) -> Conditions:
        return {
            "indexable": ("indexable", Q(is_indexable=True)),
            "noindex": ("kept out", Q(is_indexable=False)),
            "approved": ("approved by an editor", Q(indexing=Indexing.ALWAYS)),
            "refused": ("kept out by an editor", Q(indexing=Indexing.NEVER)),
        }


class ReasonFilter(ConditionFilter):
    title = "what stands against it"
    parameter_name = "reason"

    def conditions(self) -> Conditions:
        return {
            **{reason.value: (reason.sentence, Q(reasons__contains=reason.value)) for reason in Reason},
            "only-text": ("Its text alone.", ~Q(reasons="") & Q(words__isnull=False)),
        }


class FamilyFilter(ConditionFilter):
    title = "field of either role"
    parameter_name = "family"

    def conditions(self) -> Conditions:
        return {
            value: (label, Q(first__family=value) | Q(second__family=value))
            for value, label in sorted(Family.choices, key=lambda choice: choice[1])
        }


class OverlapFilter(ConditionFilter):
    title = "overlap"
    parameter_name = "overlap"

    def conditions(self) -> Conditions:
        return {
            f"{low}-{high}": (f"{low}–{high}%" if high else "none", Q(overlap__gte=low, overlap__lte=high))
            for low, high in BANDS
        }


@admin.register(Pair)
class PairAdmin(DeskAdmin):
    """What the gate found, to be read: the words on a pair are in its note, its facts in the two roles."""

    list_display = [
        "page",
        "verdict",
        "against",
        "overlap",
        "shared_core",
        "own_words",
        "boilerplate",
        "most_like",
        "note",
    ]
    list_display_links = None
    list_filter = [VerdictFilter, ReasonFilter, OverlapFilter, FamilyFilter]
    list_select_related = ["first", "second"]
    search_fields = ["first__name", "first__aliases__name", "second__name", "second__aliases__name"]
    search_help_text = "Names of one role or both: “data scientist ml engineer”."
    actions = ["judge_again"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pair]:
        notes = ComparisonNote.objects.filter(
            Q(first=OuterRef("first"), second=OuterRef("second"))
            | Q(first=OuterRef("second"), second=OuterRef("first"))
        )
        return super().get_queryset(request).annotate(note_id=Subquery(notes.values("pk")[:1]))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"subtitle": _what_is_listed()} | (extra_context or {}))

    @admin.display(description="pair", ordering="first__name")
    def page(self, pair: Pair) -> str:
        if {pair.first.status, pair.second.status} != {Status.PUBLISHED}:
            return str(pair)
        return format_html('<a href="{}">{}</a>', pair.get_absolute_url(), pair)

    @admin.display(description="search engines", ordering="is_indexable")
    def verdict(self, pair: Pair) -> str:
        by = {Indexing.ALWAYS: " by an editor", Indexing.NEVER: " by an editor"}.get(pair.indexing, "")
        return f"✔ indexable{by}" if pair.is_indexable else f"✘ kept out{by}"

    @admin.display(description="what stands against it", ordering="reasons")
    def against(self, pair: Pair) -> str:
        return " ".join(reason.sentence for reason in pair.against)

    @admin.display(description="most like", ordering="nearest")
    def most_like(self, pair: Pair) -> str:
        if not pair.nearest_pair:
            return ""
        return format_html(
            "{}% <a href='/compare-roles/{}/'>{}</a>", pair.nearest, pair.nearest_pair, pair.nearest_pair
        )

    @admin.display(description="note")
    def note(self, pair: Pair) -> str:
        """To the editor's note, or to a new one on these two."""
        if pair.note_id:
            address = reverse("admin:comparisons_comparisonnote_change", args=[pair.note_id])
            return format_html('<a href="{}">Edit the note</a>', address)
        address = reverse("admin:comparisons_comparisonnote_add")
        roles = urlencode({"first": pair.first_id, "second": pair.second_id})
        return format_html('<a href="{}?{}">Write a note</a>', address, roles)

    @admin.action(description="Judge again, with all other pairs of these roles", permissions=["judge"])
    def judge_again(self, request: HttpRequest, pairs: QuerySet[Pair]) -> None:
        roles = Role.objects.filter(pk__in={key for pair in pairs for key in (pair.first_id, pair.second_id)})
        outcome = judge_some(set(roles.values_list("slug", flat=True)))
        words = (
            f"Judged {counted(outcome.pairs, 'pair')}: {outcome.added + outcome.changed} changed, {outcome.gone} gone. "
            "Pages are measured when `judge_pairs` runs next."
        )
        self.message_user(request, words, messages.SUCCESS)

    def has_judge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comparisons.change_pair")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, pair: Pair | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, pair: Pair | None = None) -> bool:
        """Not here; but Django also asks before a role goes, and its pairs with it."""
        is_own_screen = request.resolver_match.url_name.startswith("comparisons_pair_")
        return not is_own_screen and super().has_delete_permission(request, pair)


def _what_is_listed() -> str:
    """Two queries."""
    count = Role.objects.published().count()
    judging = Judging.objects.first()
    if judging is None or judging.judged_at is None:
        return "No pair was judged yet: run `manage.py judge_pairs`."
    listed = "Every pair of published roles"
    if count * (count - 1) // 2 > ALL_UP_TO:
        listed = f"Pairs of published roles that overlap by {FLOOR}% or more, and those with a note"
    return f"{listed}, as judged on {date(localtime(judging.judged_at), 'j F Y, H:i')}"
