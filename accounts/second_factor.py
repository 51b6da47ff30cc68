"""Whether somebody proved more than a password."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode


def gave_second_factor(request: HttpRequest) -> bool:
    """In this session: by an app's code, a recovery code or a passkey. Costs no query beside the session's."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def where_to_give_it(request: HttpRequest, then: str) -> str:
    """The page where somebody who is signed in gives a second factor, else sets one up. then: where to go on to."""
    page = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_index"
    return f"{reverse(page)}?{urlencode({'next': then})}"
