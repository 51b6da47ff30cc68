from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.second_factor import gave_second_factor, where_to_give_it

SECOND_FACTOR_MISSING = "The editors’ desk opens with a second step: an app’s code or a passkey."


class EditorialSite(admin.AdminSite):
    """The editors' desk."""

    site_header = "OnJob editorial desk"
    site_title = "OnJob editorial desk"
    index_title = "What would you like to edit?"
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        """A stolen password alone doesn't open the desk."""
        may_edit = super().has_permission(request)
        return may_edit and (not settings.STAFF_NEED_SECOND_FACTOR or gave_second_factor(request))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Editors sign in where everybody does, with its limits and its second step. Any: Django's declaration."""
        then = self._then(request)
        if self.has_permission(request):
            return HttpResponseRedirect(then)
        if not request.user.is_authenticated:
            return redirect_to_login(then)
        if not super().has_permission(request):
            raise PermissionDenied
        messages.info(request, SECOND_FACTOR_MISSING)
        return HttpResponseRedirect(where_to_give_it(request, then))

    def _then(self, request: HttpRequest) -> str:
        asked = request.GET.get("next", "")
        is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
        return asked if is_ours else redirect("admin:index").url
