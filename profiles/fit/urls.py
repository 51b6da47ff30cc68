from django.urls import path

from profiles.fit import views

app_name = "fit"

urlpatterns = [path("", views.made, name="made")]
