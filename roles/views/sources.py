from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles import pay
from roles.source_facts import source_uses
from roles.structured_data import pages


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    context = {"uses": source_uses(), "minimum_sample": pay.MINIMUM_SAMPLE, "json_ld": pages.sources()}
    return render(request, "roles/sources.html", context)
