from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from comparisons import charts, structured_data, wording
from comparisons.addresses import SlugPair, comparison_path
from comparisons.picker import pick
from comparisons.queries import get_comparison, is_indexable, pairs_by_family, published_note, related_pairs
from comparisons.topics import COMPARISON_TOPICS
from roles.faqs import build_faqs
from roles.models import Role

TEMPLATE = "comparisons/detail.html"


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
    return render(request, TEMPLATE, _page(left, right) | {"indexable": is_indexable(left, right)})


def render_pair(left: Role, right: Role) -> str:
    """The page of two roles, as the gate measures it: what stands in <main> is the same for everyone."""
    return render_to_string(TEMPLATE, _page(left, right))


def _page(left: Role, right: Role) -> dict[str, object]:
    """What the page of these two says. Left and right in the address' order, experience source joined."""
    comparison = get_comparison(left, right)
    note = published_note(left, right)
    faqs = build_faqs(COMPARISON_TOPICS, comparison, "comparisons/faqs", edited=note.faqs.all() if note else ())
    return {
        "comparison": comparison,
        "title": wording.title(comparison),
        "description": wording.description(comparison),
        "pay_answer": wording.pay_answer(comparison),
        "experience_answer": wording.experience_answer(comparison),
        "note": note,
        "skill_chart": charts.skill_chart(comparison),
        "pay_chart": charts.pay_chart(comparison),
        "faqs": faqs,
        "related": related_pairs(left, right),
        "json_ld": structured_data.comparison(comparison, wording.title(comparison)),
    }


def _roles_or_404(pair: SlugPair) -> tuple[Role, Role]:
    """Left and right in the address' order."""
    try:
        roles = Role.objects.published().select_related("experience_source").resolve(*pair)
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    left, right = sorted(roles, key=lambda role: role.slug)
    if left == right:
        raise Http404("A role can't be compared with itself.")
    return left, right
