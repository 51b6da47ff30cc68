"""A view that returns the same bytes each time, behind the middleware of a new Django project: with Django a ready page
can't be faster. CONSTANT_BYTES: how many."""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
BODY = b"x" * int(os.environ.get("CONSTANT_BYTES", "0"))


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [path("", constant), path("healthz/", constant)]


def application() -> WSGIHandler:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            *("django.contrib.auth", "django.contrib.contenttypes"),
            *("django.contrib.sessions", "django.contrib.messages"),
        ],
        MIDDLEWARE=MIDDLEWARE,
        ROOT_URLCONF="bench.constant",
        SECRET_KEY="constant",  # noqa: S106 signs nothing
        USE_TZ=True,
    )
    django.setup()
    return WSGIHandler()


if os.environ.get("CONSTANT_BYTES"):
    app = application()
