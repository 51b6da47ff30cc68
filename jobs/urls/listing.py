from django.urls import path

from jobs.views import listing

app_name = "jobs"

urlpatterns = [
    path("", listing.list_jobs, name="list"),
    path("feed/", listing.feed, name="feed"),
    path("role/<roleslug:slug>", listing.of_role, name="of_role"),
    path("in/<roleslug:slug>", listing.in_place, name="in_place"),
]
