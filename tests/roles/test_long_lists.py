"""Lists of roles, pay and skills in a catalogue that is too large for one page of each."""

import re
from html import unescape

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from roles import lists
from roles.fields import field_path
from roles.lists import list_page, page_numbers
from roles.models import Family, RoleSkill, SkillCategory
from roles.skills.facts import HEADINGS
from tests.factories import PairFactory, RoleFactory, RoleSkillFactory, SalaryRangeFactory, SkillFactory
from tests.graphs import graph_faults, node_of
from tests.prose import faults

SITE = "http://127.0.0.1:8000"
FINANCE = "/roles/field/finance/"


@pytest.fixture
def small(monkeypatch) -> None:
    """Four roles are too many for one page, and so are two skills; a page has two, the last one three at most."""
    for name in ("ROLES_TOGETHER", "SKILLS_TOGETHER"):
        monkeypatch.setattr(lists, name, 3 if name == "ROLES_TOGETHER" else 1)
    for name in ("ROLES_A_PAGE", "SKILLS_A_PAGE"):
        monkeypatch.setattr(lists, name, 2)


@pytest.fixture
def roles(small, db) -> None:
    for number in range(5):
        role = RoleFactory(
            slug=f"banker-{number}", family="finance", core={"excel": 90 - number, f"skill-{number}": 50}
        )
        SalaryRangeFactory(role=role)
    RoleFactory(slug="welder", family="engineering")
    RoleFactory(slug="secret", family="design", status="draft", core={"excel": 99})


def links(html: str, start: str) -> list[str]:
    """In the page's main part, in its order, each once."""
    return list(dict.fromkeys(re.findall(rf'<a href="({start}[^"]+)"', html[html.index("<main") :])))


# --- Pages of a list


@given(count=st.integers(0, 2_000), a_page=st.integers(1, 300))
def test_pages_hold_every_row_once_and_none_is_much_longer_than_the_others(count, a_page):
    numbers = page_numbers(count, a_page)
    assert (len(numbers), numbers) == (count, sorted(numbers))
    last = numbers[-1] if numbers else 0
    pages = [list_page(str, number, count, a_page) for number in range(1, last + 1)]
    assert [number for page in pages for number in [page.number] * (page.end - page.start)] == numbers
    assert all(page.start == (page.number - 1) * a_page for page in pages)
    assert all(page.end - page.start <= a_page + a_page // 2 for page in pages)
    assert all(len(page.paths) == last for page in pages)


@pytest.mark.parametrize("number", [-1, 0, 3, 10**30])
def test_a_number_out_of_range_is_no_page(number):
    assert list_page(str, 2, 20, 10) is not None
    assert list_page(str, number, 20, 10) is None


def test_a_list_of_nothing_has_no_page():
    assert list_page(str, 1, 0, 10) is None


# --- Roles and pay


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["roles", "salaries"])
def test_while_one_page_holds_all_no_field_has_its_own(client, monkeypatch, kind):
    RoleFactory(slug="banker", family="finance")
    html = client.get(f"/{kind}/").content.decode()
    assert f'href="/{kind}/banker/"' in html
    assert "/field/" not in html
    assert client.get(f"/{kind}/field/finance/").status_code == 404
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 0)
    assert client.get(f"/{kind}/field/finance/").status_code == 200


@pytest.mark.parametrize("kind", ["roles", "salaries"])
def test_the_list_leads_to_the_fields_that_have_roles(client, roles, kind):
    html = client.get(f"/{kind}/").content.decode()
    assert links(html, f"/{kind}/") == [f"/{kind}/field/engineering/", f"/{kind}/field/finance/"]
    assert 'Finance</a> <span class="small">5 roles</span>' in html
    assert faults(html) + graph_faults(html, SITE) == []


