"""`manage.py note_changes`: which pages there are, and whether what they say changed."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from onjob.pages.models import Kind, PublicPage
from onjob.pages.noting import note_all
from roles.models import Responsibility, Role, RoleSkill, SalaryRange, Source
from tests.factories import (
    CareerStepFactory,
    ComparisonFAQFactory,
    ComparisonNearSkillFactory,
    ComparisonNoteFactory,
    NearSkillFactory,
    PairFactory,
    PayrollYearFactory,
    RoleAliasFactory,
    RoleFactory,
    RoleFAQFactory,
    SalaryRangeFactory,
    SkillAliasFactory,
    SkillFactory,
    SkillPartFactory,
)

pytestmark = pytest.mark.django_db

ANALYST, SCIENTIST, WELDER = "/roles/data-analyst/", "/roles/data-scientist/", "/roles/welder/"
PAIR = "/compare-roles/data-analyst-vs-data-scientist/"
PAY = "/salaries/data-analyst/"
SQL, PYTHON = "/skills/sql/", "/skills/python/"
MONDAY = datetime.datetime(2026, 11, 2, 6, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def roles() -> dict[str, Role]:
    """Two that are compared, one alone; a draft. SQL is the one's, Python the other's, Excel both's."""
    analyst = RoleFactory(slug="data-analyst", core={"sql": 90, "excel": 80}, duties=["Build charts"])
    scientist = RoleFactory(slug="data-scientist", core={"python": 90, "excel": 70})
    welder = RoleFactory(slug="welder", family="engineering", core={"welding": 90})
    RoleFactory(slug="draft", status="draft", core={"secret": 90})
    SalaryRangeFactory(role=analyst)
    PairFactory(first=analyst, second=scientist, overlap=30)
    PairFactory(first=scientist, second=welder, overlap=2, reasons="far", measured=False)
    return {"analyst": analyst, "scientist": scientist, "welder": welder}


@pytest.fixture
def noted(roles) -> dict[str, Role]:
    note_all(MONDAY)
    return roles


def changed() -> set[str]:
    """What another noting a day later finds changed, but lists and pages about the portal."""
    outcome = note_all(MONDAY + DAY)
    assert not outcome.new
    assert not outcome.gone
    rows = PublicPage.objects.exclude(kind=Kind.HUBS).filter(changed_at=MONDAY + DAY)
    return set(rows.values_list("path", flat=True))


def changed_hubs() -> set[str]:
    note_all(MONDAY + DAY)
    rows = PublicPage.objects.filter(kind=Kind.HUBS, changed_at=MONDAY + DAY)
    return set(rows.values_list("path", flat=True))


def test_every_page_that_search_engines_are_shown_is_noted(noted):
    hubs = ["/", "/compare-roles/", "/compare-roles/data-ai/", "/data/", "/fit/", "/jobs/trust/"]
    hubs += ["/method/", "/privacy/", "/roles/", "/salaries/", "/skills/", "/sources/"]
    skills = ["/skills/excel/", PYTHON, SQL, "/skills/welding/"]
    found = {kind: sorted(PublicPage.objects.filter(kind=kind).values_list("path", flat=True)) for kind in Kind}
    assert found == {
        "hubs": hubs,
        "comparisons": [PAIR],
        "roles": [ANALYST, SCIENTIST, WELDER],
        "salaries": [PAY],
        "skills": skills,
        "jobs": [],
        "job-lists": [],
        "companies": [],
    }


def test_what_is_noted_asks_to_be_indexed_and_nothing_else_does(noted, client):
    for path in PublicPage.objects.values_list("path", flat=True):
        response = client.get(path)
        assert (response.status_code, '"noindex' in response.content.decode()) == (200, False), path
    for path in ("/salaries/welder/", "/compare-roles/data-scientist-vs-welder/"):
        assert '"noindex' in client.get(path).content.decode()


def test_a_second_noting_finds_nothing(noted):
    before = list(PublicPage.objects.order_by("pk").values_list())
    assert note_all(MONDAY + DAY).is_quiet
    assert list(PublicPage.objects.order_by("pk").values_list()) == before


def test_a_page_says_what_it_comes_to(noted):
    said = dict(PublicPage.objects.values_list("path", "says"))
    # ₹6 to 15 lakh is the factory's figure, from 50 adverts.
    assert said[PAIR] == (
        "30% in common. Data Analyst: ₹6L–₹15L a year, middle half of advertised pay, all experience. Pay survey."
    )
    assert said[PAY] == "₹6L–₹15L a year, middle half of advertised pay, all experience. Pay survey."
    assert said["/skills/excel/"] == "Asked for in 2 roles."


