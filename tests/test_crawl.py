"""The site as a search engine goes through it: from the home page, by links alone."""

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urljoin

import pytest
from django.core.management import call_command
from django.test import Client

from onjob.pages.models import PublicPage
from roles import lists
from tests.factories import PairFactory, PublicPageFactory, RoleFactory, SalaryRangeFactory
from tests.pages.robots import Robots
from tests.prose import parse, text_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
DEEPEST = 4  # clicks


@dataclass(frozen=True)
class Visited:
    """A page that answered; canonical, title and description are those in its head, languages the addresses that it
    names as itself in another language."""

    path: str
    status: int
    clicks: int
    is_indexable: bool = False
    canonical: str = ""
    title: str = ""
    description: str = ""
    links: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


@dataclass
class Crawl:
    """Every address that is reached without nofollow and that robots.txt allows, nearest first. What isn't to be
    indexed is looked at, but not gone on from."""

    client: Client
    visited: dict[str, Visited] = field(default_factory=dict)

    def run(self) -> "Crawl":
        robots = Robots(self.client.get("/robots.txt").content.decode())
        queue = deque([("/", 0)])
        seen = {"/"}
        while queue:
            path, clicks = queue.popleft()
            page = self.visited[path] = visit(self.client, path, clicks)
            for link in sorted(page.links - seen) if page.is_indexable else ():
                seen.add(link)
                if robots.may_fetch(link):
                    queue.append((link, clicks + 1))
        return self

    @property
    def indexable(self) -> list[Visited]:
        return [page for page in self.visited.values() if page.is_indexable]


def visit(client: Client, path: str, clicks: int) -> Visited:
    response = client.get(path)
    if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
        return Visited(path, response.status_code, clicks)
    tree = parse(response.content.decode())
    named = {meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), "")
    languages = frozenset(link.get("href") for link in tree.iter("link") if link.get("hreflang"))
    links = {
        urljoin(path, link.get("href")).partition("#")[0]
        for link in tree.iter("a")
        if link.get("href") and "nofollow" not in (link.get("rel") or "")
    }
    return Visited(
        path=path,
        status=200,
        clicks=clicks,
        is_indexable="noindex" not in named["robots"] and "X-Robots-Tag" not in response,
        canonical=canonical,
        title=text_of(next(tree.iter("title"))),
        description=named["description"],
        links=frozenset(link for link in links if link.startswith("/") and not link.startswith("//")),
        languages=languages,
    )


def twice(pages: list[Visited], name: str) -> list[tuple[str, str, str]]:
    """Pages that have a title or a description that another had before."""
    first: dict[str, Visited] = {}
    return [
        (getattr(page, name), before.path, page.path)
        for page in pages
        if (before := first.setdefault(getattr(page, name), page)) is not page
    ]


def ways_astray(crawl: Crawl) -> dict[str, object]:
    """Everything that a search engine would stumble over, by what it is."""
    live = set(PublicPage.objects.live().values_list("path", flat=True))
    reached = {page.path for page in crawl.indexable}
    found = {
        "missing or redirected": [(page.path, page.status) for page in crawl.visited.values() if page.status != 200],
        "noted, but not reached": live - reached,
        "reached, but not noted": reached - live,
        "too deep": [page.path for page in crawl.indexable if page.clicks > DEEPEST],
        "another canonical": [page.path for page in crawl.indexable if page.canonical != SITE + page.path],
        "in a language that there is not": [
            (page.path, address)
            for page in crawl.indexable
            for address in page.languages
            if address.removeprefix(SITE) not in crawl.visited
        ],
        "typed by a reader": [path for path in crawl.visited if "?" in path],
    }
    return {what: where for what, where in found.items() if where}


def small_catalogue() -> None:
    """Four roles in two fields; two of the pairs passed, one of which no role's page links to."""
    skills = {"sql": 90, "excel": 80}
    analyst, engineer = (RoleFactory(slug=slug, core=skills) for slug in ("data-analyst", "data-engineer"))
    welder, fitter = (RoleFactory(slug=slug, family="engineering", core={slug: 90}) for slug in ("welder", "fitter"))
    SalaryRangeFactory(role=analyst)
    PairFactory(first=analyst, second=engineer)
    PairFactory(first=fitter, second=welder)
    PairFactory(first=analyst, second=welder, overlap=2, reasons="far", measured=False)


def test_a_small_catalogue_is_found_by_links(client):
    small_catalogue()
    call_command("note_changes", verbosity=0)
    crawl = Crawl(client).run()
    assert ways_astray(crawl) == {}
    assert len(crawl.indexable) > 20


def test_a_catalogue_whose_lists_go_over_several_pages_is_found_by_links(client, monkeypatch):
    """Four roles, in lists of one: fields, their pages, kinds of skills."""
    for name, most in (("ROLES_TOGETHER", 3), ("ROLES_A_PAGE", 1), ("SKILLS_TOGETHER", 3), ("SKILLS_A_PAGE", 1)):
        monkeypatch.setattr(lists, name, most)
    small_catalogue()
    call_command("note_changes", verbosity=0)
    crawl = Crawl(client).run()
    assert ways_astray(crawl) == {}
    assert {"/roles/field/data-ai/2/", "/salaries/field/engineering/2/"} < set(crawl.visited)
    assert any(re.fullmatch(r"/skills/kind/[a-z]+/4/", path) for path in crawl.visited)
    assert twice(crawl.indexable, "title") == []


def test_a_crawl_notices_what_no_link_leads_to(client):
    small_catalogue()
    call_command("note_changes", verbosity=0)
    PublicPageFactory(path="/roles/orphan/")
    assert ways_astray(Crawl(client).run()) == {"noted, but not reached": {"/roles/orphan/"}}


def test_a_crawl_notices_a_page_in_a_language_that_there_is_not(client):
    home = Visited("/", 200, 0, True, f"{SITE}/", languages=frozenset({f"{SITE}/", f"{SITE}/hi/"}))
    PublicPageFactory(path="/")
    assert ways_astray(Crawl(client, {"/": home})) == {"in a language that there is not": [("/", f"{SITE}/hi/")]}


@pytest.mark.everything
def test_the_real_catalogue_is_found_by_links(client):
    """3,094 addresses, 1,398 of them to be listed, the deepest three clicks away: some two minutes."""
    for command in ("load_catalogue", "judge_pairs", "note_changes"):
        call_command(command, verbosity=0)
    crawl = Crawl(client).run()
    assert len(crawl.indexable) > 1_300
    assert ways_astray(crawl) == {}
    assert twice(crawl.indexable, "title") == []
    assert twice(crawl.indexable, "description") == []
