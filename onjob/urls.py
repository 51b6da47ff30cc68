from django.contrib import admin
from django.urls import include, path

from onjob import views
from onjob.method import method
from roles.views.sources import sources

urlpatterns = [
    path("", views.home, name="home"),
    path("compare-roles/", include("comparisons.urls")),
    path("roles/", include("roles.urls.roles")),
    path("salaries/", include("roles.urls.salaries")),
    path("skills/", include("roles.urls.skills")),
    path("jobs/", include("jobs.urls.listing")),
    path("jobs/", include("jobs.urls.openings")),
    path("companies/", include("jobs.urls.companies")),
    path("search/", views.search_page, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("sources/", sources, name="sources"),
    path("method/", method, name="method"),
    path("fit/", include("profiles.fit.urls")),
    path("data/", include("roles.urls.data")),
    path("card.png", views.card, name="card"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("jobs/", include("jobs.urls.trust")),
    path("feedback/", include("roles.urls.feedback")),
    path("accounts/", include("accounts.urls")),
    path("profile/applications/", include("profiles.urls.applications")),
    path("profile/", include("profiles.urls.own")),
    path("alerts/", include("profiles.alerts.urls")),
    path("", include("profiles.urls.public")),
    path("admin/", admin.site.urls),
    path("", include("onjob.pages.urls")),
    path("healthz/", views.healthz, name="healthz"),
]

handler400 = "onjob.plain.bad_request"
handler404 = "onjob.views.not_found"
handler500 = "onjob.views.server_error"
