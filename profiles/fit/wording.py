"""Sentences for a fit: pure. Short, so that they read well aloud."""

from collections.abc import Mapping, Sequence

from profiles.fit.blockers import Blocker, Kind
from profiles.fit.breakdown import Experience, Line
from profiles.fit.formula import FULL_CREDIT, SHOWN
from roles.words import capitalised, counted, join_words

ADVICE = (
    "The score is advice to you, not a verdict. It counts what your profile says against what is asked for. "
    "It doesn’t know how good you are, and no employer is shown it."
)

Names = Mapping[str, str]  # of skills as they stand inside a sentence, by slug


def points_text(score: int) -> str:
    """Of 100, with one decimal, rounded down: 125_399 → "12.5"."""
    tenths = score * 10 // SHOWN
    return f"{tenths // 10}.{tenths % 10}"


def fit_line(scores: Sequence[int], band: str, blockers: int) -> str:
    """What a public page says of one role or job, or of several roles in their order: short enough for one line of the
    narrowest screen. scores: of 100; band: of a single one; blockers: of all of them."""
    said = f"{join_words(map(str, scores))} of 100" + (f": {band.lower()}" if len(scores) == 1 else "")
    return f"{said}, {counted(blockers, 'blocker')}" if blockers else said


def why(line: Line, names: Names) -> str:
    """Of a skill, in one or two sentences."""
    return " ".join(part for part in (_asked(line), _matched(line, names)) if part)


def _asked(line: Line) -> str:
    return "The advert doesn’t name it; this role usually asks for it." if line.is_completed else ""


def _matched(line: Line, names: Names) -> str:
    way = line.way
    if way is None:
        return "It isn’t in your profile."
    if way.kind == "own":
        return "You have it." if way.credit == FULL_CREDIT else f"You have tried it, which counts {way.credit}%."
    through = names.get(way.through, way.through)
    return f"{_through(way.kind, through, way.reason)} That counts {way.credit}%."


def _through(kind: str, through: str, reason: str) -> str:
    if kind == "holds":
        return f"It is part of {through}, which you have."
    if kind == "part":
        return f"You have {through}, which is part of it."
    return f"You have {through}, which is near to it{f' because {reason}' if reason else ''}."


def experience_sentence(found: Experience) -> str:
    if not found.asked:
        return "No experience is asked for, so this part is full."
    asked = f"{capitalised(time(found.asked))} of work {'is' if found.asked in (1, 12) else 'are'} asked for."
    if found.months is None:
        return f"{asked} You haven’t confirmed yours, so this part counts nothing."
    return f"{asked} You have {time(found.months) if found.months else 'none yet'}."


def time(months: int) -> str:
    """ "8 months", "2 years", "2 years and 6 months"."""
    whole, rest = divmod(months, 12)
    parts = [counted(number, noun) for number, noun in ((whole, "year"), (rest, "month")) if number]
    return join_words(parts) or "no time"


def blocker_sentence(blocker: Blocker) -> str:
    return _BLOCKERS[blocker.kind](blocker)


def _place(blocker: Blocker) -> str:
    return f"The job is in {join_words(blocker.names)}. That isn’t among the places you chose."


def _licence(blocker: Blocker) -> str:
    return f"The advert asks for {join_words(blocker.names)}: “{blocker.words}”. Your profile names none."


def _notice(blocker: Blocker) -> str:
    asked = f"The advert wants somebody within {counted(blocker.asked, 'day')}: “{blocker.words}”."
    if blocker.has is None:
        return f"{asked} Your profile doesn’t say when you can start."
    return f"{asked} You need {counted(blocker.has, 'day')}."


def _years(blocker: Blocker) -> str:
    has = f"You have {time(blocker.has)}" if blocker.has else "You have none yet"
    return f"{capitalised(time(blocker.asked))} of work are asked for. {has}, which is far below."


_BLOCKERS = {Kind.PLACE: _place, Kind.LICENCE: _licence, Kind.NOTICE: _notice, Kind.YEARS: _years}
