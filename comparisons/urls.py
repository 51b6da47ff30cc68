from django.urls import path, register_converter

from comparisons import views
from comparisons.addresses import PairConverter, PairFileConverter, TrioConverter
from roles.fields import FieldConverter

app_name = "comparisons"

register_converter(FieldConverter, "field")
register_converter(PairConverter, "pair")
register_converter(PairFileConverter, "pairfile")
register_converter(TrioConverter, "trio")

urlpatterns = [
    path("", views.list_comparisons, name="list"),
    path("<field:family>/", views.field, name="field"),
    path("<field:family>/<int:number>/", views.field, name="field"),
    path("<pair:pair>", views.detail, name="detail"),
    path("<pairfile:pair>/suits/", views.suits, name="suits"),
    path("<pairfile:pair>.png", views.card, name="card"),
    path("<trio:slugs>", views.trio, name="trio"),
    path("<pairfile:pair>.md", views.markdown, name="markdown"),
    path("<pairfile:pair>.json", views.twin_json, name="json"),
    path("schema.json", views.schema, name="schema"),
]
