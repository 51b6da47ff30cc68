"""What somebody typed or a file held, as text that every page and document can hold: pure."""

import re

# Control characters, halves of characters, marks that turn the direction of what follows, and no characters at all.
_JUNK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?|[\u2028\u2029]")
_EMPTY = re.compile(r"\n{3,}")


def one_line(text: str) -> str:
    return " ".join(_JUNK.sub(" ", text).split())


def many_lines(text: str) -> str:
    """Lines without space at their ends, at most one empty line between two."""
    lines = _JUNK.sub(" ", _BREAK.sub("\n", text)).split("\n")
    return _EMPTY.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


def given_lines(text: str) -> str:
    """The same without empty lines."""
    return "\n".join(line for line in many_lines(text).split("\n") if line)
