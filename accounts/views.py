from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Where an account's settings are. Three queries."""
    has_second_factor = Authenticator.objects.filter(user=request.user).exists()
    return render(request, "account/overview.html", {"has_second_factor": has_second_factor})


def no_file(request: HttpRequest) -> HttpResponse:
    """Recovery codes are shown once, on a page: allauth's file of them isn't offered."""
    raise Http404("Recovery codes are no file.")
