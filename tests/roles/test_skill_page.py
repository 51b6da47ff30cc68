import re

import pytest
from django.core.management import call_command

from roles.models import Skill
from roles.skills import wording as skill_wording
from roles.skills.facts import Companion, SkillUse, companions, in_order, most_named, named_in, other_names
from roles.skills.guide import get_skill_guide
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT
from tests.factories import (
    RoleFactory,
    RoleSkillFactory,
    SkillAliasFactory,
    SkillFactory,
    SkillPartFactory,
    SourceFactory,
)

PAGE = "/skills/python/"


@pytest.fixture
def skill(db):
    source = SourceFactory(slug="skill-evidence", name="Skill evidence", caveat="Counts adverts, not payslips.")
    skill = SkillFactory(slug="python", category="language", summary="Python is a language that reads easily.")
    for slug, kind, importance, naming, read, evidence in (
        ("data-analyst", "core", 86, 860, 2868, 900),
        ("ml-engineer", "core", 98, 20, 29, 30),
        ("bi-developer", "secondary", 66, 1, 3, 4),
        ("teacher", "secondary", 20, 0, 54, 2),
        ("tutor", "secondary", 10, None, None, 0),
    ):
        RoleSkillFactory(
            role=RoleFactory(slug=slug),
            skill=skill,
            kind=kind,
            importance=importance,
            adverts_naming=naming,
            adverts_read=read,
            evidence_count=evidence,
            source=source if evidence else None,
        )
    RoleSkillFactory(role=RoleFactory(slug="ghost", status="draft"), skill=skill, importance=99)
    return skill


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_it_says_which_roles_use_it_how_much_and_how_we_know(client, skill):
    text = text_of(client.get(PAGE))
    for part in (
        "Python is a language that reads easily.",
        "Used by 5 roles A core skill of 2, also named for 3.",
        "Most important in ML Engineer 98 of 100.",
        # 20 of 29 adverts are more, but too few to be said first
        "Named most often for Data Analyst in 30% of 2,868 Indian adverts.",  # 860 / 2868 = 29.99 %
        "A core skill Role Importance Named in adverts ML Engineer 98 98 69% of 29 Data Analyst 86 86 30% of 2,868",
        "Also named Role Importance Named in adverts BI Developer 66 66 1 of 3 Teacher 20 20 in other sources"
        " Tutor 10 10 editor’s choice",
        "Source: Skill evidence . Counts adverts, not payslips.",
    ):
        assert part in text, part


def test_a_role_that_isnt_published_isnt_counted(client, skill):
    assert "Ghost" not in text_of(client.get(PAGE))


def test_a_long_list_of_roles_folds(client, skill):
    for number in range(15):
        RoleSkillFactory(role=RoleFactory(name=f"Extra {number}"), skill=skill, kind="secondary", importance=50)
    text = text_of(client.get(PAGE))
    assert "3 more roles Also named, less important" in text  # 18, of which 15 are shown
    assert text.index("3 more roles") < text.index("Tutor")


def test_equal_importance_elsewhere_is_said(client, skill):
    RoleSkillFactory(role=RoleFactory(), skill=skill, importance=98)
    assert "98 of 100; as high in 1 other role." in text_of(client.get(PAGE))


def test_it_links_to_its_roles_its_source_and_the_method(client, skill):
    html = client.get(PAGE).content.decode()
    for href in ("/roles/ml-engineer/", "/sources/#skill-evidence", "/method/#skills", "/skills/"):
        assert f'href="{href}"' in html


# --- What goes with it


@pytest.mark.django_db
def test_the_skills_that_the_same_roles_use_come_by_overlap(client):
    """Go is used by a, b and c.

    SQL by a, b and two others: 2 shared of 5 that use either, 40 %. Linux by a and b: 2 of 3, 67 %.
    Excel by a, b, c and five others: 3 of 8, 37.5 %, so 38 %. Rust by c: one shared role is chance.
    """
    for slug, skills in {
        "a": ["go", "sql", "linux", "excel"],
        "b": ["go", "sql", "linux", "excel"],
        "c": ["go", "excel", "rust"],
        "d": ["sql", "excel"],
        "e": ["sql", "excel"],
        "f": ["excel"],
        "g": ["excel"],
        "h": ["excel"],
    }.items():
        RoleFactory(slug=f"role-{slug}", core=dict.fromkeys(skills, 50))
    RoleFactory(slug="draft", status="draft", core={"go": 90, "rust": 90})
    text = text_of(client.get("/skills/go/"))
    assert "Skill Use both Overlap Linux 2 roles 67% 67% SQL 2 roles 40% 40% Excel 3 roles 38% 38% Overlap:" in text
    assert "Rust" not in text


