from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from roles import wording
from roles.faqs import Edited, build_faqs
from roles.fields import field_page, role_fields, stand_together
from roles.guide import get_guide
from roles.models import Family, Role, RoleSkill
from roles.structured_data import pages
from roles.topics import ROLE_TOPICS
from roles.views.finding import role_or_404


@require_safe
def list_roles(request: HttpRequest) -> HttpResponse:
    """All roles, or where they are too many the fields. Two queries."""
    fields = role_fields()
    if not stand_together(fields):
        return render(request, "roles/list.html", {"fields": fields, "json_ld": pages.role_fields(fields)})
    families = Role.objects.by_family()
    return render(request, "roles/list.html", {"families": families, "json_ld": pages.role_list(families)})


@require_safe
def field(request: HttpRequest, family: Family, number: int = 1) -> HttpResponse:
    """A field's roles from A to Z, where all roles are too many for one page. Two queries."""
    page = field_page("roles:field", family, number)
    if page is None:
        raise Http404(f"No page {number} of {family}.")
    if request.path != page.path:
        return redirect(page.path, permanent=True)
    roles = Role.objects.published().of_family(family)[page.rows]
    context = {
        "family": family,
        "page": page,
        "roles": roles,
        "json_ld": pages.field_roles(family, page, roles),
    }
    return render(request, "roles/field.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    role = role_or_404(slug)
    path = role.get_absolute_url()
    if request.path != path:
        return redirect(path, permanent=True)
    guide = get_guide(role)
    edited = [Edited(*faq) for faq in role.faqs.values_list(*Edited._fields)]
    faqs = build_faqs(ROLE_TOPICS, guide, "roles/faqs", edited)
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
