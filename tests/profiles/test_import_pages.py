"""The whole way from a file to the profile, through the pages."""

import datetime
import json
import os

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Experience, KeptFile, Profile, ProfileSkill, Reading
from tests import prose
from tests.factories import (
    ExperienceFactory,
    KeptFileFactory,
    LocationFactory,
    ProfileSkillFactory,
    ReadingFactory,
    UserFactory,
)
from tests.profiles import made_resumes as resumes
from tests.profiles.brought import AWAY, CONFIRM, FILES, IMPORT, TEXT, as_shown, bring
from tests.site.test_budgets import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("python_is_known", "plenty")]


@pytest.mark.parametrize("name", FILES)
def test_the_whole_way_of_each_kind(profile, owner, name):
    assert bring(owner, FILES[name](), name)["Location"] == CONFIRM
    assert not Experience.objects.exists()
    page = owner.get(CONFIRM).content.decode()
    assert "Python" in page
    assert ("Line " in page) is (name not in ("resume.json", "linkedin.zip"))
    assert owner.post(CONFIRM, as_shown(owner))["Location"] == IMPORT
    said = owner.get(IMPORT).content.decode()
    assert "Added to your profile: " in said
    assert "skill" in said
    facts = Profile.objects.get().facts()
    assert facts.contact.name
    assert facts.positions
    assert "python" in {skill.slug for skill in facts.skills}
    assert not Reading.objects.exists()
    assert not KeptFile.objects.exists()


def test_a_pasted_text_goes_the_same_way(profile, owner):
    LocationFactory(slug="pune")
    assert owner.post(IMPORT, {"text": TEXT.decode()})["Location"] == CONFIRM
    page = owner.get(CONFIRM).content.decode()
    assert "Line 7: “Data Analyst, Infosys Ltd, Pune”" in page
    assert "We left out what says nothing of your work: date of birth" in page
    owner.post(CONFIRM, as_shown(owner))
    profile.refresh_from_db()
    assert (profile.name, profile.city, profile.location.slug) == ("Asha Testperson", "Pune", "pune")
    row = Experience.objects.get()
    assert (row.title, row.start_year, row.is_current) == ("Data Analyst", 2020, True)
    assert row.lines == "Built reports for 12 stores"
    assert "1990" not in json.dumps(list(Profile.objects.values()), default=str)


def test_only_what_is_ticked_is_added_and_a_value_can_be_mended(profile, owner):
    bring(owner, TEXT)
    owner.post(CONFIRM, as_shown(owner) | {"kept": [], "name": "Asha T. Person", "phone": ""})
    profile.refresh_from_db()
    assert (profile.name, profile.phone) == ("Asha T. Person", "")
    assert not Experience.objects.exists()
    assert not ProfileSkill.objects.exists()


def test_a_doubtful_skill_is_added_when_it_is_ticked(profile, owner):
    bring(owner, TEXT)
    sent = as_shown(owner)
    owner.post(CONFIRM, sent | {"kept": [*sent["kept"], "all-skills"]})
    assert {"Python", "Frobnicator 9"} <= set(profile.profileskill_rows.values_list("name", flat=True))


def test_what_is_there_stays_and_what_is_new_comes_behind_it(profile, owner):
    Profile.objects.update(name="Asha Rao", city="Nashik")
    own = ExperienceFactory(profile=profile, title="Clerk", position=4)
    ProfileSkillFactory(profile=profile, name="python", skill=None)
    bring(owner, TEXT)
    page = owner.get(CONFIRM).content.decode()
    assert "In your profile already: Python." in page
    assert "Replace “Asha Rao” in your profile" in page
    owner.post(CONFIRM, as_shown(owner))
    profile.refresh_from_db()
    assert (profile.name, profile.city, profile.phone) == ("Asha Rao", "Nashik", "+91 98765 43210")
    assert profile.experience_rows.values_list("pk", "title")[0] == (own.pk, "Clerk")
    assert profile.experience_rows.count() == 2
    assert [row.name for row in profile.profileskill_rows.all()] == ["python"]


