"""The real catalogue: it loads, every row is sound, every role is complete, and its facts are what they should be."""

import json
import re
from collections import Counter, defaultdict
from functools import cache
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from roles.catalogue.files import APPS, is_loaded
from roles.catalogue.rows import fields_of
from roles.models import CatalogueRow, Family, Responsibility, Role, RoleAlias, RoleSkill, SalaryRange, SkillAlias
from roles.models.payroll import SOURCES

FIXTURES = settings.BASE_DIR / "fixtures"
MODELS = [
    model for app in APPS for model in apps.get_app_config(app).get_models() if is_loaded(app, model._meta.model_name)
]
SEED = ("data-scientist", "ml-engineer")
SEED_DUTIES = {
    "data-scientist": [
        "Frame business problems as data and machine-learning questions",
        "Explore, clean and engineer features from large, varied datasets",
        "Build, train and evaluate predictive and statistical models",
        "Design and analyse A/B tests and controlled experiments",
        "Validate models for accuracy, bias and generalisation before deployment",
    ],
    "ml-engineer": [
        "Take models from prototype to production-grade, scalable services",
        "Build and automate training, evaluation and deployment pipelines (MLOps)",
        "Optimise model inference for latency, throughput and cost",
        "Monitor models in production for accuracy, drift and data quality",
        "Engineer features and data pipelines that feed model training",
    ],
}

# Of the tables with thousands of plain rows some will do: a full check costs a query for each unique field.
EVERY = {SkillAlias: 25, RoleSkill: 9, Responsibility: 5, RoleAlias: 5, SalaryRange: 5, CatalogueRow: 25}

Fields = dict[str, Any]


@cache
def rows(model: str) -> list[Fields]:
    """The fields of every row of a model, left-out ones with their default. References are lists of one slug."""
    found = [row for path in sorted(FIXTURES.glob("*.json")) for row in json.loads(path.read_text(encoding="utf-8"))]
    defaults = {name: field.get_default() for name, field in fields_of(apps.get_model(model)).items()}
    return [defaults | row["fields"] for row in found if row["model"] == model]


def by_role(model: str) -> dict[str, list[Fields]]:
    grouped = defaultdict(list)
    for fields in rows(model):
        grouped[fields["role"][0]].append(fields)
    return grouped


def slugs(model: str) -> set[str]:
    return {fields["slug"] for fields in rows(model)}


def core_skills(role: str) -> set[str]:
    return {fields["skill"][0] for fields in by_role("roles.roleskill")[role] if fields["kind"] == "core"}


def names_of(model: str) -> list[str]:
    return [fields["name"].lower() for fields in rows(model)]


# --- As a whole


@pytest.mark.django_db
def test_every_row_of_the_loaded_catalogue_is_sound():
    call_command("load_catalogue", stdout=StringIO())
    for model in MODELS:
        for row in model.objects.order_by("pk")[:: EVERY.get(model, 1)]:
            row.full_clean()
    assert Role.objects.published().count() == len(rows("roles.role"))
    assert SalaryRange.objects.count() == len(rows("roles.salaryrange"))


@pytest.mark.django_db
def test_second_load_of_the_catalogue_finds_nothing_to_do():
    call_command("load_catalogue", stdout=StringIO())
    out = StringIO()
    call_command("load_catalogue", stdout=out)
    total = sum(len(rows(model._meta.label_lower)) for model in MODELS)
    assert f"Catalogue loaded: 0 added, 0 updated, {total:,} unchanged in " in out.getvalue()


def test_every_place_and_source_is_used():
    pay, skills = rows("roles.salaryrange"), rows("roles.roleskill")
    towns = {fields["slug"] for fields in rows("roles.location") if fields["kind"] == "city"}  # jobs are in them
    assert {fields["location"][0] for fields in pay} | towns == slugs("roles.location")
    experience = {fields["experience_source"][0] for fields in rows("roles.role") if fields["experience_source"]}
    evidence = {fields["source"][0] for fields in skills if fields["source"]}
    payroll = {fields[name][0] for fields in rows("roles.payrollyear") for name in SOURCES}
    assert {fields["source"][0] for fields in pay} | experience | evidence | payroll == slugs("roles.source")


# --- Roles


def test_all_roles_of_all_families_are_there():
    assert len(slugs("roles.role")) == 120
    assert {role["family"] for role in rows("roles.role")} == set(Family.values)


