"""How the fit score is made. The numbers are those that the code goes by, and the example is scored by it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from profiles.fit.stated import stated
from roles.structured_data import pages


@require_safe
def made(request: HttpRequest) -> HttpResponse:
    """No query."""
    context = {**stated(), "json_ld": pages.of_words("The fit score", reverse("fit:made"))}
    return render(request, "fit/made.html", context)
