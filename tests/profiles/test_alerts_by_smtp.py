"""Mail about new jobs as a mail server gets it."""

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default

import pytest
from django.core.mail import get_connection
from django.utils import timezone

from profiles.alerts import sending
from profiles.alerts.models import Arrival
from profiles.alerts.sending import Outcome, Sender
from tests.factories import JobFactory, SavedSearchFactory

pytestmark = pytest.mark.django_db


class Visit(socketserver.StreamRequestHandler):
    """As little of SMTP as sending takes. It doesn't know people whose address begins with "unknown"."""

    server: "Post"

    def handle(self) -> None:
        self.server.visits += 1
        self.say("220 post.example")
        for line in iter(self.rfile.readline, b""):
            command = line.split()[0].upper()
            if command == b"DATA":
                self.say("354 go on")
                self.server.taken.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.say("550 no such person" if b"unknown" in line else "221 bye" if command == b"QUIT" else "250 fine")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Post(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.visits, self.taken = 0, []


@pytest.fixture
def post() -> Iterator[Post]:
    with Post() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def sender(post: Post) -> Sender:
    host, port = post.server_address
    connection = get_connection("django.core.mail.backends.smtp.EmailBackend", host=host, port=port)
    return Sender(timezone.now(), Arrival.objects.catch_up(timezone.now()), connection=connection)


def test_a_server_gets_several_mails_by_one_connection(post, monkeypatch):
    monkeypatch.setattr(sending, "MAILS_BY_CONNECTION", 3)
    searches = [SavedSearchFactory(is_mailable=True, query="mode=remote", often="daily") for _ in range(5)]
    JobFactory(mode="remote", title="Nurse — रात")
    one_run = sender(post)
    assert [one_run.tell(search.profile_id) for search in searches] == [Outcome.SENT] * 5
    one_run.connection.close()
    assert (len(post.taken), post.visits) == (5, 2)
    arrived = message_from_bytes(post.taken[0], policy=default)
    assert arrived["To"] == searches[0].profile.user.email
    assert arrived["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Nurse — रात" in arrived.get_body(("plain",)).get_content()
    assert "Nurse — रात" in arrived.get_body(("html",)).get_content()


def test_an_unknown_address_is_not_tried_again(post):
    search = SavedSearchFactory(is_mailable=True, profile__user__email="unknown@example.org", query="mode=remote")
    type(search).objects.update(often="daily")
    JobFactory(mode="remote")
    one_run = sender(post)
    assert one_run.tell(search.profile_id) == Outcome.REFUSED
    assert not one_run.due().exists()


def test_nobody_there_is_tried_again(post):
    search = SavedSearchFactory(is_mailable=True, query="mode=remote", often="daily")
    JobFactory(mode="remote")
    one_run = sender(post)
    post.shutdown()
    post.server_close()
    assert one_run.tell(search.profile_id) == Outcome.LATER
    assert one_run.due().exists()
