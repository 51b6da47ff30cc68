"""Advice by rules: what is found, and what a click changes."""

import re
from dataclasses import replace

import pytest
from advised import GOOD, case, found, only, told_after, worked
from resumes import ASHA

from profiles.advice.advising import advise, mended
from profiles.advice.findings import Kind, Severity
from profiles.facts import Contact, Position, ProfileFacts, SkillFact, When


def test_a_good_resume_has_nothing_to_mend():
    assert [finding.code for finding in advise(case(text=GOOD)) if finding.severity < Severity.KNOW] == []


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        ({"name": ""}, "no_name"),
        ({"email": ""}, "no_email"),
        ({"email": "asha.rao@"}, "odd_email"),
        ({"email": "asha rao@example.in"}, "odd_email"),
        ({"phone": " "}, "no_phone"),
        ({"phone": "98765 4321"}, "odd_phone"),
        ({"city": ""}, "no_city"),
        ({"links": ()}, "no_link"),
    ],
)
def test_who_cannot_be_reached_is_told(contact, code):
    assert only(code, replace(ASHA, contact=replace(ASHA.contact, **contact)))


@pytest.mark.parametrize(
    "phone", ["9876543210", "+91-98765-43210", "0 98765 43210", "(022) 2345 6789", "+44 20 7946 0958"]
)
def test_a_number_that_can_be_called_is_left_alone(phone):
    assert found("odd_phone", replace(ASHA, contact=replace(ASHA.contact, phone=phone))) == []


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"start": None, "end": None}, "no_dates"),
        ({"end": None}, "no_dates"),
        ({"end": When(2019, 12)}, "end_before_start"),
        ({"start": When(2020), "end": When(2019)}, "end_before_start"),
        ({"end": When(2025, 7)}, "in_the_future"),
        ({"end": When(2026)}, "in_the_future"),
    ],
)
def test_dates_that_nobody_can_read_are_named(dates, code):
    assert only(code, worked("Built a thing", **dates)).lines == ("Analyst, Acme",)


@pytest.mark.parametrize("dates", [{}, {"start": When(2020), "end": When(2020, 3)}, {"end": When(2025, 6)}])
def test_dates_that_can_be_read_are_left_alone(dates):
    codes = {finding.code for finding in advise(case(worked("Built a thing", **dates)))}
    assert not codes & {"no_dates", "end_before_start", "in_the_future"}


def two_jobs(end, start):
    first = Position("A", "B", start=When(2018, 1), end=end)
    return replace(ASHA, positions=(Position("C", "D", start=start, is_current=True), first))


def test_a_gap_is_told_and_nothing_more():
    # February to July 2020: six months
    finding = only("gap", two_jobs(When(2020, 1), When(2020, 8)))
    assert (finding.severity, finding.about) == (Severity.KNOW, "Feb 2020 – Jul 2020")
    assert "6 months" in finding.reason


@pytest.mark.parametrize("start", [When(2020, 7), When(2019, 5), When(2021)])
def test_a_short_gap_an_overlap_and_a_year_without_its_month_are_none(start):
    assert found("gap", two_jobs(When(2020, 1), start)) == []


def test_the_newest_job_is_put_first():
    facts = replace(ASHA, positions=ASHA.positions[::-1])
    assert only("order", facts).fix.change(facts) == ASHA
    assert found("order", ASHA) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsible for preparing GST returns of 40 shops", "Prepared GST returns of 40 shops"),
        ("Duties included: checking bills", "Checked bills"),
        ("was in-charge of training 6 colleagues", "Trained 6 colleagues"),
        ("Preparing weekly reports", "Prepared weekly reports"),
    ],
)
def test_an_opener_gives_way_to_its_verb(before, after):
    (finding,) = found("weak_opener", worked(before)) or found("ing_opener", worked(before))
    assert finding.lines == (before,)
    assert finding.fix.shows == ((before, after),)
    assert told_after(finding, worked(before)) == [after]


def test_what_goes_on_stays_in_the_present():
    facts = worked("Preparing weekly reports", end=None, is_current=True)
    assert told_after(only("ing_opener", facts), facts) == ["Prepare weekly reports"]


@pytest.mark.parametrize("line", ["Responsible for the store", "Preparing bills and checking them"])
def test_a_line_that_needs_more_than_one_word_changed_is_left_to_the_person(line):
    (finding,) = found("weak_opener", worked(line)) or found("ing_opener", worked(line))
    assert finding.fix is None