CHANGES = {
    "a summary": (lambda r: Role.objects.filter(slug="data-analyst").update(summary="Other."), {ANALYST, PAIR}),
    "an overview": (lambda r: Role.objects.filter(slug="data-analyst").update(overview="Other."), {ANALYST}),
    "a duty": (lambda r: Responsibility.objects.update(text="Draw charts"), {ANALYST, PAIR}),
    "a step of the ladder": (lambda r: CareerStepFactory(role=r["analyst"]), {ANALYST, PAIR}),
    "a question": (lambda r: RoleFAQFactory(role=r["analyst"]), {ANALYST}),
    "another name": (lambda r: RoleAliasFactory(role=r["analyst"]), {ANALYST}),
    "an importance": (
        lambda r: RoleSkill.objects.filter(skill__slug="sql").update(importance=60),
        {ANALYST, PAIR, SQL},
    ),
    "a pay figure": (lambda r: SalaryRange.objects.update(p25=700_000), {ANALYST, PAY, PAIR}),
    "a further pay figure": (
        lambda r: SalaryRangeFactory(role=r["analyst"], location__slug="pune"),
        {ANALYST, PAY, PAIR},
    ),
    "a source's caveat": (lambda r: Source.objects.update(caveat="Small."), {ANALYST, PAY, PAIR}),
    "a skill's other name": (lambda r: SkillAliasFactory(skill__slug="sql"), {SQL}),
    "near skills of the two": (
        lambda r: NearSkillFactory(first__slug="python", second__slug="sql"),
        {PAIR},
    ),
    "a part of the other's skill": (
        lambda r: SkillPartFactory(whole__slug="sql", part__slug="python"),
        {PAIR, SQL, PYTHON},
    ),
    "an editor's words": (
        lambda r: ComparisonNoteFactory(first=r["scientist"], second=r["analyst"]),
        {PAIR},
    ),
    "an editor's question": (
        lambda r: ComparisonFAQFactory(note__first=r["scientist"], note__second=r["analyst"]),
        {PAIR},
    ),
    "an editor's near skills": (
        lambda r: ComparisonNearSkillFactory(note__first=r["scientist"], note__second=r["analyst"], note__verdict=""),
        {PAIR},
    ),
    "the tax year": (lambda r: PayrollYearFactory(starts_on=timezone.localdate() - DAY), {PAIR}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_is_noted_where_it_shows(noted, what):
    change, where = CHANGES[what]
    change(noted)
    assert changed() == where


UNSEEN = {
    "a review without a finding": lambda r: Role.objects.update(reviewed_on=datetime.date(2026, 11, 20)),
    "a draft": lambda r: Role.objects.filter(status="draft").update(summary="Other."),
    "a draft of a note": lambda r: ComparisonNoteFactory(
        first=r["analyst"], second=r["scientist"], is_published=False, reviewed_on=None
    ),
    "a figure of too few answers": lambda r: SalaryRangeFactory(
        role=r["analyst"], location__slug="pune", sample_size=9
    ),
    "near skills that the two share or lack": lambda r: NearSkillFactory(first__slug="excel", second__slug="sql"),
    "a skill that nobody asks for": lambda r: SkillFactory(slug="lonely"),
    "a name for search boxes alone": lambda r: SkillAliasFactory(skill__slug="sql", trust="search"),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_no_reader_sees_is_no_change(noted, what):
    UNSEEN[what](noted)
    assert changed() == set()


def test_a_list_changes_with_what_it_holds(noted):
    Role.objects.filter(slug="data-analyst").update(summary="Other.")
    assert changed_hubs() == {"/", "/roles/"}


def test_a_list_of_pay_changes_with_its_figures(noted):
    SalaryRange.objects.update(p25=700_000)
    assert changed_hubs() == {"/salaries/"}


def test_a_new_comparison_changes_the_lists_it_is_on(noted):
    PairFactory(first=noted["analyst"], second=noted["welder"], overlap=40)
    outcome = note_all(MONDAY + DAY)
    assert dict(outcome.new) == {"comparisons": 1, "hubs": 1}  # the field of the welder has its first comparison
    moved = PublicPage.objects.filter(kind=Kind.HUBS, changed_at=MONDAY + DAY).values_list("path", flat=True)
    assert set(moved) == {"/", "/compare-roles/", "/compare-roles/data-ai/", "/compare-roles/engineering/"}


def test_a_withdrawn_role_takes_its_pages_along(noted):
    Role.objects.filter(slug="data-analyst").update(status="draft")
    outcome = note_all(MONDAY + DAY)
    gone = set(PublicPage.objects.filter(gone_at=MONDAY + DAY).values_list("path", flat=True))
    assert gone == {ANALYST, PAY, PAIR, SQL, "/compare-roles/data-ai/"}
    assert outcome.gone.total() == 5
    assert note_all(MONDAY + 2 * DAY).is_quiet


def test_a_page_that_is_back_is_new_and_keeps_its_first_day(noted):
    Role.objects.filter(slug="data-analyst").update(status="draft")
    note_all(MONDAY + DAY)
    Role.objects.filter(slug="data-analyst").update(status="published")
    assert note_all(MONDAY + 2 * DAY).new.total() == 5
    page = PublicPage.objects.get(path=ANALYST)
    assert (page.first_seen_at, page.changed_at, page.gone_at) == (MONDAY, MONDAY + 2 * DAY, None)


def test_a_changed_page_keeps_what_it_said_before(noted):
    SalaryRange.objects.update(p25=700_000)
    note_all(MONDAY + DAY)
    page = PublicPage.objects.get(path=PAY)
    assert page.said_before.startswith("₹6L–₹15L a year")
    assert page.says.startswith("₹7L–₹15L a year")
    assert page.first_seen_at == MONDAY


def test_queries_do_not_follow_the_number_of_roles(noted, django_assert_max_num_queries):
    for number in range(30):
        RoleFactory(slug=f"further-{number}", core={"sql": 50})
    with django_assert_max_num_queries(70):
        note_all(MONDAY + DAY)


def say(*arguments: str) -> str:
    out = StringIO()
    call_command("note_changes", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_tells_what_it_found(roles):
    said = say()
    assert "comparisons         1        1        0        0" in said
    assert "Pages noted: 21 there, 21 new, 0 changed, 0 gone" in said
    assert say().count("\n") == 1


def test_a_dry_run_writes_nothing(roles):
    assert "Dry run, nothing was written: 21 there, 21 new" in say("--dry-run")
    assert not PublicPage.objects.exists()
    note_all(MONDAY)
    before = list(PublicPage.objects.order_by("pk").values_list())
    Role.objects.filter(slug="data-analyst").update(status="draft")
    assert "5 gone" in say("--dry-run")
    assert list(PublicPage.objects.order_by("pk").values_list()) == before
