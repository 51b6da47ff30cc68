from django.urls import path, register_converter

from profiles.fit.addresses import ComparedConverter
from profiles.sections import KeyConverter, SectionConverter
from profiles.views import best_jobs, fit, overview, privacy, public, sections

register_converter(SectionConverter, "section")
register_converter(KeyConverter, "key")
register_converter(ComparedConverter, "compared")

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
    path("fit/", fit.all_roles, name="fit"),
    path("fit/role/<slug:slug>/", fit.role, name="fit_role"),
    path("fit/job/<key:job>/", fit.job, name="fit_job"),
    path("fit/compare/<compared:slugs>/", fit.compared, name="fit_compared"),
    path("fit/what-if/", fit.what_if, name="fit_what_if"),
    path("jobs/", best_jobs.best_jobs, name="best_jobs"),
    path("<section:section>/", sections.rows, name="rows"),
    path("<section:section>/<key:key>/", sections.row, name="row"),
    path("<section:section>/<key:key>/remove/", sections.remove, name="remove"),
    *[
        path(f"<section:section>/<key:key>/{to}/", sections.move, {"to": to}, name=f"move_{to}")
        for to in sections.MOVES
    ],
]
