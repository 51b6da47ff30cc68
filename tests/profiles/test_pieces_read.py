"""Dates, months, telephone numbers, degrees, headings: tables of how people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import Position, When
from profiles.importing.contacts import email, links, name, phone
from profiles.importing.dates import points, spans
from profiles.importing.degrees import degree, grade
from profiles.importing.headings import Part, heading
from profiles.importing.items import languages, projects
from profiles.importing.lines import cleaned, lines_of
from profiles.importing.months import stated, union
from profiles.importing.reading import read_text
from profiles.importing.studies import studies
from profiles.importing.understanding import understand
from profiles.importing.works import positions
from tests.profiles.known import KNOWN, TODAY

NOW = (None, True)


def of(text: str):
    return lines_of(cleaned(text))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Jan 2020 – Till date", (2020, 1), NOW),
        ("January 2020 to Present", (2020, 1), NOW),
        ("Jul 2019-Current", (2019, 7), NOW),
        ("12th March 2015 to till date", (2015, 3), NOW),
        ("(Jan, 2015 – Present)", (2015, 1), NOW),
        ("since June 2019", (2019, 6), NOW),
        ("Since Jun'19 till date", (2019, 6), NOW),
        ("2018–present", (2018, None), NOW),
        ("2019-21", (2019, None), (2021, None)),
        ("2010-12", (2010, None), (2012, None)),
        ("1998-02", (1998, None), (2002, None)),
        ("2012 to 16", (2012, None), (2016, None)),
        ("2016-2020", (2016, None), (2020, None)),
        ("2019-06 to 2020-03", (2019, 6), (2020, 3)),
        ("06/2018 to 03/2020", (2018, 6), (2020, 3)),
        ("15.06.2018 - 20.07.2019", (2018, 6), (2019, 7)),
        ("June'18 - Aug'19", (2018, 6), (2019, 8)),
        ("Sept. 2012 – Oct. 2013", (2012, 9), (2013, 10)),
        ("Nov-2018 to Dec-2019", (2018, 11), (2019, 12)),
        ("Jan 12, 2020 to Feb 3, 2021", (2020, 1), (2021, 2)),
        ("1st Jan 2014 to 31st Dec 2015", (2014, 1), (2015, 12)),
        ("MAY 2026-AUG 2026", (2026, 5), (2026, 8)),
        ("From April 2011 until March 2012", (2011, 4), (2012, 3)),
    ],
)
def test_times(line, start, end):
    found = spans(line, TODAY)
    assert [(one.start, one.end, one.is_current) for one in found] == [
        (When(*start), None if end is NOW else When(*end), end is NOW)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2021 – 2019",
        "98765-43210",
        "Jan 2030 – Present",
        "12-03-1990",
        "ISO 9001-2015",
        "2-3 years",
        "",
        "May be",
        "10-12 people",
    ],
)
def test_no_times(line):
    assert spans(line, TODAY) == []


@given(st.text(max_size=120))
def test_times_lie_in_the_line_and_in_order(line):
    for found in spans(line, TODAY):
        assert 0 <= found.begin < found.stop <= len(line)
        assert found.end is None or found.start.year <= found.end.year
    assert all(1 <= (when.month or 1) <= 12 for when, *_ in points(line, TODAY))


def work(start: When, end: When | None = None) -> Position:
    return Position("x", start=start, end=end, is_current=end is None)


@pytest.mark.parametrize(
    ("works", "expected"),
    [
        ([], 0),
        ([work(When(2020, 1), When(2020, 1))], 1),
        ([work(When(2020, 1), When(2020, 12))], 12),
        ([work(When(2020), When(2020))], 12),
        ([work(When(2026, 9))], 3),  # September to November
        ([work(When(2026))], 11),
        ([work(When(2020, 1), When(2020, 6)), work(When(2020, 4), When(2020, 9))], 9),
        ([work(When(2020, 1), When(2020, 2)), work(When(2021, 1), When(2021, 2))], 4),
        ([work(When(2027, 1), When(2027, 5))], 0),
    ],
)
def test_months_of_work(works, expected):
    assert union(works, TODAY) == expected


months = st.builds(When, st.integers(1990, 2026), st.none() | st.integers(1, 12))
works = st.lists(st.builds(work, months, st.none() | months), max_size=6)


@given(works)
def test_months_of_work_are_counted_once(some):
    total = union(some, TODAY)
    assert union([*some, *some], TODAY) == total
    assert union(list(reversed(some)), TODAY) == total
    alone = [union([one], TODAY) for one in some]
    assert max(alone, default=0) <= total <= sum(alone)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5 years of experience in sales", 60),
        ("5.5+ yrs exp in Java", 66),
        ("Over 3 years 6 months of total IT experience", 42),
        ("Total experience: 4 years", 48),
        ("Experience – 2.5 Years", 30),
        ("having 10+ years of rich professional experience", 120),
        ("7 years’ experience", 84),
        ("Experience of 1 year and 3 months", 15),
        ("25 years old", None),
        ("80 years of experience", None),
        ("a company of 12 years", None),
    ],
)
def test_stated_experience(line, expected):
    found = stated(of(line))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mobile: +91-98765 43210", "+91 98765 43210"),
        ("9876543210", "+91 98765 43210"),
        ("Ph: 098765-43210", "+91 98765 43210"),
        ("(+91) 98765 43210", "+91 98765 43210"),
        ("+919876543210", "+91 98765 43210"),
        ("91 9876 543 210", "+91 98765 43210"),
        ("98765 43210 / 91234 56789", "+91 98765 43210"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("12345 67890", None),
        ("Account 1234567890123456", None),
        ("https://a.example/9876543210", None),
        ("2019-2021", None),
        ("987654321", None),
    ],
)
def test_telephones(line, expected):
    found = phone(of(line))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Email: Asha.T+x@mail.example.org, Pune", "asha.t+x@mail.example.org"),
        ("asha @example.org", "asha@example.org"),
        ("asha@example", None),
        ("@handle", None),
    ],
)
def test_mailboxes(line, expected):
    found = email(of(line))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("linkedin.com/in/asha", [("LinkedIn", "https://linkedin.com/in/asha")]),
        ("https://www.github.com/asha.", [("GitHub", "https://www.github.com/asha")]),
        ("see www.asha.example (mine)", [("Website", "https://www.asha.example")]),
        ("javascript:alert(1) asha@github.com", []),
    ],
)
def test_links(line, expected):
    assert [(piece.value.label, piece.value.url) for piece in links(of(line))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASHA TESTPERSON\nAnalyst", "Asha Testperson"),
        ("CURRICULUM VITAE\nAsha Testperson", "Asha Testperson"),
        ("Résumé\nName: Asha K. Testperson", "Asha K. Testperson"),
        ("Software Engineer\nAsha Testperson", "Asha Testperson"),
        ("Asha Testperson | Pune", "Asha Testperson"),
        ("A S H A\nPune 411001", "Asha"),
        ("asha@example.org\n98765 43210", None),
    ],
)
def test_names(text, expected):
    found = name(of(text))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        *(("B.Tech in Computer Science", "B.Tech"), ("BTech (CSE)", "B.Tech"), ("B. Tech.", "B.Tech")),
        *(("B.E. Mechanical", "B.E."), ("BE, Civil", "B.E."), ("Bachelor of Engineering", "B.E."), ("BCA", "BCA")),
        *(
            ("Bachelor of Computer Applications", "BCA"),
            ("MCA from IGNOU", "MCA"),
            ("M.Com", "M.Com"),
            ("M. Com.", "M.Com"),
        ),
        *(("MBA (Finance)", "MBA"), ("PGDM", "PGDM"), ("B.Sc Nursing", "B.Sc"), ("M.Sc. Physics", "M.Sc")),
        *(
            ("B.Com (Hons)", "B.Com"),
            ("BBA", "BBA"),
            ("B.A. English", "B.A."),
            ("BA, History", "B.A."),
            ("LL.B", "LL.B."),
        ),
        *(("MBBS", "MBBS"), ("B.Pharm", "B.Pharm"), ("D.Pharm", "D.Pharm"), ("GNM", "GNM"), ("B.Ed", "B.Ed")),
        *(("Diploma in Civil Engineering", "Diploma"), ("ITI Electrician", "ITI"), ("Ph.D in Chemistry", "Ph.D.")),
        *(
            ("12th CBSE", "12th"),
            ("XII Standard", "12th"),
            ("HSC", "12th"),
            ("H.S.C. 2012", "12th"),
            ("Intermediate", "12th"),
        ),
        *(("10+2", "12th"), ("PUC", "12th"), ("Higher Secondary", "12th"), ("Class XII", "12th")),
        *(("10th", "10th"), ("SSC", "10th"), ("SSLC", "10th"), ("Class X", "10th"), ("Matriculation", "10th")),
        *(
            ("Chartered Accountant", "CA"),
            ("to be or not to be", None),
            ("tell me more", None),
            ("Anna University", None),
        ),
    ],
)
def test_degrees(line, expected):
    found = degree(line)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            ("CGPA: 8.1", "8.1 CGPA"),
            ("8.1 CGPA", "8.1 CGPA"),
            ("C.G.P.A - 8.1/10", "8.1/10 CGPA"),
            ("GPA 3.6/4", "3.6/4 GPA"),
        ),
        *(("8.1/10 CGPA", "8.1/10 CGPA"), ("72%", "72 %"), ("72.5 %", "72.5 %"), ("Percentage: 72", "72 %")),
        *(("First class with distinction", "First class with distinction"), ("2019", ""), ("120 %", ""), ("", "")),
    ],
)
def test_grades(text, expected):
    assert grade(text) == expected


def test_studies_in_a_table():
    text = (
        "Degree\tBoard/University\tYear\tPercentage\nB.Com\tMumbai University\t2015\t68%\nHSC\tState Board\t2012\t71.2%"
    )
    found = [piece.value for piece in studies(of(text), TODAY)]
    assert [(one.degree, one.school, one.end, one.grade) for one in found] == [
        *(("B.Com", "Mumbai University", When(2015), "68 %"), ("12th", "State Board", When(2012), "71.2 %")),
    ]


def test_studies_that_begin_with_the_school():
    text = "Example University\nB.Tech in Computer Science\n2012 - 2016\nSample School\n12th, 2012\n88%"
    found = [piece.value for piece in studies(of(text), TODAY)]
    assert [(one.school, one.degree, one.end) for one in found] == [
        *(("Example University", "B.Tech", When(2016)), ("Sample School", "12th", When(2012)))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Data Analyst\nExamplesoft Technologies, Pune\nJan 2020 - Mar 2022\n• Built reports",
        "Examplesoft Technologies, Pune\nData Analyst\nJan 2020 - Mar 2022\n• Built reports",
        "Jan 2020 - Mar 2022\nData Analyst\nExamplesoft Technologies, Pune\n• Built reports",
        "Data Analyst | Examplesoft Technologies | Pune | Jan 2020 - Mar 2022\n• Built reports",
        "Examplesoft Technologies, Pune (Jan 2020 – Mar 2022)\nData Analyst\n• Built reports",
        "Company: Examplesoft Technologies\nDesignation: Data Analyst\nLocation: Pune\nDuration: Jan 2020 to "
        "Mar 2022\n• Built reports",
        "Data Analyst at Examplesoft Technologies, Pune from Jan 2020 to Mar 2022\n• Built reports",
        "Jan 2020 - Mar 2022\tData Analyst, Examplesoft Technologies, Pune\n• Built reports",
    ],
)
def test_positions_in_every_order(text):
    found = [piece.value for piece in positions(of(text), KNOWN.towns, TODAY)]
    expected = Position(
        "Data Analyst", "Examplesoft Technologies", "Pune", When(2020, 1), When(2022, 3), False, ("Built reports",)
    )
    assert found == [expected]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        *(("EXPERIENCE", Part.WORK), ("E X P E R I E N C E", Part.WORK), ("W O R K  H I S T O R Y", Part.WORK)),
        *(("Key Skills:", Part.SKILLS), ("Technical Skills & Tools", Part.SKILLS), ("1. Work Experience", Part.WORK)),
        *(("Academic Qualification", Part.STUDIES), ("Career Objective", Part.SUMMARY), ("Declaration", Part.OTHER)),
        *(("Languages Known", Part.LANGUAGES), ("PERSONAL DETAILS", Part.PERSONAL), ("Python Developer", None)),
        *(("Certifications and Trainings", Part.CERTIFICATES), ("Projects Undertaken", Part.PROJECTS), ("", None)),
        *(("Managed projects for skills training", None), ("Software Engineer", None)),
    ],
)
def test_headings(line, part):
    assert heading(line) is part


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "English (fluent), Hindi, Tamil (read, write)",
            [("English", "fluent"), ("Hindi", ""), ("Tamil", "read, write")],
        ),
        ("English - Professional, Marathi: Native", [("English", "Professional"), ("Marathi", "Native")]),
        ("Java, C++, Python", []),
        ("Hindi & English", [("Hindi", ""), ("English", "")]),
        ("German B2", [("German", "B2")]),
    ],
)
def test_languages(line, expected):
    assert [(piece.value.name, piece.value.level) for piece in languages(of(line))] == expected


def test_projects_with_labels():
    text = (
        "Project: Price watch\nRole: Developer\nDuration: Jan 2020 - Mar 2020\n• Scraped\nProject: Churn\n• Predicted"
    )
    found = [piece.value for piece in projects(of(text), TODAY)]
    assert [(one.name, one.start) for one in found] == [("Price watch", When(2020, 1)), ("Churn", None)]


def test_today_is_handed_in():
    assert union([work(When(2020, 1))], date(2020, 3, 1)) == 3


def test_a_sentence_is_a_position_too():
    text = "1. Worked as Staff Nurse in Example Hospital, Chennai from June 2018 to March 2021."
    text += "\nKey Responsibilities:\n* Care"
    found = [piece.value for piece in positions(of(text), KNOWN.towns, TODAY)]
    assert found == [
        Position("Staff Nurse", "Example Hospital", "Chennai", When(2018, 6), When(2021, 3), False, ("Care",))
    ]


@pytest.mark.parametrize(
    ("head", "name", "start"),
    [
        ("Rain and rice | 2021", "Rain and rice", When(2021)),
        ("Rain and rice (2021)", "Rain and rice", When(2021)),
        ("Rain and rice - May 2021", "Rain and rice", When(2021, 5)),
        ("Rain and rice, 2021", "Rain and rice", When(2021)),
        ("Rain and rice May 2021", "Rain and rice", When(2021, 5)),
        ("IPL 2021 scores", "IPL 2021 scores", None),
        ("Census of 2011", "Census of 2011", None),
        ("2021", "2021", None),
    ],
)
def test_a_year_behind_a_project_is_no_part_of_its_name(head, name, start):
    found = projects(of(f"{head}\n• Joined 20 years of rain."), TODAY)[0].value
    assert (found.name, found.start, found.end) == (name, start, None)
    assert found.lines == ("Joined 20 years of rain.",)


@pytest.mark.parametrize("name", ["A/B testing", "TCP/IP", "PL/SQL"])
def test_a_skill_with_a_slash_is_one_piece(name):
    found = read_text(f"Asha Testperson\nSKILLS\n{name}, Tea/Coffee", KNOWN, TODAY).skills
    assert [piece.value.name for piece in found] == [name, "Tea", "Coffee"]


def test_a_project_with_its_tools_behind_a_bar():
    found = projects(of("Bus Tracker | React, Node.js | Mar 2025 – May 2025\n• Shows buses live."), TODAY)[0].value
    assert (found.name, found.start, found.lines) == (
        *("Bus Tracker", When(2025, 3)),
        ("React, Node.js", "Shows buses live."),
    )


def test_names_and_schools_are_no_skills():
    text = (
        "CURRICULUM VITAE\nKiran Demo\nSKILLS\nSQL\nEXPERIENCE\nData Analyst, Tableau Example Pvt Ltd, Pune\n"
        "Jan 2020 - Mar 2021\n• Wrote Python\nEDUCATION\nB.Com, Excel School of Accounting, 2019"
    )
    found = {piece.value.slug for piece in understand(text, KNOWN, TODAY).skills}
    assert {"sql", "python"} <= found
    assert not {"product-demonstration", "curriculum-development", "tableau", "microsoft-excel"} & found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• B.Tech, Anna University\n• 12th, Sample School", ["B.Tech", "12th"]),
        ("B.Tech, Anna University\n• Diploma project on bees\n12th, Sample School", ["B.Tech", "12th"]),
        ("a\na\na\na\na\na\nB.Com, Mumbai University", ["B.Com"]),
        ("Nothing of the kind", []),
    ],
)
def test_where_a_study_begins(text, expected):
    assert [piece.value.degree for piece in studies(of(text), TODAY)] == expected


def test_a_skill_outside_the_list_has_the_catalogues_name_and_its_line_as_written():
    """A title isn't a skill's name; in a list of skills people's own words stand."""
    work = "WORK EXPERIENCE\nSenior Data Analyst, Acme Retail\nJan 2020 - Present\nWrote react.js apps"
    found = read_text(f"Asha Testperson\nSKILLS\nReactJS\n{work}", KNOWN, TODAY).skills
    assert [(piece.value.name, piece.value.slug, piece.words) for piece in found] == [
        ("ReactJS", "react", "ReactJS"),
        ("Data analysis", "data-analysis", "Senior Data Analyst, Acme Retail"),
    ]
