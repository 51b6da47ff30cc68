"""What goes out as a PDF is read back, as an employer's program would."""

import re
import shutil
import subprocess
import threading
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from resumes import ASHA, any_facts

from profiles.documents import files
from profiles.documents.characters import drawable, drawn_letters, plain
from profiles.documents.files import resume_pdf
from profiles.documents.setting import set_pdf
from profiles.documents.sheet import sheet
from profiles.facts import Contact, Position, ProfileFacts, Project, SkillFact


def read(body):
    with pypdfium2.PdfDocument(body) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def page_count(body):
    with pypdfium2.PdfDocument(body) as document:
        return len(document)


def squeezed(text):
    """Without what is nothing to see: programs differ in blanks, and where lines break."""
    return re.sub(r"[\s\u200b-\u200d\ufffe\u0002]+", "", text)


def stands_in_order(facts, text):
    """Every word of the facts, in the order in which they are told."""
    rest = squeezed(text)
    for words in filter(None, map(squeezed, map(drawable, sheet(facts).words()))):
        _, found, rest = rest.partition(words)
        assert found, words
    return True


LONG = replace(
    ASHA,
    positions=tuple(
        Position(f"Analyst {n}", f"Firm {n}", "Pune", None, None, False, tuple(f"Line {n}.{k} " * 9 for k in range(9)))
        for n in range(12)
    ),
    projects=tuple(Project(f"Project {n}", lines=(f"Did {n}", f"Told {n}")) for n in range(5)),
)
HOSTILE = ProfileFacts(
    contact=Contact("#set page(width: 1pt)" * 99, "a@b" * 999, "*_`$\\" * 99, "\x00\ud800\u202e\ufffe"),
    headline='"); #read("/etc/passwd") //',
    summary="#" * 100_000,
    skills=tuple(SkillFact("W" * 500) for _ in range(5_000)),
    positions=tuple(Position("W" * 500, "W" * 500, "W" * 500, lines=("W" * 10_000,) * 50) for _ in range(100)),
)


def test_every_line_is_read_back_in_order():
    assert stands_in_order(ASHA, read(resume_pdf(ASHA).body))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext isn't installed")
def test_another_reader_finds_the_same(tmp_path):
    file = tmp_path / "resume.pdf"
    file.write_bytes(resume_pdf(ASHA).body)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()  # noqa: S603, S607
    assert stands_in_order(ASHA, text)


def test_dates_stand_on_the_line_of_their_title():
    assert "Data Analyst | Jan 2020 – Mar 2022" in re.sub(r"\s+", " ", read(resume_pdf(ASHA).body))


def test_it_is_tagged_for_screen_readers_in_the_language_it_is_in():
    body = resume_pdf(ASHA).body
    assert b"/MarkInfo" in body or b"/Marked true" in body
    assert b"pdfuaid:part" in body
    assert b"en-IN" in body
    with pypdfium2.PdfDocument(body) as document:
        assert pypdfium2.raw.FPDFCatalog_IsTagged(document.raw)


def test_fonts_are_in_the_file():
    with pypdfium2.PdfDocument(resume_pdf(ASHA).body) as document:
        fonts = {
            shape.get_font().get_base_name()
            for page in document
            for shape in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
            if shape.get_font().is_embedded
        }
    assert {name.partition("+")[2] or name for name in fonts} == {"NotoSans-Regular", "NotoSans-SemiBold"}


def test_the_same_facts_are_the_same_bytes_whatever_was_set_before():
    first = resume_pdf(ASHA).body
    set_pdf(LONG, 1)
    assert set_pdf(ASHA, 2).body == first
    assert not re.search(rb"CreationDate|ModDate|xmp:CreateDate", first)


