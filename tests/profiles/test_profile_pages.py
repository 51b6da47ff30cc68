"""A person's own pages: who gets them, what they say, what forms take."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from profiles.fit.weighing import weigh
from profiles.models import Consent, Experience, Language, Profile, ProfileSkill
from profiles.sections import SECTIONS
from profiles.urls import own
from tests.factories import (
    ExperienceFactory,
    JobFactory,
    KeptFileFactory,
    LocationAliasFactory,
    LocationFactory,
    ProfileSkillFactory,
    ReadingFactory,
    RoleFactory,
    SavedJobFactory,
    SavedSearchFactory,
    SkillAliasFactory,
    SkillFactory,
    UserFactory,
)
from tests.profiles.filled import FACTS
from tests.site.test_budgets import faults

pytestmark = pytest.mark.django_db

POST_ONLY = re.compile(
    r"start|go_public|new_address|withdraw|move_|mend|advice_on_file|wording|throw_away|remove_kept_file|unsave|seen"
)
BUDGETS = {  # by how names start, the longest first
    "": 10,
    "fit": 16,  # eight to know who it is and what they have
    "best_jobs": 24,
    "export": 40,  # it reads each table of the database that is of a person
    "import_confirm": 11,  # it compares with all sections
    "advice": 16,  # all sections, the names of skills, which of them are tools, what roles want
    "resume": 11,
    "resume_file": 11,
    "resume_for_job": 18,  # the job, the names of skills, what it asks for
    "resume_for_job_file": 18,
}


def addresses(profile: Profile) -> dict[str, str]:
    """Of every pattern, for a profile with a row in each section: name and address."""
    job, search = SavedJobFactory(profile=profile), SavedSearchFactory(profile=profile)
    row, found = profile.experience_rows.get(), {}
    for pattern in own.urlpatterns:
        of = job if pattern.name.endswith("save_job") or pattern.name == "saved_job" else row
        of = search if pattern.name.endswith("_search") else of
        found[pattern.name] = reverse(f"profiles:{pattern.name}", kwargs=_filled(pattern, of.pk))
    found["save_job"] += f"?job={job.job_id}"
    return found


def _filled(pattern: URLPattern, key: int) -> dict[str, object]:
    values = {
        "section": SECTIONS["experience"],
        "key": key,
        "job": 900001,
        "slug": "data-analyst",
        "slugs": ("data-analyst", "nurse"),
        "file": "resume.json",
        "purpose": "public",
    }
    return {name: values[name] for name in pattern.pattern.converters}


@pytest.mark.parametrize("name", ["row", "remove", "move_up", "move_down", "move_first"])
def test_what_is_foreign_and_what_is_missing_look_the_same(profile, owner, name):
    foreign = ExperienceFactory().pk
    for ask in (owner.post, owner.get):
        answers = [
            ask(reverse(f"profiles:{name}", args=["experience", key])) for key in (foreign, foreign + 99, 10**17)
        ]
        assert len({answer.status_code for answer in answers}) == 1
        assert answers[0].status_code == 404 or (ask == owner.get and answers[0].status_code == 405)
    assert Experience.objects.filter(pk=foreign, title="Data Analyst").exists()


@pytest.mark.parametrize("name", [pattern.name for pattern in own.urlpatterns if not POST_ONLY.search(pattern.name)])
def test_every_page_of_a_full_profile_is_read_in_ten_queries(profile, owner, name, django_assert_max_num_queries):
    for slug in ("sql", "excel", "python"):
        SkillFactory(slug=slug)
    for slug in ("data-analyst", "nurse", "welder"):
        JobFactory.create_batch(3, role=RoleFactory(slug=slug, core={"sql": 90, "git": 70}), asks=["sql"], at=["pune"])
    JobFactory(pk=900001, role=None, asks=["sql", "git"])
    weigh(list)
    profile.take(FACTS)
    Experience.objects.of(profile).exclude(title="Analyst").delete()
    KeptFileFactory(profile=profile, pk=profile.experience_rows.get().pk)
    KeptFileFactory.create_batch(2, profile=profile)
    ReadingFactory(profile=profile)
    profile.target_roles.add(RoleFactory(), RoleFactory())
    profile.would_move_to.add(LocationFactory(slug="pune"), LocationFactory(slug="mumbai"))
    address = addresses(profile)[name]
    budget = max(filter(name.startswith, BUDGETS), key=len)
    with django_assert_max_num_queries(BUDGETS[budget]):
        assert owner.get(address).status_code == 200


def test_the_long_list_takes_no_more_queries_than_the_short_one(profile, owner, django_assert_max_num_queries):
    for number in range(40):
        ProfileSkillFactory(profile=profile, name=f"Skill {number}")
    with django_assert_max_num_queries(6):
        answer = owner.get("/profile/skills/")
    assert answer.content.decode().count("Skill 39") == 1


def test_the_longest_profile_stays_within_the_budgets_of_a_page(profile, owner):
    words = "Reconciled ledgers of nine branches in two states "
    for number in range(100):
        ProfileSkillFactory(profile=profile, name=f"Skill {number} of many", level=3, evidence=words)
    for number in range(40):
        ExperienceFactory(profile=profile, title=f"Analyst {number}", lines="\n".join([words] * 5))
    found = [fault for path in ("/profile/", "/profile/skills/", "/profile/experience/", "/profile/privacy/")
             for fault in faults(path, owner.get(path).content)]  # fmt: skip
    assert found == []


def test_the_first_visit_says_what_is_kept_and_keeps_nothing(client):
    client.force_login(UserFactory())
    text = client.get("/profile/").content.decode()
    assert "What you write into your profile" in text
    assert "Only you see it" in text
    assert not Profile.objects.exists()
    assert client.get("/profile/skills/")["Location"] == "/profile/"


def test_a_profile_is_started_with_consent_only(client):
    user = UserFactory()
    client.force_login(user)
    refused = client.post("/profile/start/")
    assert "Tick this box if you agree" in refused.content.decode()
    assert not Profile.objects.exists()
    started = client.post("/profile/start/", {"is_agreed": "on"})
    assert started["Location"] == "/profile/"
    assert Profile.objects.of(user)
    assert Consent.objects.is_given(user, "profile")
    client.post("/profile/start/", {"is_agreed": "on"})
    assert (Profile.objects.count(), Consent.objects.count()) == (1, 1)


def test_the_overview_shows_every_section_and_what_is_missing(profile, owner):
    SkillFactory(slug="sql")
    profile.take(FACTS)
    profile.target_roles.add(RoleFactory(name="Data Analyst"))
    text = owner.get("/profile/").content.decode()
    for word in ("Asha Rao", "Loom weaving", "use it alone", "Built reports", "since Mar 2022", "Fergusson", "Bus map"):
        assert word in text
    assert "95 of 100" in text  # the notice period isn't said
    assert "Say how long your notice period is" in text
    assert 'href="/skills/sql/"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'rel="canonical"' not in text


def test_about_is_saved(profile, owner):
    LocationFactory(slug="pune")
    answer = owner.post("/profile/about/", {"name": " Asha  Rao\0", "city": "pune", "years": "5", "more_months": "2"})
    assert answer["Location"] == "/profile/"
    profile.refresh_from_db()
    assert (profile.name, profile.city, profile.location.slug, profile.months) == ("Asha Rao", "pune", "pune", 62)


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "x" * 101},
        {"headline": "x" * 161},
        {"summary": "x" * 2001},
        {"phone": "call me"},
        {"years": "60"},
        {"years": "-1"},
        {"years": "1e3"},
        {"more_months": "12"},
        {"years": "9" * 400},
    ],
)
def test_about_refuses_what_cannot_be(profile, owner, sent):
    answer = owner.post("/profile/about/", sent)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert Profile.objects.filter(pk=profile.pk, name="", headline="", summary="", phone="", months=None).exists()


def test_wishes_are_saved_and_pay_has_limits(profile, owner):
    sent = {"pay_wanted": "1200000", "notice_days": "0", "is_remote_fine": "on"}
    assert owner.post("/profile/wishes/", sent)["Location"] == "/profile/"
    assert "₹12 lakh a year" in owner.get("/profile/").content.decode()
    for bad in ({"pay_now": "0"}, {"pay_now": "-1"}, {"pay_now": "99999999999"}, {"notice_days": "366"}):
        assert owner.post("/profile/wishes/", bad).status_code == 200
    profile.refresh_from_db()
    assert (profile.pay_now, profile.pay_wanted, profile.notice_days) == (None, 1_200_000, 0)


def test_cities_are_known_by_any_name_of_theirs(profile, owner):
    LocationFactory(slug="pune")
    LocationAliasFactory(location=LocationFactory(slug="bengaluru"), name="Bangalore")
    assert owner.post("/profile/wishes/", {"places": " pune, Bangalore,bengaluru,, "})["Location"] == "/profile/"
    assert "Bengaluru, Pune" in owner.get("/profile/").content.decode()
    assert 'value="Bengaluru, Pune"' in owner.get("/profile/wishes/").content.decode()
    for bad in ("Pune, Atlantis", "India", ",".join(["Pune"] * 21)):
        assert owner.post("/profile/wishes/", {"places": bad}).status_code == 200
    assert profile.would_move_to.count() == 2
    owner.post("/profile/wishes/", {"places": ""})
    assert not profile.would_move_to.exists()


def test_target_roles_are_taken_by_any_name(profile, owner):
    RoleFactory(name="Data Analyst")
    RoleFactory(slug="ml-engineer")
    answer = owner.post(
        "/profile/roles/", {"role_1": "data analyst", "role_2": "ML engineer", "role_3": "Data Analyst"}
    )
    assert answer["Location"] == "/profile/"
    assert sorted(profile.target_roles.values_list("slug", flat=True)) == ["data-analyst", "ml-engineer"]
    answer = owner.post("/profile/roles/", {"role_1": "Zzyzx keeper"})
    assert "We don’t know “Zzyzx keeper”." in answer.content.decode()
    assert profile.target_roles.count() == 2


@pytest.mark.parametrize("typed", ["SQL", "sql", " Structured  Query Language ", "structured query language"])
def test_a_skill_is_known_by_its_names(profile, owner, typed):
    skill = SkillFactory(slug="sql")
    SkillAliasFactory(skill=skill, name="Structured Query Language")
    SkillAliasFactory(skill=skill, name="s", trust="search")
    owner.post("/profile/skills/", {"name": typed, "level": "3"})
    row = ProfileSkill.objects.get()
    assert (row.skill, row.name, row.level) == (skill, " ".join(typed.split()), 3)


@pytest.mark.parametrize("typed", ["Loom weaving", "s"])
def test_a_skill_that_the_catalogue_lacks_keeps_its_name(profile, owner, typed):
    SkillAliasFactory(skill=SkillFactory(slug="sql"), name="s", trust="search")
    owner.post("/profile/skills/", {"name": typed})
    assert ProfileSkill.objects.get().skill is None
    assert "Not in our catalogue yet" in owner.get("/profile/skills/").content.decode()


def test_the_same_skill_isnt_taken_twice(profile, owner):
    skill = SkillFactory(slug="sql")
    SkillAliasFactory(skill=skill, name="Structured Query Language")
    owner.post("/profile/skills/", {"name": "SQL"})
    for again in ("sql", "Structured Query Language"):
        answer = owner.post("/profile/skills/", {"name": again})
        assert "This skill is in your list already." in answer.content.decode()
    assert ProfileSkill.objects.count() == 1


JOB = {"title": "Analyst", "start_month": "5", "start_year": "2024"}


def test_a_job_is_added_changed_and_removed(profile, owner):
    owner.post("/profile/experience/", JOB | {"lines": "Built reports\r\n\r\n  Saved time "})
    row = Experience.objects.get()
    assert row.lines == "Built reports\nSaved time"
    assert owner.post(f"/profile/experience/{row.pk}/", JOB | {"title": "Lead"})["Location"] == "/profile/experience/"
    assert Experience.objects.get().title == "Lead"
    assert "Remove a job?" in owner.get(f"/profile/experience/{row.pk}/remove/").content.decode()
    assert Experience.objects.exists()
    owner.post(f"/profile/experience/{row.pk}/remove/")
    assert not Experience.objects.exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"title": ""}, "see what is marked"),
        ({"end_year": "2023"}, "It ends before it starts"),
        ({"end_year": "2024", "end_month": "4"}, "It ends before it starts"),
        ({"end_month": "4"}, "a month only with its year"),
        ({"start_year": "1066"}, "Write years from 1940"),
        ({"start_year": "99999999999999999999"}, "Not saved yet"),
        ({"start_month": "13"}, "see what is marked"),
        ({"end_year": "2024", "end_month": "6", "is_current": "on"}, "Where you work now"),
        ({"lines": "x" * 4001}, "see what is marked"),
        ({"title": "\0"}, "see what is marked"),
    ],
)
def test_a_job_that_cannot_be_says_why(profile, owner, sent, words):
    answer = owner.post("/profile/experience/", JOB | sent)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Experience.objects.exists()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.example/", "data:text/html,x", "https://", "HTTPS://a b"]
)
def test_a_link_is_of_the_web(profile, owner, url):
    answer = owner.post("/profile/links/", {"label": "x", "url": url})
    assert answer.status_code == 200
    assert not profile.profilelink_rows.exists()


def test_hostile_text_is_text(profile, owner):
    hostile = '"><script>alert(1)</script>{{ 7|add:7 }}'
    owner.post("/profile/experience/", {"title": hostile, "company": hostile, "lines": hostile})
    owner.post("/profile/about/", {"name": hostile, "headline": hostile, "summary": hostile})
    for page in ("/profile/", "/profile/experience/", f"/profile/experience/{Experience.objects.get().pk}/remove/"):
        text = owner.get(page).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_list_has_an_end(profile, owner):
    for number in range(Language.most):
        owner.post("/profile/languages/", {"name": f"Language {number}"})
    answer = owner.post("/profile/languages/", {"name": "One more"})
    assert "20 is the most that a profile holds here" in answer.content.decode()
    assert Language.objects.count() == 20
    first = Language.objects.first()
    assert owner.post(f"/profile/languages/{first.pk}/", {"name": "Changed"}).status_code == 302


@pytest.mark.parametrize(
    ("which", "to", "order"),
    [(2, "up", "ACBD"), (0, "up", "ABCD"), (0, "down", "BACD"), (3, "down", "ABCD"), (3, "first", "DABC")],
)
def test_rows_are_put_in_order(profile, owner, which, to, order):
    ExperienceFactory(title="Z")  # of somebody else
    rows = [ExperienceFactory(profile=profile, title=title, position=1) for title in "ABCD"]
    answer = owner.post(f"/profile/experience/{rows[which].pk}/{to}/")
    assert answer["Location"] == "/profile/experience/"
    assert "".join(profile.experience_rows.values_list("title", flat=True)) == order


def test_a_new_row_comes_last(profile, owner):
    ExperienceFactory(profile=profile, title="First", position=7)
    owner.post("/profile/experience/", JOB)
    assert list(profile.experience_rows.values_list("title", flat=True)) == ["First", "Analyst"]


def test_forms_need_their_token(profile):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(profile.user)
    assert strict.post("/profile/experience/", JOB).status_code == 403
    assert strict.post("/profile/privacy/profile/withdraw/").status_code == 403
    assert strict.post("/profile/delete/", {"confirmation": "a long password"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/profile/pay/", "/profile/experience/0/", "/profile/experience/x/", "/profile/nobody/1/"]
)
def test_there_are_no_other_pages(owner, path):
    assert owner.get(path).status_code == 404


def test_every_form_has_labels_and_ties_errors_to_boxes(profile, owner):
    text = owner.post("/profile/experience/", {"title": ""}).content.decode()
    for box in re.findall(r"<(?:input|select|textarea)(?![^>]*hidden)[^>]*id=\"(profile-[^\"]+)\"", text):
        assert f'for="{box}"' in text
    assert 'aria-invalid="true"' in text
    described = re.search(r'id="profile-title"[^>]*aria-describedby="([^"]+)"', text) or re.search(
        r'aria-describedby="([^"]+)"[^>]*id="profile-title"', text
    )
    assert "profile-title_error" in described[1]
