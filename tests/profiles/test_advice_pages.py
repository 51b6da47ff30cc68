"""The page of advice: what it says, what each button changes, what a program reads in a file."""

import io
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from profiles.advice.advising import advise, mended
from profiles.casing import case_of
from profiles.documents.files import resume_pdf
from profiles.facts import Contact, Position, ProfileFacts, SkillFact, When
from profiles.models import Profile
from profiles.views import advice
from tests.factories import (
    ProfileFactory,
    RoleFactory,
    RoleSkillFactory,
    SkillAliasFactory,
    SkillFactory,
    SourceFactory,
)
from tests.profiles.filled import FACTS
from tests.site.test_budgets import faults

pytestmark = pytest.mark.django_db

# Breaks every rule whose fix is sure.
WEAK = ProfileFacts(
    contact=Contact("Asha Rao", "asha@example.org", "+91 98765 43210", "Pune"),
    skills=(SkillFact("power bi", "power-bi"), SkillFact("PowerBI"), SkillFact("Payroll")),
    positions=(
        Position(
            "Intern",
            "Acme",
            "",
            When(2019, 1),
            When(2020, 12),
            lines=("Responsible for preparing 40 bills a week", "Marital status: single"),
        ),
        Position(
            "Analyst",
            "Acme",
            "",
            When(2021, 1),
            When(2023, 1),
            lines=("Preparing reports in Python for 3 teams", "Drew 12 charts in SQL"),
        ),
    ),
)


@pytest.fixture
def catalogue(db):
    for slug, name in {"power-bi": "Power BI", "python": "Python", "sql": "SQL"}.items():
        SkillFactory(slug=slug, name=name, category="tool", trust="text")
    SkillAliasFactory(skill__slug="power-bi", name="PowerBI")
    role = RoleFactory(slug="data-analyst", core={"python": 90, "sql": 80, "power-bi": 70})
    return role


@pytest.fixture
def weak(profile: Profile, catalogue) -> Profile:
    profile.take(WEAK)
    profile.target_roles.add(catalogue)
    return profile


def page(client: Client) -> str:
    return client.get("/profile/advice/").content.decode()


def fixes(profile: Profile) -> dict[str, str]:
    """Key by code."""
    return {finding.key: finding.code for finding in advise(case_of(fresh(profile))) if finding.fix}


def fresh(profile: Profile) -> Profile:
    return Profile.objects.get(pk=profile.pk)


def test_every_sure_fix_is_offered(weak, owner):
    assert set(fixes(weak).values()) == {
        "personal",
        "order",
        "not_listed",
        "spelling",
        "weak_opener",
        "ing_opener",
        "twice",
    }
    text = page(owner)
    for key in fixes(weak):
        assert f'value="{key}"' in text


def test_each_button_changes_one_thing_and_is_gone(weak, owner):
    for key in fixes(weak):
        fresh(weak).take(WEAK)
        before = fresh(weak).facts()
        expected = mended(case_of(fresh(weak)), key)
        assert expected != before
        answer = owner.post("/profile/advice/mend/", {"finding": key})
        assert answer["Location"] == "/profile/advice/"
        assert fresh(weak).facts() == expected
        text = page(owner)
        assert "Your profile is changed" in text
        assert f'value="{key}"' not in text


def test_all_buttons_one_after_the_other_leave_none(weak, owner):
    for _ in range(20):
        left = fixes(weak)
        if not left:
            break
        owner.post("/profile/advice/mend/", {"finding": next(iter(left))})
    assert not fixes(weak)
    facts = fresh(weak).facts()
    assert [position.title for position in facts.positions] == ["Analyst", "Intern"]
    assert facts.positions[0].lines == ("Prepared reports in Python for 3 teams", "Drew 12 charts in SQL")
    assert facts.positions[1].lines == ("Prepared 40 bills a week",)
    assert {skill.name for skill in facts.skills} == {"Power BI", "Payroll", "Python", "SQL"}


def test_what_changes_is_shown_before_it_does(weak, owner):
    text = page(owner)
    assert "Responsible for preparing 40 bills a week</del>" in text
    assert "Prepared 40 bills a week</ins>" in text
    assert "Intern, Acme; Analyst, Acme</del>" in text
    assert fresh(weak).facts() == WEAK


def test_a_skill_that_is_said_but_not_listed_comes_with_its_line(weak, owner):
    key = next(key for key, code in fixes(weak).items() if code == "not_listed")
    owner.post("/profile/advice/mend/", {"finding": key})
    added = fresh(weak).facts().skills[-1]
    assert added == SkillFact("Python", "python", 0, "Preparing reports in Python for 3 teams")


def test_how_often_it_is_asked_for_comes_with_its_count(profile, owner):
    profile.take(FACTS)
    role = RoleFactory(name="Data Analyst")
    RoleSkillFactory(
        role=role,
        skill=SkillFactory(slug="tableau", name="Tableau"),
        evidence_count=412,
        adverts_naming=412,
        adverts_read=1000,
        source=SourceFactory(),
    )
    profile.target_roles.add(role)
    assert "Tableau, named by 412 of 1,000 adverts read for Data Analyst" in page(owner)


