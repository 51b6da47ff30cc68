"""What the database refuses of profiles, whatever form or import it comes from."""

import datetime
import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from profiles.importing.extracting.answers import MOST_BYTES
from profiles.models import (
    AlertMail,
    Certificate,
    Consent,
    Education,
    Experience,
    KeptFile,
    Language,
    Profile,
    ProfileLink,
    ProfileSkill,
    ProfileView,
    Project,
    SavedJob,
    SavedSearch,
    ShownPart,
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
from tests.factories import SEEN, LocationFactory, ProfileFactory, ProfileSkillFactory
from tests.profiles.applied import APPLICATIONS

pytestmark = pytest.mark.django_db

MODELS = list(apps.get_app_config("profiles").get_models())
LATER = SEEN + datetime.timedelta(days=1)
EARLIER = SEEN - datetime.timedelta(days=1)

NUMBERS = [
    Rule(f"profile_{field}_range", str(bad), Profile, {field: bad}, {field: good})
    for field, bad, good in [
        ("months", 721, 720),
        ("months", 721, 0),
        ("notice_days", 366, 365),
        ("pay_now", 0, 1),
        ("pay_now", 2_000_000_001, 2_000_000_000),
        ("pay_wanted", 0, None),
        ("pay_wanted", 2_000_000_001, 1),
    ]
]
PROFILE = [
    *[
        Rule("profile_phone_shape", repr(bad), Profile, {"phone": bad}, {"phone": good})
        for bad, good in [("call me", "+91 98765 43210"), ("1;2", "(020) 123-456"), ("1\n", "")]
    ],
    Rule(
        "profile_indexed_only_if_public",
        "private",
        Profile,
        {"is_indexable": True},
        {"is_indexable": True, "is_public": True},
    ),
    Rule("shownpart_part_valid", "pay", ShownPart, {"part": "pay_now"}, {"part": "phone"}),
    Rule("shownpart_once", "the same part", ShownPart, same("profile"), same("profile", part="email")),
]
TEXTS = [
    Rule(f"{model._meta.model_name}_text_given", f"no {field}", model, {field: ""}, {field: good})
    for model, field, good in [
        (ProfileSkill, "name", "SQL"),
        (Experience, "title", "x"),
        (Education, "degree", "x"),
        (Project, "name", "x"),
        (Certificate, "name", "x"),
        (Language, "name", "x"),
        (ProfileLink, "label", "x"),
        (ProfileLink, "url", "https://example.org/"),
        (Consent, "notice_version", "1"),
    ]
]
SPANNED = {Experience: "experience", Education: "education", Project: "project"}
SIDES = [(model, name, side) for model, name in SPANNED.items() for side in ("start", "end")]
SIDES.append((Certificate, "certificate", "date"))
MONTHS = [
    Rule(
        f"{name}_{side}_plausible",
        f"{bad}",
        model,
        {f"{side}_year": bad[0], f"{side}_month": bad[1]},
        {f"{side}_year": good[0], f"{side}_month": good[1]},
    )
    for model, name, side in SIDES
    for bad, good in [
        ((1939, None), (1940, None)),
        ((2061, 1), (2060, 12)),
        ((2024, 0), (2024, 1)),
        ((2024, 13), (2024, 12)),
        ((None, 5), (None, None)),
    ]
]


def span(start: tuple[int | None, int | None], end: tuple[int | None, int | None]) -> dict[str, int | None]:
    return dict(zip(("start_year", "start_month", "end_year", "end_month"), (*start, *end), strict=True))


ORDER = [
    Rule(f"{name}_months_in_order", what, model, span(*bad), span(*good))
    for model, name in SPANNED.items()
    for what, bad, good in [
        ("years fall", ((2024, None), (2023, None)), ((2023, None), (2023, None))),
        ("months fall", ((2024, 5), (2024, 4)), ((2024, 5), (2024, 5))),
        ("years fall, months rise", ((2024, 1), (2023, 12)), ((2023, 12), (2024, 1))),
        ("one month unsaid", ((2024, 5), (2023, None)), ((2024, 5), (2024, None))),
        ("no start", ((2024, 5), (2023, 5)), ((None, None), (2023, 5))),
        ("no end", ((2024, 5), (2023, 5)), ((2024, 5), (None, None))),
    ]
]
ADDRESSES = [
    Rule(f"{name}_url_is_web", repr(bad), model, {"url": bad}, {"url": good})
    for model, name in [(Project, "project"), (Certificate, "certificate"), (ProfileLink, "profilelink")]
    for bad, good in [
        ("javascript:alert(1)", "https://example.org/a?b=c#d"),
        ("ftp://example.org/", "http://example.org"),
        ("https://", "https://x"),
        ("https://a b", "https://a"),
        ("https://a\n", "https://a"),
        ("//example.org", "https://example.org"),
    ]
]
ROWS = [
    Rule("profileskill_level_range", "0", ProfileSkill, {"level": 0}, {"level": 1}),
    Rule("profileskill_level_range", "5", ProfileSkill, {"level": 5}, {"level": 4}),
    Rule("profileskill_once", "the same skill", ProfileSkill, same("profile", "skill"), same("profile")),
    Rule(
        "profileskill_name_once",
        "the same name",
        ProfileSkill,
        lambda there: {"profile": there.profile, "skill": None, "name": there.name.upper()},
        same("profile", skill=lambda: None, name="Another"),
    ),
    Rule(
        "language_once",
        "the same name",
        Language,
        lambda there: {"profile": there.profile, "name": there.name.upper()},
        same("profile", name="Another"),
    ),
    Rule(
        "experience_current_has_no_end",
        "an end",
        Experience,
        {"is_current": True, "end_year": 2024},
        {"is_current": True, "start_year": 2024},
    ),
]
PRIVACY = [
    Rule("consent_purpose_valid", "?", Consent, {"purpose": "adverts"}, {"purpose": "public"}),
    Rule("consent_once", "twice now", Consent, same("user", "purpose"), same("user", "purpose", withdrawn_at=LATER)),
    Rule("consent_withdrawn_after_given", "before", Consent, {"withdrawn_at": EARLIER}, {"withdrawn_at": SEEN}),
    Rule("profileview_viewer_valid", "?", ProfileView, {"viewer": "boss"}, {"viewer": "staff"}),
    Rule(
        "profileview_once_a_day",
        "the same day",
        ProfileView,
        same("profile", "viewer", "day"),
        same("profile", "day", viewer="staff"),
    ),
    Rule("profileview_happened", "never", ProfileView, {"times": 0}, {"times": 1}),
]
FILES = [
    Rule("keptfile_kind_valid", "?", KeptFile, {"kind": "exe"}, {"kind": "docx"}),
    Rule("keptfile_text_given", "no name", KeptFile, {"name": ""}, {"name": "x"}),
    Rule("keptfile_size_range", "nothing", KeptFile, {"size": 0, "content": b""}, {"size": 1, "content": b"0"}),
    Rule(
        "keptfile_size_range",
        "a byte more",
        KeptFile,
        {"size": MOST_BYTES + 1, "content": b"0" * (MOST_BYTES + 1)},
        {"size": MOST_BYTES, "content": b"0" * MOST_BYTES},
    ),
    Rule("keptfile_size_is_true", "more", KeptFile, {"size": 7}, {"size": 8}),
    Rule("keptfile_size_is_true", "of letters", KeptFile, {"content": "é".encode() * 8}, {"content": "é".encode() * 4}),
]
CODE = uuid.UUID(int=1)
SAVED = [
    *[
        Rule(f"{model._meta.model_name}_text_given", f"no {field}", model, {field: ""}, {field: "mode=remote"})
        for model, field in [(SavedJob, "title"), (SavedJob, "company"), (SavedSearch, "name"), (SavedSearch, "query")]
    ],
    Rule("savedjob_once", "the same job", SavedJob, same("profile", "job"), same("profile", job=lambda: None)),
    Rule("savedsearch_once", "the same search", SavedSearch, same("profile", "query"), same("profile")),
    Rule("savedsearch_often_valid", "hourly", SavedSearch, {"often": "hourly"}, {"often": "weekly"}),
    *[
        Rule("savedsearch_tells_what_is_new", f"{bad}", SavedSearch, {"told": 7, "telling": bad}, {"telling": 8})
        for bad in (6, 7)
    ],
    *[
        Rule("alertmail_state_is_of_a_mail", f"{bad}", AlertMail, bad, {"code": CODE, "tries": 1, **extra})
        for bad, extra in [
            ({"tries": 1}, {}),
            ({"code": CODE}, {}),
            ({"busy_until": SEEN}, {"busy_until": SEEN}),
            ({"is_repeated": True}, {"is_repeated": True}),
        ]
    ],
]
RULES = [*SAVED, *NUMBERS, *PROFILE, *TEXTS, *MONTHS, *ORDER, *ADDRESSES, *ROWS, *PRIVACY, *FILES, *APPLICATIONS]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses_of_profiles(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour_of_profiles(rule):
    assert_accepted(rule)


def test_no_constraint_of_profiles_is_forgotten():
    assert constraint_names(MODELS) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", unique_fields(MODELS), ids=str)
def test_unique_field_of_profiles_is_unique_in_the_database(field):
    there, row = two_rows(field.model)
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: getattr(there, field.name)})


@pytest.mark.parametrize("field", positive_fields(MODELS), ids=str)
def test_negative_number_of_profiles_is_refused(field):
    row = FACTORIES[field.model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model._base_manager.filter(pk=row.pk).update(**{field.name: -1})


def test_a_skill_that_somebody_has_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        ProfileSkillFactory().skill.delete()


def test_a_profile_outlives_its_place():
    profile = ProfileFactory(location=LocationFactory(slug="pune"), city="Pune")
    profile.location.delete()
    profile.refresh_from_db()
    assert (profile.location, profile.city) == (None, "Pune")


PROTECTED = {
    "age", "birth", "born", "caste", "child", "children", "community", "dob", "face", "father", "gender", "husband",
    "image", "marital", "marriage", "married", "mother", "nationality", "photo", "picture", "race", "religion", "sex",
    "spouse", "tribe", "wife", "aadhaar", "passport", "pan", "disability", "health", "blood", "height", "weight",
}  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_field_is_of_what_a_person_is_born_with(model):
    names = {word for field in model._meta.get_fields() for word in field.name.lower().split("_")}
    assert not names & PROTECTED
