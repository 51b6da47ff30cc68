"""What kind of employment is offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.reading.employment import Employment, read_employment


@pytest.mark.parametrize(
    ("stated", "title", "kind", "words"),
    [
        ("FULL_TIME", "", Employment.FULL_TIME, "FULL TIME"),
        ("Full-time", "", Employment.FULL_TIME, "Full-time"),
        ("Permanent", "", Employment.FULL_TIME, "Permanent"),
        ("PART_TIME", "", Employment.PART_TIME, "PART TIME"),
        ("CONTRACTOR", "", Employment.CONTRACT, "CONTRACTOR"),
        ("Contractual", "", Employment.CONTRACT, "Contractual"),
        ("TEMPORARY", "", Employment.TEMPORARY, "TEMPORARY"),
        ("INTERN", "", Employment.INTERNSHIP, "INTERN"),
        ("Full-time internship", "", Employment.INTERNSHIP, "internship"),
        ("Apprenticeship", "", Employment.APPRENTICESHIP, "Apprenticeship"),
        ("Freelance", "", Employment.FREELANCE, "Freelance"),
        ("FULL_TIME", "Marketing Intern", Employment.INTERNSHIP, "Intern"),
        ("", "Apprentice Fitter", Employment.APPRENTICESHIP, "Apprentice"),
        ("", "Tutor (Part Time)", Employment.PART_TIME, "Part Time"),
        ("", "Freelance Writer", Employment.FREELANCE, "Freelance"),
        ("CONTRACTOR", "Full-time Java Developer", Employment.CONTRACT, "CONTRACTOR"),
    ],
)
def test_kinds_of_employment(stated, title, kind, words):
    read = read_employment(stated, title)
    assert (read.value, read.words) == (kind, words)


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("", ""),
        ("Other", "Accountant"),
        ("", "Internal Auditor"),
        ("", "International Sales"),
        ("", "Contract Manager"),
        ("", "Gig Economy Analyst"),
        ("", "Attempt Reviewer"),
    ],
)
def test_words_that_say_nothing_of_it(stated, title):
    assert read_employment(stated, title) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_are_read(stated, title):
    assert read_employment(stated, title) == read_employment(stated, title)
