"""What goes out as a Word file is read back."""

import io
import zipfile
from dataclasses import replace

import docx
from hypothesis import given, settings
from resumes import ASHA, any_facts

from profiles.documents.files import resume_docx, resume_pdf
from profiles.documents.sheet import sheet
from profiles.documents.word import word_file
from profiles.facts import Position, ProfileFacts


def paragraphs(body):
    return docx.Document(io.BytesIO(body)).paragraphs


def text(body):
    return "\n".join(paragraph.text for paragraph in paragraphs(body))


def test_every_line_is_read_back_in_order():
    rest = text(resume_docx(ASHA))
    for words in filter(None, sheet(ASHA).words()):
        _, found, rest = rest.partition(words)
        assert found, words


def test_headings_are_words_own():
    headings = [p.text for p in paragraphs(resume_docx(ASHA)) if p.style.name == "Heading 1"]
    assert headings == ["Summary", "Skills", "Work experience", "Projects", "Education", "Certifications", "Languages"]


def test_lines_of_work_are_a_list():
    listed = [p.text for p in paragraphs(resume_docx(ASHA)) if p.style.name == "List Bullet"]
    assert listed[0] == ASHA.positions[0].lines[0]
    assert len(listed) == 6  # 3 and 2 of work, 1 of a project


def test_the_same_facts_are_the_same_bytes_and_hold_no_time():
    first = resume_docx(ASHA)
    assert resume_docx(ASHA) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"dcterms:created" not in parts.read("docProps/core.xml")


def test_there_is_no_picture():
    with zipfile.ZipFile(io.BytesIO(resume_docx(ASHA))) as parts:
        assert [name for name in parts.namelist() if name.endswith((".jpeg", ".png", ".emf"))] == []


def test_it_says_whose_it_is():
    about = docx.Document(io.BytesIO(resume_docx(ASHA))).core_properties
    assert (about.title, about.author) == ("Asha Rao – résumé", "Asha Rao")


def test_the_facts_of_one_page_make_the_same_words():
    shown = resume_pdf(replace(ASHA, positions=ASHA.positions * 9), 1).shown
    assert text(resume_docx(shown)).count("Northern Bank") == text(resume_docx(shown)).count("Data Analyst | Jan 2020")
    assert len(shown.positions) < 18


def test_five_thousand_hostile_lines_are_bounded():
    lines = ("<w:p>&amp;\x00\ud800\x0b" + "W" * 10_000,) * 50
    body = resume_docx(ProfileFacts(positions=(Position("x", lines=lines),) * 100))
    assert len(body) < 100_000
    assert "<w:p>&amp;…" in text(body)


@settings(max_examples=40, deadline=None)
@given(any_facts)
def test_any_facts_are_a_file_that_opens(facts):
    assert paragraphs(word_file(facts))[0].text == sheet(facts).name