def test_a_long_career_on_one_page_says_less_and_says_how_much_less():
    short, full = resume_pdf(LONG, 1), resume_pdf(LONG, 2)
    assert (short.pages, full.pages) == (page_count(short.body), page_count(full.body)) == (1, 2)
    assert short.left_out > full.left_out > 0
    assert stands_in_order(short.shown, read(short.body))
    assert [position.title for position in short.shown.positions] == [
        position.title for position in LONG.positions[: len(short.shown.positions)]
    ]


def test_one_page_is_set_in_the_type_of_two():
    def sizes(body):
        with pypdfium2.PdfDocument(body) as document:
            shapes = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
            return {round(shape.get_font_size() * shape.get_matrix().a, 1) for shape in shapes}

    assert sizes(resume_pdf(LONG, 1).body) == sizes(resume_pdf(LONG, 2).body)
    assert min(sizes(resume_pdf(LONG, 1).body)) >= 9.5


def test_what_fits_is_left_whole():
    pdf = resume_pdf(ASHA, 1)
    assert (pdf.pages, pdf.left_out, pdf.shown) == (1, 0, ASHA)


def test_indian_letters_stay():
    facts = replace(ASHA, summary="आशा राव, विश्लेषक। தமிழ் বাংলা ગુજરાતી ਪੰਜਾਬੀ తెలుగు ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ")
    pdf = resume_pdf(facts)
    assert pdf.undrawn == ""
    for word in ("आशा", "राव", "தமிழ்", "বাংলা", "ગુજરાતી"):
        assert word in read(pdf.body)


def test_emoji_are_left_out_and_named():
    facts = replace(ASHA, headline="Analyst 🚀👩\u200d💻 and \uf0b7 teacher ✓")
    pdf = resume_pdf(facts)
    assert "Analyst and teacher" in read(pdf.body)
    assert pdf.undrawn == "✓👩💻🚀"


def test_every_letter_that_is_said_to_be_there_is():
    """PDF/UA refuses a page with a letter that no font has."""
    letters = sorted(letter for letter in drawn_letters() if plain(letter))
    for at in range(0, len(letters), 200):
        assert set_pdf(replace(ASHA, summary=" ".join(letters[at : at + 200])), 2).pages


def test_five_thousand_hostile_lines_are_bounded():
    for pages in (1, 2):
        pdf = resume_pdf(HOSTILE, pages)
        assert pdf.pages <= pages
        assert len(pdf.body) < 200_000
    assert '"); #read("/etc/passwd") //' in read(pdf.body)


def test_nothing_runs_over_the_edge():
    with pypdfium2.PdfDocument(resume_pdf(HOSTILE, 2).body) as document:
        for page in document:
            for shape in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, _, right, _ = shape.get_bounds()
                assert left >= 0
                assert right <= page.get_width()


def test_nobody_at_all_is_a_page():
    assert "Résumé" in read(resume_pdf(ProfileFacts()).body)
    assert "Résumé" in read(resume_pdf(ProfileFacts(contact=Contact("👩"))).body)


def test_two_at_once_get_their_own():
    others = [replace(ASHA, headline=f"Person {n}") for n in range(4)]
    got = {}
    threads = [
        threading.Thread(target=lambda person=person: got.update({person.headline: resume_pdf(person).body}))
        for person in others
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(headline in read(body) for headline, body in got.items())
    assert len(got) == len(others)


@settings(max_examples=40, deadline=None)
@given(any_facts)
def test_any_facts_fit_on_one_page(facts):
    made = set_pdf(facts, 1)
    assert made.pages == page_count(made.body) == 1


def test_a_child_that_fails_says_how_and_not_whose(monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", 0.001)
    with pytest.raises(files.NoFileError, match="The pdf file took more than") as refused:
        resume_pdf(ASHA)
    assert "Asha" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_child_that_breaks_is_an_error_of_ours():
    with pytest.raises(files.NoFileError, match="failed with 1"):
        resume_pdf(replace(ASHA, months=Unreadable()))


class Unreadable:
    """What a child can't take out of its box."""

    def __reduce__(self):
        return int, ("not a number",)
