"""What somebody typed or a file held, as text that every page and document can hold: pure."""

import re

# Control characters, halves of characters, marks that turn the direction of what follows, and no characters at all.
_JUNK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?|[\u2028\u2029]")
_UNFIT = re.compile(r'[/\\:*?"<>|]')  # in names of files
LONGEST_NAME = 120  # characters
_LONGEST_ENDING = 8
_EMPTY = re.compile(r"\n{3,}")


def one_line(text: str) -> str:
    return " ".join(_JUNK.sub(" ", text).split())


def many_lines(text: str) -> str:
    """Lines without space at their ends, at most one empty line between two."""
    lines = _JUNK.sub(" ", _BREAK.sub("\n", text)).split("\n")
    return _EMPTY.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


def plain_name(file_name: str) -> str:
    """A file's name as every system takes it, no way to another folder, its ending as it was; "file" for nothing."""
    name = _UNFIT.sub("_", one_line(file_name)).strip(" .") or "file"
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        return name[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - 1 - len(ending)]}{dot}{ending}"


def given_lines(text: str) -> str:
    """The same without empty lines."""
    return "\n".join(line for line in many_lines(text).split("\n") if line)
