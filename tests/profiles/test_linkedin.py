"""A download of one's data from LinkedIn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import When
from profiles.importing.extracting.archive import TABLES
from profiles.importing.linkedin import from_linkedin
from profiles.importing.pieces import Refused, Understood
from profiles.importing.reading import read
from tests.profiles.files import zipped
from tests.profiles.known import KNOWN, TODAY

FILES = {
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\r\n"
    'Asha,Testperson,Secretname,"12, MG Road","Mar 4, 1990",Data Analyst at Example,"I build ""dashboards"".\n'
    'Marital status: single",IT,411001,"Pune, Maharashtra, India",,[PORTFOLIO:https://asha.example/],\r\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Examplesoft,Data Analyst,"• Built reports. • Led two, of us","Pune, India",Jan 2020,\n'
    "Sample Systems,Trainee,,Chennai,Jun 2018,Dec 2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'Anna University,2014,2018,,"Bachelor of Technology - BTech, Computer Science",Chess\n',
    "Skills.csv": "Name\nPython\nPower BI\nFrobnication\nPython\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Cloud Practitioner,https://c.example/1,Amazon,Mar 2022,,ABC\n",
    "Languages.csv": "Name,Proficiency\nHindi,Native or bilingual proficiency\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\n"
    "Price watch,Scraped prices,https://p.example,2021,2022\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "old@e.example,Yes,No,\nasha@e.example,Yes,Yes,\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+91 98765 43210,Mobile\n",
    "messages.csv": "FROM,CONTENT\nSomebody,A secret message\n",
    "Connections.csv": "First Name\nSomebody\n",
}


def brought(files: dict[str, str]) -> Understood:
    answer = read("Basic_LinkedInDataExport.zip", zipped(files), KNOWN, TODAY)
    assert isinstance(answer, Understood), answer
    return answer


def test_everything_comes_back():
    answer = brought(FILES)
    facts = answer.facts
    assert facts.contact.name == "Asha Testperson"
    assert facts.contact.email == "asha@e.example"
    assert facts.contact.phone == "+91 98765 43210"
    assert [link.url for link in facts.contact.links] == ["https://asha.example/"]
    assert facts.headline == "Data Analyst at Example"
    first, second = facts.positions
    assert (first.title, first.company, first.start, first.is_current) == (
        "Data Analyst",
        "Examplesoft",
        When(2020, 1),
        True,
    )
    assert first.lines == ("Built reports.", "Led two, of us")
    assert (second.start, second.end, second.is_current) == (When(2018, 6), When(2019, 12), False)
    study = facts.studies[0]
    assert (study.degree, study.field) == ("Bachelor of Technology - BTech", "Computer Science")
    assert {skill.slug for skill in facts.skills} == {"python", "power-bi"}
    assert facts.certificates[0].issuer == "Amazon"
    assert facts.languages[0].level == "Native or bilingual proficiency"
    assert facts.projects[0].start == When(2021)
    # June 2018 to November 2026: seven months, seven years, eleven months.
    assert answer.months.dated == 7 + 7 * 12 + 11


def test_nothing_else_is_taken():
    said = repr(brought(FILES))
    for secret in ("Secretname", "MG Road", "1990", "411001", "secret message", "Somebody", "single"):
        assert secret not in said


def test_a_folder_within_and_other_capitals_are_no_matter():
    files = {f"Basic_Export/{name.upper()}": text for name, text in FILES.items()}
    assert brought(files).facts == brought(FILES).facts


def test_headings_in_another_order():
    files = {"Positions.csv": "Title,Started On,Company Name\nAnalyst,2020,Examplesoft\n"}
    assert brought(files).facts.positions[0].company == "Examplesoft"


def test_an_archive_of_something_else():
    answer = read("a.zip", zipped({"a.txt": "a", "messages.csv": "FROM\nx"}), KNOWN, TODAY)
    assert isinstance(answer, Refused)
    assert "LinkedIn" in answer.sentence


@pytest.mark.parametrize("cells", [300, 70_000])
def test_wide_and_long_tables_are_bounded(cells):
    files = {"Skills.csv": "Name\n" + "Python\n" * cells, "Languages.csv": "Name" + ",x" * cells}
    assert len(brought(files).facts.skills) == 1


@given(st.dictionaries(st.sampled_from(TABLES), st.text(max_size=300)))
def test_no_table_raises(files):
    from_linkedin(files.items(), TODAY)


@given(st.sampled_from(sorted(FILES)), st.lists(st.lists(st.text(max_size=20), max_size=9), max_size=5))
def test_no_rows_under_known_headings_raise(name, rows):
    heading = FILES[name].splitlines()[0]
    text = "\n".join([heading, *(",".join(row) for row in rows)])
    from_linkedin([(name, text)], TODAY)
