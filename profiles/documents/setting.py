"""The résumé as a PDF: tagged (PDF/UA-1), with its fonts, the same bytes for the same facts. Typst sets it, and reads
nothing but the folder beside this file. Runs in a child process (see files.py)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from profiles.documents.characters import FONTS, drawable, latin
from profiles.documents.fitting import first_fitting, shortened
from profiles.documents.sheet import NAMELESS, Sheet, sheet
from profiles.facts import ProfileFacts

if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).parent
Words: TypeAlias = "str | Mapping[str, Words] | Sequence[Words]"


class Set(NamedTuple):
    """step: of fitting.py, as far as it had to go."""

    step: int
    pages: int
    body: bytes


def set_pdf(facts: ProfileFacts, pages: int) -> Set:
    """On so many pages at most. Sets it six times at most, once where all of it fits."""
    tried: dict[int, tuple[bytes, int]] = {}

    def fits(step: int) -> bool:
        tried[step] = _set(shortened(facts, step))
        return tried[step][1] <= pages

    step = first_fitting(fits)
    body, count = tried.get(step) or _set(shortened(facts, step))
    return Set(step, count, body)


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
