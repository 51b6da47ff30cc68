"""A person's résumé: its pages, its files read back, and the one for a job."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from urllib.parse import unquote

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jobs.models import Closing
from profiles.documents import files
from profiles.documents.downloads import FILES, named_after
from profiles.documents.variants import facts_for, resume_for
from profiles.facts import Position, ProfileFacts, SkillFact, When
from profiles.importing.json_resume import from_json_resume
from profiles.importing.reading import read
from profiles.models import Profile
from profiles.views import resume
from tests.factories import JobFactory, ProfileFactory, SkillFactory
from tests.profiles.filled import FACTS
from tests.profiles.known import KNOWN, TODAY

pytestmark = pytest.mark.django_db

# Words that no other stands in, so that each can be looked for.
PERSON = replace(
    FACTS,
    skills=(SkillFact("SQL", "sql"), SkillFact("Python", "python"), SkillFact("Microsoft Excel", "excel")),
    positions=(
        Position(
            "Data Analyst",
            "Acme Retail",
            "Pune",
            When(2022, 3),
            None,
            True,
            ("Built 12 reports", "Saved 3 hours weekly"),
        ),
        Position("Intern", "Northern Bank", "Mumbai", When(2021, 1), When(2022, 2), lines=("Cleaned 900 records",)),
    ),
)
LONG = replace(
    PERSON,
    summary="Analyst. " * 60,
    skills=tuple(SkillFact(f"Craft {n}") for n in range(70)),
    positions=tuple(
        Position(
            f"Analyst {n}", f"Firm {n}", "Pune", When(2020 - n), When(2021 - n), lines=("Counted stock. " * 20,) * 9
        )
        for n in range(14)
    ),
)


@pytest.fixture
def person(profile: Profile) -> Profile:
    for slug in ("sql", "python", "excel"):
        SkillFactory(slug=slug)
    profile.take(PERSON)
    return profile


@pytest.fixture
def job(db):
    return JobFactory(title="Python Developer", asks=("python",))


def facts_of(profile: Profile) -> ProfileFacts:
    return Profile.objects.get(pk=profile.pk).facts()


def text_of(body: bytes) -> str:
    with pypdfium2.PdfDocument(body) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def words_of(facts: ProfileFacts) -> list[str]:
    """All that a résumé says of them."""
    return [
        *(facts.contact.name, facts.contact.email, facts.contact.phone, facts.contact.city, facts.headline),
        *(skill.name for skill in facts.skills),
        *(word for each in facts.positions for word in (each.title, each.company, each.place, *each.lines) if word),
        *(word for each in facts.studies for word in (each.degree, each.school, each.field, each.grade)),
        *(word for each in facts.projects for word in (each.name, *each.lines)),
        *(word for each in facts.certificates for word in (each.name, each.issuer)),
        *(word for each in facts.languages for word in (each.name, each.level)),
    ]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200d\ufffe\u0002]+", "", text)


@pytest.mark.parametrize("address", sorted(FILES))
def test_each_file_has_an_address_a_name_and_is_kept_by_nobody(person, owner, address):
    answer = owner.get(f"/profile/resume/{address}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="Asha-Rao-resume.{FILES[address].ending}"'
    assert answer["Content-Type"] == FILES[address].content_type
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", ["one-page.pdf", "two-pages.pdf"])
def test_nothing_is_lost_in_the_pdf(person, owner, address):
    text = squeezed(text_of(owner.get(f"/profile/resume/{address}").content))
    assert [words for words in words_of(facts_of(person)) if squeezed(words) not in text] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext isn't installed")
def test_pdftotext_finds_all_of_it(person, owner, tmp_path):
    file = tmp_path / "resume.pdf"
    file.write_bytes(owner.get("/profile/resume/one-page.pdf").content)
    made = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)  # noqa: S603, S607
    text = squeezed(made.stdout.decode())
    assert [words for words in words_of(facts_of(person)) if squeezed(words) not in text] == []


@pytest.mark.parametrize("address", ["one-page.pdf", "two-pages.pdf", "resume.docx"])
def test_our_own_reader_understands_the_file_as_the_profile_is(person, owner, address):
    found = read(address, owner.get(f"/profile/resume/{address}").content, KNOWN, TODAY).facts
    facts = facts_of(person)
    assert replace(found.contact, links=()) == replace(facts.contact, links=())
    assert [link.url for link in found.contact.links] == [link.url for link in facts.contact.links]
    assert found.headline == facts.headline
    assert found.positions == facts.positions
    assert [(each.degree, each.school, each.field, each.start, each.end, each.grade) for each in found.studies] == [
        (each.degree.rstrip("."), each.school, each.field, each.start, each.end, each.grade) for each in facts.studies
    ]  # our reader has one way of writing each degree
    names = [skill.name for skill in facts.skills]
    assert [skill.name for skill in found.skills][: len(names)] == names  # what lines show it reads as skills too
    assert found.certificates == facts.certificates
    assert found.languages == facts.languages
    assert found.projects == facts.projects


def test_json_resume_holds_every_fact(profile, owner):
    for slug in ("sql", "excel", "python"):
        SkillFactory(slug=slug)
    profile.take(FACTS)
    assert from_json_resume(json.loads(owner.get("/profile/resume/resume.json").content)) == facts_of(profile)


def test_names_in_devanagari_are_in_the_file_and_in_its_name(profile, owner):
    profile.take(replace(PERSON, contact=replace(PERSON.contact, name="आशा राव", city="पुणे"), headline="विश्लेषक"))
    answer = owner.get("/profile/resume/one-page.pdf")
    header = answer["Content-Disposition"]
    assert unquote(header) == "attachment; filename*=utf-8''आशा-राव-resume.pdf"
    assert "आशा" in text_of(answer.content)
    assert "आशा राव" in owner.get("/profile/resume/").content.decode()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Asha Rao", "Asha-Rao-resume.pdf"),
        ("", "resume.pdf"),
        ('A";\r\nX: y/../z', "A-X-y-z-resume.pdf"),
        ("José D’Souza", "José-D-Souza-resume.pdf"),
    ],
)
def test_files_are_named_after_the_person(name, file):
    assert named_after(name, "pdf") == file


def test_the_page_says_what_is_on_it(person, owner):
    text = owner.get("/profile/resume/").content.decode()
    assert "All of your profile fits on one page" in text
    assert "two-pages.pdf" not in text
    for words in ("Acme Retail", "Saved 3 hours weekly", "Fergusson College", "Mar 2022 – Present"):
        assert words in text
    for address in ("one-page.pdf", "resume.docx", "resume.json"):
        assert f'href="/profile/resume/{address}"' in text


def test_what_is_left_out_of_one_page_is_counted(profile, owner):
    profile.take(LONG)
    text = owner.get("/profile/resume/").content.decode()
    one, two = (files.resume_pdf(facts_of(profile), pages) for pages in (1, 2))
    for made in (one, two):
        assert f"<li>{made.left_out} lines of work and projects</li>" in text
        assert f"<li>{len(LONG.positions) - len(made.shown.positions)} jobs</li>" in text
    assert 'href="/profile/resume/two-pages.pdf"' in text
    assert "The type is never made tiny" in text


def test_characters_that_cannot_be_printed_are_named(profile, owner):
    profile.take(replace(PERSON, headline="Analyst 🚀"))
    assert '<span class="undrawn">🚀</span>' in owner.get("/profile/resume/").content.decode()


def test_an_empty_profile_is_a_page_and_files(profile, owner):
    assert owner.get("/profile/resume/").status_code == 200
    for address in FILES:
        answer = owner.get(f"/profile/resume/{address}")
        assert answer.status_code == 200
        assert f'filename="resume.{FILES[address].ending}"' in answer["Content-Disposition"]


def test_an_unknown_file_is_not_there(person, owner):
    for address in ("three-pages.pdf", "resume.pdf", "resume.docx/", "../resume.json"):
        assert owner.get(f"/profile/resume/{address}").status_code in (301, 404)


def test_a_file_that_cannot_be_made_is_said_in_words(person, owner, monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", 0.001)
    for address in ("", "one-page.pdf", "resume.docx"):
        answer = owner.get(f"/profile/resume/{address}")
        assert answer.status_code == 503
        assert "We couldn’t make the file just now" in answer.content.decode()
    assert owner.get("/profile/resume/resume.json").status_code == 200


def test_when_all_turns_are_taken_it_is_said(person, owner, monkeypatch):
    monkeypatch.setattr(files, "LONGEST_WAIT", 0.01)
    for _ in range(files.AT_ONCE):
        files._turns.acquire()
    try:
        assert owner.get("/profile/resume/one-page.pdf").status_code == 503
    finally:
        for _ in range(files.AT_ONCE):
            files._turns.release()
    assert owner.get("/profile/resume/one-page.pdf").status_code == 200


def test_many_files_in_a_short_time_are_too_many_for_one_person_alone(person, owner, monkeypatch):
    monkeypatch.setattr(resume, "PACE", replace(resume.PACE, times=2))
    assert [owner.get("/profile/resume/resume.json").status_code for _ in range(3)] == [200, 200, 429]
    refused = owner.get("/profile/resume/")
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 600
    assert "Ask again in 10 minutes" in refused.content.decode()
    other = Client()
    other.force_login(ProfileFactory().user)
    assert other.get("/profile/resume/resume.json").status_code == 200


# --- For one job -----------------------------------------------------------------------------------------------
def test_what_the_job_asks_for_comes_first_and_is_told(person, owner, job):
    page = owner.get(reverse("profiles:resume_for_job", args=[job.pk])).content.decode()
    assert "Python Developer at" in page
    assert "The advert asks for Python." in page
    assert re.search(r"<li>Python <span[^>]*>Among your skills: the job asks for it", page)
    assert page.index("Python, SQL") > 0
    assert "two-pages.pdf" not in page
    pdf = owner.get(reverse("profiles:resume_for_job_file", args=[job.pk, "one-page.pdf"]))
    assert "Python, SQL" in text_of(pdf.content)
    assert pdf["Content-Disposition"] == 'attachment; filename="Asha-Rao-resume.pdf"'


def test_nothing_is_added_and_the_profile_stays(person, owner, job):
    before = facts_of(person)
    made = facts_for(before, job)
    assert sorted(words_of(made)) == sorted(words_of(before))
    assert resume_for(before, job, 1).shown.skills[0].name == "Python"
    owner.get(reverse("profiles:resume_for_job", args=[job.pk]))
    assert facts_of(person) == before


def test_a_job_that_says_nothing_changes_nothing(person, owner):
    silent = JobFactory()
    assert facts_for(facts_of(person), silent) == facts_of(person)
    page = owner.get(reverse("profiles:resume_for_job", args=[silent.pk])).content.decode()
    assert "We don’t know what this job asks for" in page


def test_a_job_that_is_not_open_is_not_there(person, owner, job):
    addresses = [reverse("profiles:resume_for_job", args=[job.pk])]
    addresses.append(reverse("profiles:resume_for_job_file", args=[job.pk, "one-page.pdf"]))
    job.close(Closing.EXPIRED, timezone.now())
    job.save()
    for address in (*addresses, "/profile/resume/job/999999/"):
        assert owner.get(address).status_code == 404


def test_who_has_no_account_or_no_profile_gets_none(job):
    for address in ("/profile/resume/", "/profile/resume/one-page.pdf", f"/profile/resume/job/{job.pk}/"):
        assert "login" in Client().get(address)["Location"]
    other = Client()
    other.force_login(ProfileFactory(user__email="no@example.org").user)
    Profile.objects.filter(user__email="no@example.org").delete()
    assert other.get("/profile/resume/one-page.pdf")["Location"] == "/profile/"
