from django.urls import path

from roles.views import feedback

app_name = "feedback"

urlpatterns = [
    path("", feedback.form, name="form"),
    path("thanks/", feedback.thanks, name="thanks"),
]
