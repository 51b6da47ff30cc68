from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from roles.models import Skill, SkillCategory
from roles.skills import wording
from roles.skills.guide import get_skill_guide, named_by_alias
from roles.skills.index import get_skill_index, kind_page
from roles.skills.uses import further_uses
from roles.structured_data import pages


@require_safe
def list_skills(request: HttpRequest) -> HttpResponse:
    index = get_skill_index()
    return render(request, "skills/list.html", {"index": index, "json_ld": pages.skill_list(index)})


@require_safe
def kind(request: HttpRequest, category: SkillCategory, number: int = 1) -> HttpResponse:
    """A kind's skills from A to Z, where all skills are too many for one page. Two queries."""
    listed = kind_page(category, number)
    if listed is None:
        raise Http404(f"No page {number} of {category}.")
    if request.path != listed.page.path:
        return redirect(listed.page.path, permanent=True)
    return render(request, "skills/kind.html", {"kind": listed, "json_ld": pages.skill_kind(listed)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    skill = _skill_or_404(slug)
    path = skill.get_absolute_url()
    if request.path != path:
        return redirect(path, permanent=True)
    guide = get_skill_guide(skill)
    context = {
        "guide": guide,
        "skill": skill,
        "title": wording.title(guide),
        "description": wording.description(guide),
        "json_ld": pages.skill(guide),
    }
    return render(request, "skills/detail.html", context)


@require_safe
def roles(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The roles that a skill's own page has no room for. Three queries."""
    skill = _skill_or_404(slug)
    listed = further_uses(skill, number)
    if listed is None:
        raise Http404(f"No page {number} of the roles that use {slug}.")
    if request.path != listed.page.path:
        return redirect(listed.page.path, permanent=True)
    return render(request, "skills/roles.html", {"skill": skill, "listed": listed})


def _skill_or_404(slug: str) -> Skill:
    """One query, two for another name of it."""
    skill = Skill.objects.filter(slug=slug).first() or named_by_alias(slug)
    if skill is None:
        raise Http404(f"No skill {slug}.")
    return skill
