"""What is known of an invented résumé comes back, whichever way it was brought."""

import os
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profiles.facts import When
from profiles.importing.pieces import Refused, Understood
from profiles.importing.reading import read, read_text
from tests.profiles import made_resumes as resumes
from tests.profiles.files import docx, page_of, written_pdf
from tests.profiles.known import KNOWN, TODAY

WAYS = {
    "one.pdf": resumes.one_column,
    "two.pdf": resumes.two_columns,
    "word.docx": resumes.word,
    "table.docx": resumes.word_in_a_table,
    "plain.txt": resumes.text,
}


def brought(file_name: str, content: bytes) -> Understood:
    answer = read(file_name, content, KNOWN, TODAY)
    assert isinstance(answer, Understood), answer
    return answer


@pytest.mark.parametrize(("file_name", "seed"), [*product(WAYS, range(6))])
def test_what_is_known_comes_back(file_name, seed):
    someone = resumes.person(seed)
    facts = brought(file_name, WAYS[file_name](someone)).facts
    assert facts.contact.name == someone.name
    assert facts.contact.email == someone.email
    assert facts.contact.phone == f"+91 {someone.phone}"
    assert facts.contact.city == someone.city
    assert facts.headline == someone.title
    assert [(job.title, job.company, job.place) for job in facts.positions] == [
        (job.title, job.company, job.city) for job in someone.jobs
    ]
    assert [(job.start, job.end, job.is_current) for job in facts.positions] == [
        (When(*job.start), When(*job.end) if job.end else None, job.end is None) for job in someone.jobs
    ]
    assert [(study.degree, study.school, study.start, study.end) for study in facts.studies] == [
        (someone.degree, "Example University", When(someone.years[0]), When(someone.years[1]))
    ]
    listed = {hit.skill for hit in KNOWN.matcher.find("\n".join(someone.skills), is_list=True).hits}
    assert len(listed) >= 11  # Docker and Kubernetes are one skill of the catalogue
    assert listed <= {skill.slug for skill in facts.skills}


@pytest.mark.parametrize("file_name", ["one.pdf", "word.docx", "plain.txt"])
def test_what_was_done_comes_back_line_by_line(file_name):
    someone = resumes.person(1)
    for at, job in enumerate(brought(file_name, WAYS[file_name](someone)).facts.positions):
        assert job.lines == tuple(f"Delivered part {at}{number} of a system for a customer." for number in range(4))


def test_each_piece_names_its_line():
    answer = read_text(resumes.TEXT, KNOWN, TODAY)
    assert isinstance(answer, Understood)
    lines = answer.text.split("\n")
    for piece in (answer.email, answer.phone, answer.headline, *answer.skills, *answer.languages, *answer.certificates):
        assert piece.words in lines[piece.line - 1]
    assert [lines[piece.line - 1] for piece in answer.studies] == [piece.words for piece in answer.studies]
    assert all(skill.value.name.split()[0] in lines[skill.line - 1] for skill in answer.skills)


def test_the_text_of_a_whole_resume():
    answer = read_text(resumes.TEXT, KNOWN, TODAY)
    facts = answer.facts
    assert [job.company for job in facts.positions] == ["Infosys Ltd", "Wipro Technologies", "ABC Solutions Pvt Ltd"]
    assert facts.positions[0].lines[0] == "Built dashboards in Power BI for 12 stores and cut reporting time by 30 %."
    assert [project.name for project in facts.projects] == ["Churn model", "Price watch"]
    assert [(one.name, one.issuer, one.date) for one in facts.certificates] == [
        ("AWS Certified Cloud Practitioner", "Amazon Web Services", When(2022, 3)),
        ("Power BI", "Coursera", When(2021)),
    ]
    assert [(one.name, one.level) for one in facts.languages] == [
        *(("English", "fluent"), ("Hindi", ""), ("Tamil", "read, write"))
    ]
    assert [link.label for link in facts.contact.links] == ["LinkedIn", "GitHub"]
    assert answer.months.stated.value == 66
    # June 2017 to November 2026 without a gap: 7 months of 2017, eight years, 11 months of 2026.
    assert answer.months.dated == 7 + 8 * 12 + 11
    assert facts.months is None