@pytest.mark.parametrize("role", rows("roles.role"), ids=lambda role: role["slug"])
def test_role_is_complete(role):
    assert role["status"] == "published"
    assert re.match(rf"{role['article']} {re.escape(role['name'])}[ ,]", role["summary"], re.IGNORECASE)
    assert role["summary"].endswith(".")
    assert 80 <= len(role["overview"].split()) <= 150
    assert 60 <= len(role["typical_day"].split()) <= 110
    assert 60 <= len(role["entry"].split()) <= 110
    assert role["education"]
    assert role["question"].endswith("?")
    for clause in (role["output"], role["measured_by"], role["works_with"]):
        assert 15 <= len(clause) <= 140
        assert not clause.endswith(".")
    for clauses in (role["suits"], role["avoid"]):
        assert len(clauses.splitlines()) == 3
        assert all(re.fullmatch(r"[a-z].*[^.]", clause) for clause in clauses.splitlines())
    duties = by_role("roles.responsibility")[role["slug"]]
    assert [duty["position"] for duty in duties] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert 7 <= len(core_skills(role["slug"])) <= 10
    assert by_role("roles.rolealias")[role["slug"]]


@pytest.mark.parametrize("role", sorted(slugs("roles.role")))
def test_ladder_has_no_gap_and_an_open_end(role):
    steps = by_role("roles.careerstep")[role]
    assert 3 <= len(steps) <= 5
    ends = [step["years_max"] for step in steps]
    assert ends == [step["years_min"] for step in steps[1:]] + [None]
    assert all(step["does"].endswith(".") for step in steps)
    assert len({step["title"] for step in steps}) == len(steps)


def test_experience_is_counted_from_ten_adverts_or_an_editors_or_unknown():
    """What three adverts say of actuaries and six of dietitians isn't shown."""
    for role in rows("roles.role"):
        source, sample = role["experience_source"], role["experience_sample_size"]
        if role["slug"] in ("actuary", "dietitian"):
            assert (source, role["experience_min"], sample) == (None, None, None)
        elif role["slug"] in SEED:
            assert (source, sample) == (["onjob-editorial"], None)
        else:
            assert source == ["indian-adverts"]
            assert sample >= 10
            assert 0 <= role["experience_min"] < role["experience_max"] <= 20


def test_gerund_is_its_imperative_in_another_form():
    """Word for word the same but for the verbs: neither was changed without the other."""
    for duty in rows("roles.responsibility"):
        text, gerund = duty["text"].split(), duty["gerund"].split()
        assert len(text) == len(gerund), duty
        for plain, other in zip(text, gerund, strict=True):
            assert plain == other or other.strip(",").endswith("ing"), duty


def test_article_fits_the_name():
    """A name that starts with a vowel sound takes "an"; spelt-out letters are listed as they sound."""
    spelt = {"MLOps": "em", "HR": "aitch", "SEO": "ess", "SAP": "ess", "UI": "you", "UX": "you"}
    for role in rows("roles.role"):
        first = role["name"].split()[0]
        sound = spelt.get(first, first.lower())
        assert role["article"] == ("an" if sound[0] in "aeiou" else "a"), role["name"]


def test_alias_leads_to_one_role_and_is_no_roles_own_slug():
    aliases = Counter(alias["slug"] for alias in rows("roles.rolealias"))
    assert not aliases.keys() & slugs("roles.role")
    assert max(aliases.values()) == 1
    assert "machine-learning-engineer" in aliases


# --- Skills


def test_skill_name_inside_a_sentence_is_the_same_name_with_fewer_capitals():
    """But for "&", which may be spelt out, and a plural: "Product roadmap", "product roadmaps"."""

    def plain(name: str) -> str:
        return name.lower().replace("&", "and").removesuffix("s")

    for skill in rows("roles.skill"):
        assert plain(skill["in_sentence"]) == plain(skill["name"])
        assert sum(map(str.isupper, skill["in_sentence"])) <= sum(map(str.isupper, skill["name"]))


def test_no_name_stands_for_two_skills():
    aliases = names_of("roles.skillalias")
    assert not set(aliases) & set(names_of("roles.skill"))
    assert max(Counter(aliases).values()) == 1


def test_what_a_bundle_holds_are_skills_of_their_own():
    parts = defaultdict(set)
    for row in rows("roles.skillpart"):
        parts[row["whole"][0]].add(row["part"][0])
    assert {"tensorflow", "pytorch"} <= parts["tensorflow-pytorch"]
    assert {"docker", "kubernetes"} <= parts["docker-and-kubernetes"]
    assert not parts.keys() & set().union(*parts.values())


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("reactjs", "react"),
        ("ML", "machine-learning"),
    ],
)
def test_skill_is_found_by_its_other_names(name, skill):
    found = [alias["skill"] for alias in rows("roles.skillalias") if alias["name"].lower() == name.lower()]
    assert found == [[skill]]


