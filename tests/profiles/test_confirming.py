"""Going through what was understood, and keeping only what the person lets stand."""

import dataclasses
import json

import html5lib
import pytest
from django.shortcuts import render
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import Contact, ProfileFacts
from profiles.importing.confirming import Confirmed, confirmed, form_of
from profiles.importing.kept import as_json, from_json
from profiles.importing.kinds import FileKind
from profiles.importing.pieces import Understood
from profiles.importing.reading import read_text
from profiles.importing.wording import dates
from tests.profiles.known import KNOWN, TODAY
from tests.profiles.made_resumes import TEXT

UNDERSTOOD = read_text(f"{TEXT}\nDate of Birth: 12/03/1990", KNOWN, TODAY)
FORM = form_of(UNDERSTOOD)
TEXTS = {text.key: text.value for text in FORM.texts}
KEYS = [choice.key for group in FORM.groups for choice in group.choices]
TICKED = {choice.key for group in FORM.groups for choice in group.choices if choice.is_ticked}


def test_sent_as_it_stands_is_what_was_sure_and_the_months():
    kept = confirmed(UNDERSTOOD, TEXTS, TICKED)
    assert not kept.errors
    assert kept.facts.months == UNDERSTOOD.months.dated
    assert kept.facts.skills == UNDERSTOOD.facts.skills
    assert kept.facts.positions == UNDERSTOOD.facts.positions
    assert kept.facts.contact == dataclasses.replace(UNDERSTOOD.facts.contact, email="")  # that is the account's
    assert kept.facts.summary == UNDERSTOOD.facts.summary


def test_nothing_ticked_and_nothing_written_is_nothing():
    assert confirmed(UNDERSTOOD, {}, ()).facts == ProfileFacts()


def test_a_doubtful_skill_is_kept_only_when_it_is_ticked():
    doubtful = next(choice for group in FORM.groups for choice in group.choices if choice.title == "Frobnicator 9")
    assert not doubtful.is_ticked
    names = {skill.name for skill in confirmed(UNDERSTOOD, TEXTS, {*TICKED, doubtful.key}).facts.skills}
    assert "Frobnicator 9" in names


@given(
    st.sets(st.sampled_from([*KEYS, "skills-999", "positions--1", "x"])),
    st.dictionaries(st.sampled_from([*TEXTS, "x"]), st.text(max_size=50)),
)
def test_facts_hold_nothing_that_was_not_ticked(ticked, posted):
    facts = confirmed(UNDERSTOOD, posted, ticked).facts
    for name in ("positions", "skills", "studies", "projects", "certificates", "languages"):
        assert len(getattr(facts, name)) == len([key for key in ticked & set(KEYS) if key.startswith(f"{name}-")])
    assert form_of(UNDERSTOOD, ProfileFacts(), posted, ticked)


def test_what_the_profile_has_is_not_offered_again():
    form = form_of(UNDERSTOOD, UNDERSTOOD.facts)
    assert not [choice for group in form.groups for choice in group.choices if choice.is_ticked]
    [work, *_] = form.groups
    assert (work.choices, len(work.known)) == ((), 3)
    assert [text.key for text in form.texts] == ["months"]
    assert confirmed(UNDERSTOOD, TEXTS, KEYS, UNDERSTOOD.facts).facts.positions == ()


def test_what_the_profile_says_otherwise_stays_unless_that_is_ticked():
    has = ProfileFacts(Contact(name="Asha Rao", city="PUNE"), months=7)
    texts = {text.key: text for text in form_of(UNDERSTOOD, has).texts}
    assert "city" not in texts
    assert (texts["name"].before, texts["months"].before, texts["phone"].before) == ("Asha Rao", "7", "")
    kept = confirmed(UNDERSTOOD, TEXTS, TICKED, has).facts
    assert (kept.contact.name, kept.months, kept.contact.phone) == ("", None, TEXTS["phone"])
    replaced = confirmed(UNDERSTOOD, TEXTS, {"replace-name"}, has).facts
    assert (replaced.contact.name, replaced.months) == (TEXTS["name"], None)


