"""The role's screen: its list, its gaps, publishing, and the form with all that belongs to a role."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from roles.admin.roles import GUIDE
from roles.models import Role, RoleAlias
from tests.desk import add_address, change_address, errors, filled_in, list_address, listed, with_row
from tests.factories import (
    CareerStepFactory,
    RoleAliasFactory,
    RoleFactory,
    RoleFAQFactory,
    SalaryRangeFactory,
    SkillFactory,
    SourceFactory,
)

SKILLS = {f"skill-of-role-{number}": 90 for number in range(1, 8)}
DUTIES = [f"Build model {number}" for number in range(1, 9)]


def complete_role(**changes) -> Role:
    """Nothing is missing but for the changes."""
    facts = {
        "overview": "They build models.",
        **dict.fromkeys(GUIDE, "said"),
        "experience_min": 1,
        "experience_max": 8,
        "experience_source": SourceFactory(),
        "reviewed_on": timezone.localdate(),
        "core": SKILLS,
        "duties": DUTIES,
    }
    facts |= changes
    steps = facts.pop("steps", 3)
    role = RoleFactory(**facts)
    for year in range(steps):
        CareerStepFactory(role=role, years_min=year, years_max=year + 1)
    return role


@pytest.fixture
def act(editor_client):
    """Ticks roles in the list, chooses an action, and returns what the desk says."""

    def run(action: str, *roles: Role) -> list[str]:
        form = {"action": action, "_selected_action": [role.pk for role in roles]}
        response = editor_client.post(list_address(Role), form)
        assert response.status_code == 302
        return [str(message) for message in get_messages(response.wsgi_request)]

    return run


@pytest.mark.parametrize(
    ("gap", "changes"),
    [
        ("overview", {"overview": ""}),
        *[("guide", {field: ""}) for field in GUIDE],
        ("ladder", {"steps": 2}),
        ("experience", {"experience_min": None, "experience_max": None}),
        ("duties", {"duties": DUTIES[:7]}),
        ("skills", {"core": dict(list(SKILLS.items())[:6]), "secondary": {"sql": 50}}),
        ("review", {"reviewed_on": timezone.localdate() - datetime.timedelta(days=366)}),
        ("review", {"reviewed_on": None, "status": "draft"}),
    ],
)
def test_role_with_a_gap_is_found(gap, changes, editor_client):
    complete_role()
    gappy = complete_role(**changes)
    assert listed(editor_client.get(list_address(Role), {"missing": gap})) == [gappy]


def test_role_without_pay_is_found(editor_client):
    paid, unpaid = complete_role(), complete_role()
    SalaryRangeFactory(role=paid)
    assert listed(editor_client.get(list_address(Role), {"missing": "pay"})) == [unpaid]


def test_counts_are_not_multiplied_by_each_other(editor_client):
    role = RoleFactory(core={"python": 90, "sql": 80}, secondary={"excel": 50}, duties=DUTIES[:3])
    SalaryRangeFactory(role=role)
    RoleAliasFactory(role=role, name="Number person")
    RoleAliasFactory(role=role, name="Number wizard")
    [found] = listed(editor_client.get(list_address(Role), {"q": "number"}))
    assert (found.core_count, found.duty_count, found.pay_count) == (2, 3, 1)


def test_list_links_to_the_roles_pay(editor_client):
    pay = SalaryRangeFactory()
    SalaryRangeFactory()
    address = f"/admin/roles/salaryrange/?role__id__exact={pay.role_id}"
    assert f'<a href="{address}">1</a>' in editor_client.get(list_address(Role)).content.decode()
    assert listed(editor_client.get(address)) == [pay]


def test_role_is_published(act):
    role, other = RoleFactory(status="draft"), RoleFactory(status="draft")
    assert act("publish", role, other) == ["Now published: 2."]
    assert set(Role.objects.values_list("status", flat=True)) == {"published"}


def test_role_without_review_is_not_published_and_the_editor_reads_why(act):
    ready, unready = RoleFactory(status="draft"), RoleFactory(status="draft", reviewed_on=None)
    assert act("publish", ready, unready) == [
        f"{unready} stays as it is. Say when it was reviewed before publishing it.",
        "Now published: 1.",
    ]
    assert list(Role.objects.published()) == [ready]


def test_role_is_unpublished(act):
    role = RoleFactory()
    assert act("unpublish", role) == ["Now draft: 1."]
    assert not Role.objects.published().exists()


def test_publishing_is_in_the_roles_history(act, editor_client):
    role = RoleFactory(status="draft")
    act("publish", role)
    history = editor_client.get(change_address(role).replace("/change/", "/history/"))
    assert "Now published." in history.content.decode()


def test_form_costs_the_same_with_any_number_of_skills(editor_client, django_assert_num_queries):
    source = SourceFactory()
    few, many = RoleFactory(core={"python": 90}), RoleFactory(core={f"many-{number}": 50 for number in range(20)})
    many.role_skills.update(source=source, evidence_count=3)
    editor_client.get(change_address(few))  # reads the content types once for all
    with django_assert_num_queries(8):  # session, editor, role, five kinds of rows
        editor_client.get(change_address(few))
    with django_assert_num_queries(8):
        page = editor_client.get(change_address(many)).content.decode()
    assert page.count(f">{source}</option>") == 20
    assert page.count(">Many 7</option>") == 1


def test_published_role_has_a_link_to_its_page_and_a_draft_has_none(editor_client):
    role, draft = RoleFactory(), RoleFactory(status="draft")
    page = editor_client.get(change_address(role))
    assert f'<a href="{role.get_absolute_url()}" class="viewsitelink">' in page.content.decode()
    assert "viewsitelink" not in editor_client.get(change_address(draft)).content.decode()


def test_role_is_added_with_all_that_belongs_to_it(editor_client):
    python = SkillFactory(slug="python")
    form = filled_in(editor_client.get(add_address(Role))) | {
        "name": "Data Analyst",
        "plural": "Data Analysts",
        "article": "a",
        "slug": "data-analyst",
        "family": "data",
        "summary": "Data Analysts answer questions with numbers.",
    }
    form = with_row(form, "responsibilities", position=1, text="Clean data", gerund="cleaning data")
    form = with_row(form, "role_skills", rank=1, skill=python.pk, kind="core", importance=90, evidence_count=0)
    form = with_row(form, "aliases", name="Analyst", slug="analyst")
    form = with_row(form, "faqs", question="What now?", answer="Read on.", key="", position=0)
    assert editor_client.post(add_address(Role), form).status_code == 302
    role = Role.objects.get(slug="data-analyst")
    assert role.status == "draft"
    for rows in (role.responsibilities, role.role_skills, role.aliases, role.faqs):
        assert rows.count() == 1


@pytest.mark.parametrize(
    ("inline", "row", "complaint"),
    [
        ("faqs", {"question": "Why?", "answer": "So.", "key": "pay", "position": 0}, "This is in the list twice."),
        ("aliases", {"name": "Analyst", "slug": "analyst"}, "Please correct the duplicate"),
        (
            "responsibilities",
            {"position": 1, "text": "Clean data", "gerund": "cleaning data"},
            "Please correct the duplicate",
        ),
        (
            "role_skills",
            {"rank": 1, "skill": "1", "kind": "core", "importance": 90, "evidence_count": 0},
            "Please correct the duplicate",
        ),
    ],
)
def test_same_row_twice_in_one_form_is_a_form_error(inline, row, complaint, editor_client):
    role = RoleFactory()
    if "skill" in row:
        row = row | {"skill": SkillFactory().pk}
    form = with_row(with_row(filled_in(editor_client.get(change_address(role))), inline, **row), inline, **row)
    assert complaint in errors(editor_client.post(change_address(role), form))
    assert not getattr(role, inline).exists()


def test_many_extra_questions_are_fine(editor_client):
    role = RoleFactory()
    form = filled_in(editor_client.get(change_address(role)))
    for question in ("Why?", "How?"):
        form = with_row(form, "faqs", question=question, answer="So.", key="", position=0)
    assert editor_client.post(change_address(role), form).status_code == 302
    assert role.faqs.count() == 2


def test_removed_question_makes_room_in_the_same_form(editor_client):
    faq = RoleFAQFactory(key="pay", question="Old?")
    form = filled_in(editor_client.get(change_address(faq.role))) | {"faqs-0-DELETE": "on"}
    form = with_row(form, "faqs", question="New?", answer="So.", key="pay", position=0)
    assert editor_client.post(change_address(faq.role), form).status_code == 302
    assert faq.role.faqs.get().question == "New?"


def test_replacing_a_replaced_question_is_a_form_error(editor_client):
    faq = RoleFAQFactory(key="pay")
    form = filled_in(editor_client.get(change_address(faq.role)))
    form = with_row(form, "faqs", question="New?", answer="So.", key="pay", position=0)
    assert "This is in the list twice." in errors(editor_client.post(change_address(faq.role), form))


def test_other_name_of_another_role_is_a_form_error(editor_client):
    taken, role = RoleAliasFactory(slug="ml-engineer"), RoleFactory()
    form = with_row(filled_in(editor_client.get(change_address(role))), "aliases", name="ML", slug=taken.slug)
    assert "Other name with this Slug already exists." in errors(editor_client.post(change_address(role), form))


def test_question_can_replace_only_what_the_page_asks(editor_client):
    role = RoleFactory()
    row = {"question": "Why?", "answer": "So.", "key": "no-such-question", "position": 0}
    form = with_row(filled_in(editor_client.get(change_address(role))), "faqs", **row)
    assert "no-such-question is not one of the available choices" in errors(
        editor_client.post(change_address(role), form)
    )


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"experience_min": 1, "experience_max": 8}, "Experience needs both ends (in order, up to 50 years)"),
        ({"slug": "a-vs-b"}, "A slug can't contain “-vs-”"),
        ({"slug": "Data"}, "The slug has small letters, digits and single hyphens only."),
        ({"status": "published"}, "Say when it was reviewed before publishing it."),
        ({"name": "x\x00"}, "Null characters are not allowed."),
        ({"experience_sample_size": "9" * 30}, "Ensure this value is less than or equal to"),
        ({"experience_source": "9" * 30}, "Select a valid choice."),
    ],
)
def test_what_the_database_refuses_is_a_form_error(changes, complaint, editor_client):
    role = RoleFactory(status="draft", reviewed_on=None)
    form = filled_in(editor_client.get(change_address(role))) | changes
    assert complaint in errors(editor_client.post(change_address(role), form))


def test_old_address_lives_on_as_an_alias(editor_client):
    role = RoleFactory(slug="ml-engineer")
    form = filled_in(editor_client.get(change_address(role))) | {"slug": "machine-learning-engineer"}
    editor_client.post(change_address(role), form)
    assert Role.objects.resolve("ml-engineer") == [role]
    assert RoleAlias.objects.get().name == "ML Engineer"


def test_old_address_that_the_editor_kept_by_hand_is_kept_once(editor_client):
    role = RoleFactory(slug="ml-engineer")
    form = filled_in(editor_client.get(change_address(role))) | {"slug": "machine-learning-engineer"}
    form = with_row(form, "aliases", name="ML person", slug="ml-engineer")
    assert editor_client.post(change_address(role), form).status_code == 302
    assert RoleAlias.objects.get().name == "ML person"
