from django.urls import path

from jobs.views import companies

app_name = "companies"

urlpatterns = [
    path("<roleslug:slug>", companies.detail, name="detail"),
    path("<roleslug:slug><int:number>/", companies.detail, name="further"),
]
