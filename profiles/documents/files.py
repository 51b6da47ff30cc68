"""The résumé as a PDF and as a Word file, each made in a child process that ends with it: a worker's memory stays flat,
and what makes a setter crash or dawdle can't hurt it."""

import json
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from profiles.documents.characters import undrawn
from profiles.documents.fitting import lines_of, shortened
from profiles.documents.sheet import sheet
from profiles.facts import ProfileFacts

PROJECT = Path(__file__).parents[2]
PATIENCE = 20  # seconds; a second is long
AT_ONCE = 2  # children of a server's process
LONGEST_WAIT = 5.0  # seconds for a turn
ENVIRONMENT = {"RAYON_NUM_THREADS": "1"}  # no secret of ours, and no more than one core
_turns = BoundedSemaphore(AT_ONCE)


class NoFileError(RuntimeError):
    """The child failed or took too long, or too many are at work. Says how it ended, nothing of the person."""


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
    """On so many pages at most, by saying less (see fitting.py). Takes 0.2 s; NoFileError."""
    bounded = shortened(facts, 0)
    head, _, body = _child("pdf", bounded, pages).partition(b"\n")
    how = json.loads(head)
    shown = shortened(bounded, how["step"])
    missing = set().union(*(undrawn(words) for words in sheet(shown).words()))
    return ResumePdf(body, how["pages"], shown, lines_of(facts) - lines_of(shown), "".join(sorted(missing)))


def resume_docx(facts: ProfileFacts) -> bytes:
    """Of at most what two pages could hold. For one page give the facts that the PDF of one page shows. NoFileError."""
    return _child("word", shortened(facts, 0))


def _child(kind: str, bounded: ProfileFacts, pages: int = 2) -> bytes:
    if not _turns.acquire(timeout=LONGEST_WAIT):
        raise NoFileError(f"No turn within {LONGEST_WAIT} seconds.")
    try:
        return _made(kind, bounded, pages)
    finally:
        _turns.release()


def _made(kind: str, bounded: ProfileFacts, pages: int) -> bytes:
    command = [sys.executable, "-m", "profiles.documents.child", kind, str(pages)]
    given = pickle.dumps(bounded)
    try:
        made = subprocess.run(  # noqa: S603  # no word of the command is the person's
            command, input=given, cwd=PROJECT, env=ENVIRONMENT, capture_output=True, check=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise NoFileError(f"The {kind} file took more than {PATIENCE} seconds.") from None
    except subprocess.CalledProcessError as failed:
        raise NoFileError(f"The {kind} file failed with {failed.returncode}.") from None
    return made.stdout
