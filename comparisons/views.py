from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparisons import charts, structured_data, wording
from comparisons.addresses import SlugPair, comparison_path
from comparisons.forms import PayForm, pay_question
from comparisons.glance import glance
from comparisons.picker import pick
from comparisons.queries import find_roles, get_comparison, pairs_by_family, published_note, related_pairs
from comparisons.sharing import card_response, comparison_card, comparison_image
from comparisons.topics import COMPARISON_TOPICS
from comparisons.twins import files
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
def markdown(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The page as text."""
    return _twin(request, pair, "markdown", files.markdown_response)


@require_safe
def twin_json(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The page for programs."""
    return files.read_anywhere(_twin(request, pair, "json", files.json_response))


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    return files.read_anywhere(files.schema_response())


def _twin(
    request: HttpRequest, pair: SlugPair, kind: str, respond: Callable[[files.Told], HttpResponse]
) -> HttpResponse:
    """Six queries: roles; duties, pay, skills; the editor's note and its questions."""
    left, right = _roles_or_404(pair)
    path = reverse(f"comparisons:{kind}", args=[SlugPair(left.slug, right.slug)])
    if request.path != path:
        return redirect(path, permanent=True)
    return respond(files.told(left, right))


def _roles_or_404(pair: SlugPair) -> tuple[Role, Role]:
    """Left and right in the address' order."""
    try:
        left, right = find_roles(*pair)
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    if left == right:
        raise Http404("A role can't be compared with itself.")
    return left, right