def test_a_text_is_replaced_when_that_is_ticked(profile, owner):
    Profile.objects.update(name="Asha Rao")
    bring(owner, TEXT)
    owner.post(CONFIRM, as_shown(owner) | {"kept": ["replace-name"]})
    profile.refresh_from_db()
    assert profile.name == "Asha Testperson"


def test_bringing_the_same_again_offers_nothing(profile, owner):
    for _ in range(2):
        bring(owner, TEXT.replace(b", Frobnicator 9", b""))
        page = owner.get(CONFIRM).content.decode()
        owner.post(CONFIRM, as_shown(owner))
    assert "Your profile has all of it already." in page
    assert "Nothing was added to your profile." in owner.get(IMPORT).content.decode()
    assert Experience.objects.count() == 1


def test_sent_twice_it_is_added_once(profile, owner):
    bring(owner, TEXT)
    sent = as_shown(owner)
    for _ in range(2):
        assert owner.post(CONFIRM, sent).status_code == 302
    assert Experience.objects.count() == 1
    assert "There is nothing to confirm any more" in owner.get(IMPORT).content.decode()


def test_a_tab_with_an_older_reading_adds_nothing_of_the_newer(profile, owner):
    bring(owner, TEXT)
    old = as_shown(owner)
    bring(owner, TEXT.replace(b"Data Analyst", b"Test Engineer"))
    assert owner.post(CONFIRM, old)["Location"] == CONFIRM
    assert "You brought something else since." in owner.get(CONFIRM).content.decode()
    assert not Experience.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "-1", "9" * 30, "١", None])
def test_a_reading_is_named_by_its_number(profile, owner, key):
    bring(owner, TEXT)
    sent = as_shown(owner)
    answer = owner.post(
        CONFIRM, {name: value for name, value in (sent | {"reading": key}).items() if value is not None}
    )
    assert answer["Location"] == CONFIRM
    assert not Experience.objects.exists()


def test_a_list_that_is_full_takes_no_more_and_says_so(profile, owner):
    for number in range(Experience.most):
        ExperienceFactory(profile=profile, title=f"Clerk {number}")
    bring(owner, TEXT)
    owner.post(CONFIRM, as_shown(owner))
    assert Experience.objects.count() == Experience.most
    said = owner.get(IMPORT).content.decode()
    assert "Left out: 1 job, because 40 is the most that a profile holds." in said


def test_a_slip_is_said_at_its_place_and_nothing_is_added_yet(profile, owner):
    bring(owner, TEXT)
    sent = as_shown(owner) | {"phone": "call me", "name": "Asha <b>", "kept": ["positions-0"]}
    answer = owner.post(CONFIRM, sent)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "A telephone number has digits" in text
    assert "Asha &lt;b&gt;" in text
    assert not Experience.objects.exists()
    owner.post(CONFIRM, sent | {"phone": ""})
    assert Experience.objects.count() == 1


def test_thrown_away_nothing_is_left(profile, owner):
    bring(owner, TEXT)
    assert owner.post(AWAY)["Location"] == IMPORT
    assert not Reading.objects.exists()
    assert "Thrown away. Nothing was added." in owner.get(IMPORT).content.decode()
    assert owner.get(CONFIRM)["Location"] == IMPORT


def test_after_a_day_it_is_no_more(profile, owner):
    bring(owner, TEXT)
    sent = as_shown(owner)
    Reading.objects.update(read_at=timezone.now() - datetime.timedelta(hours=24))
    assert owner.get(CONFIRM)["Location"] == IMPORT
    assert owner.post(CONFIRM, sent)["Location"] == IMPORT
    assert not Experience.objects.exists()
    ReadingFactory(read_at=timezone.now() - datetime.timedelta(hours=25))
    bring(owner, TEXT)
    assert Reading.objects.get().profile == profile  # with the next upload of anybody the old ones go


def test_what_another_release_wrote_is_let_go_of(profile, owner):
    reading = ReadingFactory(profile=profile, understood={"kind": "pdf"})
    assert owner.post(CONFIRM, {"reading": reading.pk}).status_code == 302
    assert owner.get(CONFIRM)["Location"] == IMPORT
    assert not Reading.objects.exists()


