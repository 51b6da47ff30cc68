"""What a reader on a slow phone has to load: every kind of page of the real catalogue stays within its budget."""

import gzip
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from comparisons.addresses import comparison_path
from comparisons.gate.judging import judge_some
from roles import lists
from roles.models import Role, RoleSkill, Skill
from tests.as_served import as_served
from tests.factories import CompanyFactory, JobFactory, RoleFactory, RoleSkillFactory, SkillFactory

pytestmark = pytest.mark.django_db

HTML, CSS, JS = 100_000, 20_000, 15_000  # bytes; styles and scripts without comments and empty space
FONT = 13_700  # bytes; with its headers it comes in the ten packets that a server sends before it waits
FIRST_VIEW = 45_000  # bytes of all that a page loads at once, compressed: HTML, CSS, JS, the font that is preloaded
STEP = 97  # one pair in so many is measured; so are the longest guides
LONG_GUIDES = 4

SINGLE = [
    "/",
    "/compare-roles/",
    "/roles/",
    "/salaries/",
    "/skills/",
    "/skills/kind/tool/",
    "/sources/",
    "/method/",
    "/fit/",
    "/data/",
    "/feedback/",
]
SINGLE += [
    "/jobs/",
    "/jobs/?q=analyst&role=data-analyst&skill=sql&city=pune&years=abc",
    "/jobs/?q=nothing+at+all",
    "/jobs/trust/",
    "/privacy/",
]
SINGLE += ["/search/?q=data", "/search/?q=ds+vs+mle", "/compare-roles/?role=nothing&role=known", "/nothing/"]

STATIC = Path(settings.BASE_DIR, "static")
LINKED = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js|woff2))"')
ON_PAPER = re.compile(r'href="/static/([^"]+)" media="print"')  # no browser waits for these before it draws
CONNECTED = re.compile(r'(?:import|from)\s*"|@import')


@pytest.fixture
def catalogue() -> list[str]:
    call_command("load_catalogue", verbosity=0)
    return list(Role.objects.published().order_by("slug").values_list("slug", flat=True))


def paths(catalogue: Sequence[str]) -> Iterator[str]:
    """Of every kind of page; of kinds with very many pages some, the longest among them."""
    yield from SINGLE
    for kind in ("roles", "salaries"):
        yield from (f"/{kind}/{slug}/" for slug in catalogue[::5])
    most_used = sorted(Skill.objects.all(), key=lambda skill: -skill.role_skills.count())[:3]
    yield from (skill.get_absolute_url() for skill in most_used)
    pairs = list(combinations(catalogue, 2))
    longest = sorted(catalogue, key=lambda slug: -len(_guide(slug)))[:LONG_GUIDES]
    for pair in [*pairs[::STEP], *combinations(sorted(longest), 2)]:
        yield comparison_path(*pair)
    yield comparison_path(*longest[:3])
    yield f"{comparison_path(*longest[:2])}suits/"


def openings(catalogue: Sequence[str]) -> Iterator[str]:
    """A long advert with many skills and similar ones, and a company with as many jobs as fit a page."""
    role = Role.objects.get(slug=catalogue[0])
    skills = list(Skill.objects.values_list("slug", flat=True)[:30])
    jobs = [JobFactory(company=CompanyFactory(slug="acme"), role=role, at=["pune"]) for _ in range(51)]
    advert = "<p>You answer questions with data.</p>" * 500  # some 20,000 characters; most have 3,000
    job = JobFactory(role=role, description=advert, at=["pune", "mumbai"], asks=skills)
    yield from (job.get_absolute_url(), jobs[0].company.get_absolute_url())


def _guide(slug: str) -> str:
    role = Role.objects.get(slug=slug)
    return "".join(role.role_skills.values_list("skill__name", flat=True)) + role.entry + role.typical_day


