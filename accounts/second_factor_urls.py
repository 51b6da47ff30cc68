"""allauth's pages of the second step, each loaded when somebody first asks for it: what reads passkeys takes 12 MB, and
most workers never meet one."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils.module_loading import import_string

from accounts import views


class Later:
    """A view, by its place within allauth.mfa."""

    def __init__(self, place: str) -> None:
        self.place = f"allauth.mfa.{place}"

    def __call__(self, *arguments: Any, **named: Any) -> HttpResponse:
        """Any: what a view takes."""
        return import_string(self.place)(*arguments, **named)


VIEWS = {
    "": "base.views.index",
    "authenticate/": "base.views.authenticate",
    "reauthenticate/": "base.views.reauthenticate",
    "totp/activate/": "totp.views.activate_totp",
    "totp/deactivate/": "totp.views.deactivate_totp",
    "recovery-codes/": "recovery_codes.views.view_recovery_codes",
    "recovery-codes/generate/": "recovery_codes.views.generate_recovery_codes",
    "webauthn/": "webauthn.views.list_webauthn",
    "webauthn/add/": "webauthn.views.add_webauthn",
    "webauthn/login/": "webauthn.views.login_webauthn",
    "webauthn/reauthenticate/": "webauthn.views.reauthenticate_webauthn",
    "webauthn/keys/<int:pk>/remove/": "webauthn.views.remove_webauthn",
    "webauthn/keys/<int:pk>/edit/": "webauthn.views.edit_webauthn",
}

urlpatterns = [
    *(path(route, Later(view), name=f"mfa_{view.rpartition('.')[2]}") for route, view in VIEWS.items()),
    path("recovery-codes/download/", views.no_file, name="mfa_download_recovery_codes"),
]
