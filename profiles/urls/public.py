from django.urls import path

from profiles.views import privacy, public

urlpatterns = [
    path("p/<uuid:token>/", public.page, name="public_profile"),
    path("privacy/", privacy.notice, name="privacy"),
]
