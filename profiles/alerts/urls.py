"""Without an account: how mail about new jobs is stopped."""

from django.urls import path

from profiles.alerts import views

app_name = "alerts"
urlpatterns = [
    path("<uuid:token>/stop/", views.stop_all, name="stop_all"),
    path("search/<uuid:token>/stop/", views.stop_search, name="stop_search"),
]
