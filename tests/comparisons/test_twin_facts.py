"""The page as a dict, and the schema that says what its keys mean."""

import datetime
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from comparisons.routes import Route, Step
from comparisons.take_home import take_home
from comparisons.twins.answers import answers
from comparisons.twins.facts import Told, facts
from comparisons.twins.figures import sources
from comparisons.twins.files import schema
from roles.facts import Duty
from roles.in_hand import in_hand
from tests.comparisons.facts import Link, comparison, editorial, figure, quartiles, role, row
from tests.roles.test_in_hand import RULES

SITE = "https://onjob.example"
YEAR = {"period_start": datetime.date(2025, 1, 1), "period_end": datetime.date(2025, 12, 31)}
LEFT = role(
    "Data Scientist",
    question="Why?",
    suits=("enjoy doubt",),
    experience_min=1,
    experience_max=8,
    experience_source="Adverts",
    experience_sample_size=299,
    reviewed_on=datetime.date(2026, 11, 24),
    duties=(Duty("Build models", "building models", "models", "modelling"), Duty("Plan work", "planning work")),
)
RIGHT = role("Machine Learning Engineer", duties=(Duty("Ship models", "shipping models", "models", "modelling"),))
FULL = comparison(
    row("python", "core", "core", 98, 90, left_evidence=9, left_naming=4, left_read=9),
    row("statistics", "core", "secondary"),
    row("tableau", "core"),
    row("looker", "", "core"),
    row("mlops", "", "core"),
    row("pandas", "secondary", "secondary"),
    row("sas", "secondary"),
    row("scala", "", "secondary"),
    left=LEFT,
    right=RIGHT,
    left_pay=[editorial(6, 30), quartiles(5, 10, 15, **YEAR), figure("Portal", p50=900_000)],
    right_pay=[editorial(7, 35), quartiles(12, 22, 30, **YEAR)],
    links=[Link("tableau", "looker", 60, 40, "both draw dashboards")],
)
BARE = comparison(left=role("Baker", duties=()), right=role("Cook", duties=()))


def errors(twin: dict) -> list[str]:
    validator = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(twin)]


def parts(node: object) -> Iterator[dict]:
    """Every dict in the schema."""
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from parts(child)
    if isinstance(node, list):
        for child in node:
            yield from parts(child)


def keys(node: object) -> set[str]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return set(node if isinstance(node, dict) else ()).union(*map(keys, children))


# --- The schema


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == "http://127.0.0.1:8000/compare-roles/schema.json"


def test_every_key_is_described_asked_for_and_the_only_one():
    objects = [part for part in parts(schema()) if isinstance(part.get("properties"), dict)]
    assert len(objects) > 15
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert [key for key, value in part["properties"].items() if not value["description"].endswith(".")] == []


def test_what_may_be_null_says_what_that_means():
    nullable = [
        part
        for part in parts(schema())
        if isinstance(part.get("type"), list)
        or None in part.get("enum", ())
        or {"type": "null"} in part.get("anyOf", ())
    ]
    assert len(nullable) > 30
    assert [part["description"] for part in nullable if "Null" not in part["description"]] == []


ALL = Told(
    FULL,
    "One asks.",
    answers([("Who?", "<p>Both.</p>")]),
    (Route(LEFT, (Step("Analyst", "/compare-roles/analyst-vs-data-scientist/"),), 40),),
    RULES.year,
    take_home([editorial(6, 30), quartiles(5, 10, 15)], RULES),
)


@pytest.mark.parametrize("told", [ALL, Told(BARE)], ids=["full", "bare"])
def test_a_page_keeps_to_the_schema(told):
    assert errors(facts(told, SITE)) == []


def test_what_is_left_in_hand_and_the_way_in_nearer_steps_are_told():
    told = facts(ALL, SITE)
    amounts = [in_hand(lakh * 100_000, RULES, None).a_month for lakh in (6, 5)]
    assert told["in_hand"]["rows"][0] == {"of": "Low end", "left": amounts[0], "right": amounts[1]}
    assert told["routes"] == [
        {
            "from": "data-scientist",
            "least_in_common_per_cent": 40,
            "steps": [{"to": "Analyst", "page": f"{SITE}/compare-roles/analyst-vs-data-scientist/"}],
        }
    ]
    assert facts(Told(FULL), SITE)["in_hand"] is None


def test_a_full_page_has_every_key_that_is_described():
    told = facts(ALL, SITE)
    assert keys(told) == {key for part in parts(schema()) for key in part.get("properties", {})}


@pytest.mark.parametrize(
    "broken",
    [
        {"surprise": 1},
        {"version": 2},
        {"overlap": {"per_cent": 101, "sentence": ""}},
        {"reviewed_on": "24 November"},
        {"switches": []},
        {"title": None},
    ],
)
def test_what_breaks_the_schema_is_refused(broken):
    assert len(errors(facts(Told(FULL), SITE) | broken)) == 1


RUPEES = st.integers(1, 10**8)


