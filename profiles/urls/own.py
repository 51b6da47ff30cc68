from django.urls import path

from profiles.views import overview, privacy, public, sections

app_name = "profiles"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("start/", overview.start, name="start"),
    path("about/", overview.about, name="about"),
    path("roles/", overview.roles, name="roles"),
    path("wishes/", overview.wishes, name="wishes"),
    path("public/", public.settings_page, name="public"),
    path("public/start/", public.go_public, name="go_public"),
    path("public/address/", public.new_address, name="new_address"),
    path("privacy/", privacy.privacy, name="privacy"),
    path("privacy/profile/withdraw/", privacy.withdraw, {"purpose": "profile"}, name="withdraw_profile"),
    path("privacy/public/withdraw/", privacy.withdraw, {"purpose": "public"}, name="withdraw_public"),
    path("privacy/apply/withdraw/", privacy.withdraw, {"purpose": "apply"}, name="withdraw_apply"),
    path("export.zip", privacy.export, name="export"),
    path("delete/", privacy.delete, name="delete"),
    path("deleted/", privacy.deleted, name="deleted"),
    path("<section:section>/", sections.rows, name="rows"),
    path("<section:section>/<key:key>/", sections.row, name="row"),
    path("<section:section>/<key:key>/remove/", sections.remove, name="remove"),
    *[
        path(f"<section:section>/<key:key>/{to}/", sections.move, {"to": to}, name=f"move_{to}")
        for to in sections.MOVES
    ],
]
