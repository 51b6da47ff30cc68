"""Skills in advice, and what no fix may do."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from advised import MATCHER, case, found, only, worked
from hypothesis import given, settings
from hypothesis import strategies as st
from resumes import ASHA, few, lines, texts, whens

from profiles.advice.advising import RULES, advise, mended
from profiles.advice.case import slug_of, told
from profiles.advice.findings import Kind
from profiles.advice.months import newest_first
from profiles.advice.verbs import verbs
from profiles.facts import Contact, Position, ProfileFacts, Project, SkillFact


def test_a_skill_that_a_line_shows_is_offered_for_the_list():
    facts = worked("Built 3 reports in Tableau")
    finding = only("not_listed", facts, wanted=["tableau"])
    assert finding.lines == ("Built 3 reports in Tableau",)
    assert finding.fix.change(facts).skills[-1] == SkillFact(
        "Tableau", "tableau", evidence="Built 3 reports in Tableau"
    )


def test_a_skill_that_nothing_shows_is_only_named():
    finding = only("missing", wanted=["sql", "tableau"])
    assert (finding.lines, finding.fix, finding.evidence.kind) == (("Tableau",), None, Kind.COUNT)
    assert "only what you have" in finding.reason


def test_what_is_wanted_most_comes_first():
    assert only("missing", wanted=["tableau", "node"]).lines == ("Tableau", "Node.js")


@pytest.mark.parametrize(
    ("typed", "meant"), [("Javascript", "JavaScript"), ("java script", "JavaScript"), ("NodeJS", "Node.js")]
)
def test_skills_are_written_as_the_catalogue_writes_them(typed, meant):
    facts = replace(ASHA, skills=(SkillFact(typed),))
    findings = found("spelling", facts)
    assert [finding.fix.change(facts).skills[0].name for finding in findings] == [meant]


def test_a_slip_in_a_line_is_mended_in_its_place():
    facts = worked("Built 3 pages in javascript, and 4 more in JavaScirpt")
    assert [finding.about for finding in found("spelling", facts)] == ["JavaScirpt", "javascript"]
    once = mended(case(facts), found("spelling", facts)[0].key)
    both = mended(case(once), found("spelling", once)[0].key)
    assert list(told(both)) == ["Built 3 pages in JavaScript, and 4 more in JavaScript"]


def test_one_way_of_writing_is_one_finding_wherever_it_stands():
    facts = replace(worked("Wrote javascript, and taught javascript", "Sold it"), skills=(SkillFact("javascript"),))
    fixed = only("spelling", facts).fix.change(facts)
    assert (fixed.skills[0].name, *told(fixed)) == ("JavaScript", "Wrote JavaScript, and taught JavaScript", "Sold it")


@pytest.mark.parametrize("name", ["statistics", "JavaScript", "Power-BI tools", "Chess"])
def test_what_is_only_written_small_or_not_known_is_left_alone(name):
    assert found("spelling", replace(ASHA, skills=(SkillFact(name),))) == []


def test_a_skill_listed_twice_is_listed_once():
    facts = replace(ASHA, skills=(SkillFact("SQL"), SkillFact("sql", "sql"), SkillFact("Chess"), SkillFact("Chess")))
    assert [skill.name for skill in only("twice", facts).fix.change(facts).skills] == ["SQL", "Chess"]


words = st.sampled_from(
    [
        "Responsible for preparing",
        "Preparing reports",
        "Worked on javascript",
        "40 shops",
        "Javscript",
        "SQL",
        "power bi",
        "in 2023",
        "Tableau",
        "Date of birth: 1999",
        "and checking",
        "R",
        "at Acme",
        "cut cost by 12 %",
    ]
)
own_lines = st.lists(st.one_of(st.lists(words, min_size=1, max_size=4).map(" ".join), texts), max_size=5).map(tuple)
facts_to_advise = st.builds(
    ProfileFacts,
    contact=st.builds(Contact, texts),
    skills=few(st.builds(SkillFact, st.sampled_from(["Javascript", "SQL", "sql", "power-bi", "Javscript", "Chess"]))),
    positions=few(st.builds(Position, texts, texts, texts, whens, whens, st.booleans(), own_lines)),
    projects=few(st.builds(Project, texts, texts, whens, whens, lines)),
)
WANTED = ["tableau", "sql", "python", "node", "javascript", "r"]


def numbers(facts):
    return set(re.findall(r"\d+", " ".join([*told(facts), *(skill.name for skill in facts.skills)])))


def skills(facts):
    listed = {slug_of(skill, MATCHER) or skill.name for skill in facts.skills}
    return listed | {hit.skill for line in told(facts) for hit in MATCHER.find(line).hits}


def employers(facts):
    return Counter((position.company, position.title, position.start, position.end) for position in facts.positions)


@settings(max_examples=150, deadline=None)
@given(facts_to_advise)
def test_a_fix_adds_no_claim_and_made_twice_is_made_once(facts):
    for finding in advise(case(facts, wanted=WANTED)):
        if not finding.fix:
            continue
        fixed = finding.fix.change(facts)
        assert finding.fix.change(fixed) == fixed, finding
        assert numbers(fixed) <= numbers(facts), finding
        assert skills(fixed) <= skills(facts), finding
        assert employers(fixed) == employers(facts)
        assert (fixed.contact, fixed.studies, fixed.months) == (facts.contact, facts.studies, facts.months)
        assert fixed != facts or finding.code == "order"


@given(facts_to_advise)
def test_newest_first_twice_is_once(facts):
    assert newest_first(newest_first(facts)) == newest_first(facts)


def test_verbs_have_three_forms():
    assert len(verbs().past) > 100
    assert all(going.endswith("ing") for going in verbs().past)


def test_every_rule_is_of_its_own_name():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