@pytest.mark.parametrize("kind", ["roles", "salaries"])
def test_a_field_has_all_its_roles_from_a_to_z(client, roles, kind):
    first, second = (client.get(f"/{kind}/field/finance/{rest}").content.decode() for rest in ("", "2/"))
    found = [[link for link in links(html, f"/{kind}/") if "field" not in link] for html in (first, second)]
    assert found == [[f"/{kind}/banker-{n}/" for n in range(2)], [f"/{kind}/banker-{n}/" for n in range(2, 5)]]
    assert [item["url"] for item in node_of(second, "ItemList")["itemListElement"]] == [SITE + one for one in found[1]]
    assert f'<a href="/{kind}/field/finance/2/" rel="next">Page 2</a>' in first
    assert f'<a href="/{kind}/field/finance/" rel="prev">Page 1</a>' in second
    assert f'rel="canonical" href="{SITE}/{kind}/field/finance/2/"' in second
    assert "noindex" not in second


def test_sorting_by_pay_is_for_lists_that_one_page_holds(client, roles):
    html = client.get("/salaries/?sort=pay").content.decode()
    assert "Sort by" not in html
    assert "/salaries/field/finance/" in html


@pytest.mark.parametrize("kind", ["roles", "salaries"])
@pytest.mark.parametrize("rest", ["finance/3/", "finance/0/", f"finance/{'9' * 30}/", "design/", "sales/", "nothing/"])
def test_a_page_that_a_field_has_not_is_missing(client, roles, kind, rest):
    assert client.get(f"/{kind}/field/{rest}").status_code == 404


@pytest.mark.parametrize("kind", ["roles", "salaries"])
@pytest.mark.parametrize("rest", ["1/", "01/"])
def test_the_first_page_of_a_field_has_one_address(client, roles, kind, rest):
    response = client.get(f"/{kind}/field/finance/{rest}")
    assert (response.status_code, response["Location"]) == (301, f"/{kind}/field/finance/")


@pytest.mark.django_db
@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("view", ["roles:field", "salaries:field"])
def test_the_pages_of_every_field_read_well(client, monkeypatch, view, family):
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 0)
    monkeypatch.setattr(lists, "ROLES_A_PAGE", 1)
    for _ in range(2):
        RoleFactory(family=family)
    assert heads_of(client, [field_path(view, family, number) for number in (1, 2)]) == []


def heads_of(client, paths: list[str]) -> list[str]:
    """What is wrong with these pages; that two have one title, too."""
    found, heads = [], []
    for path in paths:
        html = client.get(path).content.decode()
        patterns = (r"<title>(.*?)<", r'"description" content="(.*?)"')
        title, description = (unescape(re.search(pattern, html)[1]) for pattern in patterns)
        heads += [title, description]
        found += faults(html) + graph_faults(html, SITE)
        if len(title) > 60 or len(description) > 155:
            found.append(f"{path}: {title} / {description}")
    return found + [head for head in set(heads) if heads.count(head) > 1]


def test_budgets_of_roles(client, roles, django_assert_max_num_queries):
    """Beside the version of the data: how many a field has, its roles, their pay."""
    for path, most in (("/roles/", 1), (FINANCE, 2), ("/salaries/", 1), ("/salaries/field/finance/", 3)):
        with django_assert_max_num_queries(1 + most):
            client.get(path)


# --- Home, the picker


def test_home_leads_to_the_fields(client, roles):
    PairFactory()
    html = client.get("/").content.decode()
    assert links(html, "/roles/") == ["/roles/field/data-ai/", "/roles/field/engineering/", FINANCE]
    assert faults(html) == []


@pytest.mark.parametrize("path", ["/", "/compare-roles/"])
def test_the_picker_asks_for_suggestions_in_place_of_a_long_list(client, roles, monkeypatch, path):
    html = client.get(path).content.decode()
    assert "datalist" not in html
    assert ' list="' not in html
    assert 'data-suggest="/search/suggest/?kind=role" data-fills' in html
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 6)
    html = client.get(path).content.decode()
    assert html.count("<option value=") == 6
    assert html.count('list="role-names"') == 3
    assert "data-fills" not in html