def test_having_worked_on_something_is_not_made_having_done_it():
    assert only("unclear_part", worked("Worked on building a bridge")).fix is None


def test_lines_without_a_number_are_asked_for_one():
    bare = ("Cleaned records", "Wrote reports in 2023", "Answered questions", "Taught colleagues")
    finding = only("no_number", worked(*bare))
    assert finding.lines == bare
    assert finding.fix is None
    assert found("no_number", worked("Cleaned two million records", *bare[:2])) == []


def test_lines_that_do_not_begin_with_a_verb_are_counted():
    finding = only("no_verb", worked("Reports for 3 shops", "Excel for 4 people", "Built 5 things"))
    assert finding.reason.startswith("2 lines of 3")


def test_a_line_in_hindi_is_not_judged_by_english_verbs():
    assert found("no_verb", worked("रिपोर्ट बनाई", "बिल जाँचे", "टीम सिखाई")) == []


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Date of Birth: 1 May 1999", "date of birth"),
        ("DOB - 01/05/1999", "date of birth"),
        ("Father's Name: Ram Rao", "name of father, mother, husband or wife"),
        ("S/o Ram Rao", "name of father, mother, husband or wife"),
        ("Marital Status : Single", "marital status"),
        ("Religion: Hindu", "religion or caste"),
        ("Gender: Female", "sex"),
        ("Nationality: Indian", "nationality"),
        ("Passport No: X1234567", "passport number"),
        ("PAN Card: ABCDE1234F", "Aadhaar or PAN"),
        ("Permanent Address: 1 MG Road", "postal address"),
        ("I hereby declare that all is true", "declaration"),
    ],
)
def test_what_is_nobodys_business_is_to_go(line, about):
    finding = only("personal", worked(line, "Built 3 things"))
    assert finding.about == about
    assert only("personal", worked("Built 3 things"), text=f"{GOOD}\n{line}").about == about
    if finding.fix:
        assert told_after(finding, worked(line, "Built 3 things")) == ["Built 3 things"]


@pytest.mark.parametrize(
    "line",
    [
        "Managed a team of average age 30",
        "Set up a PAN India network",
        "Raised height of the wall",
        "Sold to married couples",
    ],
)
def test_everyday_words_are_not_personal_data(line):
    assert found("personal", worked(line)) == []


def test_only_a_line_that_says_nothing_else_is_taken_out():
    line = "Built a form, with name, nationality: Indian and others, for 3 banks"
    assert only("personal", worked(line)).fix is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("scan", "no_text"),
        (GOOD.replace("Skills", "What I love"), "no_heading"),
        (GOOD + "E D U C A T I O N", "letters_apart"),
        (GOOD + "\uf0b7", "icons"),
        ("word " * 100, "short"),
        ("word " * 1_500, "long"),
    ],
)
def test_a_file_that_programs_read_badly_is_told(text, code):
    assert only(code, text=text)


def test_many_pages_are_told_from_the_fourth_on():
    assert found("many_pages", text=GOOD, pages=3) == []
    assert only("many_pages", text=GOOD, pages=4)


def test_our_own_reader_is_the_test():
    lost = replace(ASHA, positions=(replace(ASHA.positions[0], company=""), ASHA.positions[1]))
    assert only("unread", text=GOOD, read=lost).lines == ("Acme Retail",)
    assert found("unread", text=GOOD, read=ASHA) == []


def test_a_key_that_is_not_there_changes_nothing():
    assert mended(case(), "spelling-0") == ASHA


def test_each_reason_reads_aloud():
    facts = replace(worked("Responsible for it", "Nationality: Indian", "javascript"), contact=Contact())
    for finding in advise(case(facts, text="x" * 300, wanted=["tableau"])):
        for sentence in (finding.reason, finding.evidence.says):
            assert re.fullmatch(r"[A-Z“0-9].*[.?]", sentence), sentence
        assert finding.evidence.source or finding.evidence.kind in (Kind.CONVENTION, Kind.COUNT)


def test_hostile_facts_are_bounded():
    line = "Responsible for preparing javascript, sql and Javscript " * 200
    facts = ProfileFacts(
        Contact("x" * 10_000),
        positions=tuple(Position("x", lines=tuple(f"{n} {k} {line}" for k in range(50))) for n in range(100)),
        skills=tuple(SkillFact(f"skill {n}") for n in range(5_000)),
    )
    assert len(advise(case(facts, text=" \n" * 100_000 + "married \n" * 10_000))) <= 60
