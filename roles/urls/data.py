from django.urls import path

from roles.views import data

app_name = "data"

urlpatterns = [
    path("", data.data, name="about"),
    path("<path:name>", data.download, name="download"),
]
