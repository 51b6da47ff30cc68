from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from comparisons.models import ComparisonFAQ, ComparisonNearSkill, ComparisonNote, Indexing, Pair
from comparisons.topics import COMPARISON_TOPICS
from roles.admin.desk import DeskAdmin, count_of
from roles.admin.inlines import FAQInline
from roles.models import Status


class ComparisonFAQInline(FAQInline):
    model = ComparisonFAQ
    topics = COMPARISON_TOPICS


class ComparisonNearSkillInline(admin.TabularInline):
    model = ComparisonNearSkill
    autocomplete_fields = ["first", "second"]
    extra = 0


@admin.register(ComparisonNote)
class ComparisonNoteAdmin(DeskAdmin):
    list_display = ["__str__", "is_published", "indexing", "home_position", "questions", "reviewed_on"]
    list_filter = ["is_published", "indexing", ("home_position", admin.EmptyFieldListFilter), "reviewed_on"]
    search_fields = ["first__name", "first__aliases__name", "second__name", "second__aliases__name"]
    autocomplete_fields = ["first", "second"]
    inlines = [ComparisonFAQInline, ComparisonNearSkillInline]
    fieldsets = [
        (
            None,
            {
                "description": "The two roles in either order, and your words on what sets them apart.",
                "fields": ["first", "second", "verdict"],
            },
        ),
        (
            "Publishing",
            {
                "description": "The comparison is there without a note. Published, the note takes the place of its "
                "built sentences.",
                "fields": ["is_published", "reviewed_on", "home_position"],
            },
        ),
        (
            "Search engines",
            {
                "description": "A gate decides by rules which comparisons search engines are shown; “Pairs” lists its "
                "verdicts with their reasons.",
                "fields": ["indexing"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ComparisonNote]:
        questions = count_of(ComparisonFAQ.objects.all(), by="note")
        return super().get_queryset(request).select_related("first", "second").annotate(question_count=questions)

    @admin.display(ordering="question_count")
    def questions(self, note: ComparisonNote) -> int:
        return note.question_count

    def view_on_site(self, note: ComparisonNote) -> str | None:
        both = {note.first.status, note.second.status}
        return note.get_absolute_url() if both == {Status.PUBLISHED} else None

    def save_model(self, request: HttpRequest, note: ComparisonNote, form: ModelForm, change: bool) -> None:
        """The word on indexing holds at once: for these two roles, and no longer for those the note was on before."""
        super().save_model(request, note, form, change)
        known = Pair.objects.of(note.first_id, note.second_id)
        if note.indexing != Indexing.AUTO and not known.exists():
            words = "The gate hasn't judged this pair yet. Your word on indexing holds as soon as it has."
            self.message_user(request, words, messages.WARNING)
        known.follow_notes()
        if change:
            Pair.objects.of(form.initial["first"], form.initial["second"]).follow_notes()

    def delete_model(self, request: HttpRequest, note: ComparisonNote) -> None:
        super().delete_model(request, note)
        Pair.objects.of(note.first_id, note.second_id).follow_notes()

    def delete_queryset(self, request: HttpRequest, notes: QuerySet[ComparisonNote]) -> None:
        super().delete_queryset(request, notes)
        Pair.objects.follow_notes()
