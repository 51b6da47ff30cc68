from django.urls import path

from profiles.views import applications, applying

app_name = "applications"
urlpatterns = [
    path("", applications.listed, name="list"),
    path("applications.csv", applications.as_csv, name="csv"),
    path("new/", applying.new, name="new"),
    path("new/<key:job>/", applying.review, name="review"),
    path("new/<key:job>/resume.pdf", applying.resume, name="reviewed_resume"),
    path("new/<key:job>/send/", applying.send, name="send"),
    path("new/<key:job>/note/", applying.note_elsewhere, name="note"),
    path("<key:key>/", applications.receipt, name="receipt"),
    path("<key:key>/resume/<key:number>.pdf", applications.resume, name="resume"),
    path("<key:key>/answer/", applications.answer, name="answer"),
    path("<key:key>/withdraw/", applications.withdrawal, name="withdraw"),
]
