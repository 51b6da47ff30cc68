from django.urls import path, register_converter

from roles import views
from roles.addresses import SlugConverter

app_name = "roles"

register_converter(SlugConverter, "roleslug")

urlpatterns = [
    path("", views.list_roles, name="list"),
    path("<roleslug:slug>", views.detail, name="detail"),
]
