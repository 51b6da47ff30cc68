from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from jobs import opening_data, wording
from jobs.addresses import LISTING
from jobs.company_page import get_company_page
from jobs.models import Company


@require_safe
def detail(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    """A company and its open jobs, fifty a page. Four queries."""
    company = get_object_or_404(Company, slug=slug)
    page = get_company_page(company, number)
    if page is None:
        raise Http404(f"No page {number} of {slug}.")
    if request.path != page.path:
        return redirect(page.path, permanent=True)
    context = {
        "page": page,
        "company": company,
        "title": wording.company_title(company, number),
        "description": wording.company_description(company, page.count, number),
        "json_ld": opening_data.company(company, page.jobs, page.count, page.path) if page.is_indexable else None,
        "listing": LISTING,
    }
    return render(request, "jobs/company.html", context)