def test_all_of_a_section_can_be_wanted_at_once():
    skills = confirmed(UNDERSTOOD, {}, {"all-skills"}).facts.skills
    assert len(skills) == len(UNDERSTOOD.skills)
    assert {group.key for group in FORM.groups if group.has_many_unticked} <= {"all-skills"}


def test_skills_stand_beside_each_other_under_their_line():
    skills = next(group for group in FORM.groups if group.title == "Skills")
    lines = [source.line for source in skills.sources]
    assert len(set(lines)) == len(lines) < len(skills.choices)
    for source in skills.sources:
        assert {choice.words for choice in source.choices} == {source.words}


def test_what_was_not_found_is_not_asked_for():
    understood = read_text("Asha Testperson\nSKILLS\nPython", KNOWN, TODAY)
    assert [text.key for text in form_of(understood).texts] == ["name"]
    assert confirmed(understood, {"summary": "Slipped in", "months": "x"}, ()) == Confirmed(ProfileFacts())


@pytest.mark.parametrize(
    ("key", "value"),
    [("phone", "call me"), ("phone", "98765 43210 (M)"), ("months", "five"), ("months", "9999"), ("months", "-1")],
)
def test_slips_get_a_sentence(key, value):
    kept = confirmed(UNDERSTOOD, {**TEXTS, key: value}, TICKED)
    assert set(kept.errors) == {key}
    again = {text.key: text for text in form_of(UNDERSTOOD, ProfileFacts(), {**TEXTS, key: value}, TICKED).texts}
    assert (again[key].value, again[key].error) == (value, kept.errors[key])


def test_both_ways_of_counting_months_are_shown():
    hint = next(text.hint for text in FORM.texts if text.key == "months")
    assert "114 months" in hint
    assert "66 months" in hint


def test_dates_are_said_shortly():
    first = UNDERSTOOD.positions[0].value
    assert dates(first.start, first.end, first.is_current) == "since Jan 2020"
    assert dates(None, None) == ""


def test_what_was_understood_is_kept_and_comes_back():
    assert from_json(json.loads(json.dumps(as_json(UNDERSTOOD)))) == UNDERSTOOD
    assert from_json(json.loads(json.dumps(as_json(Understood(FileKind.PDF))))) == Understood(FileKind.PDF)


@pytest.mark.parametrize("kept", [None, [], {}, {"kind": "x"}, 7, {**as_json(UNDERSTOOD), "skills": 3}])
def test_what_is_something_else_does_not_come_back(kept):
    with pytest.raises(ValueError, match=r"This isn't|is not a valid"):
        from_json(kept)


def page(rf, form=FORM, has_errors=False) -> str:
    context = {"form": form, "understood": UNDERSTOOD, "action": "/profile/confirm/", "has_errors": has_errors}
    return render(rf.get("/profile/confirm/"), "profiles/confirm.html", context).content.decode()


@pytest.mark.django_db
def test_the_page_shows_each_piece_with_its_line(rf):
    content = page(rf)
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(content)
    boxes = [box for box in document.iter("input") if box.get("type") == "checkbox"]
    assert [box.get("value") for box in boxes if not box.get("value").startswith("all-")] == KEYS
    assert {box.get("value") for box in boxes if box.get("checked") is not None} == TICKED
    labelled = {label.get("for") for label in document.iter("label")}
    assert {box.get("id") for box in boxes} <= labelled
    assert "We left out what says nothing of your work: date of birth." in content
    assert "12/03/1990" not in content
    assert "Line 13" in content


@pytest.mark.django_db
def test_words_of_a_file_are_no_markup(rf):
    understood = read_text("Asha Testperson\nSKILLS\n<script>alert(1)</script>, Python", KNOWN, TODAY)
    content = render(
        rf.get("/"), "profiles/confirm.html", {"form": form_of(understood), "understood": understood}
    ).content
    assert b"<script>alert" not in content


@pytest.mark.django_db
def test_a_slip_is_said_at_its_place(rf):
    form = form_of(UNDERSTOOD, ProfileFacts(), {**TEXTS, "phone": "call me"}, TICKED)
    content = page(rf, form, has_errors=True)
    assert 'aria-invalid="true" aria-describedby="confirm-phone-said"' in content
    assert "Not added yet" in content