def test_skills_nobody_is_sure_of_are_unticked():
    answer = read_text(resumes.TEXT, KNOWN, TODAY)
    unsure = {piece.value.name for piece in answer.skills if not piece.is_sure}
    assert "Frobnicator 9" in unsure
    assert "Frobnicator 9" not in {skill.name for skill in answer.facts.skills}


def test_a_scan_is_no_empty_profile():
    scan = written_pdf([[]])
    answer = read("scan.pdf", scan, KNOWN, TODAY)
    assert isinstance(answer, Refused)
    assert "scan" in answer.sentence


def test_pages_after_the_fifteenth_are_said_to_be_left():
    pages = [[(40.0, 700.0, f"Page {number} in Python")] for number in range(20)]
    answer = brought("long.pdf", written_pdf(pages))
    assert answer.is_cut
    assert "Page 14" in answer.text
    assert "Page 15" not in answer.text


def test_text_boxes_are_read_once_and_deleted_words_not_at_all():
    box = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    twice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box.format('Data analyst in a box')}</mc:Choice>"
        f"<mc:Fallback>{box.format('Data analyst in a box')}</mc:Fallback></mc:AlternateContent>"
        "<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del><w:r><w:t>Some more words</w:t></w:r></w:p>"
    )
    header = box.format("Kept in a header").replace("<w:p>", '<w:p xmlns:w="urn:w">')
    answer = brought("box.docx", docx(twice, more={"word/header1.xml": header}))
    assert answer.text.count("in a box") == 1
    assert "Struck" not in answer.text
    assert "Kept in a header" in answer.text


def test_three_pages_take_little_time():
    someone = resumes.person(3)
    lines = [*someone.head, *someone.left, *someone.right * 4]
    content = written_pdf([resumes.column(lines[at : at + 50], 40) for at in range(0, 150, 50)])
    brought("warm.pdf", content)
    started = processor_time()
    brought("three.pdf", content)
    assert processor_time() - started < 1.5


def processor_time() -> float:
    """Seconds, of this process and of those that it started."""
    return sum(os.times()[:4])


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2_000), st.sampled_from(["a.pdf", "a.docx", "a.zip"]))
def test_no_bytes_raise_in_a_process(content, file_name):
    magic = b"%PDF-1.7\n" if file_name == "a.pdf" else b"PK\x03\x04"
    assert isinstance(read(file_name, magic + content, KNOWN, TODAY), Refused)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_file_never_raises(data):
    content = bytearray(data.draw(st.sampled_from([resumes.one_column, resumes.word]))(resumes.person(2)))
    for place in data.draw(st.lists(st.integers(8, len(content) - 1), min_size=1, max_size=40)):
        content[place] = (content[place] + 1) % 256
    read("a.pdf" if content.startswith(b"%PDF") else "a.docx", bytes(content), KNOWN, TODAY)


@given(
    st.binary(max_size=3_000), st.sampled_from(["", "a.txt", "a.json", "a.md", "a.csv", "a", "a.pdf", "a.zip", ".docx"])
)
def test_no_bytes_raise(content, file_name):
    if content.startswith((b"%PDF-", b"PK\x03\x04")):
        return
    assert isinstance(read(file_name, content, KNOWN, TODAY), (Refused, Understood))


@given(st.text(max_size=3_000))
def test_no_text_raises(text):
    read_text(text, KNOWN, TODAY)


@given(
    st.lists(
        st.sampled_from([*resumes.TEXT.split("\n"), "", "•", "2019-21", "Skills", "12th", "Project: x", "–"]),
        max_size=40,
    )
)
def test_no_order_of_lines_raises(lines):
    read_text("\n".join(lines), KNOWN, TODAY)


def test_a_page_without_a_font_is_no_trouble():
    assert isinstance(read("a.pdf", page_of(b"<</Length 0>>stream\n\nendstream"), KNOWN, TODAY), Refused)
