"""What the database refuses of openings and of where they come from."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from jobs.models import (
    Company,
    FeedRun,
    Job,
    JobFeed,
    JobPlace,
    JobQuestion,
    JobReport,
    JobSkill,
    JobSource,
    OpenJob,
    ScamRule,
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
from tests.factories import SEEN, JobFactory, RoleFactory

pytestmark = pytest.mark.django_db

# OpenJob is written by the database alone, out of rows that keep the rules.
MODELS = [model for model in apps.get_app_config("jobs").get_models() if model is not OpenJob]
LATER = SEEN + datetime.timedelta(days=1)
EARLIER = SEEN - datetime.timedelta(days=1)

SHAPES = [
    Rule(f"{model._meta.model_name}_slug_shape", repr(slug), model, {"slug": slug}, {"slug": "a-1"})
    for model in [Company, Job]
    for slug in ["", "Data", "big data", "-data", "data-", "data\n", "a/b"]
]

TEXTS = [
    Rule(f"{model._meta.model_name}_text_given", f"no {field}", model, {field: ""}, {field: "x"})
    for model, fields in {
        Company: ["name", "key"],
        Job: ["title"],
        JobFeed: ["name"],
        JobQuestion: ["words"],
        JobSource: ["key"],
        ScamRule: ["name", "explanation", "phrases"],
    }.items()
    for field in fields
]

CHOICES = [
    Rule(f"{model._meta.model_name}_{field}_valid", repr(bad), model, {field: bad}, {field: good})
    for model, field, good, bads in [
        (JobFeed, "kind", "lever", ["", "?", "LEVER"]),
        (Job, "status", "draft", ["", "?", "DRAFT"]),
        (Job, "mode", "", ["?", "Remote"]),
        (Job, "employment", "", ["?", "Full time"]),
        (Job, "stated_period", "", ["?", "YEAR"]),
        (JobQuestion, "kind", "long", ["", "?", "LONG"]),
        (JobReport, "complaint", "fake", ["", "?", "FAKE"]),
        (JobReport, "verdict", "right", ["", "?", "RIGHT"]),
    ]
    for bad in bads
]

FEED = [
    *[
        Rule("feedrun_outcome_valid", repr(bad), FeedRun, {"outcome": bad, "words": "Read."}, {"outcome": "unchanged"})
        for bad in ["", "?", "DONE"]
    ],
    Rule("jobfeed_reads_something", "no account", JobFeed, {"account": ""}, {"account": "", "kind": "csv"}),
    Rule("jobfeed_every_hours_range", "never", JobFeed, {"every_hours": 0}, {"every_hours": 1}),
    Rule("jobfeed_every_hours_range", "once a month", JobFeed, {"every_hours": 720}, {"every_hours": 168}),
    Rule("jobfeed_once", "the same board", JobFeed, same("kind", "account"), same("account", kind="lever")),
    Rule("feedrun_ends_after_start", "before", FeedRun, {"ended_at": EARLIER}, {"ended_at": LATER}),
    *[
        Rule("feedrun_failure_has_words", bad, FeedRun, {"outcome": bad}, {"outcome": bad, "words": "No answer."})
        for bad in ["failed", "waiting"]
    ],
    Rule("jobsource_once", "the same key", JobSource, same("feed", "key"), same("feed", key="another")),
    Rule("jobsource_seen_in_order", "before the first", JobSource, {"last_seen_at": EARLIER}, {"last_seen_at": SEEN}),
]


def years(low: int | None, high: int | None) -> dict[str, Any]:
    return {"years_min": low, "years_max": high}


def pay(low: int | None, high: int | None) -> dict[str, Any]:
    return {"pay_min": low, "pay_max": high}


def closed(status: str, at: datetime.datetime | None, because: str) -> dict[str, Any]:
    return {"status": status, "closed_at": at, "closed_because": because}


JOB = [
    Rule("job_years_in_order", "falls", Job, years(5, 3), years(3, 5)),
    Rule("job_years_in_order", "no lower end", Job, years(None, 3), years(3, None)),
    Rule("job_years_plausible", "51 and more", Job, years(51, None), years(50, None)),
    Rule("job_years_plausible", "up to 51", Job, years(0, 51), years(0, 50)),
    Rule("job_pay_whole", "falls", Job, pay(600_000, 500_000), pay(500_000, 500_000)),
    Rule("job_pay_whole", "no upper end", Job, pay(600_000, None), pay(None, None)),
    Rule("job_pay_whole", "no lower end", Job, pay(None, 600_000), pay(1, 600_000)),
    Rule("job_pay_whole", "nothing", Job, pay(0, 600_000), pay(1, 600_000)),
    *[
        Rule("job_currency_shape", repr(bad), Job, {"stated_currency": bad}, {"stated_currency": good})
        for bad, good in [("₹", "INR"), ("usd", "USD"), ("IN", "")]
    ],
    *[
        Rule("job_closed_says_when", what, Job, bad, good)
        for what, bad, good in [
            ("no time", closed("closed", None, "gone"), closed("closed", LATER, "gone")),
            ("no reason", closed("closed", LATER, ""), closed("closed", LATER, "expired")),
            ("open with a time", closed("open", LATER, ""), closed("open", None, "")),
            ("open with a reason", closed("open", None, "gone"), closed("draft", None, "")),
        ]
    ],
    Rule("job_closed_because_valid", "?", Job, closed("closed", LATER, "?"), closed("closed", LATER, "unseen")),
    Rule(
        "job_held_says_why", "no word", Job, {"status": "held"}, {"status": "held", "held_because": "Asks for a fee."}
    ),
    Rule("job_confidence_range", "101", Job, {"role_confidence": 101}, {"role_confidence": 100}),
    Rule("job_closes_after_posting", "the day before", Job, {"closes_at": EARLIER}, {"closes_at": LATER}),
    Rule("jobplace_once", "the same place", JobPlace, same("job", "location"), same("job")),
    Rule("jobskill_once", "the same skill", JobSkill, same("job", "skill"), same("job")),
    *[
        Rule("jobreport_sender_is_a_code", repr(bad), JobReport, {"sender": bad}, {"sender": good})
        for bad, good in [("192.0.2.1", ""), ("0" * 15, "0" * 16), ("G" * 16, "f" * 16)]
    ],
]

QUESTIONS = [
    Rule(
        "jobquestion_choices_with_their_kind",
        what,
        JobQuestion,
        {"kind": bad[0], "choices": bad[1]},
        {"kind": good[0], "choices": good[1]},
    )
    for what, bad, good in [
        ("none to choose from", ("choice", ""), ("choice", "One\nTwo")),
        ("some for a text", ("short", "One\nTwo"), ("short", "")),
    ]
]
RULES = [*SHAPES, *TEXTS, *CHOICES, *FEED, *JOB, *QUESTIONS]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses_of_jobs(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour_of_jobs(rule):
    assert_accepted(rule)


def test_no_constraint_of_jobs_is_forgotten():
    assert constraint_names(MODELS) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", unique_fields(MODELS), ids=str)
def test_unique_field_of_jobs_is_unique_in_the_database(field):
    there, row = two_rows(field.model)
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: getattr(there, field.name)})


@pytest.mark.parametrize("field", positive_fields(MODELS), ids=str)
def test_negative_number_of_jobs_is_refused(field):
    row = FACTORIES[field.model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model._base_manager.filter(pk=row.pk).update(**{field.name: -1})


@pytest.mark.parametrize(("what", "of"), [("company", Job), ("location", JobPlace), ("skill", JobSkill)])
def test_what_an_opening_refers_to_cannot_be_deleted(what, of):
    with pytest.raises(ProtectedError):
        getattr(FACTORIES[of](), what).delete()


def test_an_opening_outlives_its_role():
    job = JobFactory(role=RoleFactory())
    job.role.delete()
    job.refresh_from_db()
    assert job.role is None