def test_without_scripts_what_was_typed_is_understood_or_asked_back(client, roles):
    response = client.get("/compare-roles/?role=bankr+1&role=welders")
    assert (response.status_code, response["Location"]) == (302, "/compare-roles/banker-1-vs-welder/")
    html = client.get("/compare-roles/?role=banker&role=qwxz").content.decode()
    assert "Did you mean" in html
    assert '<a href="/compare-roles/?role=Banker+1&amp;role=qwxz">Banker 1</a>' in html
    assert 'We don’t know “qwxz” yet. Look for it in <a href="/roles/">the fields of roles</a>.' in html


@pytest.mark.django_db
def test_the_picker_is_offered_roles_alone(client):
    RoleFactory(slug="excel-trainer", core={"excel": 90})
    everything = client.get("/search/suggest/?q=excel").json()["suggestions"]
    roles = client.get("/search/suggest/?q=excel&kind=role").json()["suggestions"]
    assert [one["kind"] for one in everything] == ["skill", "role"]
    assert [one["label"] for one in roles] == ["Excel Trainer"]
    assert client.get("/search/suggest/?q=excel+trainer+vs+nurse&kind=role").json()["suggestions"] == []


# --- Skills


@pytest.fixture
def tools(small, db) -> None:
    for slug in ("awk", "bash", "curl", "dig", "emacs"):
        SkillFactory(slug=slug, category="tool")
    SkillFactory(slug="unused", category="tool")
    RoleFactory(slug="admin", core=dict.fromkeys(("emacs", "dig", "curl", "bash", "awk"), 50))
    RoleFactory(slug="editor", core={"emacs": 50})


def test_the_list_of_skills_leads_to_those_of_each_kind(client, tools):
    html = client.get("/skills/").content.decode()
    assert '<a href="/skills/kind/tool/">From A to Z (5)<span class="visually-hidden">: Tools</span></a>' in html
    assert html.index('id="tool"') < html.index("/skills/emacs/", html.index('id="tool"'))
    assert "<details" not in html
    assert faults(html) + graph_faults(html, SITE) == []


def test_a_kind_has_all_its_skills_from_a_to_z_with_their_roles(client, tools):
    first, second = (client.get(f"/skills/kind/tool/{rest}").content.decode() for rest in ("", "2/"))
    assert links(first, "/skills/")[:2] == ["/skills/awk/", "/skills/bash/"]
    assert links(second, "/skills/")[:3] == ["/skills/curl/", "/skills/dig/", "/skills/emacs/"]
    assert "unused" not in second
    assert 'Emacs</a>&nbsp;<span class="small">2' in second
    assert f'rel="canonical" href="{SITE}/skills/kind/tool/2/"' in second


@pytest.mark.parametrize("rest", ["tool/3/", "tool/0/", "cloud/", "nothing/"])
def test_a_page_that_a_kind_has_not_is_missing(client, tools, rest):
    assert client.get(f"/skills/kind/{rest}").status_code == 404


def test_the_first_page_of_a_kind_has_one_address(client, tools):
    response = client.get("/skills/kind/tool/1/")
    assert (response.status_code, response["Location"]) == (301, "/skills/kind/tool/")


