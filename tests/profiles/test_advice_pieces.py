"""What the pages of advice and of the résumé are made of, without a page."""

import datetime
from dataclasses import replace

from advised import MATCHER, NAMES, case, worked
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st
from resumes import ASHA, any_facts

from profiles.advice.advising import advise
from profiles.advice.differences import differences
from profiles.advice.fine import CHECKS, fine
from profiles.advice.moved import Move, Moves
from profiles.advice.places import PAGES, Place, Places, told
from profiles.advice.suggestions import Suggestion, refused, taken
from profiles.advice.tailoring import tailored
from profiles.documents.fitting import STEPS, shortened
from profiles.documents.left_out import left_out
from profiles.facts import Contact, Link, Position, ProfileFacts, Project, SkillFact
from profiles.pace import Pace

words = st.lists(st.sampled_from(["built", "ran", "3", "shops", "in", "Pune"]), max_size=12).map(" ".join)


# --- Differences ---------------------------------------------------------------------------------------------------
def test_what_goes_stands_before_what_comes():
    pieces = differences("Was building 3 shops", "Built 3 shops")
    assert pieces == (("out", "Was building"), ("in", "Built"), ("same", "3 shops"))


@given(words, words)
def test_both_texts_can_be_read_from_their_difference(before, after):
    pieces = differences(before, after)
    assert " ".join(piece.text for piece in pieces if piece.kind != "in") == before
    assert " ".join(piece.text for piece in pieces if piece.kind != "out") == after


# --- Places --------------------------------------------------------------------------------------------------------
PLACES = Places(
    tuple((f"/work/{at}/", each) for at, each in enumerate(ASHA.positions)),
    tuple((f"/projects/{at}/", each) for at, each in enumerate(ASHA.projects)),
)


def test_a_line_and_a_job_lead_to_their_form():
    assert PLACES.of_text(ASHA.positions[1].lines[0]) == Place(
        "/work/1/", "Edit this job", "Data Analyst at Northern Bank"
    )
    assert PLACES.of_text("Data Analyst, Northern Bank").href == "/work/1/"
    assert PLACES.of_text(ASHA.projects[0].lines[0]).href == "/projects/0/"
    assert PLACES.of_text("Somebody else’s line") is None


def test_a_line_too_long_to_be_looked_at_whole_has_its_form():
    line = "Counted stock " * 60
    places = Places((("/work/0/", Position("Analyst", lines=(line,))),))
    finding = next(each for each in advise(case(worked(line))) if each.code == "long_line")
    assert places.of_text(finding.lines[0]).href == "/work/0/"


def test_what_has_a_button_or_a_row_needs_no_other_link():
    facts = replace(worked("Worked on building a bridge"), contact=Contact())
    places = Places((("/work/0/", facts.positions[0]),))
    for finding in advise(case(facts)):
        shown = told(finding, places)
        if finding.fix or any(place for _, place in shown.lines):
            assert shown.place is None
        else:
            assert shown.place == PAGES.get(finding.code)


# --- What is fine --------------------------------------------------------------------------------------------------
def test_of_nobody_nothing_is_fine():
    nobody = case(ProfileFacts())
    assert fine(nobody, advise(nobody)) == ()


def test_of_asha_all_that_can_be_asked_is():
    asked = [check.says for check in CHECKS if check.is_asked(case(ASHA))]
    assert list(fine(case(ASHA), advise(case(ASHA)))) == asked


@given(any_facts)
def test_what_is_fine_has_no_finding(facts):
    found = advise(case(facts))
    codes = {finding.code for finding in found}
    for says in fine(case(facts), found):
        assert not codes & next(check.codes for check in CHECKS if check.says == says)


# --- What was moved up ---------------------------------------------------------------------------------------------
def moves(facts, *slugs):
    wanted = {slug: NAMES[slug] for slug in slugs}
    return Moves(facts, tailored(facts, wanted, MATCHER), wanted, MATCHER)


def test_each_move_says_what_it_shows():
    assert moves(ASHA, "python").all() == (
        Move("Python", "Skills", ("Python",)),
        Move("Trained 6 colleagues in Python", "Senior Data Analyst at Acme Retail", ("Python",)),
    )


def test_projects_move_too():
    facts = replace(ASHA, projects=(Project("A"), Project("B", lines=("Drew it", "Drew in Tableau"))))
    assert moves(facts, "tableau").all() == (
        Move("B", "Projects", ("Tableau",)),
        Move("Drew in Tableau", "B", ("Tableau",)),
    )


def test_skills_that_make_way_are_named():
    facts = replace(ASHA, skills=(*(SkillFact(f"Craft {n}") for n in range(30)), SkillFact("SQL")))
    assert moves(facts, "sql").dropped() == tuple(f"Craft {n}" for n in range(23, 30))


@given(any_facts, st.sets(st.sampled_from(sorted(NAMES))))
def test_a_move_names_only_what_was_wanted_and_is_there(facts, wanted):
    found = moves(facts, *sorted(wanted)).all()
    said = {skill.name for skill in facts.skills} | {project.name for project in facts.projects}
    said |= {line for each in (*facts.positions, *facts.projects) for line in each.lines}
    for move in found:
        assert move.what in said
        assert set(move.shows) <= {NAMES[slug] for slug in wanted}
    assert wanted or not found


# --- What a page leaves out ----------------------------------------------------------------------------------------
def test_what_is_left_out_is_counted():
    shown = replace(ASHA, summary="", skills=ASHA.skills[:1], positions=ASHA.positions[:1], languages=())
    assert left_out(ASHA, shown) == (
        "your summary",
        "1 job",
        "2 lines of work and projects",
        "3 skills",
        "2 languages",
    )


def test_a_text_that_ends_early_is_counted():
    facts = replace(ASHA, headline="Analyst " * 40)
    assert left_out(facts, shortened(facts, 0)) == ("the end of 1 long text",)


def test_a_link_too_many_is_counted():
    links = tuple(Link("Site", f"https://example.org/{n}") for n in range(6))
    facts = replace(ASHA, contact=replace(ASHA.contact, links=links))
    assert left_out(facts, shortened(facts, 0)) == ("2 links",)


@given(any_facts, st.integers(0, len(STEPS) - 1))
def test_nothing_missing_is_never_counted_as_such(facts, step):
    assert left_out(facts, facts) == ()
    for words in left_out(facts, shortened(facts, step)):
        assert not words.startswith("no ")


# --- Suggestions that are taken ------------------------------------------------------------------------------------
def test_a_line_that_is_no_more_cannot_be_taken():
    assert refused(case(worked("Was in Pune")), Suggestion("Was building", "Built")) == "line"


def test_only_its_line_changes():
    facts = worked("Was building 3 bridges", "Sold 2 cars")
    after = taken(facts, Suggestion("Was building 3 bridges", "Built 3 bridges"))
    assert after == worked("Built 3 bridges", "Sold 2 cars")


# --- Pace ----------------------------------------------------------------------------------------------------------
@override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pace"}})
def test_each_person_has_so_many_turns_within_the_time():
    pace = Pace("test", 2, datetime.timedelta(minutes=5))
    assert [bool(pace.wait(1)) for _ in range(3)] == [False, False, True]
    assert datetime.timedelta() < pace.wait(1) <= datetime.timedelta(minutes=5)
    assert not pace.wait(2)
    assert not Pace("other", 2, pace.per).wait(1)


def test_a_turn_comes_back_when_the_time_is_over():
    pace = Pace("soon", 1, datetime.timedelta())
    assert not any(pace.wait(1) for _ in range(3))
