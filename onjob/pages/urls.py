from django.urls import path, re_path, register_converter

from onjob.pages import views
from onjob.pages.feeds import FEEDS
from onjob.pages.models import Kind

app_name = "pages"


class KindConverter:
    regex = "|".join(Kind.values)
    to_python = Kind
    to_url = str


class FileNumberConverter:
    """The first file of a kind has no number in its address."""

    regex = r"[2-9]|[1-9][0-9]{1,5}"
    to_python = int
    to_url = str


class FeedConverter:
    regex = "|".join(FEEDS)
    to_python = to_url = str


register_converter(FeedConverter, "feed")
register_converter(KindConverter, "kind")
register_converter(FileNumberConverter, "file")

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("llms.txt", views.llms, name="llms"),
    path("sitemap.xml", views.sitemap_index, name="sitemap_index"),
    path("sitemap-<kind:kind>.xml", views.sitemap, name="sitemap"),
    path("sitemap-<kind:kind>-<file:number>.xml", views.sitemap, name="sitemap"),
    path("feeds/<feed:name>.atom", views.feed, name="feed"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt\Z", views.key_file, name="key"),
]
