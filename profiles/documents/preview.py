"""What will be on a résumé's pages, before it is downloaded. Pure but for the child that sets them."""

from dataclasses import dataclass

from profiles.documents.files import ResumePdf, resume_pdf
from profiles.documents.left_out import left_out
from profiles.documents.sheet import Sheet, sheet
from profiles.facts import ProfileFacts


@dataclass(frozen=True, slots=True)
class Preview:
    """sheet, pages, missing: of the file of two pages at most; missing_of_one: of that of one page; undrawn: characters
    that none of our fonts has."""

    sheet: Sheet
    pages: int
    missing: tuple[str, ...]
    missing_of_one: tuple[str, ...]
    undrawn: str

    @property
    def fits_one(self) -> bool:
        return self.pages == 1


def preview(facts: ProfileFacts) -> Preview:
    """Sets the pages once where all of it fits on one, else twice. NoFileError."""
    one = resume_pdf(facts, 1)
    missing_of_one = left_out(facts, one.shown)
    two = resume_pdf(facts, 2) if missing_of_one else one
    return Preview(sheet(two.shown), two.pages, left_out(facts, two.shown), missing_of_one, _undrawn(one, two))


def _undrawn(*files: ResumePdf) -> str:
    return "".join(sorted(set().union(*(file.undrawn for file in files))))
