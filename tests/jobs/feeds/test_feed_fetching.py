"""Fetching from a server on this machine; nothing waits, and no other host is asked."""

import itertools
import socket
import threading

import pytest

from jobs.feeds.fetching import NO_VALIDATORS, Fetched, Fetcher, FetchFailed, Manners, Validators, user_agent
from tests.jobs.feeds.server import GaveUp, give_up


def test_a_document_comes_with_what_asks_for_it_again(site, fetch):
    address = site.says("/jobs", body=b"[]", Content_Type="application/json", ETag='"v1"', Last_Modified="yesterday")
    fetched = fetch(address)
    assert (fetched.document.address, fetched.document.body) == (address, b"[]")
    assert (fetched.document.media_type, fetched.requests) == ("application/json", 1)
    assert fetched.validators == Validators('"v1"', "yesterday")
    ((_, headers),) = site.asked
    assert headers["User-Agent"] == "OnJob (+https://onjob.example/)"
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert headers["Accept-Encoding"] == "gzip"
    assert not {"If-None-Match", "If-Modified-Since", "Cookie"} & set(headers)


def test_unchanged(site, fetch):
    address = site.says("/jobs", 304)
    kept = Validators('W/"v1"', "Mon, 02 Nov 2026 09:30:00 GMT")
    assert fetch(address, kept) == Fetched(None, kept, 1)
    assert site.asked[0][1]["If-None-Match"] == 'W/"v1"'
    assert site.asked[0][1]["If-Modified-Since"] == "Mon, 02 Nov 2026 09:30:00 GMT"


def test_unchanged_without_being_asked_is_a_failure(site, fetch):
    with pytest.raises(FetchFailed, match="304"):
        fetch(site.says("/jobs", 304))


def test_strange_validators_are_not_kept(site, fetch):
    address = site.says("/jobs", body=b"[]", ETag="x" * 5000, Last_Modified="caf\xe9")
    assert fetch(address).validators == NO_VALIDATORS


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204, 206, 418, 501])
def test_what_will_not_get_better_is_asked_once(site, fetch, waits, status):
    with pytest.raises(FetchFailed, match=str(status)) as failed:
        fetch(site.says("/jobs", status))
    assert (len(site.asked), waits, failed.value.requests) == (1, [], 1)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_get_better_is_asked_three_times(site, tls, waits, status):
    fetch = Fetcher("x", allow_loopback=True, wait=waits.append, tls=tls, manners=Manners(pause=0))
    with pytest.raises(FetchFailed, match=str(status)) as failed:
        fetch(site.says("/jobs", status))
    assert (len(site.asked), failed.value.requests) == (3, 3)
    first, second = waits
    assert 2 <= first <= 3
    assert 4 <= second <= 6


def test_a_passing_fault_passes(site, fetch):
    fetched = fetch(site.says_in_turn("/jobs", (503, {}), (429, {}), (200, {})))
    assert (fetched.document.body, fetched.requests) == (b"[]", 3)


def test_retry_after_is_waited_for(site, tls, waits):
    fetch = Fetcher("x", allow_loopback=True, wait=waits.append, tls=tls, manners=Manners(pause=0))
    fetch(site.says_in_turn("/jobs", (429, {"Retry-After": "17"}), (200, {})))
    assert waits == [17]


def test_retry_after_beyond_the_bound_ends_the_tries_and_is_told(site, fetch, waits):
    with pytest.raises(FetchFailed) as failed:
        fetch(site.says("/jobs", 429, Retry_After="3600"))
    assert (failed.value.retry_after, len(site.asked), waits) == (3600, 1, [])


@pytest.mark.parametrize("said", ["soon", "-5", "9" * 400, "Fri, 02 Jan 1998 00:00:00 GMT", "Fri, 99 Foo 2026"])
def test_retry_after_that_says_nothing_changes_nothing(site, tls, waits, said):
    fetch = Fetcher("x", allow_loopback=True, wait=waits.append, tls=tls, manners=Manners(pause=0))
    fetch(site.says_in_turn("/jobs", (503, {"Retry-After": said}), (200, {})))
    assert 2 <= waits[0] <= 3


def test_one_host_is_asked_with_a_pause(site, tls):
    now, waits = [100.0], []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    fetch = Fetcher("x", allow_loopback=True, wait=wait, clock=lambda: now[0], tls=tls, manners=Manners(pause=1.5))
    site.says("/b", body=b"b")
    for _ in range(3):
        fetch(site.at("/b"))
    now[0] += 9
    fetch(site.at("/b"))
    assert waits == [1.5, 1.5]


def test_redirects_are_followed_and_the_last_address_kept(site, fetch):
    site.says("/a", 301, Location="/b#part")
    site.says("/b", 307, Location=site.at("/c"))
    site.says("/c", body=b"[]")
    fetched = fetch(site.at("/a"))
    assert (fetched.document.address, fetched.requests) == (site.at("/c"), 3)