def bare(name: str) -> int:
    """Bytes of a stylesheet or script without comments and the space between its words: what a minifier leaves."""
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", as_served(name).decode(), flags=re.S | re.M)
    return len(re.sub(r" ?([{}:;,>=()]) ?", r"\1", re.sub(r"\s+", " ", text)).encode())


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def advertise(catalogue: Sequence[str]) -> None:
    """Pages full of openings, each with all that a row can say."""
    skills = Skill.objects.order_by("slug").values_list("slug", flat=True)
    stated = {"stated_low": 45_000, "stated_high": 60_000, "stated_period": "month", "stated_currency": "INR"}
    for number, role in enumerate(Role.objects.filter(slug__in=catalogue[:60])):
        JobFactory(
            title=f"{role.name}, Analyst and Coordinator, Western and Central India",
            role=role,
            at=["pune", "mumbai", "delhi-ncr"],
            asks=["sql", *skills[number : number + 6]],
            mode="hybrid",
            employment="full_time",
            years_min=2,
            years_max=4,
            pay_min=540_000,
            pay_max=720_000,
            is_sample=number % 2 == 0,
            **stated,
        )


def faults(path: str, html: bytes) -> Iterator[str]:
    """Each budget that a page exceeds, and by which size."""
    text = html.decode()
    files, on_paper = list(dict.fromkeys(LINKED.findall(text))), ON_PAPER.findall(text)
    sizes = {
        "HTML": (len(html), HTML),
        "CSS": (sum(bare(file) for file in files if file.endswith(".css") and file not in on_paper), CSS),
        "JS": (sum(bare(file) for file in files if file.endswith(".js")), JS),
        "font": (sum(len(as_served(file)) for file in files if file.endswith(".woff2")), FONT),
        "first view": (packed(html) + sum(_sent(file) for file in files), FIRST_VIEW),
    }
    for name, (size, most) in sizes.items():
        if size > most:
            yield f"{path}: {name} {size:,} of {most:,} bytes"


def _sent(file: str) -> int:
    """A font is compressed already."""
    return len(as_served(file)) if file.endswith(".woff2") else packed(as_served(file))


def test_every_kind_of_page_stays_within_its_budgets(catalogue):
    judge_some(catalogue[:1])  # so that pages have pairs around them
    advertise(catalogue)
    client, found = Client(), []
    for path in [*paths(catalogue), *openings(catalogue)]:
        response = client.get(path)
        assert response.status_code in (200, 404), path
        found += faults(path, response.content)
    assert found == []


@pytest.mark.parametrize("more", [0, 1])
def test_the_fullest_lists_stay_within_their_budgets(client, more):
    """As many roles and skills as stand together, with names and summaries longer than most; and one more of each,
    where their lists begin to go over several pages."""
    roles = [
        RoleFactory.build(slug=f"{'a-long-name-of-a-role':<30}-{n}".replace(" ", "x"), summary="A role. " * 30)
        for n in range(lists.ROLES_TOGETHER + more)
    ]
    Role.objects.bulk_create(roles)
    names = [f"a-skill-with-a-name-{n}" for n in range(lists.SKILLS_TOGETHER + more)]
    skills = Skill.objects.bulk_create([SkillFactory.build(slug=name) for name in names])
    uses = [(roles[0], skill) for skill in skills] + [(role, skills[0]) for role in roles[1:]]
    RoleSkill.objects.bulk_create([RoleSkillFactory.build(role=role, skill=skill) for role, skill in uses])
    paths = ["/", "/compare-roles/", "/roles/", "/salaries/", "/skills/", skills[0].get_absolute_url()]
    if more:
        paths += ["/roles/field/data-ai/", "/salaries/field/data-ai/", "/skills/kind/tool/"]
        paths += ["/skills/kind/tool/2/", f"{skills[0].get_absolute_url()}roles/2/"]
    pages = {path: client.get(path) for path in paths}
    assert {response.status_code for response in pages.values()} == {200}
    assert [fault for path, response in pages.items() for fault in faults(path, response.content)] == []


def test_each_budget_can_be_exceeded():
    """A page of a megabyte that loads every style there is."""
    styles = ("site", "comparison", "feedback", "pair", "salaries", "trio")
    links = "".join(f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in styles)
    names = {fault.split()[1] for fault in faults("/page/", f"{links}{'<p>word</p>' * 90_000}".encode())}
    assert names == {"HTML", "CSS"}


def test_what_a_page_links_to_is_all_that_it_loads():
    """No style or script loads another one, which the budgets would miss: what it imports is in it."""
    ours = [f"{folder}/{file.name}" for folder in ("css", "js") for file in (STATIC / folder).iterdir()]
    assert len(ours) > 20
    assert [name for name in ours if CONNECTED.search(as_served(name).decode())] == []
