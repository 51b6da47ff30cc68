from django.urls import path

from roles.views import roles

app_name = "roles"

urlpatterns = [
    path("", roles.list_roles, name="list"),
    path("field/<rolefield:family>/", roles.field, name="field"),
    path("field/<rolefield:family>/<int:number>/", roles.field, name="field"),
    path("<roleslug:slug>", roles.detail, name="detail"),
]
