from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.models import Source


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "roles/sources.html", {"sources": Source.objects.all()})
