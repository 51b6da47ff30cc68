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

from roles.models import Role, SalaryRange

FIXTURES = settings.BASE_DIR / "fixtures"
MODELS = [model for app in ("roles", "comparisons") for model in apps.get_app_config(app).get_models()]
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

Fields = dict[str, Any]


@cache
def rows(model: str) -> list[Fields]:
    """The fields of every row of a model, as they stand in the files. References are lists of one slug."""
    found = [row for path in sorted(FIXTURES.glob("*.json")) for row in json.loads(path.read_text(encoding="utf-8"))]
    return [row["fields"] for row in found if row["model"] == model]


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
        for row in model.objects.all():
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


def test_files_hold_one_row_a_line():
    for path in FIXTURES.glob("*.json"):
        first, *lines, last = path.read_text(encoding="utf-8").splitlines()
        assert (first, last) == ("[", "]")
        assert all(json.loads(line.removesuffix(","))["fields"] for line in lines)


def test_nothing_stands_in_the_catalogue_that_no_role_uses():
    pay, skills = rows("roles.salaryrange"), rows("roles.roleskill")
    assert {fields["skill"][0] for fields in skills} == slugs("roles.skill")
    assert {fields["location"][0] for fields in pay} == slugs("roles.location")
    experience = {fields["experience_source"][0] for fields in rows("roles.role")}
    evidence = {fields["source"][0] for fields in skills if fields["source"]}
    assert {fields["source"][0] for fields in pay} | experience | evidence == slugs("roles.source")


# --- Roles


def test_all_of_data_and_ai_and_its_neighbours_are_there():
    data = {role["slug"] for role in rows("roles.role") if role["family"] == "data"}
    assert data == {
        "ai-engineer",
        "bi-developer",
        "business-analyst",
        "computer-vision-engineer",
        "data-analyst",
        "data-architect",
        "data-engineer",
        "data-scientist",
        "ml-engineer",
        "mlops-engineer",
        "statistician",
    }
    software = {"software-engineer", "backend-developer", "frontend-developer", "full-stack-developer"}
    assert software | {"devops-engineer", "product-manager"} <= slugs("roles.role")


@pytest.mark.parametrize("role", rows("roles.role"), ids=lambda role: role["slug"])
def test_role_is_complete(role):
    assert role["status"] == "published"
    assert role["summary"].lower().startswith(f"{role['article']} {role['name'].lower()} ")
    assert role["summary"].endswith(".")
    assert 80 <= len(role["overview"].split()) <= 150
    assert role["education"]
    assert 0 <= role["experience_min"] < role["experience_max"] <= 15
    assert role["experience_source"]
    duties = by_role("roles.responsibility")[role["slug"]]
    assert [duty["position"] for duty in duties] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert 7 <= len(core_skills(role["slug"])) <= 10
    assert by_role("roles.rolealias")[role["slug"]]


def test_experience_read_from_adverts_says_how_many():
    for role in rows("roles.role"):
        estimated = role["experience_source"] == ["onjob-editorial"]
        assert estimated == (role["slug"] in SEED)
        assert (role["experience_sample_size"] is None) == estimated, role["slug"]


def test_gerund_is_its_imperative_in_another_form():
    """Word for word the same but for the verbs: neither was changed without the other."""
    for duty in rows("roles.responsibility"):
        text, gerund = duty["text"].split(), duty["gerund"].split()
        assert len(text) == len(gerund), duty
        for plain, other in zip(text, gerund, strict=True):
            assert plain == other or other.strip(",").endswith("ing"), duty


def test_article_fits_the_name():
    """A name that starts with a vowel sound takes "an": none here starts with a silent or a spoken consonant."""
    for role in rows("roles.role"):
        spoken = {"MLOps Engineer": "e"}.get(role["name"], role["name"][0].lower())
        assert role["article"] == ("an" if spoken in "aeiou" else "a"), role["name"]


def test_alias_leads_to_one_role_and_is_no_roles_own_slug():
    aliases = Counter(alias["slug"] for alias in rows("roles.rolealias"))
    assert not aliases.keys() & slugs("roles.role")
    assert max(aliases.values()) == 1
    assert "machine-learning-engineer" in aliases


def test_no_sentence_stands_in_two_places():
    places = defaultdict(set)
    texts = [(f"{role['slug']} {name}", role[name]) for role in rows("roles.role") for name in ("summary", "overview")]
    texts += [(duty["role"][0], duty["text"]) for duty in rows("roles.responsibility")]
    texts += [(f"{note['first']} {note['second']}", note["verdict"]) for note in rows("comparisons.comparisonnote")]
    for place, text in texts:
        for sentence in re.split(r"(?<=[.?!;:])\s+", text):
            if len(sentence.split()) >= 8:
                places[sentence.strip(".;: ").lower()].add(place)
    assert len(places) > 200
    assert not {sentence: found for sentence, found in places.items() if len(found) > 1}


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
    assert min(map(len, aliases)) >= 2


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("TensorFlow", "tensorflow-pytorch"),
        ("PyTorch", "tensorflow-pytorch"),
        ("Kubernetes", "docker-and-kubernetes"),
        ("AWS", "aws-azure-gcp"),
        ("reactjs", "react"),
        ("ML", "machine-learning"),
    ],
)
def test_skill_is_found_by_its_parts_and_other_names(name, skill):
    found = [alias["skill"] for alias in rows("roles.skillalias") if alias["name"].lower() == name.lower()]
    assert found == [[skill]]


def test_counted_evidence_has_a_source_and_the_rest_has_none():
    for fields in rows("roles.roleskill"):
        assert (fields["source"] is None) == (fields["evidence_count"] == 0), fields
        assert (fields["adverts_naming"] or 0) <= fields["evidence_count"], fields


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
            assert pay["sample_size"] >= 10
            assert pay["includes"]


def test_every_source_says_what_to_beware_of_and_what_must_be_printed():
    notice = " ".join((settings.BASE_DIR / "NOTICE").read_text(encoding="utf-8").split())
    for source in rows("roles.source"):
        assert source["caveat"].endswith("."), source["slug"]
        for attribution in source["attribution"].splitlines():
            assert attribution in notice, source["slug"]


def test_pay_is_a_years_pay_in_whole_rupees():
    """Between ₹1 lakh and ₹1 crore a year: a month's pay or lakhs taken for rupees would fall outside."""
    for pay in rows("roles.salaryrange"):
        figures = [pay[name] for name in ("p10", "p25", "p50", "p75", "p90", "low", "high") if pay[name] is not None]
        assert figures
        assert all(100_000 <= figure <= 10_000_000 for figure in figures), pay


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
