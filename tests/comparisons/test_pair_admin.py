"""The screen of all pairs, and what an editor's word on indexing does."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from comparisons.models import ComparisonNote, Judging, Pair
from roles.models import Role
from tests.desk import add_address, change_address, enter, filled_in, list_address, listed
from tests.factories import ComparisonNoteFactory, PairFactory, RoleAliasFactory, RoleFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST = list_address(Pair)


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def pair() -> Pair:
    first = RoleFactory(slug="data-scientist")
    second = RoleFactory(slug="ml-engineer", name="Machine Learning Engineer", family="software")
    RoleAliasFactory(role=second, name="MLE")
    return PairFactory(first=first, second=second, overlap=59, nearest=43, nearest_pair="ai-engineer-vs-ml-engineer")


@pytest.fixture
def others() -> list[Pair]:
    return [
        PairFactory(overlap=0, shared_core=0, reasons="far,coreless", measured=False),
        PairFactory(overlap=19, reasons="far", indexing="always", measured=False),
        PairFactory(overlap=20, reasons="thin"),
        PairFactory(overlap=95, reasons="twins", measured=False, second__family="health"),
        PairFactory(overlap=69, indexing="never"),
    ]


def test_a_line_says_verdict_reasons_and_figures(editor_client, pair):
    Pair.objects.update(reasons="far,thin")
    text = text_of(editor_client.get(LIST))
    assert "Data Scientist vs Machine Learning Engineer ✘ kept out" in text
    assert "Overlap below 20%. Fewer than 150 words of its own. 59 2 300 15 43% ai-engineer-vs-ml-engineer" in text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "✔ indexable"),
        ({"reasons": "thin"}, "✘ kept out"),
        ({"reasons": "thin", "indexing": "always"}, "✔ indexable by an editor"),
        ({"indexing": "never"}, "✘ kept out by an editor"),
    ],
)
def test_the_verdict_is_a_sign_and_a_word(editor_client, fields, words):
    PairFactory(**fields)
    assert f'<td class="field-verdict">{words}</td>' in editor_client.get(LIST).content.decode()


def test_a_line_leads_to_the_page_and_to_a_new_note_on_these_two(editor_client, pair):
    html = editor_client.get(LIST).content.decode()
    assert '<a href="/compare-roles/data-scientist-vs-ml-engineer/">' in html
    address = f"{add_address(ComparisonNote)}?first={pair.first_id}&amp;second={pair.second_id}"
    assert f'<a href="{address}">Write a note</a>' in html
    form = filled_in(editor_client.get(address.replace("&amp;", "&")))
    assert (form["first"], form["second"]) == (str(pair.first_id), str(pair.second_id))


def test_a_line_leads_to_the_note_that_is_there_whatever_its_order(editor_client, pair):
    note = ComparisonNoteFactory(first=pair.second, second=pair.first)
    html = editor_client.get(LIST).content.decode()
    assert f'<a href="{change_address(note)}">Edit the note</a>' in html
    assert "Write a note" not in html


def test_a_withdrawn_role_has_no_page_to_lead_to(editor_client, pair):
    Role.objects.filter(pk=pair.first_id).update(status="draft")
    assert "/compare-roles/data-scientist-vs-ml-engineer/" not in editor_client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("chosen", "overlaps"),
    [
        ({}, [95, 69, 59, 20, 19, 0]),
        ({"verdict": "indexable"}, [59, 19]),
        ({"verdict": "noindex"}, [95, 69, 20, 0]),
        ({"verdict": "approved"}, [19]),
        ({"verdict": "refused"}, [69]),
        ({"reason": "far"}, [19, 0]),
        ({"reason": "coreless"}, [0]),
        ({"reason": "thin"}, [20]),
        ({"reason": "only-text"}, [20]),
        ({"overlap": "0-0"}, [0]),
        ({"overlap": "10-19"}, [19]),
        ({"overlap": "20-29"}, [20]),
        ({"overlap": "50-69"}, [69, 59]),
        ({"overlap": "70-100"}, [95]),
        ({"family": "software"}, [59]),
        ({"family": "health"}, [95]),
        ({"family": "data", "verdict": "indexable"}, [59, 19]),
        ({"q": "scientist"}, [59]),
        ({"q": "mle"}, [59]),
        ({"q": "data scientist mle"}, [59]),
        ({"q": "machine data"}, [59]),
        ({"q": "machine cook"}, []),
    ],
)
def test_pairs_are_filtered_and_searched(editor_client, pair, others, chosen, overlaps):
    assert [found.overlap for found in listed(editor_client.get(LIST, chosen))] == overlaps


def test_the_budget_holds_with_many_pairs_and_notes(editor_client, django_assert_max_num_queries):
    for _ in range(4):
        pair = PairFactory()
        ComparisonNoteFactory(first=pair.second, second=pair.first)
    with django_assert_max_num_queries(12):
        assert len(listed(editor_client.get(LIST))) == 4


def test_the_screen_says_what_it_lists(editor_client, monkeypatch):
    assert "No pair was judged yet: run `manage.py judge_pairs`." in text_of(editor_client.get(LIST))
    RoleFactory.create_batch(3)
    Judging.objects.create(judged_at=timezone.now())
    assert "Every pair of published roles, as judged on " in text_of(editor_client.get(LIST))
    monkeypatch.setattr("comparisons.admin.pairs.ALL_UP_TO", 2)
    assert "Pairs of published roles that overlap by 10% or more, and those with a note" in text_of(
        editor_client.get(LIST)
    )


def test_pairs_can_be_read_but_not_added_changed_or_deleted(editor_client, pair):
    page = editor_client.get(change_address(pair))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert editor_client.post(change_address(pair), {"overlap": 1}).status_code == 403
    assert editor_client.get(add_address(Pair)).status_code == 403
    delete = change_address(pair).replace("/change/", "/delete/")
    assert editor_client.post(delete, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in editor_client.get(LIST).content.decode()
    assert Pair.objects.get().overlap == 59


def test_a_role_can_be_deleted_with_its_pairs(editor_client, pair):
    delete = change_address(pair.first).replace("/change/", "/delete/")
    assert editor_client.post(delete, {"post": "yes"}).status_code == 302
    assert not Pair.objects.exists()


def test_judging_again_goes_by_what_the_roles_say_now(editor_client, pair):
    response = editor_client.post(LIST, {"action": "judge_again", "_selected_action": [pair.pk]}, follow=True)
    judged = Pair.objects.get()
    assert (judged.overlap, judged.reasons) == (0, "incomplete,far,coreless")
    assert "Judged 1 pair: 1 changed, 0 gone. Pages are measured when `judge_pairs` runs next." in text_of(response)


def test_who_may_only_read_pairs_cannot_judge(client, pair):
    reader = UserFactory(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_pair"))
    enter(client, reader)
    assert "judge_again" not in client.get(LIST).content.decode()
    client.post(LIST, {"action": "judge_again", "_selected_action": [pair.pk]})
    assert Pair.objects.get().overlap == 59


# --- An editor's word


def save(client, note: ComparisonNote, **changes) -> str:
    """The note saved with these changes; what the editor then reads."""
    form = filled_in(client.get(change_address(note))) | changes
    response = client.post(change_address(note), form, follow=True)
    assert response.redirect_chain
    return text_of(response)


def test_a_word_on_indexing_holds_at_once(editor_client, pair, client):
    note = ComparisonNoteFactory(first=pair.second, second=pair.first)
    page = "/compare-roles/data-scientist-vs-ml-engineer/"
    assert "noindex" not in client.get(page).content.decode()
    save(editor_client, note, indexing="never")
    assert "noindex" in client.get(page).content.decode()
    Pair.objects.update(reasons="thin")
    save(editor_client, note, indexing="always")
    assert "noindex" not in client.get(page).content.decode()
    save(editor_client, note, indexing="auto")
    assert "noindex" in client.get(page).content.decode()


def test_a_new_note_has_its_say(editor_client, pair):
    form = filled_in(editor_client.get(add_address(ComparisonNote)))
    form |= {"first": pair.second_id, "second": pair.first_id, "indexing": "never"}
    editor_client.post(add_address(ComparisonNote), form)
    assert not Pair.objects.get().is_indexable


def test_a_note_moved_to_another_pair_takes_its_word_along(editor_client, pair):
    other = PairFactory(first=pair.first)
    note = ComparisonNoteFactory(first=pair.first, second=pair.second)
    save(editor_client, note, indexing="never")
    save(editor_client, note, second=other.second_id)
    assert list(Pair.objects.filter(is_indexable=False)) == [other]


def test_a_deleted_note_takes_its_word_back(editor_client, pair):
    note = ComparisonNoteFactory(first=pair.first, second=pair.second)
    save(editor_client, note, indexing="never")
    editor_client.post(change_address(note).replace("/change/", "/delete/"), {"post": "yes"})
    assert Pair.objects.get().is_indexable


def test_notes_deleted_from_the_list_take_their_word_back(editor_client, pair):
    note = ComparisonNoteFactory(first=pair.first, second=pair.second)
    save(editor_client, note, indexing="never")
    chosen = {"action": "delete_selected", "_selected_action": [note.pk], "post": "yes"}
    editor_client.post(reverse("admin:comparisons_comparisonnote_changelist"), chosen)
    assert not ComparisonNote.objects.exists()
    assert Pair.objects.get().is_indexable


def test_a_word_on_a_pair_not_judged_yet_is_told_to_wait(editor_client):
    note = ComparisonNoteFactory()
    waiting = "The gate hasn't judged this pair yet. Your word on indexing holds as soon as it has."
    assert waiting in save(editor_client, note, indexing="always").replace("&#x27;", "'")
    assert waiting not in save(editor_client, note, indexing="auto").replace("&#x27;", "'")
