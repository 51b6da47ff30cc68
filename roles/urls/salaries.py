from django.urls import path

from roles.views import salaries

app_name = "salaries"

urlpatterns = [
    path("", salaries.list_salaries, name="list"),
    path("field/<rolefield:family>/", salaries.field, name="field"),
    path("field/<rolefield:family>/<int:number>/", salaries.field, name="field"),
    path("<roleslug:slug>", salaries.detail, name="detail"),
    path("<roleslug:slug>pay.csv", salaries.pay_csv, name="csv"),
    path("<roleslug:slug>pay.json", salaries.pay_json, name="json"),
]
