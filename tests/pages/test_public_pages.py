"""Stored pages: what the database refuses, and what a page that was taken down answers."""

import datetime

import pytest

from onjob.pages.models import Kind, PublicPage
from tests.constraints import Rule, assert_accepted, assert_refused, constraint_names, same, unique_fields
from tests.factories import SEEN, PublicPageFactory, RoleFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)

RULES = [
    Rule("publicpage_kind_valid", "a kind of one's own", PublicPage, {"kind": "role"}, {"kind": "skills"}),
    *[
        Rule("publicpage_text_given", f"no {field}", PublicPage, {field: ""}, {field: "x"})
        for field in ("name", "digest")
    ],
    *[
        Rule("publicpage_path_is_a_page", repr(path), PublicPage, {"path": path}, {"path": "/"})
        for path in ("", "roles/", "/roles", "//evil.example/", "/Roles/", "/roles/?a", "/roles/\n", "/roles/a.md")
    ],
    Rule(
        "publicpage_seen_before_changed",
        "changed before it was seen",
        PublicPage,
        {"changed_at": SEEN - DAY},
        {"changed_at": SEEN + DAY},
    ),
    Rule("publicpage_gone_last", "gone before it changed", PublicPage, {"gone_at": SEEN - DAY}, {"gone_at": SEEN}),
    Rule(
        "publicpage_told_of_what_was_seen",
        "told before it was seen",
        PublicPage,
        {"told_at": SEEN - DAY},
        {"told_at": SEEN},
    ),
    Rule("path", "the same address twice", PublicPage, same("path"), same("name")),
]


@pytest.mark.parametrize("rule", RULES[:-1], ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_database_refuses_an_address_twice():
    with pytest.raises(Exception, match=r"(?i)unique"):
        RULES[-1].change_a_row(RULES[-1].bad)


def test_no_constraint_is_forgotten():
    assert constraint_names([PublicPage]) == {rule.constraint for rule in RULES[:-1]}
    assert [field.name for field in unique_fields([PublicPage])] == ["path"]


@pytest.mark.parametrize(
    ("changed", "gone", "told", "is_untold"),
    [
        (0, None, None, True),  # new
        (0, None, 1, False),
        (2, None, 1, True),  # changed since
        (0, 2, 1, True),  # gone since
        (0, 2, 3, False),
        (0, 2, None, False),  # came and went unnoticed
        (4, None, 3, True),  # back
    ],
)
def test_who_needs_to_be_told_of(changed, gone, told, is_untold):
    days = {"changed_at": changed, "gone_at": gone, "told_at": told}
    PublicPageFactory(**{name: None if day is None else SEEN + day * DAY for name, day in days.items()})
    assert PublicPage.objects.untold().exists() == is_untold


def test_the_newest_come_first_and_gone_ones_not_at_all():
    for number in range(3):
        PublicPageFactory(path=f"/roles/{number}/", changed_at=SEEN + number * DAY)
    PublicPageFactory(path="/roles/gone/", changed_at=SEEN + 9 * DAY, gone_at=SEEN + 10 * DAY)
    PublicPageFactory(path="/skills/x/", kind="skills", changed_at=SEEN + 9 * DAY)
    assert [page.path for page in PublicPage.objects.newest(Kind.ROLES, 2)] == ["/roles/2/", "/roles/1/"]


def test_a_page_that_was_taken_down_answers_410(client):
    RoleFactory(slug="data-analyst", status="draft")
    PublicPageFactory(path="/roles/data-analyst/", gone_at=SEEN)
    response = client.get("/roles/data-analyst/")
    assert response.status_code == 410
    assert "It was taken down." in response.content.decode()
    assert 'content="noindex"' in response.content.decode()


@pytest.mark.parametrize("gone", [None, SEEN])
def test_a_page_that_is_there_answers_whatever_was_noted(client, gone):
    RoleFactory(slug="data-analyst")
    PublicPageFactory(path="/roles/data-analyst/", gone_at=gone)
    assert client.get("/roles/data-analyst/").status_code == 200


def test_a_page_that_never_was_answers_404(client):
    PublicPageFactory(path="/roles/data-analyst/")
    assert client.get("/roles/data-analyst/").status_code == 404
    assert client.get("/roles/another/").status_code == 404
