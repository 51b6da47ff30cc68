from django.urls import path, register_converter

from comparisons import views
from comparisons.addresses import PairConverter

app_name = "comparisons"

register_converter(PairConverter, "pair")

urlpatterns = [
    path("", views.list_comparisons, name="list"),
    path("<pair:pair>", views.detail, name="detail"),
]