def test_an_endless_redirect_ends(site, fetch):
    site.says("/a", 302, Location="/b")
    site.says("/b", 302, Location="/a")
    with pytest.raises(FetchFailed, match="redirects more than 5 times") as failed:
        fetch(site.at("/a"))
    assert (len(site.asked), failed.value.requests) == (6, 6)


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://[::ffff:7f00:1]/",
     "http://[64:ff9b::7f00:1]/", "http://100.64.0.1/", "ftp://a.example/", "http://u:p@8.8.8.8/", "http://[::1",
     "javascript:alert(1)", "//10.1.1.1/x"],
)  # fmt: skip
def test_each_redirect_is_checked_anew(site, fetch, target):
    with pytest.raises(FetchFailed) as failed:
        fetch(site.says("/a", 302, Location=target))
    assert len(site.asked) == 1
    assert failed.value.requests in (1, 2)


def test_a_redirect_without_a_target_is_a_failure(site, fetch):
    with pytest.raises(FetchFailed, match="302"):
        fetch(site.says("/a", 302))


def test_this_machine_is_not_asked_unless_it_is_allowed(site, tls):
    fetch = Fetcher("x", tls=tls, wait=lambda _: None)
    with pytest.raises(FetchFailed, match="public internet"):
        fetch(site.says("/a", body=b"[]"))
    assert site.asked == []


@pytest.mark.parametrize("numbers", [["10.0.0.1"], ["8.8.8.8", "192.168.0.1"], ["169.254.169.254"], ["::1"]])
def test_a_name_that_resolves_to_a_private_address_is_not_asked(tls, numbers):
    fetch = Fetcher("x", tls=tls, resolve=lambda host, port: numbers, wait=lambda _: None)
    with pytest.raises(FetchFailed, match=r"feeds\.example isn't on the public internet"):
        fetch("https://feeds.example/jobs")


def test_the_connection_goes_where_the_check_looked(site, tls):
    """A name server that answers differently the second time isn't asked a second time."""
    answers = itertools.chain([["127.0.0.1"]], itertools.repeat(["10.0.0.1"]))
    fetch = Fetcher("x", allow_loopback=True, tls=tls, resolve=lambda host, port: next(answers), wait=lambda _: None)
    site.says("/jobs", body=b"[]")
    fetched = fetch(f"http://feeds.example:{site.port}/jobs")
    assert fetched.document.body == b"[]"
    assert site.asked[0][1]["Host"] == f"feeds.example:{site.port}"
    with pytest.raises(FetchFailed, match="public internet"):
        fetch(f"http://feeds.example:{site.port}/jobs")


def test_the_next_address_is_tried_where_one_takes_no_connection(site, tls):
    fetch = Fetcher("x", allow_loopback=True, tls=tls, resolve=lambda host, port: ["::1", "127.0.0.1"])
    site.says("/jobs", body=b"[]")
    assert fetch(f"http://feeds.example:{site.port}/jobs").document.body == b"[]"


def test_tls_asks_for_the_name_and_not_for_the_number(tls):
    """What a client says first holds the name in clear (SNI)."""
    heard = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        fetch = Fetcher("x", allow_loopback=True, tls=tls, resolve=lambda host, port: ["127.0.0.1"], wait=give_up)
        with pytest.raises(GaveUp):
            fetch(f"https://feeds.example:{listening.getsockname()[1]}/jobs")
        thread.join()
    assert b"feeds.example" in heard[0]


def test_a_host_that_is_not_found(tls, waits):
    def nowhere(host: str, port: int) -> list[str]:
        raise socket.gaierror("Name or service not known")

    with pytest.raises(FetchFailed, match=r"feeds\.example isn't found"):
        Fetcher("x", tls=tls, resolve=nowhere, wait=waits.append)("https://feeds.example/")
    assert len(waits) == 2


def test_nobody_answers(fetch, waits):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(FetchFailed, match="doesn't answer"):
        fetch(f"http://127.0.0.1:{port}/")
    assert len([wait for wait in waits if wait >= 2]) == 2


def test_no_cookie_is_sent_back(site, fetch):
    address = site.says("/jobs", body=b"[]", Set_Cookie="a=b; Path=/")
    fetch(address)
    fetch(address)
    assert "Cookie" not in site.asked[1][1]


def test_no_proxy_of_the_environment_is_asked(site, fetch, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert fetch(site.says("/jobs", body=b"[]")).document.body == b"[]"


def test_user_agent_says_who_we_are_in_plain_letters():
    assert user_agent("OnJob", "https://onjob.example/about/") == "OnJob (+https://onjob.example/about/)"
    assert user_agent("OnJob", "jobs@onjob.example") == "OnJob (jobs@onjob.example)"
    assert user_agent("ऑन\r\nX: y", "a@b.example") == "????X: y (a@b.example)"
