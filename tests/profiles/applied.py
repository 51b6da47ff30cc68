"""Applications for tests: a person with something to say, a job that takes applications here, and the steps between;
and the ways to break the rules of the tables."""

import datetime

from django.test import Client

from jobs.models import Job
from profiles.applying.applications import apply_for
from profiles.applying.drafts import prepare
from profiles.models import Application, ApplicationCopy, ApplicationDraft, ApplicationEvent, Profile
from tests.constraints import Rule, same
from tests.factories import SEEN, CompanyFactory, JobFactory, SkillFactory
from tests.profiles.filled import FACTS

LATER = SEEN + datetime.timedelta(days=1)
EARLIER = SEEN - datetime.timedelta(days=1)


def filled(profile: Profile) -> Profile:
    """Somebody with skills, work and a telephone number."""
    for slug in ("sql", "excel", "python"):
        SkillFactory(slug=slug)
    profile.take(FACTS)
    return profile


def job_here(email: str = "", **fields: object) -> Job:
    """email: where the company takes applications; nothing: at the desk."""
    company = CompanyFactory(slug="acme", name="Acme", applications_email=email)
    return JobFactory(**{"company": company, "at": ["pune"], "asks": ["sql", "tableau"]} | fields)


def sent(profile: Profile, job: Job, variant: str = "two") -> Application:
    """As its owner sends it, having looked at it."""
    return apply_for(profile, job.pk, prepare(profile, job, variant, []).digest)


def look(owner: Client, job: Job, **answers: str) -> str:
    """Fills in the form; the digest that the page to look at would send."""
    answer = owner.post(f"/profile/applications/new/?job={job.pk}", {"variant": "two", **answers})
    assert answer["Location"] == f"/profile/applications/new/{job.pk}/", answer
    return owner.get(answer["Location"]).content.decode().partition('name="digest" value="')[2][:64]


def send(owner: Client, job: Job, digest: str):
    return owner.post(f"/profile/applications/new/{job.pk}/send/", {"digest": digest})


MAILED = {"delivery": "mailed", "recipient": "jobs@example.org", "mailed_at": SEEN}
WAITING = {"delivery": "waiting", "recipient": "jobs@example.org"}
ELSEWHERE = {"delivery": "elsewhere", "variant": "", "resume": None}
APPLICATIONS = [
    *(
        Rule("application_text_given", f"no {field}", Application, {field: ""}, {field: "x"})
        for field in ("title", "company_name")
    ),
    Rule("application_once", "the same job", Application, same("profile", "job"), same("profile", job=lambda: None)),
    *(
        Rule("application_status_of_its_way", f"{bad}", Application, bad, good)
        for bad, good in [
            ({"status": "lost"}, {"status": "seen"}),
            ({"status": "noted"}, {"status": "withdrawn"}),
            ({"way": "elsewhere"}, {"way": "elsewhere", "status": "hired"}),
            ({"way": "post"}, {"way": "elsewhere", "status": "noted"}),
        ]
    ),
    Rule("application_changed_after_sent", "before", Application, {"changed_at": EARLIER}, {"changed_at": LATER}),
    Rule("applicationcopy_once", "the same", ApplicationCopy, same("application", "number"), same("application")),
    Rule("applicationcopy_counted_from_one", "0", ApplicationCopy, {"number": 0}, {"number": 1}),
    Rule("applicationcopy_delivery_valid", "?", ApplicationCopy, {"delivery": "pigeon"}, {"delivery": "nobody"}),
    Rule("applicationdraft_delivery_valid", "?", ApplicationDraft, {"delivery": "pigeon"}, {"delivery": "nobody"}),
    *(
        Rule(f"{model._meta.model_name}_mail_to_somebody", f"{bad}", model, bad, good)
        for model in (ApplicationCopy, ApplicationDraft)
        for bad, good in [
            ({"delivery": "waiting"}, WAITING),
            ({"recipient": "jobs@example.org"}, WAITING | {"delivery": "failed"}),
        ]
    ),
    *(
        Rule(f"{model._meta.model_name}_score_of_a_formula", f"{bad}", model, bad, good)
        for model in (ApplicationCopy, ApplicationDraft)
        for bad, good in [
            ({"score": 50}, {"score": 100, "formula_version": 1}),
            ({"formula_version": 1}, {"score": 0, "formula_version": 1}),
            ({"score": 101, "formula_version": 1}, {"score": None, "formula_version": None}),
        ]
    ),
    *(
        Rule("applicationcopy_resume_of_a_variant", f"{bad}", ApplicationCopy, bad, good)
        for bad, good in [
            ({"resume": None}, ELSEWHERE),
            ({"variant": ""}, {"variant": "one"}),
            ({"variant": "three"}, {"variant": "tailored"}),
            ({"notice_version": ""}, ELSEWHERE | {"notice_version": ""}),
            ({"delivery": "elsewhere"}, ELSEWHERE),
        ]
    ),
    *(
        Rule("applicationcopy_mailed_says_when", f"{bad}", ApplicationCopy, bad, good)
        for bad, good in [(MAILED | {"mailed_at": None}, MAILED), (WAITING | {"mailed_at": SEEN}, WAITING)]
    ),
    Rule("applicationdraft_once", "the same job", ApplicationDraft, same("profile", "job"), same("profile")),
    Rule("applicationdraft_variant_valid", "none", ApplicationDraft, {"variant": ""}, {"variant": "one"}),
    Rule("applicationdraft_text_given", "no digest", ApplicationDraft, {"digest": ""}, {"digest": "1"}),
    Rule("applicationdraft_has_a_resume", "none", ApplicationDraft, {"resume": None}, {"resume": b"x"}),
    Rule("applicationevent_before_valid", "?", ApplicationEvent, {"before": "lost"}, {"before": "noted"}),
    Rule("applicationevent_after_valid", "?", ApplicationEvent, {"after": ""}, {"after": "seen"}),
    Rule("applicationevent_by_valid", "?", ApplicationEvent, {"by": "boss"}, {"by": "desk"}),
    Rule("applicationevent_moves", "nowhere", ApplicationEvent, {"before": "sent"}, {"before": "withdrawn"}),
]