def test_what_is_somebody_elses_is_not_there(profile, owner):
    other = ReadingFactory()
    kept = KeptFileFactory(profile=other.profile)
    assert owner.get(CONFIRM)["Location"] == IMPORT
    owner.post(CONFIRM, {"reading": other.pk, "kept": ["skills-0"]})
    owner.post(AWAY)
    assert Reading.objects.get() == other
    assert not ProfileSkill.objects.exists()
    for key in (kept.pk, kept.pk + 99, 10**17):
        assert owner.get(f"/profile/files/{key}/").status_code == 404
        assert owner.post(f"/profile/files/{key}/remove/").status_code == 404
    assert KeptFile.objects.get() == kept
    assert "resume.pdf" not in owner.get(IMPORT).content.decode()


@pytest.mark.parametrize("path", [IMPORT, CONFIRM, AWAY, "/profile/files/1/remove/"])
def test_forms_of_an_import_need_their_token(profile, path):
    KeptFileFactory(profile=profile, pk=1)
    reading = ReadingFactory(profile=profile)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(profile.user)
    sent = {"text": TEXT.decode(), "reading": reading.pk, "kept": ["skills-0"]}
    assert strict.post(path, sent).status_code == 403
    assert (Reading.objects.get(), KeptFile.objects.count(), ProfileSkill.objects.count()) == (reading, 1, 0)


def test_with_its_token_a_file_is_taken(profile):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(profile.user)
    strict.get(IMPORT)
    token = strict.cookies["csrftoken"].value
    assert bring(strict, TEXT, csrfmiddlewaretoken=token)["Location"] == CONFIRM


def test_who_has_no_profile_is_sent_to_start_one(client):
    client.force_login(UserFactory())
    assert bring(client, TEXT)["Location"] == "/profile/"
    assert bring(Client(), TEXT)["Location"].startswith("/accounts/login/")
    assert not Reading.objects.exists()


def test_words_of_a_file_are_no_markup(profile, owner):
    bring(owner, TEXT.replace(b"Frobnicator 9", b"<script>alert(1)</script>").replace(b"Infosys", b'"><img src=x>'))
    assert b"<script>alert" not in owner.get(CONFIRM).content
    assert b"<img" not in owner.get(CONFIRM).content


def test_the_way_takes_few_queries(profile, owner, django_assert_max_num_queries):
    KeptFileFactory.create_batch(2, profile=profile)
    with django_assert_max_num_queries(7):
        owner.get(IMPORT)
    with django_assert_max_num_queries(20):
        bring(owner, FILES["resume.pdf"](), "a.pdf")
    with CaptureQueriesContext(connection) as asked:
        owner.post(CONFIRM, as_shown(owner))
    assert len(asked) <= 60


def test_the_pages_are_sound_and_within_the_budgets(profile, owner):
    KeptFileFactory(profile=profile)
    ProfileSkillFactory(profile=profile, name="SQL", skill=None)
    Profile.objects.update(name="Asha Rao", months=7)
    many = "\n".join(f"Skill {number}, Other" for number in range(60))
    for content in (resumes.TEXT, f"{resumes.TEXT}\nSKILLS\n{many}"):
        bring(owner, content.encode())
        for path in (IMPORT, CONFIRM):
            page = owner.get(path).content
            assert list(faults(path, page)) == []
            assert prose.faults(page.decode()) == []
    assert 'value="all-skills"' in page.decode()
    assert prose.faults(owner.post(IMPORT, {}).content.decode()) == []


def cpu() -> float:
    """Seconds of this process and of those that it started and that ended: what it takes on a calm machine."""
    return sum(os.times()[:4])


def test_three_pages_from_upload_to_understood_take_little_time(profile, owner):
    lines = [*(someone := resumes.person(3)).head, *someone.left, *someone.right * 4]
    content = resumes.written_pdf([resumes.column(lines[at : at + 50], 40) for at in range(0, 150, 50)])
    bring(owner, content, "warm.pdf")
    started = cpu()
    assert bring(owner, content, "three.pdf")["Location"] == CONFIRM
    assert b"Is this right?" in owner.get(CONFIRM).content
    assert cpu() - started < 1.5
