from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, URLResolver, path
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

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Where everybody does, with its limit of tries and its mail. Any: Django's declaration."""
        return redirect("account_change_password")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        address = "r/<path:content_type_id>/<path:object_id>/"
        return [path(address, self.admin_view(self.on_site), name="view_on_site"), *super().get_urls()]

    def on_site(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponseBase:
        """To the page of a row. Django's own view, whose address this is, tells all of the desk that of any row."""
        if not content_type_id.isdecimal():
            raise Http404
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        screen = self._registry.get(model) if model else None
        if not (screen and screen.view_on_site and screen.has_view_permission(request)):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def _then(self, request: HttpRequest) -> str:
        asked = request.GET.get("next", "")
        is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
        return asked if is_ours else redirect("admin:index").url
