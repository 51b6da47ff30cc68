from django.urls import path

from roles.views import roles

app_name = "roles"

urlpatterns = [
    path("", roles.list_roles, name="list"),
    path("<roleslug:slug>", roles.detail, name="detail"),
]
