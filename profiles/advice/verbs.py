"""Verbs that lines begin with, in three forms, from verbs.txt. Pure."""

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Verbs(NamedTuple):
    """opening: "lead" and "led"; past: from "leading" to "led"; now: from "leading" to "lead"."""

    opening: frozenset[str]
    past: dict[str, str]
    now: dict[str, str]


@cache
def verbs() -> Verbs:
    rows = [line.split() for line in (Path(__file__).parent / "verbs.txt").read_text().splitlines()]
    opening = frozenset(form for now, past, _ in rows for form in (now, past))
    return Verbs(opening, {going: past for _, past, going in rows}, {going: now for now, _, going in rows})