def test_one_shared_role_is_enough_for_a_skill_that_one_role_uses():
    rows = [("SQL", "sql", 1, 4), ("Rust", "rust", 1, 1)]
    assert [(other.name, other.overlap) for other in companions(rows, uses=1, most=9)] == [("Rust", 100), ("SQL", 25)]
    assert companions(rows, uses=2, most=9) == []


def test_of_equal_overlaps_the_one_that_more_roles_share_comes_first():
    rows = [("Alpha", "alpha", 2, 2), ("Beta", "beta", 3, 5), ("Gamma", "gamma", 2, 2)]  # 2 of 4, 3 of 6, 2 of 4
    assert [other.name for other in companions(rows, uses=4, most=2)] == ["Beta", "Alpha"]


def test_overlap_is_to_the_nearest_per_cent():
    assert [Companion("", "", shared, 0, 8).overlap for shared in (1, 3, 8)] == [13, 38, 100]  # 12.5, 37.5


@pytest.mark.django_db
def test_a_bundle_and_its_parts_are_named_as_that_and_not_as_company(client):
    bundle = SkillFactory(slug="docker-and-kubernetes", name="Docker & Kubernetes")
    docker = SkillFactory(slug="docker")
    SkillPartFactory(whole=bundle, part=docker)
    SkillPartFactory(whole=bundle, part=SkillFactory(slug="kubernetes"))
    for slug in ("a", "b"):
        RoleFactory(slug=f"role-{slug}", core={"docker-and-kubernetes": 90, "docker": 50, "linux": 40})
    whole, part = text_of(client.get("/skills/docker-and-kubernetes/")), text_of(client.get("/skills/docker/"))
    assert "Holds Docker , Kubernetes" in whole
    assert "Part of Docker &amp; Kubernetes (2 roles)" in part
    for text in (whole, part):
        assert "Skill Use both Overlap Linux 2 roles 100% 100% Overlap:" in text


# --- Names


NAMES = [
    ("Excel", ["MS-Excel", "ms excel", "EXCELS", "Excel sheets", "excel sheet"], ["excel sheet", "ms excel"]),
    ("Node.js", ["node", "nodejs", "node js"], ["node"]),
    ("HTML & CSS", ["html and css", "html/css", "html5"], ["html5"]),
    ("REST APIs", ["rest api", "RESTful"], ["RESTful"]),
    ("SEO", ["search optimisation", "search optimization"], ["search optimisation"]),
    ("C++", ["c", "cpp", "C ++"], ["c", "cpp"]),
    ("Python", ["advanced python", "python3", "py"], ["py", "advanced python", "python3"]),  # the telling one first
]


@pytest.mark.parametrize(("name", "others", "kept"), NAMES)
def test_names_that_only_look_different_are_said_once(name, others, kept):
    assert other_names(name, others) == kept


def test_names_for_searching_or_for_lists_only_arent_said(client, skill):
    for name, trust in (("py", "text"), ("PY", "case"), ("snake", "list"), ("use scripting languages", "search")):
        SkillAliasFactory(skill=skill, name=name + trust, trust=trust)
    text = text_of(client.get(PAGE))
    assert "Names it is known by PYcase pytext Words of adverts and CVs that count as Python here." in text


def test_the_thirteenth_name_folds(client, skill):
    for number in range(14):
        SkillAliasFactory(skill=skill, name=f"Serpent {number:02}")
    text = text_of(client.get(PAGE))
    assert "Serpent 11 and 2 more names Serpent 12 Serpent 13 Words" in text


def test_a_skill_without_other_names_has_no_section_for_them(client, skill):
    assert "Names it is known by" not in text_of(client.get(PAGE))


# --- A skill that no role uses


@pytest.mark.django_db
def test_a_skill_that_no_published_role_uses_has_a_short_page_that_says_so(client, django_assert_max_num_queries):
    aws, bundle = SkillFactory(name="AWS"), SkillFactory(slug="clouds")
    SkillPartFactory(whole=bundle, part=aws)
    RoleFactory(slug="architect", core={"clouds": 90})
    RoleFactory(slug="draft", status="draft", core={"aws": 90, "clouds": 80})
    with django_assert_max_num_queries(7):
        response = client.get("/skills/aws/")
    text = text_of(response)
    assert '<meta name="robots" content="noindex, ' in response.content.decode()
    assert "None of the roles described here names it by itself" in text
    assert "Part of Clouds (1 role)" in text
    for part in ("Which roles use it", "What goes with it", "Used by"):
        assert part not in text


