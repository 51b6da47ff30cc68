from django.urls import path

from roles.views import skills

app_name = "skills"

urlpatterns = [
    path("", skills.list_skills, name="list"),
    path("<roleslug:slug>", skills.detail, name="detail"),
]
