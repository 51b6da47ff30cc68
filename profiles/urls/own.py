from django.urls import path, register_converter

from profiles.sections import KeyConverter, SectionConverter
from profiles.views import overview, privacy, public, saved_jobs, saved_searches, sections

register_converter(SectionConverter, "section")
register_converter(KeyConverter, "key")

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
    path("export.zip", privacy.export, name="export"),
    path("delete/", privacy.delete, name="delete"),
    path("deleted/", privacy.deleted, name="deleted"),
    path("privacy/alerts/withdraw/", privacy.withdraw, {"purpose": "alerts"}, name="withdraw_alerts"),
    path("saved/", saved_jobs.saved, name="saved"),
    path("saved/new/", saved_jobs.save, name="save_job"),
    path("saved/<key:key>/", saved_jobs.edit, name="saved_job"),
    path("saved/<key:key>/remove/", saved_jobs.remove, name="unsave_job"),
    path("searches/", saved_searches.searches, name="searches"),
    path("searches/new/", saved_searches.save, name="save_search"),
    path("searches/<key:key>/", saved_searches.edit, name="saved_search"),
    path("searches/<key:key>/seen/", saved_searches.seen, name="seen_search"),
    path("searches/<key:key>/remove/", saved_searches.remove, name="unsave_search"),
    path("<section:section>/", sections.rows, name="rows"),
    path("<section:section>/<key:key>/", sections.row, name="row"),
    path("<section:section>/<key:key>/remove/", sections.remove, name="remove"),
    *[
        path(f"<section:section>/<key:key>/{to}/", sections.move, {"to": to}, name=f"move_{to}")
        for to in sections.MOVES
    ],
]
