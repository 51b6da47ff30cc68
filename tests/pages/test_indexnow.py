"""`manage.py indexnow`: what is sent to whom, against a server of our own."""

import datetime
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

from onjob.pages import indexnow
from onjob.pages.models import PublicPage
from tests.factories import SEEN, PublicPageFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
KEY = "0123456789abcdef"


class Engine(HTTPServer):
    """A search engine that takes what comes; `answers` are given in turn, the last one for good."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taking)
        self.messages: list[dict] = []
        self.answers = [200]

    @property
    def urls(self) -> list[str]:
        return [url for message in self.messages for url in message["urlList"]]


class Taking(BaseHTTPRequestHandler):
    server: Engine

    def do_POST(self) -> None:
        assert self.path == "/indexnow"
        assert self.headers["Content-Type"] == "application/json; charset=utf-8"
        self.server.messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        answers = self.server.answers
        self.send_response(answers.pop(0) if len(answers) > 1 else answers[0])
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def engine(settings) -> Iterator[Engine]:
    with Engine() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        settings.SITE_URL = "https://onjob.example"
        settings.INDEXNOW_KEY = KEY
        settings.INDEXNOW_ENDPOINT = f"http://127.0.0.1:{server.server_port}/indexnow"
        yield server
        server.shutdown()


def tell(*arguments: str) -> str:
    out = StringIO()
    call_command("indexnow", *arguments, stdout=out)
    return out.getvalue()


def test_what_changed_is_sent_once(engine):
    for name in "ab":
        PublicPageFactory(path=f"/roles/{name}/")
    PublicPageFactory(path="/roles/told/", told_at=SEEN)
    assert "IndexNow was told of 2 pages." in tell("--send")
    assert engine.messages == [
        {
            "host": "onjob.example",
            "key": KEY,
            "keyLocation": f"https://onjob.example/{KEY}.txt",
            "urlList": ["https://onjob.example/roles/a/", "https://onjob.example/roles/b/"],
        }
    ]
    assert "IndexNow was told of no page." in tell("--send")
    assert len(engine.messages) == 1


def test_what_went_is_sent_too(engine):
    PublicPageFactory(path="/roles/gone/", told_at=SEEN, gone_at=SEEN + DAY)
    tell("--send")
    assert engine.urls == ["https://onjob.example/roles/gone/"]


def test_many_pages_go_in_several_messages(engine, monkeypatch):
    monkeypatch.setattr(indexnow, "MOST", 2)
    for number in range(5):
        PublicPageFactory(path=f"/roles/{number}/")
    assert tell("--send").count("Sent: 2 pages") == 2
    assert [len(message["urlList"]) for message in engine.messages] == [2, 2, 1]


def test_without_send_nothing_is_sent(engine):
    for number in range(12):
        PublicPageFactory(path=f"/roles/{number}/")
    said = tell()
    assert "there  /roles/0/" in said
    assert "… and 2 more" in said
    assert "Dry run, nothing was sent: 12 pages" in said
    assert engine.messages == []
    assert PublicPage.objects.untold().count() == 12


def test_202_is_taken_too(engine):
    engine.answers = [202]
    PublicPageFactory()
    assert "told of 1 page." in tell("--send")


@pytest.mark.parametrize(
    ("status", "words"),
    [(400, "couldn't read"), (403, "the key"), (422, "belong"), (429, "some hours"), (500, "500"), (302, "302")],
)
def test_what_was_not_taken_is_sent_next_time(engine, status, words):
    engine.answers = [status]
    PublicPageFactory()
    with pytest.raises(CommandError, match=words):
        tell("--send")
    assert PublicPage.objects.untold().count() == 1


def test_messages_before_a_refused_one_stay_told(engine, monkeypatch):
    monkeypatch.setattr(indexnow, "MOST", 2)
    engine.answers = [200, 429]
    for number in range(4):
        PublicPageFactory(path=f"/roles/{number}/")
    with pytest.raises(CommandError):
        tell("--send")
    assert list(PublicPage.objects.untold().values_list("path", flat=True)) == ["/roles/2/", "/roles/3/"]


def test_nobody_answers(engine, settings):
    settings.INDEXNOW_ENDPOINT = "http://127.0.0.1:9/indexnow"
    PublicPageFactory()
    with pytest.raises(CommandError, match="doesn't answer"):
        tell("--send")


def test_a_site_without_https_tells_nobody(engine, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    PublicPageFactory()
    with pytest.raises(CommandError, match="https"):
        tell("--send")
    assert engine.messages == []


def test_without_a_key_nobody_is_told(engine, settings):
    settings.INDEXNOW_KEY = ""
    PublicPageFactory()
    for arguments in ([], ["--send"]):
        with pytest.raises(CommandError, match="INDEXNOW_KEY"):
            tell(*arguments)
    assert engine.messages == []


def test_what_changes_while_it_is_sent_is_sent_again(engine, monkeypatch):
    """A change noted between reading and the answer has a later time."""
    page = PublicPageFactory()
    post = indexnow._post

    def slowly(addresses: list[str]) -> None:
        post(addresses)
        later = datetime.datetime.now(datetime.UTC) + DAY
        PublicPage.objects.filter(pk=page.pk).update(changed_at=later)

    monkeypatch.setattr(indexnow, "_post", slowly)
    tell("--send")
    assert PublicPage.objects.untold().count() == 1
