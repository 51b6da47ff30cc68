from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from profiles.models import Profile, ProfileView, Viewer
from roles.admin.desk import DeskAdmin


@admin.register(Profile)
class ProfileAdmin(DeskAdmin):
    """Read only. No pay, no telephone number; what sections hold stays its owner's."""

    list_display = ["__str__", "user", "is_public", "is_indexable", "started_at"]
    list_filter = ["is_public", "is_indexable"]
    list_select_related = ["user"]
    search_fields = ["=user__email"]
    actions = None
    view_on_site = False  # its address is its owner's to give
    fields = ["user", "name", "headline", "summary", "city", "is_public", "is_indexable", "started_at"]
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Profile]:
        """What isn't shown isn't read either."""
        return super().get_queryset(request).defer("phone", "pay_now", "pay_wanted", "token")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> HttpResponse:
        """Each opening is counted, and its owner sees it. Any: as Django declares it."""
        profile = self.get_object(request, object_id)
        if profile and self.has_view_permission(request, profile):
            ProfileView.objects.count_one(profile, Viewer.STAFF)
        return super().change_view(request, object_id, *args, **options)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, profile: Profile | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, profile: Profile | None = None) -> bool:
        """Its owner does, or the account goes."""
        return False
