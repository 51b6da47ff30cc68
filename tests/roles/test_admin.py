"""Every screen of the editors' desk, of every app."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.contrib.auth.models import Permission

from comparisons.models import Judging, NearRoles, Pair
from jobs.models import JobReport, OpenJob
from roles.models import CatalogueRow, DataVersion, Location, Report, Role, SalaryRange, Skill, Source
from tests.constraints import FACTORIES
from tests.desk import add_address, change_address, enter, errors, filled_in, list_address, listed, with_row
from tests.factories import (
    LocationFactory,
    RoleAliasFactory,
    RoleFactory,
    SalaryRangeFactory,
    SkillAliasFactory,
    SkillFactory,
    UserFactory,
)
from tests.together import written_once

OURS = [
    model for app in ("accounts", "roles", "comparisons", "jobs") for model in apps.get_app_config(app).get_models()
]
SCREENS = [model for model in OURS if admin.site.is_registered(model)]
EDITED = [model for model in SCREENS if model not in (Pair, JobReport)]  # the others are there to be read
BUDGET = 12
# What the Content-Security-Policy would block.
INLINE_CODE = re.compile(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)

each_screen = pytest.mark.parametrize("model", SCREENS, ids=lambda model: model.__name__)
each_form = pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)


@pytest.fixture(scope="class")
def three_of_everything(django_db_setup, django_db_blocker) -> Iterator[None]:
    with written_once(django_db_blocker):
        for model, factory in FACTORIES.items():
            slugged = any(field.name == "slug" for field in model._meta.fields)
            for number in range(3):
                factory(**{"slug": f"row-{number}"} if slugged else {})
        yield


def test_every_model_has_a_screen_but_what_the_machine_notes_for_itself():
    inlines = {inline.model for model in SCREENS for inline in admin.site.get_model_admin(model).inlines}
    assert set(OURS) - set(SCREENS) - inlines == {CatalogueRow, DataVersion, Judging, NearRoles, OpenJob}


@each_form
def test_every_foreign_key_is_searched_for(model):
    screen = admin.site.get_model_admin(model)
    assert {field.name for field in model._meta.fields if field.is_relation} <= set(screen.autocomplete_fields)
    for inline in screen.inlines:
        others = [field for field in inline.model._meta.fields if field.is_relation and field.related_model != model]
        assert {field.name for field in others} <= set(inline.autocomplete_fields)


@each_form
def test_every_field_is_on_its_screen(model):
    screen = admin.site.get_model_admin(model)
    shown = {model: flatten_fieldsets(screen.fieldsets)}
    shown |= {inline.model: flatten(inline.fields) for inline in screen.inlines if inline.fields}
    for edited, fields in shown.items():
        own = [field for field in edited._meta.fields if field.editable and field.related_model != model]
        assert {field.name for field in own} - {"id"} <= set(fields)


@pytest.mark.usefixtures("three_of_everything")
class TestFilledScreens:
    @each_screen
    def test_list_keeps_its_budget(self, model, editor_client, django_assert_max_num_queries):
        with django_assert_max_num_queries(BUDGET):
            response = editor_client.get(list_address(model))
        assert len(listed(response)) >= 3

    @each_screen
    def test_every_offered_filter_answers(self, model, editor_client):
        filters = editor_client.get(list_address(model)).context["cl"]
        for choice in [choice for each in filters.filter_specs for choice in each.choices(filters)]:
            assert editor_client.get(list_address(model) + choice["query_string"]).status_code == 200
        assert editor_client.get(f"{list_address(model)}?_facets=True").status_code == 200

    @each_screen
    def test_every_column_sorts(self, model, editor_client):
        for column in range(1, len(admin.site.get_model_admin(model).list_display) + 1):
            assert editor_client.get(list_address(model), {"o": f"-{column}"}).status_code == 200

    @each_form
    def test_screens_need_no_inline_code(self, model, editor_client):
        row = model.objects.first()
        pages = [list_address(model), change_address(row)]
        pages += [] if model is Report else [add_address(model)]  # only readers write reports
        pages += [change_address(row).replace("/change/", end) for end in ("/delete/", "/history/")]
        for page in pages:
            response = editor_client.get(page)
            assert response.status_code == 200
            assert not INLINE_CODE.search(response.content.decode())

    @each_form
    def test_saving_a_row_as_it_is_changes_nothing(self, model, editor_client):
        row = model.objects.order_by("pk").first()
        before = model.objects.filter(pk=row.pk).values().get()
        response = editor_client.post(change_address(row), filled_in(editor_client.get(change_address(row))))
        assert response.status_code == 302
        assert model.objects.filter(pk=row.pk).values().get() == before


@each_screen
@pytest.mark.parametrize(
    "junk",
    [
        "?id__exact=abc",
        "?id__exact=99999999999999999999",
        "?reviewed_on__year=99999999999",
        "?reviewed_on__year=0",
        "?reviewed_on__gte=99999-01-01",
        "?date_joined__year=0",
        "?name__regex=(",
        "?email__regex=(",
        "?role__id__exact=abc",
        "?role__name__regex=(",
        "?status__exact=nonsense",
        "?is_published__exact=nonsense",
        "?missing=nonsense",
        "?nonsense=1",
        "?o=99.-3.x",
        "?p=99999999999",
        "?p=x",
        "?_to_field=nonsense",
        "?q=%F0%9F%98%80%25_'\"",
        "abc/change/",
        "99999999999999999999/change/",
        "0/delete/",
        "abc/history/",
        "add/?role=abc&location=99999999999999999999&source=1,2&first=x&second=-1&experience_source=x&skill=x",
    ],
)
def test_junk_in_an_address_is_no_server_error(model, junk, editor_client):
    FACTORIES[model]()
    assert editor_client.get(list_address(model) + junk).status_code < 500


@pytest.mark.parametrize(
    "junk",
    [
        "autocomplete/",
        "autocomplete/?app_label=roles&model_name=roleskill&field_name=skill&term=x&page=abc",
        "autocomplete/?app_label=roles&model_name=roleskill&field_name=nonsense&term=x",
        "autocomplete/?app_label=nonsense&model_name=roleskill&field_name=skill&term=x",
        "r/abc/1/",
        "r/99999999999999999999/1/",
        "nonsense/",
    ],
)
def test_junk_address_of_the_desk_is_refused(junk, editor_client):
    assert editor_client.get(f"/admin/{junk}").status_code in (403, 404)


@each_screen
def test_desk_is_closed_to_visitors(model, client, db):
    assert client.get(list_address(model)).headers["Location"].startswith("/admin/login/")


def test_desk_shows_an_editor_only_what_they_may_edit(client, db):
    editor = UserFactory(is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename="change_skill"))
    enter(client, editor)
    assert client.get(list_address(Skill)).status_code == 200
    assert client.get(list_address(Role)).status_code == 403


@pytest.mark.parametrize("words", ["python", "PyThOn", "snake"])
def test_skill_is_found_by_any_of_its_names(words, editor_client):
    python = SkillFactory(slug="python")
    SkillAliasFactory(skill=python, name="The snake language")
    SkillAliasFactory(skill=python, name="Snakes")
    SkillFactory(slug="sql")
    assert listed(editor_client.get(list_address(Skill), {"q": words})) == [python]


def test_box_of_a_foreign_key_knows_other_names(editor_client):
    role = RoleAliasFactory(name="ML Engineer", role__name="Machine Learning Engineer").role
    address = "/admin/autocomplete/?app_label=roles&model_name=salaryrange&field_name=role"
    found = editor_client.get(f"{address}&term=ml eng").json()["results"]
    assert found == [{"id": str(role.pk), "text": "Machine Learning Engineer"}]


@pytest.mark.parametrize(("gap", "slug"), [("summary", "unexplained"), ("role", "unused")])
def test_skill_with_a_gap_is_found(gap, slug, editor_client):
    RoleFactory(core={"python": 90, "unexplained": 80})
    Skill.objects.filter(slug="python").update(summary="A language.")
    SkillFactory(slug="unused", summary="Something.")
    found = listed(editor_client.get(list_address(Skill), {"missing": gap}))
    assert [skill.slug for skill in found] == [slug]


@pytest.mark.parametrize(
    ("gap", "empty"),
    [("sample", {"sample_size": None}), ("period", {"period_start": None, "period_end": None})],
)
def test_pay_with_a_gap_is_found(gap, empty, editor_client):
    SalaryRangeFactory()
    unknown = SalaryRangeFactory(**empty)
    assert listed(editor_client.get(list_address(SalaryRange), {"missing": gap})) == [unknown]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, "₹6L–₹15L, median ₹10L"),
        ({"p25": None, "p75": None}, "median ₹10L"),
        ({"p25": None, "p50": None, "p75": None, "low": 700_000, "high": 3_500_000}, "₹7L–₹35L"),
    ],
)
def test_pay_is_listed_in_words(figures, words, editor_client):
    SalaryRangeFactory(experience_min=1, experience_max=3, **figures)
    page = editor_client.get(list_address(SalaryRange)).content.decode()
    assert f'<td class="field-figure">{words}</td>' in page
    assert '<td class="field-experience">1–3 years</td>' in page


def test_places_and_sources_count_their_figures(editor_client):
    figures = [SalaryRangeFactory(), SalaryRangeFactory()]
    LocationFactory(slug="pune")
    places = listed(editor_client.get(list_address(Location)))
    assert [(place.slug, place.figure_count) for place in places] == [("india", 2), ("pune", 0)]
    sources = listed(editor_client.get(list_address(Source)))
    assert [(source, source.figure_count) for source in sources] == [(figures[0].source, 2)]


def test_same_pay_row_again_is_a_form_error(editor_client):
    pay, other = SalaryRangeFactory(), SalaryRangeFactory()
    form = filled_in(editor_client.get(change_address(other))) | {"role": pay.role_id}
    response = editor_client.post(change_address(other), form)
    assert "This source's figure for this place, experience and period is there already." in errors(response)


def test_falling_percentiles_are_a_form_error(editor_client):
    pay = SalaryRangeFactory()
    form = filled_in(editor_client.get(change_address(pay))) | {"p25": 2_000_000}
    response = editor_client.post(change_address(pay), form)
    assert "Percentiles must rise from the 10th to the 90th." in errors(response)


def test_other_name_twice_in_one_form_is_a_form_error(editor_client):
    skill = SkillFactory(slug="react")
    form = with_row(filled_in(editor_client.get(change_address(skill))), "aliases", name="ReactJS")
    response = editor_client.post(change_address(skill), with_row(form, "aliases", name="reactjs"))
    assert "This is in the list twice." in errors(response)
    assert not skill.aliases.exists()


def test_other_name_of_another_skill_is_a_form_error(editor_client):
    SkillAliasFactory(name="ReactJS")
    skill = SkillFactory()
    form = with_row(filled_in(editor_client.get(change_address(skill))), "aliases", name="reactjs")
    assert "This name belongs to a skill already." in errors(editor_client.post(change_address(skill), form))


def test_source_without_scheme_is_read_as_https(editor_client):
    pay = SalaryRangeFactory()
    form = filled_in(editor_client.get(change_address(pay.source))) | {"url": "example.org/pay"}
    editor_client.post(change_address(pay.source), form)
    assert Source.objects.get().url == "https://example.org/pay"
