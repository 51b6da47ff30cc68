from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from roles import wording
from roles.faqs import build_faqs
from roles.guide import get_guide
from roles.models import Role, RoleSkill
from roles.structured_data import pages
from roles.topics import ROLE_TOPICS
from roles.views.finding import role_or_404


@require_safe
def list_roles(request: HttpRequest) -> HttpResponse:
    families = Role.objects.by_family()
    return render(request, "roles/list.html", {"families": families, "json_ld": pages.role_list(families)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    role = role_or_404(slug)
    path = role.get_absolute_url()
    if request.path != path:
        return redirect(path, permanent=True)
    guide = get_guide(role)
    faqs = build_faqs(ROLE_TOPICS, guide, "roles/faqs", edited=role.faqs.all())
    context = {
        "guide": guide,
        "role": role,
        "title": wording.title(guide),
        "description": wording.description(guide),
        "faqs": faqs,
        "neighbours": RoleSkill.objects.neighbours(role)[:8],
        "json_ld": pages.role(guide),
    }
    return render(request, "roles/detail.html", context)
