"""The files that a résumé is downloaded as: their addresses, kinds and names. Pure."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from profiles.documents.characters import plain
from profiles.documents.files import resume_docx, resume_pdf
from profiles.facts import ProfileFacts
from profiles.importing.json_resume_out import to_json_resume

LONGEST_NAME = 60  # characters
_WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class ResumeFile:
    """address: the last part of its own; ending: of the name it is kept under; make: may raise NoFileError."""

    address: str
    ending: str
    content_type: str
    make: Callable[[ProfileFacts], bytes]


def _pdf(pages: int, facts: ProfileFacts) -> bytes:
    return resume_pdf(facts, pages).body


def _json(facts: ProfileFacts) -> bytes:
    return json.dumps(to_json_resume(facts), ensure_ascii=False, indent=2).encode()


FILES = {
    file.address: file
    for file in (
        ResumeFile("one-page.pdf", "pdf", "application/pdf", partial(_pdf, 1)),
        ResumeFile("two-pages.pdf", "pdf", "application/pdf", partial(_pdf, 2)),
        ResumeFile("resume.docx", "docx", _WORD_FILE, resume_docx),
        ResumeFile("resume.json", "json", "application/json", _json),
    )
}


class ResumeFileConverter:
    regex = "|".join(re.escape(address) for address in FILES)

    def to_python(self, value: str) -> ResumeFile:
        return FILES[value]

    def to_url(self, value: ResumeFile | str) -> str:
        return value.address if isinstance(value, ResumeFile) else value


def named_after(name: str, ending: str) -> str:
    """ "Asha-Rao-resume.pdf"."""
    own = _joined(plain(name))
    return f"{own}-resume.{ending}" if own else f"resume.{ending}"


def _joined(name: str) -> str:
    """Letters, their marks and digits stay; whatever lies between becomes one hyphen."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in name)
    return "-".join(kept.split())[:LONGEST_NAME].strip("-")
