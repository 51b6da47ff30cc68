from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from roles.models import Skill
from roles.skills import wording
from roles.skills.guide import get_skill_guide, get_skill_index, named_by_alias
from roles.structured_data import pages


@require_safe
def list_skills(request: HttpRequest) -> HttpResponse:
    index = get_skill_index()
    return render(request, "skills/list.html", {"index": index, "json_ld": pages.skill_list(index)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    skill = Skill.objects.filter(slug=slug).first() or named_by_alias(slug)
    if skill is None:
        raise Http404(f"No skill {slug}.")
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