def test_while_one_page_holds_all_skills_no_kind_has_its_own(client, tools, monkeypatch):
    monkeypatch.setattr(lists, "SKILLS_TOGETHER", 5)
    assert "/skills/kind/" not in client.get("/skills/").content.decode()
    assert client.get("/skills/kind/tool/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("category", SkillCategory)
def test_the_pages_of_every_kind_read_well(client, monkeypatch, category):
    monkeypatch.setattr(lists, "SKILLS_TOGETHER", 0)
    monkeypatch.setattr(lists, "SKILLS_A_PAGE", 1)
    for slug in ("one", "other"):
        SkillFactory(slug=slug, category=category)
    RoleFactory(core={"one": 50, "other": 40})
    assert list(HEADINGS) == SkillCategory.values
    assert heads_of(client, [reverse("skills:kind", args=[category, *rest]) for rest in ((), (2,))]) == []


def test_budgets_of_skills(client, tools, django_assert_max_num_queries):
    for path, most in (("/skills/", 3), ("/skills/kind/tool/", 2)):
        with django_assert_max_num_queries(1 + most):
            client.get(path)


# --- The roles of a skill


@pytest.fixture
def excel(small, db) -> None:
    """Seven roles: 5 core ones of falling importance, the second as important as the first; 2 others."""
    skill = SkillFactory(slug="excel", name="Excel")
    for number, importance in enumerate((90, 90, 80, 70, 60, 50, 40)):
        RoleSkillFactory(
            role=RoleFactory(slug=f"user-{number}"),
            skill=skill,
            kind="core" if number < 5 else "secondary",
            importance=importance,
            adverts_naming=number + 1,
            adverts_read=100,
        )


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_popular_skill_shows_where_it_weighs_most_and_counts_all(client, excel):
    html = client.get("/skills/excel/").content.decode()
    assert links(html[html.index('id="roles"') - 200 :].replace("<section", "<main", 1), "/roles/") == [
        "/roles/user-1/",  # of two as important, the one with the larger share of adverts
        "/roles/user-0/",
    ]
    assert "Used by 7 roles A core skill of 5, also named for 2." in plain(html)
    assert "90 of 100; as high in 1 other role." in plain(html)
    assert "Named most often for User 6 in 7% of 100 Indian adverts." in plain(html)
    assert '<a href="/skills/excel/roles/2/">5 more roles</a>' in html
    assert faults(html) + graph_faults(html, SITE) == []


def test_the_other_roles_stand_on_further_pages_that_are_not_listed(client, excel):
    pages = [client.get(f"/skills/excel/roles/{number}/").content.decode() for number in (2, 3)]
    assert [links(html, "/roles/") for html in pages] == [
        ["/roles/user-2/", "/roles/user-3/"],
        ["/roles/user-4/", "/roles/user-5/", "/roles/user-6/"],
    ]
    assert "These are 5 to 7 of 7 roles." in pages[1]
    assert '<a href="/skills/excel/">Page 1</a>' in pages[1]
    for html in pages:
        assert 'content="noindex, ' in html
        assert faults(html) == []


@pytest.mark.parametrize("number", [0, 4, 10**20])
def test_a_page_that_a_skill_has_not_is_missing(client, excel, number):
    assert client.get(f"/skills/excel/roles/{number}/").status_code == 404


def test_a_skill_whose_roles_one_page_holds_has_no_further_ones(client, excel, monkeypatch):
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 7)
    assert "more role" not in client.get("/skills/excel/").content.decode()
    assert client.get("/skills/excel/roles/2/").status_code == 404


def test_the_first_page_of_a_skills_roles_is_its_own(client, excel):
    for path, target in (("roles/1/", ""), ("roles/02/", "roles/2/")):
        response = client.get(f"/skills/excel/{path}")
        assert (response.status_code, response["Location"]) == (301, f"/skills/excel/{target}")


def test_budgets_of_a_popular_skill(client, excel, django_assert_max_num_queries):
    with django_assert_max_num_queries(1 + 10):  # the tenth: open jobs that ask for it
        client.get("/skills/excel/")
    with django_assert_max_num_queries(1 + 3):
        client.get("/skills/excel/roles/2/")


def test_the_page_of_all_and_that_of_many_say_the_same(client, excel, monkeypatch):
    """But for the roles that are left out."""
    few = plain(client.get("/skills/excel/").content.decode())
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 7)
    all_of_them = plain(client.get("/skills/excel/").content.decode())
    start, end = few.index("Used by"), few.index("Which roles use it")
    assert few[start:end] == all_of_them[start : all_of_them.index("Which roles use it")]


@pytest.mark.django_db
def test_how_many_roles_use_a_skill_is_the_same_for_few_and_for_all():
    RoleFactory(core={"excel": 50, "sql": 40})
    RoleFactory(core={"excel": 50})
    RoleFactory(status="draft", core={"excel": 50, "word": 40})
    every = RoleSkill.objects.roles_by_skill()
    assert sorted(every.values()) == [1, 2]
    assert RoleSkill.objects.roles_by_skill(*every) == every
    assert RoleSkill.objects.roles_by_skill(max(every, key=every.get)) == {max(every, key=every.get): 2}
