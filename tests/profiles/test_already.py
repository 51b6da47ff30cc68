"""What counts as being in a profile already."""

import pytest

from profiles.facts import Certificate, Contact, Language, Link, Position, ProfileFacts, Project, SkillFact, Study, When
from profiles.importing.already import is_in, is_said


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (SkillFact("MS Excel", "excel"), SkillFact("Excel", "excel"), True),
        (SkillFact("Loom  Weaving"), SkillFact("loom weaving"), True),
        (SkillFact("C++"), SkillFact("C#"), False),
        (SkillFact("C", "c"), SkillFact("C++", "cpp"), False),
        (Position("Analyst", "Acme Pvt. Ltd."), Position("analyst", "ACME Pvt Ltd"), True),
        (Position("Analyst", "Acme", start=When(2020, 1)), Position("Analyst", "Acme", start=When(2020)), True),
        (Position("Analyst", "Acme", start=When(2020, 1)), Position("Analyst", "Acme", start=When(2020, 2)), False),
        (Position("Analyst", "Acme", start=When(2020)), Position("Analyst", "Acme", start=When(2023)), False),
        (Position("Analyst", "Acme"), Position("Analyst", "Other"), False),
        (Study("B.Tech", "Anna University"), Study("BTech", ""), True),
        (Study("B.Tech", "Anna University", end=When(2017)), Study("B.Tech", end=When(2019)), False),
        (Study("12th", "A School"), Study("12th", "B School"), False),
        (Certificate("Power BI", "Coursera"), Certificate("power bi"), True),
        (Certificate("Power BI", "Coursera"), Certificate("Power BI", "Microsoft"), False),
        (Project("Bus map", "https://a.example"), Project("Bus Map"), True),
        (Language("Hindi", "native"), Language("hindi"), True),
        (Language("हिन्दी"), Language("मराठी"), False),
        (Link("GitHub", "https://www.github.com/asha/"), Link("Code", "http://github.com/asha"), True),
        (Link("GitHub", "https://github.com/asha"), Link("GitHub", "https://github.com/other"), False),
        (Project("Power BI"), Certificate("Power BI"), False),
    ],
)
def test_whether_two_are_the_same(one, other, is_same):
    assert is_in(one, [other]) is is_same
    assert is_in(other, [Language("Tamil"), one]) is is_same


def test_nothing_is_in_an_empty_list():
    assert not is_in(SkillFact("SQL"), ())


@pytest.mark.parametrize(
    ("key", "words", "is_there"),
    [
        ("name", "ASHA RAO", True),
        ("name", "Asha", False),
        ("phone", "9876543210", True),
        ("phone", "98765 43211", False),
        ("months", "62", True),
        ("summary", "Anything", False),
    ],
)
def test_whether_a_text_is_said(key, words, is_there):
    has = ProfileFacts(Contact(name="Asha Rao", phone="+91 98765 43210"), months=62)
    assert is_said(key, words, has) is is_there
