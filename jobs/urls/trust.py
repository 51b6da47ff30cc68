from django.urls import path

from jobs.views import trust

app_name = "trust"

urlpatterns = [
    path("trust/", trust.rules, name="rules"),
    path("<int:key>/report/", trust.report, name="report"),
    path("<int:key>/report/thanks/", trust.thanks, name="thanks"),
]
