"""E-mail addresses and telephone numbers in an advert's words, replaced by marks: pure, in linear time.

Whoever applies finds them on the employer's page; a program that gathers addresses doesn't find them here. Of an e-mail
address its host stays, by which a reader sees whether the employer writes from a house of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from jobs.cleaning.blocks import Block, Line, Run, text_of, tidy
from jobs.cleaning.chats import CHAT, TELEGRAM, WHATSAPP
from jobs.cleaning.telephones import GROUPED, numbers_in

PHONE = "[phone number]"
_MARK = r"\[(?:e-mail at [\w.-]+|phone number|WhatsApp link|Telegram link)\]"
_OPEN, _SHUT = r"\s?[\[({<]\s?", r"\s?[\])}>]"
_AT = rf"(?:\s?@\s?|{_OPEN}(?:at|@){_SHUT}\s?|\sat\sthe\srate\s(?:of\s)?)"
_DOT = rf"(?:\.|{_OPEN}(?:dot|\.){_SHUT}\s?|\sdot\s|\s\.\s?(?=(?:com|in|co|org|net|io)\b))"
_LOCAL = r"(?<!\w)\w[\w.+%-]{0,63}+"  # no longer one is an address
_LABEL, _LAST = r"[\w-]++", r"[^\W\d_][\w-]*+(?<=[\w-]{2})"
_EMAIL = rf"{_LOCAL}{_AT}(?P<host>(?:{_LABEL}{_DOT})+{_LAST})"
_TOP = r"(?:com|in|co|org|net|io|ai|edu|gov|info|biz|dev|app|tech|xyz|me)\b"
_SPOKEN = rf"{_LOCAL}\sat\s(?P<spoken>(?:{_LABEL}(?:\sdot\s|\.)){{0,3}}{_LABEL}\sdot\s{_TOP})"
_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_IN_WORDS = rf"\b(?:{_DIGIT}\b[\s,.-]*+){{7,}}{_DIGIT}\b"
_FOUND = re.compile(
    rf"(?P<mark>{_MARK})|(?P<chat>{CHAT})|(?P<email>{_EMAIL}|{_SPOKEN})|(?P<web>https?://\S++|www\.\S++)"
    rf"|(?P<in_words>{_IN_WORDS})|(?P<digits>{GROUPED})",
    re.IGNORECASE,
)
_WRITTEN_DOT = re.compile(_DOT, re.IGNORECASE)


class Mark(NamedTuple):
    """What stands from start to end (characters) becomes these words."""

    start: int
    end: int
    words: str


def hidden(blocks: Iterable[Block]) -> list[Block]:
    return [replace(block, lines=tuple(map(_hidden, block.lines))) for block in blocks]


def marks(text: str) -> Iterator[Mark]:
    """What is to be hidden of a line, in order."""
    for found in _FOUND.finditer(text):
        if found["chat"]:
            yield Mark(*found.span(), WHATSAPP if found["whatsapp"] else TELEGRAM)
        elif found["email"]:
            yield Mark(*found.span(), f"[e-mail at {_host(found['host'] or found['spoken'])}]")
        elif found["in_words"]:
            yield Mark(*found.span(), PHONE)
        elif found["digits"]:
            yield from (Mark(start, end, PHONE) for start, end in numbers_in(text, *found.span()))


def _host(written: str) -> str:
    return _WRITTEN_DOT.sub(".", written).lower()


def _hidden(line: Line) -> Line:
    found = list(marks(text_of(line)))
    return tidy(_with_marks(line, found)) if found else line


def _with_marks(line: Line, found: list[Mark]) -> Iterator[Run]:
    """A mark looks like the place where it begins; what it stands for may have had several looks."""
    position, waiting = 0, list(reversed(found))
    for run in line:
        end = position + len(run.text)
        while waiting and waiting[-1].start < end:
            mark = waiting[-1]
            if mark.start >= position:
                yield run._replace(text=run.text[len(run.text) - (end - position) : len(run.text) - (end - mark.start)])
                yield run._replace(text=mark.words)
                position = mark.start
            if mark.end > end:
                break
            position = mark.end
            waiting.pop()
        else:
            yield run._replace(text=run.text[len(run.text) - (end - position) :] if end > position else "")
        position = end
