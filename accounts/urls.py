"""Names are allauth's, without a namespace: it looks them up itself."""

from django.urls import include, path

from accounts import views

urlpatterns = [
    path("", views.overview, name="account_overview"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("accounts.second_factor_urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
