"""Jobs that a person saved."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from profiles.models import Profile, SavedJob
from tests.factories import CompanyFactory, JobFactory, MemberFactory, SavedJobFactory
from tests.prose import faults

pytestmark = pytest.mark.django_db

LIST = "/profile/saved/"


def new(job) -> str:
    return f"{LIST}new/?job={job.pk}"


def close(job) -> None:
    job.close("gone", timezone.now())
    job.save()


def test_the_page_of_a_job_leads_to_saving_it(client, owner, profile):
    job = JobFactory(title="Night Nurse", company=CompanyFactory(name="Acme"))
    page = client.get(job.get_absolute_url())
    assert f'<a href="{new(job)}" rel="nofollow">Save this job</a>' in page.content.decode()
    assert not page.cookies
    asked = owner.get(new(job)).content.decode()
    assert "Save this job?" in asked
    assert "Night Nurse, Acme" in asked
    assert not SavedJob.objects.exists()  # not by a link
    assert owner.post(new(job), {"job": job.pk, "note": " Ask  Ravi "})["Location"] == LIST
    saved = SavedJob.objects.get()
    assert (saved.profile, saved.job, saved.title, saved.company) == (profile, job, "Night Nurse", "Acme")
    assert saved.note == "Ask Ravi"
    text = owner.get(LIST).content.decode()
    assert "Ask Ravi" in text
    assert job.get_absolute_url() in text
    assert faults(text) + faults(asked) == []


def test_saving_twice_is_saving_once(owner):
    job = JobFactory()
    owner.post(new(job), {"job": job.pk, "note": "first"})
    assert "You saved this job" in owner.get(new(job)).content.decode()
    owner.post(new(job), {"job": job.pk, "note": "second"})
    assert SavedJob.objects.get().note == "second"


def test_a_closed_job_isnt_offered_for_saving(client):
    job = JobFactory()
    close(job)
    assert "Save this job" not in client.get(job.get_absolute_url()).content.decode()


def test_open_ones_come_first_and_closed_ones_stay(owner, profile):
    for title, status in (("Shut", "closed"), ("Open", "open"), ("Pulled", "held"), ("Deleted", "open")):
        job = JobFactory(title=title)
        SavedJobFactory(profile=profile, job=job)
        if status == "closed":
            close(job)
        if status == "held":
            job.hold("Asks for money")
            job.save()
        if title == "Deleted":
            job.delete()
    text = owner.get(LIST).content.decode()
    order = sorted(("Shut", "Open", "Pulled", "Deleted"), key=lambda title: text.index(f">{title}<"))
    assert order[0] == "Open"
    assert "the employer took it down" in text
    assert text.count("No longer shown here") == 2
    assert text.count("See and apply</a>") == 1
    assert "Asks for money" not in text
    assert faults(text) == []


def test_removing_and_noting_are_the_owners_alone(owner, profile):
    mine, other = SavedJobFactory(profile=profile), SavedJobFactory(note="Secret")
    for path in (f"{LIST}{other.pk}/", f"{LIST}{other.pk}/remove/"):
        assert owner.post(path, {"note": "x"}).status_code == 404
    assert owner.get(f"{LIST}{other.pk}/").status_code == 404
    assert "Secret" not in owner.get(LIST).content.decode()
    assert owner.get(f"{LIST}{mine.pk}/remove/").status_code == 405
    owner.post(f"{LIST}{mine.pk}/", {"note": "Sent"})
    mine.refresh_from_db()
    assert mine.note == "Sent"
    owner.post(f"{LIST}{mine.pk}/remove/")
    assert list(SavedJob.objects.all()) == [other]


@pytest.mark.parametrize("job", ["", "0", "x", "-1", "9" * 18, "9" * 19, "1.5", "٣"])
def test_what_is_no_job_isnt_there(owner, job):
    assert owner.get(f"{LIST}new/", {"job": job}).status_code == 404
    assert owner.post(f"{LIST}new/", {"job": job}).status_code == 404


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_what_readers_dont_see_cannot_be_saved(owner, status):
    job = JobFactory(status=status, held_because="Look" if status == "held" else "")
    assert owner.get(new(job)).status_code == 404


def test_there_is_a_limit_and_it_says_so(owner, profile, monkeypatch):
    monkeypatch.setattr(SavedJob, "most", 2)
    for _ in range(2):
        saved = SavedJobFactory(profile=profile)
    SavedJobFactory()
    job = JobFactory()
    text = owner.post(new(job), {"job": job.pk}).content.decode()
    assert "2 saved jobs is the most that a profile holds" in text
    assert SavedJob.objects.of(profile).count() == 2
    assert owner.post(f"{LIST}{saved.pk}/", {"note": "still mine"}).status_code == 302


def test_who_isnt_signed_in_or_has_no_profile_comes_back(client):
    job = JobFactory()
    sent_to = client.get(new(job))["Location"]
    assert sent_to == f"/accounts/login/?next=/profile/saved/new/%3Fjob%3D{job.pk}"
    client.force_login(MemberFactory())
    start = client.get(new(job))["Location"]
    assert start == f"/profile/?next=%2Fprofile%2Fsaved%2Fnew%2F%3Fjob%3D{job.pk}"
    page = client.get(start).content.decode()
    assert f'name="next" value="{new(job)}"' in page
    refused = client.post("/profile/start/", {"next": new(job)}).content.decode()
    assert f'name="next" value="{new(job)}"' in refused
    assert client.post("/profile/start/", {"is_agreed": "on", "next": new(job)})["Location"] == new(job)
    assert client.get(new(job)).status_code == 200


def test_the_way_back_holds_a_search_in_any_script(client):
    wanted = f"/profile/searches/new/?{urlencode({'q': 'नौकरी' * 20})}"
    sign_in = client.get(wanted)["Location"]
    assert client.get(sign_in).status_code == 200
    client.force_login(MemberFactory())
    start = client.get(wanted)["Location"]
    assert f'name="next" value="{wanted}"' in client.get(start).content.decode()


@pytest.mark.parametrize(
    "next_", ["https://evil.example/", "//evil.example/profile/", "/profile/\\evil", "/admin/", "javascript:1", ""]
)
def test_a_way_back_leads_to_own_pages_only(next_):
    client = Client()
    client.force_login(MemberFactory())
    where = client.post("/profile/start/", {"is_agreed": "on", "next": next_})["Location"]
    assert where in ("/profile/", "/profile/%5Cevil")
    assert Profile.objects.count() == 1


def test_the_list_takes_as_many_queries_however_long_it_is(owner, profile, django_assert_num_queries):
    for count in (3, 60):
        for _ in range(count):
            SavedJobFactory(profile=profile)
        with django_assert_num_queries(5):  # session, user, profile, how many, the rows
            assert owner.get(LIST).status_code == 200
    assert "Page 2, next" in owner.get(LIST).content.decode()
    assert "Page 1, before" in owner.get(f"{LIST}?page=2").content.decode()
