from django.urls import path

from roles.views import skills

app_name = "skills"

urlpatterns = [
    path("", skills.list_skills, name="list"),
    path("kind/<category:category>/", skills.kind, name="kind"),
    path("kind/<category:category>/<int:number>/", skills.kind, name="kind"),
    path("<roleslug:slug>", skills.detail, name="detail"),
    path("<roleslug:slug>roles/<int:number>/", skills.roles, name="roles"),
]
