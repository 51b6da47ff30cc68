"""/fit/ states the formula as the code has it."""

import re

import pytest

from onjob.pages.facts import Lists
from onjob.pages.hubs import hub_pages
from profiles.fit import bands, blockers, demands, formula, having
from profiles.fit.example import example

pytestmark = pytest.mark.django_db


def words(client) -> str:
    text = re.sub(r"<[^>]+>", " ", client.get("/fit/").text)
    return " ".join(text.split())


def test_it_states_the_formula(client):
    text = words(client)
    for stated in (
        "10,000 points: 8,000 for skills and 2,000 for experience",
        f"names fewer than {formula.ENOUGH_SKILLS} skills",
        f"tried it {having.TRIED_CREDIT}%",
        f"Strong, from {bands.BANDS[0].least}",
        f"read as {demands.IMMEDIATE_DAYS} days",
        "half of the work asked for or less, and 2 years or more are missing",
        f"Version {formula.FORMULA_VERSION}",
    ):
        assert stated in text
    assert blockers.FAR_BELOW == 2  # "half"
    assert formula.MOST_INFORMATION == 2 * formula.LEAST_INFORMATION  # "twice as much"


def test_its_numbers_are_those_of_the_code(client, monkeypatch):
    monkeypatch.setattr(formula, "ENOUGH_SKILLS", 4)
    monkeypatch.setattr(having, "TRIED_CREDIT", 35)
    text = words(client)
    assert "names fewer than 4 skills" in text
    assert "tried it 35%" in text


def test_its_example_is_scored_by_the_formula(client, django_assert_num_queries):
    found = example()
    text = words(client)
    for skill in found.named:
        points = found.target.points[skill.slug]
        row = f"{skill.name} {skill.wanted} {skill.used_by} {skill.tells} {skill.weight} {points:,}"
        assert row in text
    assert f"Shown as {formula.shown(found.breakdown.score)}." in text
    assert sum(found.target.points.values()) == formula.SKILL_POINTS
    with django_assert_num_queries(1):  # for the version of the data
        client.get("/fit/")


def test_the_example_shows_each_way_to_a_skill():
    ways = {line.way.kind if line.way else "" for line in example().breakdown.lines}
    assert ways == {"own", "near", ""}
    assert any(line.way and line.way.credit == having.TRIED_CREDIT for line in example().breakdown.lines)


def test_search_engines_are_told_of_it():
    assert "/fit/" in [page.path for page in hub_pages(Lists())]


def test_it_says_what_never_enters(client):
    text = words(client)
    for never in ("name", "age", "sex", "religion", "caste", "marriage"):
        assert never in text
    assert "no employer is shown it" in text