def test_counted_evidence_has_a_source_and_the_rest_has_none():
    for fields in rows("roles.roleskill"):
        assert (fields["source"] is None) == (fields["evidence_count"] == 0), fields
        assert (fields["adverts_naming"] or 0) <= fields["evidence_count"], fields


def test_every_skill_says_what_it_is():
    for skill in rows("roles.skill"):
        assert 50 <= len(skill["summary"]) <= 175, skill["slug"]
        assert skill["summary"].endswith("."), skill["slug"]


# --- Near skills


def test_near_skills_name_no_pair_twice_and_no_bundle_with_its_part():
    pairs = Counter(frozenset((*row["first"], *row["second"])) for row in rows("roles.nearskill"))
    assert {len(pair) for pair in pairs} == {2}
    assert max(pairs.values()) == 1
    assert not pairs.keys() & {frozenset((*row["whole"], *row["part"])) for row in rows("roles.skillpart")}


def test_reason_of_near_skills_goes_on_from_because():
    """A small letter first, but where a name stands there: “Power BI grew out of …”."""
    names = " ".join(skill["name"] for skill in rows("roles.skill"))
    for row in rows("roles.nearskill"):
        first, *rest = row["reason"].split()
        assert first.islower() or first in names, row
        assert len(rest) >= 2, row


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("mysql", "postgresql", 70, 80),
        ("power-bi", "tableau", 50, 60),
        ("react", "vuejs", 50, 60),
        ("pytorch", "tensorflow", 50, 60),
        ("aws", "microsoft-azure", 50, 60),
        ("c-sharp", "java", 25, 40),
    ],
)
def test_credit_is_what_somebody_of_the_trade_would_give(one, other, low, high):
    [credit] = [row["credit"] for row in rows("roles.nearskill") if {*row["first"], *row["second"]} == {one, other}]
    assert low <= credit <= high


# --- Kinds of work


def kinds_of(role: str) -> set[str]:
    return {duty["kind"][0] for duty in by_role("roles.responsibility")[role]}


def test_every_duty_has_a_kind_and_every_kind_a_duty():
    duties = rows("roles.responsibility")
    assert [duty["text"] for duty in duties if not duty["kind"]] == []
    assert {duty["kind"][0] for duty in duties} == slugs("roles.workkind")


def test_kinds_are_neither_one_roles_alone_nor_everybodys():
    roles_of = defaultdict(set)
    for duty in rows("roles.responsibility"):
        roles_of[duty["kind"][0]].add(duty["role"][0])
    alone = [kind for kind, roles in roles_of.items() if len(roles) == 1]
    assert len(alone) <= 8, alone
    assert max(len(roles) for roles in roles_of.values()) <= 25


def test_a_roles_duties_are_mostly_of_different_kinds():
    for role in slugs("roles.role"):
        assert len(kinds_of(role)) >= 4, role


def test_name_of_a_kind_stands_inside_a_sentence():
    """One to five words, small letters but for short forms, and its slug says the same."""
    for kind in rows("roles.workkind"):
        words = kind["name"].split()
        assert 1 <= len(words) <= 5, kind
        assert all(word.islower() or sum(map(str.isupper, word)) >= 2 for word in words if word[0].isalpha()), kind
        assert kind["slug"] == re.sub(r"[^a-z0-9]+", "-", kind["name"].lower()).strip("-")


def test_no_two_kinds_read_alike():
    """The words that carry a name, without their plural, are never the same set, nor all of another's but one."""
    small = {"and", "for", "the", "of", "in", "to", "with", "on", "out"}
    carried = {
        kind["name"]: {word.removesuffix("s") for word in re.findall(r"[\w/-]+", kind["name"].lower())} - small
        for kind in rows("roles.workkind")
    }
    alike = [
        (one, other)
        for one, words in carried.items()
        for other, others in carried.items()
        if one < other and len(words & others) >= max(1, min(len(words), len(others)))
    ]
    assert alike == []


def test_roles_that_are_near_share_kinds_and_roles_that_are_far_none():
    assert kinds_of("data-scientist") & kinds_of("ml-engineer") >= {"a-b-tests-and-experiments"}
    for one, other in [
        ("bi-developer", "data-analyst"),
        ("frontend-developer", "full-stack-developer"),
        ("nurse", "physiotherapist"),
        ("accountant", "tax-consultant"),
        ("hr-executive", "hr-manager"),
        ("android-developer", "ios-developer"),
        ("professor", "teacher"),
    ]:
        assert len(kinds_of(one) & kinds_of(other)) >= 2, (one, other)
    for one, other in [("nurse", "backend-developer"), ("chef", "data-engineer"), ("lawyer", "vlsi-engineer")]:
        assert kinds_of(one) & kinds_of(other) == set(), (one, other)


