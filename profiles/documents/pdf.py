"""The résumé as a PDF: tagged (PDF/UA-1), with its fonts, the same bytes for the same facts.

Typst sets it, within the worker: it takes some 10 ms, reads nothing but the folder beside this file, and what it is
given is bounded by fitting.py, so that memory stays flat."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from profiles.documents.characters import FONTS, drawable, latin, undrawn
from profiles.documents.fitting import first_fitting, lines_of, shortened
from profiles.documents.sheet import NAMELESS, Sheet, sheet
from profiles.facts import ProfileFacts

if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).parent
Words: TypeAlias = "str | Mapping[str, Words] | Sequence[Words]"
_setting = Lock()  # one at a time: the setter remembers what it set last


@dataclass(frozen=True, slots=True)
class ResumePdf:
    """shown: the facts that are on the pages; left_out: how many lines aren't; undrawn: characters that no font of ours
    has, such as emoji, and that were left out."""

    body: bytes
    pages: int
    shown: ProfileFacts
    left_out: int = 0
    undrawn: str = ""


def resume_pdf(facts: ProfileFacts, pages: int = 2) -> ResumePdf:
    """On so many pages at most, by saying less (see fitting.py). Sets it six times at most."""
    with _setting:
        step = first_fitting(lambda step: _set(shortened(facts, step))[1] <= pages)
        shown = shortened(facts, step)
        body, count = _set(shown)
    missing = set().union(*(undrawn(words) for words in sheet(shown).words()))
    return ResumePdf(body, count, shown, lines_of(facts) - lines_of(shown), "".join(sorted(missing)))


def _set(facts: ProfileFacts) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    import typst

    page = sheet(facts)
    try:
        return _compiled(page, drawable)
    except typst.TypstError:  # letters of two scripts in one word may find no font that has both
        return _compiled(page, lambda text: drawable(latin(text)))


def _compiled(page: Sheet, change: Callable[[str], str]) -> tuple[bytes, int]:
    setter = _setter()
    nameless = {} if change(page.name) else {"name": NAMELESS, "title": NAMELESS}
    words = _each({**asdict(page), **nameless}, change)
    body = setter.compile(format="pdf", sys_inputs={"sheet": json.dumps(words)}, pdf_standards=["ua-1"])
    if not isinstance(body, bytes):
        raise TypeError("A PDF is one file.")
    return body, int(setter.query("<pages>", field="value", one=True))


@cache
def _setter() -> "typst.Compiler":
    """Imported when the first file is asked for: 84 MB of code, of which some 30 MB come into memory."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(FOLDER / "resume.typ", root=FOLDER, font_paths=fonts)


def _each(words: Words, change: Callable[[str], str]) -> Words:
    """Every text changed, but addresses."""
    if isinstance(words, str):
        return change(words)
    if isinstance(words, dict):
        return {name: part if name == "url" else _each(part, change) for name, part in words.items()}
    return [_each(part, change) for part in words]
