"""An editor's note on a pair of roles: what the database refuses, how it is found, its screen."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from comparisons.models import ComparisonFAQ, ComparisonNearSkill, ComparisonNote
from comparisons.queries import find_roles, get_comparison
from roles.models import Role
from tests.constraints import (
    FACTORIES,
    Rule,
    assert_accepted,
    assert_refused,
    constraint_names,
    positive_fields,
    same,
)
from tests.desk import add_address, change_address, errors, filled_in, list_address, listed, with_row
from tests.factories import (
    REVIEWED,
    ComparisonFAQFactory,
    ComparisonNearSkillFactory,
    ComparisonNoteFactory,
    NearSkillFactory,
    RoleAliasFactory,
    RoleFactory,
)

pytestmark = pytest.mark.django_db

MODELS = [ComparisonNote, ComparisonFAQ, ComparisonNearSkill]


def turned_round(there: ComparisonNote) -> dict[str, Role]:
    return {"first": there.second, "second": there.first}


def one_role(there: ComparisonNote) -> dict[str, Role]:
    return {"first": there.first, "second": there.first}


def replaces(key: str, **changes):
    """The row that is there replaces the same built question."""

    def change(there: ComparisonFAQ) -> dict:
        ComparisonFAQ.objects.filter(pk=there.pk).update(key=key)
        return {"key": key, "note": there.note} | {field: value() for field, value in changes.items()}

    return change


RULES = [
    Rule("comparisonnote_two_roles", "one role", ComparisonNote, one_role, same("first")),
    Rule("comparisonnote_once_a_pair", "the same order", ComparisonNote, same("first", "second"), same("second")),
    Rule("comparisonnote_once_a_pair", "the other order", ComparisonNote, turned_round, same("first")),
    Rule(
        "comparisonnote_published_is_reviewed",
        "published without review",
        ComparisonNote,
        {"is_published": True, "reviewed_on": None},
        {"is_published": False, "reviewed_on": None},
    ),
    Rule(
        "comparisonnote_indexing_valid",
        "a word of one's own",
        ComparisonNote,
        {"indexing": "yes"},
        {"indexing": "never"},
    ),
    Rule(
        "comparisonfaq_key_once_a_note",
        "replaced twice",
        ComparisonFAQ,
        replaces("pay"),
        replaces("pay", note=ComparisonNoteFactory),
    ),
    Rule(
        "comparisonfaq_key_once_a_note",
        "replaced twice, extra questions may be many",
        ComparisonFAQ,
        replaces("pay"),
        replaces(""),
    ),
    Rule("comparisonfaq_text_given", "no question", ComparisonFAQ, {"question": ""}, {"question": "Why?"}),
    Rule("comparisonfaq_text_given", "no answer", ComparisonFAQ, {"answer": ""}, {"answer": "So."}),
    Rule("comparisonnearskill_two_skills", "one skill", ComparisonNearSkill, one_role, same("first")),
    Rule(
        "comparisonnearskill_once_a_note",
        "the same order",
        ComparisonNearSkill,
        same("note", "first", "second"),
        same("first", "second"),
    ),
    Rule(
        "comparisonnearskill_once_a_note",
        "the other order",
        ComparisonNearSkill,
        lambda there: turned_round(there) | {"note": there.note},
        turned_round,
    ),
    *[
        Rule("comparisonnearskill_credit_with_reason", str(bad), ComparisonNearSkill, bad, good)
        for bad, good in [
            ({"credit": 9}, {"credit": 10}),
            ({"credit": 81}, {"credit": 80}),
            ({"credit": 50, "reason": ""}, {"credit": 0, "reason": ""}),
            ({"reason": "both draw charts."}, {"reason": "both draw charts"}),
        ]
    ],
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    assert constraint_names(MODELS) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", positive_fields(MODELS), ids=str)
def test_negative_number_is_refused(field):
    row = FACTORIES[field.model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: -1})


def test_an_editors_word_on_near_skills_goes_over_the_catalogue_between_its_two_roles_alone():
    analyst = RoleFactory(slug="analyst", core={"tableau": 80, "excel": 60})
    developer = RoleFactory(slug="developer", core={"power-bi": 90, "sheets": 50})
    RoleFactory(slug="other", core={"power-bi": 90, "sheets": 50})
    for first, second in (("tableau", "power-bi"), ("excel", "sheets")):
        NearSkillFactory(first__slug=first, second__slug=second, credit=60)
    note = ComparisonNoteFactory(first=developer, second=analyst)
    said = {"note": note, "first__slug": "power-bi", "second__slug": "tableau"}
    word = ComparisonNearSkillFactory(**said, credit=20, reason="both draw charts")

    def credits(left: Role, right: Role) -> dict[str, int]:
        return {pair.left.slug: pair.left_to_right for pair in get_comparison(left, right).skills.near}

    pair, apart = find_roles("analyst", "developer"), find_roles("analyst", "other")
    assert credits(*pair) == {"tableau": 20, "excel": 60}
    assert credits(*apart) == {"tableau": 60, "excel": 60}
    ComparisonNearSkill.objects.update(credit=0)
    assert credits(*pair) == {"excel": 60}
    ComparisonNote.objects.update(is_published=False)
    assert credits(*pair) == {"tableau": 60, "excel": 60}
    assert str(word) == "Power BI ~ Tableau"


def test_note_is_found_in_either_order():
    note = ComparisonNoteFactory()
    ComparisonNoteFactory(first=note.first)
    ComparisonNoteFactory(second=note.second)
    assert list(ComparisonNote.objects.for_pair(note.first_id, note.second_id)) == [note]
    assert list(ComparisonNote.objects.for_pair(note.second_id, note.first_id)) == [note]


def test_only_published_notes_are_for_readers():
    published = ComparisonNoteFactory()
    ComparisonNoteFactory(is_published=False)
    assert list(ComparisonNote.objects.published()) == [published]


def test_note_goes_with_its_role():
    note = ComparisonFAQFactory().note
    note.second.delete()
    assert not ComparisonNote.objects.exists()
    assert not ComparisonFAQ.objects.exists()


def test_note_is_added_with_a_question(editor_client):
    first, second = RoleFactory(), RoleFactory()
    form = filled_in(editor_client.get(add_address(ComparisonNote)))
    form |= {"first": first.pk, "second": second.pk, "verdict": "Different.", "reviewed_on": "2026-11-01"}
    form = with_row(form, "faqs", question="Why?", answer="So.", key="freshers", position=0)
    assert editor_client.post(add_address(ComparisonNote), form).status_code == 302
    note = ComparisonNote.objects.get()
    assert (note.is_published, note.reviewed_on) == (False, datetime.date(2026, 11, 1))
    assert note.faqs.get().key == "freshers"


def test_second_note_on_a_pair_is_a_form_error_whatever_the_order(editor_client):
    note = ComparisonNoteFactory()
    form = filled_in(editor_client.get(add_address(ComparisonNote)))
    form |= {"first": note.second_id, "second": note.first_id}
    response = editor_client.post(add_address(ComparisonNote), form)
    assert "There is a note on this pair, perhaps in the other order." in errors(response)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (lambda note: {"second": note.first_id}, "Choose two different roles."),
        (lambda note: {"reviewed_on": ""}, "Say when it was reviewed before publishing it."),
    ],
)
def test_what_the_database_refuses_is_a_form_error(changes, complaint, editor_client):
    note = ComparisonNoteFactory()
    form = filled_in(editor_client.get(change_address(note))) | changes(note)
    assert complaint in errors(editor_client.post(change_address(note), form))


def test_question_replaced_twice_is_a_form_error(editor_client):
    note = ComparisonFAQFactory(key="freshers").note
    form = filled_in(editor_client.get(change_address(note)))
    form = with_row(form, "faqs", question="Why?", answer="So.", key="freshers", position=0)
    assert "This is in the list twice." in errors(editor_client.post(change_address(note), form))


def test_note_is_found_by_any_name_of_either_role(editor_client):
    note = ComparisonNoteFactory(second__name="Machine Learning Engineer")
    RoleAliasFactory(role=note.second, name="ML Engineer")
    ComparisonNoteFactory()
    assert listed(editor_client.get(list_address(ComparisonNote), {"q": "ml eng"})) == [note]


def test_note_has_a_link_to_its_page_when_both_roles_are_public(editor_client):
    note = ComparisonNoteFactory(first__slug="ml-engineer", second__slug="data-scientist")
    page = editor_client.get(change_address(note)).content.decode()
    assert '<a href="/compare-roles/data-scientist-vs-ml-engineer/" class="viewsitelink">' in page


def test_note_on_a_draft_role_has_no_link(editor_client):
    note = ComparisonNoteFactory(second=RoleFactory(status="draft", reviewed_on=REVIEWED))
    assert "viewsitelink" not in editor_client.get(change_address(note)).content.decode()