# --- Pay


def test_every_figure_has_a_source_a_basis_and_a_period():
    editorial = {source["slug"] for source in rows("roles.source") if source["method"] == "editorial"}
    for pay in rows("roles.salaryrange"):
        [source] = pay["source"]
        assert (pay["basis"] == "editorial") == (source in editorial), pay
        if source in editorial:
            assert (pay["period_start"], pay["sample_size"], pay["confidence"]) == (None, None, "d")
        else:
            assert pay["period_start"] < pay["period_end"], pay
            assert (pay["sample_size"] or 0) >= 10 or pay["basis"] == "official"
            assert pay["includes"]


def test_a_part_of_the_market_is_said_and_official_pay_is_one():
    parts = {source["slug"] for source in rows("roles.source") if source["speaks_of"]}
    official = {pay["source"][0] for pay in rows("roles.salaryrange") if pay["basis"] == "official"}
    assert parts == official | {"leetcode-2025"}


def test_every_source_of_pay_is_used_and_says_how():
    for source in rows("roles.source"):
        assert source["used_for"].endswith("."), source["slug"]


def test_every_source_says_what_to_beware_of_and_what_must_be_printed():
    notice = " ".join((settings.BASE_DIR / "NOTICE").read_text(encoding="utf-8").split())
    for source in rows("roles.source"):
        assert source["caveat"].endswith("."), source["slug"]
        for attribution in source["attribution"].splitlines():
            assert attribution in notice, source["slug"]


def test_pay_is_a_years_pay_in_whole_rupees():
    """Between ₹1 lakh and ₹1 crore a year: a month's pay or lakhs taken for rupees would fall outside."""
    for pay in rows("roles.salaryrange"):
        figures = [
            pay[name] for name in ("p10", "p25", "p50", "p75", "p90", "mean", "low", "high") if pay[name] is not None
        ]
        assert figures
        assert all(100_000 <= figure <= 10_000_000 for figure in figures), pay


# --- In-hand pay


def test_every_city_with_pay_figures_knows_its_professional_tax_and_nothing_else_does():
    paid = {fields["location"][0] for fields in rows("roles.salaryrange")}
    for place in rows("roles.location"):
        assert (place["professional_tax"] is not None) == (place["kind"] == "city" and place["slug"] in paid), place


def test_the_rules_of_2026_27_are_those_of_the_acts():
    """Held to the sources’ own words, so that a slip of the hand shows."""
    [year] = rows("roles.payrollyear")
    assert year["slabs"] == [
        [100_000 * lakh, rate] for lakh, rate in zip(range(4, 25, 4), range(5, 31, 5), strict=True)
    ]
    assert year["surcharges"] == [[5_000_000, 10], [10_000_000, 15], [20_000_000, 25]]
    [fund] = [source for source in rows("roles.source") if [source["slug"]] == year["pf_source"]]
    assert f"{year['pf_per_cent']}% of wages" in fund["used_for"]
    assert f"₹{year['pf_wage_ceiling']:,} a month" in fund["caveat"]
    [states] = [source for source in rows("roles.source") if [source["slug"]] == year["professional_tax_source"]]
    assert f"At most ₹{year['professional_tax']:,} a year" in states["used_for"]


# --- The two roles of the seed


def test_seed_roles_share_exactly_three_core_skills():
    assert core_skills("data-scientist") & core_skills("ml-engineer") == {
        "python",
        "tensorflow-pytorch",
        "feature-engineering",
    }


@pytest.mark.parametrize(("role", "low", "high"), [("data-scientist", 6, 30), ("ml-engineer", 7, 35)])
def test_seed_role_has_its_experience_and_editorial_range(role, low, high):
    [fields] = [fields for fields in rows("roles.role") if fields["slug"] == role]
    assert (fields["experience_min"], fields["experience_max"]) == (1, 8)
    [pay] = [pay for pay in by_role("roles.salaryrange")[role] if pay["source"] == ["onjob-editorial"]]
    assert (pay["low"], pay["high"]) == (low * 100_000, high * 100_000)
    assert (pay["experience_min"], pay["experience_max"]) == (1, 8)


@pytest.mark.parametrize("role", SEED)
def test_seed_roles_duties_come_first(role):
    assert [duty["text"] for duty in by_role("roles.responsibility")[role]][:5] == SEED_DUTIES[role]


# --- Notes


def test_notes_are_plain_sentences_without_figures():
    for note in rows("comparisons.comparisonnote"):
        assert note["is_published"]
        assert 2 <= len(re.findall(r"[.?!](?:\s|$)", note["verdict"])) <= 4, note
        assert not re.search(r"\d|₹|<", note["verdict"]), note
