from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparisons import charts, structured_data, wording
from comparisons.addresses import SlugPair, SlugTrio, comparison_path
from comparisons.forms import PayForm, pay_question
from comparisons.glance import glance
from comparisons.picker import pick
from comparisons.queries import find_roles, get_comparison, get_trio, pairs_by_family, published_note, related_pairs
from comparisons.sharing import card_response, comparison_card, comparison_image
from comparisons.topics import COMPARISON_TOPICS
from comparisons.trio import wording as trio_wording
from roles.faqs import build_faqs
from roles.models import Role


@require_safe
def list_comparisons(request: HttpRequest) -> HttpResponse:
    """All comparisons worth a look; with `?role=…&role=…` the way to the one that is meant."""
    picked = pick(request.GET.getlist("role"))
    if picked.path:
        return redirect(picked.path)
    context = {
        "picked": picked,
        "families": pairs_by_family(),
        "role_families": Role.objects.by_family(),
    }
    return render(request, "comparisons/list.html", context)


@require_safe
def detail(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    left, right = _roles_or_404(pair)
    path = comparison_path(left.slug, right.slug)
    if request.path != path:
        return redirect(path, permanent=True)
    left, right = _with_first(request.GET.get("first", ""), [left, right])
    comparison = get_comparison(left, right, pay_question(request.GET))
    note = published_note(left, right)
    rows = glance(comparison.roles, comparison.pay.glance)
    context = {
        "comparison": comparison,
        "title": wording.title(comparison),
        "description": wording.description(comparison),
        "heading": wording.heading(comparison),
        "indexable": comparison.is_substantial and not request.GET,
        "pay_answer": wording.pay_answer(comparison),
        "note": note,
        "rows": rows,
        "same_count": sum(row.is_same for row in rows),
        "skill_chart": charts.skill_chart(comparison),
        "pay_chart": charts.pay_chart(comparison),
        "pay_form": PayForm(comparison.pay.places, request.GET or None),
        "asked_for": wording.asked_for(comparison.pay.asked),
        "routes": (),
        "faqs": build_faqs(COMPARISON_TOPICS, comparison, "comparisons/faqs", edited=note.faqs.all() if note else ()),
        "related": related_pairs(left, right),
        "shared_image": comparison_image(comparison),
        "json_ld": structured_data.comparison(comparison, wording.title(comparison)),
    }
    return render(request, "comparisons/detail.html", context)


@require_safe
def card(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The picture of a comparison. Four queries."""
    left, right = _roles_or_404(pair)
    path = reverse("comparisons:card", args=[SlugPair(left.slug, right.slug)])
    if request.path != path:
        return redirect(path, permanent=True)
    drawn = comparison_card(get_comparison(left, right))
    if drawn is None:
        raise Http404("The face lacks a letter of these names.")
    return card_response(request, drawn)


@require_safe
def trio(request: HttpRequest, slugs: SlugTrio) -> HttpResponse:
    """Three roles side by side; two of them that are one role lead to the page of the pair."""
    roles = _roles_or_404(slugs)
    path = comparison_path(*(role.slug for role in roles))
    if request.path != path:
        return redirect(path, permanent=True)
    three = get_trio(*_with_first(request.GET.get("first", ""), roles))
    rows = glance(three.roles, three.pay.figures)
    heading, title = trio_wording.heading(three), trio_wording.title(three)
    context = {
        "trio": three,
        "title": title,
        "description": trio_wording.description(three),
        "heading": heading,
        "pay_terms": trio_wording.pay_terms(three),
        "takeaways": trio_wording.takeaways(three),
        "rows": rows,
        "same_count": sum(row.is_same for row in rows),
        "json_ld": structured_data.trio(three, heading, title),
    }
    return render(request, "comparisons/trio.html", context)


def _roles_or_404(slugs: Iterable[str]) -> list[Role]:
    """The different roles of these slugs in the address' order: two at least."""
    try:
        roles = list(dict.fromkeys(find_roles(*slugs)))
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    if len(roles) < 2:
        raise Http404("A role can't be compared with itself.")
    return roles


def _with_first(slug: str, roles: list[Role]) -> list[Role]:
    """The role of this slug in the first column, the others as they are."""
    return sorted(roles, key=lambda role: role.slug != slug)