def test_a_skill_in_use_may_be_indexed(client, skill):
    assert "noindex" not in client.get(PAGE).content.decode()


# --- Addresses


@pytest.mark.parametrize("form", ["/skills/python", "/skills/Python/", "/skills/PYTHON?from=x"])
def test_every_other_form_is_one_redirect_away(client, skill, form):
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


@pytest.mark.parametrize("form", ["/skills/py-lang/", "/skills/Py_Lang", "/skills/pylang/"])
def test_another_name_leads_to_the_skill(client, skill, form):
    SkillAliasFactory(skill=skill, name="Py Lang")
    SkillAliasFactory(skill=skill, name="pylang")
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


@pytest.mark.parametrize("trust", ["case", "list", "search"])
def test_a_name_that_may_mean_something_else_leads_nowhere(client, skill, trust):
    SkillAliasFactory(skill=skill, name="snake", trust=trust)
    assert client.get("/skills/snake/").status_code == 404


def test_a_name_that_two_skills_could_mean_leads_nowhere(client, skill):
    SkillAliasFactory(skill=skill, name="big snake")
    SkillAliasFactory(name="big-snake")
    assert client.get("/skills/big-snake/").status_code == 404


@pytest.mark.django_db
def test_an_unknown_skill_is_not_found(client):
    assert client.get("/skills/nothing/").status_code == 404


@pytest.mark.django_db
def test_a_skills_own_address_wins_over_another_name(client, skill):
    SkillAliasFactory(skill=skill, name="go")
    SkillFactory(slug="go")
    assert client.get("/skills/go/").status_code == 200


def test_only_reading_is_allowed(client, skill):
    assert client.post(PAGE).status_code == 405


# --- Head, machines, budget


def test_title_and_description_say_who_uses_it(client, skill):
    html = client.get(PAGE).content.decode()
    assert "<title>Python: which roles in India use it</title>" in html
    assert 'content="Python: used by 5 roles in India, most of all by ML Engineers. How much' in html


def test_the_budget_is_seven_queries_and_the_version(client, skill, django_assert_max_num_queries):
    for number in range(3):
        SkillAliasFactory(skill=skill)
        SkillPartFactory(whole=skill)
        SkillPartFactory(part=skill)
        RoleFactory(slug=f"user-{number}", core={"python": 90, "sql": 80, "linux": 70, f"only-{number}": 60})
    with django_assert_max_num_queries(1 + 8):  # the eighth: open jobs that ask for it
        client.get(PAGE)


@pytest.mark.django_db
def test_every_skill_of_the_catalogue_has_its_own_title_and_description():
    call_command("load_catalogue", verbosity=0)
    guides = [get_skill_guide(skill) for skill in Skill.objects.all()]
    titles = {skill_wording.title(guide) for guide in guides}
    descriptions = {skill_wording.description(guide) for guide in guides}
    assert len(guides) == len(titles) == len(descriptions) > 700
    assert max(map(len, titles)) <= TITLE_LIMIT
    assert max(map(len, descriptions)) <= DESCRIPTION_LIMIT


# --- Pure


def test_no_per_cent_is_given_below_ten_adverts_or_where_it_would_be_nought():
    assert [named_in(1, 9), named_in(1, 10), named_in(1, 8000), named_in(1234, 12345)] == [
        "1 of 9",
        "10% of 10",
        "1 of 8,000",
        "10% of 12,345",
    ]


def use(role: str, importance: int = 50, is_core: bool = True, naming: int | None = None, read: int | None = None):
    return SkillUse(role, f"{role}s", "/", is_core, importance, 1, naming, read)


def test_of_equal_importance_core_comes_first_then_the_larger_share_then_the_name():
    uses = [use("E"), use("D"), use("C", naming=9, read=30), use("B", is_core=False), use("A", 40)]
    assert [one.role for one in in_order(uses)] == ["C", "D", "E", "B", "A"]


def test_the_share_said_first_is_the_largest_with_enough_adverts():
    few, less, more = use("Few", naming=29, read=29), use("Less", naming=10, read=30), use("More", naming=40, read=99)
    assert most_named([few, less, more]) == more
    assert most_named([few, use("None"), use("Unnamed", naming=0, read=90)]) is None
