from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.fields import field_page, role_fields, stand_together
from roles.models import Family, Role
from roles.salaries import files, wording
from roles.salaries.form import StandingForm
from roles.salaries.guide import get_salary_guide
from roles.salaries.listing import by_family, by_pay, near_pay, roles_pay
from roles.structured_data import datasets, pages
from roles.views.finding import role_or_404


@require_safe
def list_salaries(request: HttpRequest) -> HttpResponse:
    """What all roles pay, or where they are too many the fields. Three queries."""
    fields = role_fields()
    if not stand_together(fields):
        return render(request, "salaries/list.html", {"fields": fields, "json_ld": pages.salary_fields(fields)})
    pays = roles_pay(Role.objects.published())
    is_by_pay = request.GET.get("sort") == "pay"
    groups = by_pay(pays) if is_by_pay else by_family(pays)
    context = {
        "groups": groups,
        "is_by_pay": is_by_pay,
        "known_count": sum(pay.figure is not None for pay in pays),
        "role_count": len(pays),
        "json_ld": pages.salary_list(groups),
    }
    return render(request, "salaries/list.html", context)


@require_safe
def field(request: HttpRequest, family: Family, number: int = 1) -> HttpResponse:
    """What a field's roles pay, where all roles are too many for one page. Three queries."""
    page = field_page("salaries:field", family, number)
    if page is None:
        raise Http404(f"No page {number} of the pay in {family}.")
    if request.path != page.path:
        return redirect(page.path, permanent=True)
    pays = roles_pay(Role.objects.published().of_family(family)[page.rows])
    context = {
        "family": family,
        "page": page,
        "pays": pays,
        "json_ld": pages.field_salaries(family, page, pays),
    }
    return render(request, "salaries/field.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    role = role_or_404(slug)
    path = reverse("salaries:detail", args=[role.slug])
    if request.path != path:
        return redirect(path, permanent=True)
    guide = get_salary_guide(role)
    form = StandingForm(guide.cities, request.GET if request.GET.keys() & StandingForm.base_fields.keys() else None)
    indexable = bool(guide.figures) and not request.GET
    context = {
        "guide": guide,
        "role": guide.role,
        "title": wording.title(guide),
        "heading": wording.heading(guide),
        "contents": wording.contents(guide),
        "description": wording.description(guide),
        "form": form,
        "asked": form.asked(guide.comparable),
        "near": near_pay(role),
        "indexable": indexable,
        "json_ld": datasets.pay(guide) if indexable else None,
    }
    return render(request, "salaries/detail.html", context)


@require_safe
def pay_csv(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, "csv")


@require_safe
def pay_json(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, "json")


def _file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    role = role_or_404(slug)
    path = reverse(f"salaries:{kind}", args=[role.slug])
    if request.path != path:
        return redirect(path, permanent=True)
    guide = get_salary_guide(role)
    content, content_type = {
        "csv": (files.as_csv, "text/csv; charset=utf-8; header=present"),
        "json": (files.as_json, "application/json"),
    }[kind]
    response = HttpResponse(content(guide), content_type=content_type)
    response["X-Robots-Tag"] = "noindex"
    response["Content-Disposition"] = f'attachment; filename="onjob-pay-{role.slug}.{kind}"'
    return response
