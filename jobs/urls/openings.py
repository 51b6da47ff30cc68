from django.urls import path, register_converter

from jobs.addresses import OpeningConverter
from jobs.views import openings

app_name = "openings"

register_converter(OpeningConverter, "opening")

urlpatterns = [
    path("<opening:key>", openings.detail, name="detail"),
]