@pytest.mark.parametrize("key", ["", "x" * 5000, "weak_opener-000000000000", "\0", "no_phone-1"])
def test_an_unknown_key_changes_nothing(weak, owner, key):
    owner.post("/profile/advice/mend/", {"finding": key})
    assert fresh(weak).facts() == WEAK
    assert "Nothing was changed" in page(owner)


def test_every_form_carries_its_token(weak, settings):
    """Pieces of a page may lose it, and then every button is refused."""
    settings.LLM_URL, settings.LLM_MODEL = "http://127.0.0.1:9/v1", "small"
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(weak.user)
    text = page(strict)
    assert text.count("csrfmiddlewaretoken") == text.count('method="post"') == 3
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', text)[1]
    key = next(iter(fixes(weak)))
    assert strict.post("/profile/advice/mend/", {"finding": key}).status_code == 403
    assert strict.post("/profile/advice/mend/", {"finding": key, "csrfmiddlewaretoken": token}).status_code == 302


def test_a_second_click_changes_nothing_more(weak, owner):
    key = next(iter(fixes(weak)))
    owner.post("/profile/advice/mend/", {"finding": key})
    after = fresh(weak).facts()
    owner.post("/profile/advice/mend/", {"finding": key})
    assert fresh(weak).facts() == after


def test_a_button_of_another_persons_page_does_nothing_to_them(weak):
    other = ProfileFactory()
    client = Client()
    client.force_login(other.user)
    client.post("/profile/advice/mend/", {"finding": next(iter(fixes(weak)))})
    assert fresh(weak).facts() == WEAK


def test_where_only_the_person_knows_a_link_leads_to_the_row(profile, owner):
    position = Position("Analyst", "Acme", lines=("Worked on 3 reports", "Told teams", "Sold cars"))
    profile.take(ProfileFacts(positions=(position,)))
    row = profile.experience_rows.get()
    text = page(owner)
    assert text.count(f'href="/profile/experience/{row.pk}/"') >= 2  # its dates, its unclear part
    assert 'href="/profile/about/"' in text  # the name
    assert 'href="/profile/links/#add"' in text


def test_what_is_fine_is_told(profile, owner):
    profile.take(FACTS)
    text = page(owner)
    assert "You can be reached" in text
    assert "Your newest job stands first" in text
    profile.take(replace(FACTS, contact=Contact()))
    assert "You can be reached" not in page(owner)


def test_an_empty_profile_is_told_only_what_is_true(profile, owner):
    text = page(owner)
    assert "Your name is missing" in text
    for claim in ("Each job", "No line is too long", "You can be reached", "written as most write"):
        assert claim not in text


def test_of_a_language_model_nothing_is_said(profile, owner, settings):
    settings.LLM_URL = ""
    profile.take(FACTS)
    for address in ("/profile/advice/", "/profile/privacy/", "/privacy/"):
        assert "language model" not in owner.get(address).content.decode()


def test_a_long_profile_stays_within_the_size_and_queries_of_a_page(weak, owner, django_assert_max_num_queries):
    lines = tuple(f"Responsible for preparing bills for {n} shops and their many owners" for n in range(9))
    many = tuple(Position(f"Analyst {n}", "Acme", "", When(2000, 1), When(2001, 1), lines=lines) for n in range(20))
    weak.take(replace(WEAK, positions=many))
    with django_assert_max_num_queries(16):
        answer = owner.get("/profile/advice/")
    assert list(faults("/profile/advice/", answer.content)) == []


# --- A file of one's own ---------------------------------------------------------------------------------------
def read_file(client: Client, name: str, content: bytes) -> object:
    return client.post("/profile/advice/file/", {"file": SimpleUploadedFile(name, content)})


def test_our_own_file_reads_well(profile, owner):
    profile.take(FACTS)
    answer = read_file(owner, "resume.pdf", resume_pdf(fresh(profile).facts()).body)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Analyst" in text
    assert "didn’t find these" not in text
    assert "hardly any text" not in text


def test_what_is_lost_in_a_file_is_told_and_nothing_is_kept(profile, owner):
    profile.take(FACTS)
    before = fresh(profile).facts()
    text = read_file(owner, "cv.txt", b"S K I L L S\nAsha Rao, father's name: Ravi\n" + b"word " * 90).content.decode()
    assert "Our reader didn’t find these" in text
    assert "set with blanks between their letters" in text
    assert "Edit this job" not in text  # it is the file that wants a change
    assert fresh(profile).facts() == before


@pytest.mark.parametrize(
    ("name", "content"), [("cv.pdf", b"%PDF-1.7 nothing"), ("cv.exe", b"MZ" * 99), ("a.txt", b"a")]
)
def test_what_is_no_file_of_a_resume_is_refused_in_words(owner, name, content):
    text = read_file(owner, name, content).content.decode()
    assert 'role="alert"' in text
    assert "Traceback" not in text


def test_no_file_at_all_is_said(owner):
    assert "Choose a file first." in owner.post("/profile/advice/file/", {}).content.decode()


def test_many_files_are_too_many(owner, monkeypatch):
    monkeypatch.setattr(advice, "PACE", replace(advice.PACE, times=1))
    read_file(owner, "a.txt", b"Asha Rao, analyst in Pune, 98765 43210")
    answer = owner.post("/profile/advice/file/", {"file": io.BytesIO(b"Asha Rao, analyst in Pune")})
    assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)
