"""What the database refuses of the catalogue, whoever asks: a form, a fixture or SQL. Pay and payroll have files."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from roles.models import (
    CareerStep,
    CatalogueRow,
    DataVersion,
    Location,
    LocationAlias,
    NearSkill,
    PayrollYear,
    Report,
    Responsibility,
    Role,
    RoleAlias,
    RoleFAQ,
    RoleSkill,
    SalaryRange,
    Skill,
    SkillAlias,
    SkillPart,
    Source,
    WorkKind,
)
from tests.constraints import (
    FACTORIES,
    Rule,
    assert_accepted,
    assert_refused,
    constraint_names,
    positive_fields,
    same,
    two_rows,
    unique_fields,
)
from tests.factories import ResponsibilityFactory, RoleSkillFactory, SalaryRangeFactory, SourceFactory, WorkKindFactory

pytestmark = pytest.mark.django_db

MODELS = [model for model in apps.get_app_config("roles").get_models() if model not in (SalaryRange, PayrollYear)]

SHAPES = [
    Rule(f"{model._meta.model_name}_slug_shape", repr(slug), model, {"slug": slug}, {"slug": "a-1"})
    for model in [Location, Role, RoleAlias, Skill, Source, WorkKind]
    for slug in ["", "Data", "big_data", "big data", "-data", "data-", "big--data", "café", "data\n", "a/b"]
]

TEXTS = [
    Rule(f"{model._meta.model_name}_text_given", f"no {field}", model, {field: ""}, {field: "x"})
    for model, fields in {
        Location: ["name"],
        LocationAlias: ["name"],
        Source: ["name", "publisher"],
        Role: ["name", "plural", "summary"],
        RoleAlias: ["name"],
        RoleFAQ: ["question", "answer"],
        Skill: ["name", "in_sentence"],
        SkillAlias: ["name"],
        CareerStep: ["title", "does"],
        WorkKind: ["name"],
    }.items()
    for field in fields
]

CHOICES = [
    Rule(f"{model._meta.model_name}_{field}_valid", repr(bad), model, {field: bad}, {field: good})
    for model, field, good in [
        (Location, "kind", "remote"),
        (Source, "method", "survey"),
        (Role, "status", "draft"),
        (Role, "family", "hospitality"),
        (Role, "article", "an"),
        (Skill, "category", "soft"),
        (RoleSkill, "kind", "secondary"),
        (Skill, "trust", "case"),
        (SkillAlias, "trust", "list"),
    ]
    for bad in ["", "?", good.upper()]
]


PLACE = [
    Rule(
        "locationalias_name_once",
        "other capitals",
        LocationAlias,
        lambda there: {"name": there.name.upper()},
        lambda there: {"name": f"{there.name} 2"},
    ),
    Rule(
        "location_professional_tax_capped",
        "above the Constitution's limit",
        Location,
        {"professional_tax": 2501},
        {"professional_tax": 2500},
    ),
    Rule(
        "location_professional_tax_capped",
        "above it, not known is fine",
        Location,
        {"professional_tax": 25_000},
        {"professional_tax": None},
    ),
]


def experience(low: int | None, high: int | None, **source: Any):
    return same(experience_min=low, experience_max=high, **source)


sourced = {"experience_source": SourceFactory}

ROLE = [
    Rule("role_slug_is_no_pair", "reads as a pair", Role, {"slug": "a-vs-b"}, {"slug": "a-vsb"}),
    Rule("rolealias_slug_is_no_pair", "reads as a pair", RoleAlias, {"slug": "a-vs-b"}, {"slug": "a-vsb"}),
    Rule(
        "role_published_is_reviewed",
        "published without review",
        Role,
        {"status": "published", "reviewed_on": None},
        {"status": "draft", "reviewed_on": None},
    ),
    *[
        Rule("role_experience_whole_and_sourced", what, Role, bad, good)
        for what, bad, good in [
            ("no upper end", experience(1, None, **sourced), experience(1, 1, **sourced)),
            ("no lower end", experience(None, 8, **sourced), experience(None, None, **sourced)),
            ("falls", experience(8, 7, **sourced), experience(7, 8, **sourced)),
            ("over 50 years", experience(1, 51, **sourced), experience(1, 50, **sourced)),
            ("no source", experience(1, 8), experience(None, None)),
        ]
    ],
]

DUTY = [
    Rule(
        "responsibility_once_a_role",
        "the same words again",
        Responsibility,
        same("role", "text"),
        same("role", text="Build other models"),
    ),
    *[
        Rule("responsibility_text_is_imperative", what, Responsibility, {"text": bad}, {"text": "Build models"})
        for what, bad in [
            ("empty", ""),
            ("small letter", "build models"),
            ("full stop", "Build models."),
            ("space at the end", "Build models "),
            ("digit first", "3 models"),
        ]
    ],
    *[
        Rule("responsibility_gerund_is_gerund", what, Responsibility, {"gerund": bad}, {"gerund": good})
        for what, bad, good in [
            ("empty", "", "building models"),
            ("imperative", "build models", "building models"),
            ("capital", "Building models", "building models"),
            ("full stop", "building models.", "building models"),
            ("space at the end", "building models ", "building, testing models"),
            ("one word", "building", "re-building it"),
        ]
    ],
]


def replaces(key: str, role: str = "theirs"):
    """The row that is there replaces the same built question, of its role and of this one."""

    def change(there: RoleFAQ) -> dict[str, Any]:
        RoleFAQ.objects.filter(pk=there.pk).update(key=key)
        return {"key": key} | ({"role": there.role} if role == "theirs" else {})

    return change


FAQ = [
    Rule("rolefaq_key_once_a_role", "replaced twice", RoleFAQ, replaces("pay"), replaces("pay", role="another")),
    Rule(
        "rolefaq_key_once_a_role", "replaced twice, extra questions may be many", RoleFAQ, replaces("pay"), replaces("")
    ),
]


def adverts(naming: int | None, read: int | None) -> dict[str, int | None]:
    return {"adverts_naming": naming, "adverts_read": read}


SKILL = [
    Rule("skill_name_once", "other capitals", Skill, {"name": "THERE"}, {"name": "THERE 2"}),
    Rule(
        "skillalias_name_once",
        "other capitals",
        SkillAlias,
        lambda there: {"name": there.name.upper()},
        lambda there: {"name": f"{there.name} 2"},
    ),
    Rule("roleskill_once", "the same skill again", RoleSkill, same("role", "skill"), same("role")),
    Rule("roleskill_importance_1_to_100", "0", RoleSkill, {"importance": 0}, {"importance": 1}),
    Rule("roleskill_importance_1_to_100", "101", RoleSkill, {"importance": 101}, {"importance": 100}),
    Rule(
        "roleskill_evidence_is_sourced",
        "counted without a source",
        RoleSkill,
        same(evidence_count=1),
        same(evidence_count=1, source=SourceFactory),
    ),
    *[
        Rule("roleskill_adverts_whole", what, RoleSkill, bad, good)
        for what, bad, good in [
            ("more name it than were read", adverts(11, 10), adverts(10, 10)),
            ("read is not given", adverts(1, None), adverts(None, None)),
            ("naming is not given", adverts(None, 10), adverts(0, 10)),
            ("none was read", adverts(0, 0), adverts(0, 1)),
        ]
    ],
]

PART = [
    Rule("skillpart_once", "the same part again", SkillPart, same("whole", "part"), same("whole")),
    Rule(
        "skillpart_of_another",
        "a part of itself",
        SkillPart,
        lambda there: {"whole": there.whole, "part": there.whole},
        lambda there: {"whole": there.part, "part": there.whole},
    ),
]

WORK = [
    Rule("workkind_name_once", "other capitals", WorkKind, {"name": "THERE"}, {"name": "THERE 2"}),
]


def pair(first: str, second: str):
    """The skills of the row that is there, each named by its end."""
    return lambda there: {"first": getattr(there, first), "second": getattr(there, second)}


NEAR = [
    Rule("nearskill_two_skills", "one skill", NearSkill, pair("first", "first"), same("first")),
    Rule("nearskill_once_a_pair", "the same order", NearSkill, pair("first", "second"), same("second")),
    Rule("nearskill_once_a_pair", "the other order", NearSkill, pair("second", "first"), same("first")),
    Rule("nearskill_credit_10_to_80", "9", NearSkill, {"credit": 9}, {"credit": 10}),
    Rule("nearskill_credit_10_to_80", "81", NearSkill, {"credit": 81}, {"credit": 80}),
    *[
        Rule("nearskill_reason_is_clause", what, NearSkill, {"reason": bad}, {"reason": "both are R"})
        for what, bad in [
            ("empty", ""),
            ("full stop", "both are R."),
            ("space at the end", "both are R "),
            ("line break at the end", "both are R\n"),
        ]
    ],
]


def step(low: int, high: int | None) -> dict[str, int | None]:
    return {"years_min": low, "years_max": high}


LADDER = [
    Rule(
        "careerstep_once", "two steps from one year", CareerStep, same("role", "years_min"), same("role", years_min=1)
    ),
    *[
        Rule("careerstep_years_in_order", what, CareerStep, bad, good)
        for what, bad, good in [
            ("no year long", step(2, 2), step(2, 3)),
            ("falls", step(3, 2), step(2, None)),
            ("ends over 50 years", step(0, 51), step(0, 50)),
            ("starts over 50 years", step(51, None), step(50, None)),
        ]
    ],
]

CATALOGUE = [
    Rule("dataversion_one_row", "a second row", DataVersion, {"id": 2}, {"number": 5}),
    Rule("cataloguerow_once", "the same row", CatalogueRow, same("model", "key"), same("model", key="[]")),
]


def decided(status: str, at: datetime.datetime | None) -> dict[str, Any]:
    return {"status": status, "decided_at": at}


NOW = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)

REPORT = [
    *[
        Rule("report_status_valid", repr(bad), Report, decided(bad, NOW), decided("spam", NOW))
        for bad in ["", "?", "SPAM"]
    ],
    *[
        Rule("report_page_is_a_path", repr(bad), Report, {"page": bad}, {"page": "/compare-roles/a-vs-b/"})
        for bad in ["", "roles/", "//a.example/", "/\\a.example/", "/a b/", "/a\n", "/a?pay=6", "https://a.example/"]
    ],
    *[
        Rule("report_text_length", f"{bad} characters", Report, {"what_is_wrong": "é" * bad}, {"what_is_wrong": good})
        for bad, good in [(0, "é" * 10), (9, "é" * 10), (1001, "é" * 1000)]
    ],
    *[
        Rule("report_sender_is_a_code", repr(bad), Report, {"sender": bad}, {"sender": good})
        for bad, good in [("192.0.2.1", ""), ("0" * 15, "0" * 16), ("G" * 16, "f" * 16)]
    ],
    *[
        Rule("report_decided_unless_new", what, Report, bad, good)
        for what, bad, good in [
            ("new but decided", decided("new", NOW), decided("new", None)),
            ("accepted at no time", decided("accepted", None), decided("accepted", NOW)),
            ("declined at no time", decided("declined", None), decided("declined", NOW)),
        ]
    ],
]

RULES = [
    *SHAPES,
    *TEXTS,
    *CHOICES,
    *PLACE,
    *ROLE,
    *DUTY,
    *FAQ,
    *SKILL,
    *PART,
    *WORK,
    *NEAR,
    *LADDER,
    *CATALOGUE,
    *REPORT,
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    assert constraint_names(MODELS) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", unique_fields(MODELS), ids=str)
def test_unique_field_is_unique_in_the_database(field):
    there, row = two_rows(field.model)
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: getattr(there, field.name)})


@pytest.mark.parametrize("field", positive_fields(MODELS), ids=str)
def test_negative_number_is_refused(field):
    row = FACTORIES[field.model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: -1})


@pytest.mark.parametrize(
    ("factory", "referred"),
    [(SalaryRangeFactory, "location"), (SalaryRangeFactory, "source"), (RoleSkillFactory, "skill")],
)
def test_what_a_fact_refers_to_cannot_be_deleted(factory, referred):
    with pytest.raises(ProtectedError):
        getattr(factory(), referred).delete()


def test_kind_of_work_that_duties_have_cannot_be_deleted():
    duty = ResponsibilityFactory(kind=WorkKindFactory())
    with pytest.raises(ProtectedError):
        duty.kind.delete()
