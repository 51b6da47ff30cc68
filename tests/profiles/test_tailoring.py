"""One person's facts for one job: order and choice, and nothing new."""

from collections import Counter
from dataclasses import replace

from advised import MATCHER, NAMES
from hypothesis import given
from hypothesis import strategies as st
from resumes import ASHA, any_facts

from profiles.advice.tailoring import MOST_SKILLS, tailored
from profiles.facts import Project, SkillFact


def test_lines_that_show_what_is_wanted_come_first():
    first = tailored(ASHA, ["python"], MATCHER).positions[0].lines
    assert first == (ASHA.positions[0].lines[2], *ASHA.positions[0].lines[:2])


def test_wanted_skills_come_first_and_the_rest_as_they_were():
    assert [skill.name for skill in tailored(ASHA, ["power-bi", "python"], MATCHER).skills] == [
        "Python",
        "Power BI",
        "SQL",
        "Statistics",
    ]


def test_projects_that_show_what_is_wanted_come_first():
    facts = replace(ASHA, projects=(Project("A"), Project("B", lines=("Drew in Tableau",))))
    assert [project.name for project in tailored(facts, ["tableau"], MATCHER).projects] == ["B", "A"]


def test_of_many_skills_no_wanted_one_goes():
    facts = replace(ASHA, skills=(*(SkillFact(f"Craft {n}") for n in range(50)), SkillFact("SQL")))
    skills = tailored(facts, ["sql"], MATCHER).skills
    assert skills[0].name == "SQL"
    assert len(skills) == MOST_SKILLS


def test_nothing_wanted_changes_nothing():
    assert tailored(ASHA, [], MATCHER) == ASHA


@given(any_facts, st.sets(st.sampled_from(sorted(NAMES))))
def test_no_word_is_new_and_jobs_keep_their_order(facts, wanted):
    made = tailored(facts, wanted, MATCHER)
    assert tailored(made, wanted, MATCHER) == made
    assert Counter(made.skills) <= Counter(facts.skills)
    for before, after in zip(facts.positions, made.positions, strict=True):
        assert Counter(after.lines) == Counter(before.lines)
        assert replace(after, lines=()) == replace(before, lines=())
    assert Counter(project.name for project in made.projects) == Counter(project.name for project in facts.projects)
    assert replace(made, skills=(), positions=(), projects=()) == replace(facts, skills=(), positions=(), projects=())
