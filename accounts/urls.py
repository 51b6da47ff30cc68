"""Names are allauth's, without a namespace: it looks them up itself."""

from django.urls import include, path

from accounts import views

urlpatterns = [
    path("", views.overview, name="account_overview"),
    path("", include("allauth.account.urls")),
    path("2fa/recovery-codes/download/", views.no_file, name="mfa_download_recovery_codes"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
