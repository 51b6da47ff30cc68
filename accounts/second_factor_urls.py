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


urlpatterns = [
    path("", Later("base.views.index"), name="mfa_index"),
    path("authenticate/", Later("base.views.authenticate"), name="mfa_authenticate"),
    path("reauthenticate/", Later("base.views.reauthenticate"), name="mfa_reauthenticate"),
    path("totp/activate/", Later("totp.views.activate_totp"), name="mfa_activate_totp"),
    path("totp/deactivate/", Later("totp.views.deactivate_totp"), name="mfa_deactivate_totp"),
    path("recovery-codes/", Later("recovery_codes.views.view_recovery_codes"), name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/generate/",
        Later("recovery_codes.views.generate_recovery_codes"),
        name="mfa_generate_recovery_codes",
    ),
    path("recovery-codes/download/", views.no_file, name="mfa_download_recovery_codes"),
    path("webauthn/", Later("webauthn.views.list_webauthn"), name="mfa_list_webauthn"),
    path("webauthn/add/", Later("webauthn.views.add_webauthn"), name="mfa_add_webauthn"),
    path("webauthn/login/", Later("webauthn.views.login_webauthn"), name="mfa_login_webauthn"),
    path(
        "webauthn/reauthenticate/",
        Later("webauthn.views.reauthenticate_webauthn"),
        name="mfa_reauthenticate_webauthn",
    ),
    path("webauthn/keys/<int:pk>/remove/", Later("webauthn.views.remove_webauthn"), name="mfa_remove_webauthn"),
    path("webauthn/keys/<int:pk>/edit/", Later("webauthn.views.edit_webauthn"), name="mfa_edit_webauthn"),
]
