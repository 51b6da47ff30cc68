"""Every address of the site, asked for by everybody who could ask."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterator
from http.cookies import Morsel

import pytest
from django.core.management import call_command
from django.urls import get_resolver, resolve

from comparisons import fields
from roles import lists
from tests.site.addresses import KEY, routes
from tests.site.may import (
    COOKIES,
    KEPT_BY_NOBODY,
    NEEDS_NO_TOKEN,
    PERSONAL,
    PUBLIC,
    WHO_COMES_FIRST,
    WHO_MAY,
    may_be_told,
)
from tests.site.visitors import EDITOR, FORGED, GET, OWNER, POST, VISITORS, Answer, World

pytestmark = pytest.mark.django_db

ROUTES = list(routes(get_resolver().url_patterns))
FORGERS = ("a stranger", OWNER, EDITOR)  # the token is asked for before anything is known of the visitor


@pytest.fixture(scope="module")
def kept() -> list[Answer]:
    """The walk is gone once, and its answers looked at by all tests."""
    return []


@pytest.fixture
def answers(kept, settings, monkeypatch) -> list[Answer]:
    settings.INDEXNOW_KEY = KEY
    for name, most in (("ROLES_TOGETHER", 1), ("ROLES_A_PAGE", 1), ("SKILLS_TOGETHER", 0), ("SKILLS_A_PAGE", 1)):
        monkeypatch.setattr(lists, name, most)
    monkeypatch.setattr(fields, "PER_PAGE", 1)
    return kept or kept.extend(list(walk())) or kept


def walk() -> Iterator[Answer]:
    world = World()
    call_command("export_dataset", stdout=io.StringIO())
    for route in (route for route in ROUTES if route.view in WHO_MAY):  # what isn't stated fails a test of its own
        for address in route.addresses():
            for asked in (GET, POST, FORGED):
                for visitor in FORGERS if asked == FORGED else VISITORS:
                    yield world.ask(visitor, asked, route.view, address)


def hold(answers: list[Answer], rule: Callable[[Answer], str]) -> None:
    """A rule says what is wrong with an answer, "" for nothing."""
    faults = [f"{answer}: {wrong}" for answer in answers if (wrong := rule(answer))]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


# --- The table


def test_every_address_is_stated_and_nothing_else_is():
    missing = {route.view: f"/{route.pieces}" for route in ROUTES if route.view not in WHO_MAY}
    assert not missing, f"Say in WHO_MAY of tests/site/may.py what each kind of visitor gets there: {missing}"
    gone = set(WHO_MAY) - {route.view for route in ROUTES}
    assert not gone, f"Take out of WHO_MAY of tests/site/may.py what the site has no more: {gone}"


def test_each_visitor_gets_what_the_table_says(answers):
    def rule(answer: Answer) -> str:
        if answer.asked == FORGED and answer.view not in NEEDS_NO_TOKEN:
            is_sent_away = answer.view in WHO_COMES_FIRST and answer.leads_to in ("/accounts/login/", "/profile/")
            is_refused = answer.status == 403 or is_sent_away
            return "" if is_refused else f"{answer.status} where a token is missing, which is a 403"
        stated = WHO_MAY[answer.view][answer.asked != GET][answer.visitor]
        got = f"→ {answer.leads_to}" if stated.startswith("→") else str(answer.status)
        return "" if got == stated else f"{got} ({answer.status}), where the table says {stated}"

    hold(answers, rule)


def test_an_address_leads_to_the_view_that_it_is_walked_for(answers):
    """Not to another one whose route stands before it."""
    for address, view in {(answer.address, answer.view) for answer in answers}:
        found = resolve(address.partition("?")[0])
        assert view in (found.view_name, f"{found.namespace}:{found.route}"), address


# --- What is told to whom


def test_nothing_of_the_owner_is_told_to_others(answers):
    def rule(answer: Answer) -> str:
        told = answer.told - may_be_told(answer)
        return f"tells the owner’s {', '.join(sorted(told))}" if told else ""

    hold(answers, rule)


def test_the_walk_would_have_seen_it(answers):
    """Each thing is told to the owner somewhere, and to an editor what editors may know."""
    told = defaultdict(set)
    for answer in answers:
        told[answer.visitor] |= answer.told
    assert told[OWNER] >= {"name", "headline", "summary", "e-mail address", "telephone number", "pay", "employer"}
    assert told[EDITOR] == {"name", "headline", "e-mail address", "summary"}
    assert told["another member"] == told["a stranger"] == {"name", "headline"}


def test_public_pages_are_the_same_for_everyone(answers):
    seen = defaultdict(set)
    for answer in answers:
        if WHO_MAY[answer.view] is PUBLIC and answer.asked == GET and not answer.address.startswith(PERSONAL):
            seen[answer.address].add((answer.digest, answer.headers.get("set-cookie"), answer.headers.get("vary")))
    assert len(seen) > 40
    assert {address: got for address, got in seen.items() if len(got) > 1} == {}
    varies = {vary for got in seen.values() for _, _, vary in got}
    assert varies <= {None, "Accept-Encoding"}


# --- Headers, cookies


def test_what_is_personal_is_kept_by_nobody_and_listed_nowhere(answers):
    def rule(answer: Answer) -> str:
        if answer.address.startswith(PERSONAL):
            named = answer.headers.get("cache-control"), answer.headers.get("x-robots-tag")
            return "" if named == ("no-store, private", "noindex") else f"says {named}"
        told = answer.headers.get("cache-control", "")
        is_kept = answer.address.startswith(KEPT_BY_NOBODY) and answer.status < 400 and "no-store" not in told
        return f"says Cache-Control: {told}" if is_kept else ""

    hold(answers, rule)


def test_what_sets_a_cookie_or_varies_by_it_is_in_no_shared_cache(answers):
    def rule(answer: Answer) -> str:
        is_own = answer.cookies or "cookie" in answer.headers.get("vary", "").lower()
        told = answer.headers.get("cache-control", "")
        return f"says Cache-Control: {told}" if is_own and "no-store" not in told else ""

    hold(answers, rule)


def test_cookies_are_few_and_say_nothing(answers):
    def rule(answer: Answer) -> str:
        names = set(answer.cookies) - COOKIES
        given = [cookie for cookie in answer.cookies.values() if cookie.value]  # the others are taken away
        loose = [cookie.key for cookie in given if not _is_tight(cookie)]
        return f"sets {names}, loosely {loose}" if names or loose else ""

    hold(answers, rule)
    assert {"sessionid", "csrftoken"} <= {name for answer in answers for name in answer.cookies}


def _is_tight(cookie: Morsel) -> bool:
    """A script reads no cookie but the hint that somebody is signed in, which says that and nothing else."""
    is_hidden = cookie["httponly"] or (cookie.key, cookie.value) == ("signed_in", "1")
    return bool(is_hidden and cookie["samesite"] in ("Lax", "Strict") and cookie["path"] == "/")