@given(st.lists(st.tuples(RUPEES, RUPEES, RUPEES).map(sorted), min_size=2, max_size=2), st.integers(10, 10**6))
def test_any_pay_keeps_to_the_schema(both, sample):
    left, right = ([figure(p25=low, p50=mid, p75=high, sample_size=sample)] for low, mid, high in both)
    assert errors(facts(Told(comparison(left_pay=left, right_pay=right)), SITE)) == []


# --- The facts


def test_every_address_is_whole():
    told = facts(Told(FULL), SITE)
    assert told["page"] == f"{SITE}/compare-roles/data-scientist-vs-machine-learning-engineer/"
    assert told["$schema"] == f"{SITE}/compare-roles/schema.json"
    assert told["roles"]["left"]["page"] == f"{SITE}/roles/data-scientist/"
    assert told["roles"]["left"]["pay_page"] == f"{SITE}/salaries/data-scientist/"
    assert told["skills"]["core_both"][0]["page"] == f"{SITE}/skills/python/"
    assert told["pay"]["matches"][0]["left"]["source"]["page"] == f"{SITE}/sources/#onjob-editorial-range"


def test_what_is_not_known_is_null_and_never_empty_text():
    told = facts(Told(BARE), SITE)
    left = told["roles"]["left"]
    assert [left[key] for key in ("question", "entry", "experience", "pay", "pay_page", "reviewed_on")] == [None] * 6
    assert told["editors_verdict"] is told["reviewed_on"] is told["pay"]["verdict"]["code"] is None
    assert [switch["carried_per_cent"] for switch in told["switches"]] == [None, None]
    assert '""' not in json.dumps(told)


def test_a_skill_stands_in_one_group_with_what_each_role_makes_of_it():
    skills = facts(Told(FULL), SITE)["skills"]
    named = {
        group: [skill["slug"] if "slug" in skill else (skill["left"]["slug"], skill["right"]["slug"]) for skill in held]
        for group, held in skills.items()
    }
    assert named == {
        "core_both": ["python"],
        "different_depth": ["statistics"],
        "near": [("tableau", "looker")],
        "left_core_only": [],
        "right_core_only": ["mlops"],
        "secondary_both": ["pandas"],
        "left_secondary_only": ["sas"],
        "right_secondary_only": ["scala"],
    }
    counted = {"importance": 98, "is_core": True, "evidence_count": 9, "adverts_naming": 4, "adverts_read": 9}
    assert skills["core_both"][0]["left"] == counted
    assert skills["right_core_only"][0]["left"] is None
    assert skills["near"][0]["reason"] == "to 40–60%: both draw dashboards"


def test_pay_is_told_match_by_match_with_its_terms():
    pay = facts(Told(FULL), SITE)["pay"]
    assert [(one["left"]["source"]["name"], one["leads"], one["verdict"]) for one in pay["matches"]] == [
        ("OnJob editorial range", "right", "neither"),
        ("Survey", "right", "clear"),
    ]
    survey = pay["matches"][1]
    # (15 - 12) / (30 - 5) lakh shared; 22 is 120% above 10
    assert (survey["overlap_share_per_cent"], survey["gap_per_cent"]) == (12, 120)
    left = survey["left"]
    assert [left[key] for key in ("p10", "p25", "p50", "p75", "mean")] == [None, 500_000, 1_000_000, 1_500_000, None]
    assert (left["basis"], left["sample_size"], left["sample_of"]) == ("reported", 40, "answers")
    assert (left["period_start"], left["period_end"]) == ("2025-01-01", "2025-12-31")
    assert pay["unit"] == "rupees a year, before tax"


def test_the_verdict_is_a_code_and_the_pages_sentence():
    verdict = facts(Told(FULL), SITE)["pay"]["verdict"]
    assert (verdict["code"], verdict["leads"]) == ("neither", "right")
    assert verdict["sentence"].startswith("Neither clearly pays more. By our editorial ranges")


def test_a_switch_is_told_both_ways_by_slugs():
    there, back = facts(Told(FULL), SITE)["switches"]
    assert (there["from"], there["to"]) == (back["to"], back["from"])
    assert (there["have"], there["missing"]) == (["python"], ["mlops"])
    assert there["in_part"] == [
        {"skill": "looker", "known": "tableau", "credit_per_cent": 60, "reason": "both draw dashboards"}
    ]
    assert back["deepen"] == ["statistics"]
    # of 90 + 50 + 50 points for Python, Looker and MLOps: 90 + 60% of 50 = 120
    assert (there["carried_per_cent"], there["distance"]) == (63, "near")


def test_work_of_one_kind_is_shared():
    work = facts(Told(FULL), SITE)["work"]
    [shared] = work["shared"]
    assert (shared["kind"], shared["left"][0]["text"], shared["right"][0]["text"]) == (
        "models",
        "Build models",
        "Ship models",
    )
    assert work["left_only"] == [{"text": "Plan work", "kind": None, "kind_name": None}]
    assert work["sentence"] == "Both spend time on modelling."


def test_sources_are_named_once():
    assert [source.name for source in sources(FULL)] == ["OnJob editorial range", "Survey"]
    assert sources(BARE) == []
