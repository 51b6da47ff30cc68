"""What may end an application whatever the score: pure. It stands beside the number and never in it."""

from dataclasses import dataclass
from enum import StrEnum

from profiles.fit.demands import Demands, names_licence
from profiles.fit.having import Have

FAR_BELOW = 2  # as many times what somebody has are asked for, or more
FAR_MONTHS = 24  # and at least so many are missing


class Kind(StrEnum):
    PLACE = "place"
    NOTICE = "notice"
    LICENCE = "licence"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Blocker:
    """names: of places, or of a licence; asked: days of notice, or months of work; has: the profile's, None where it
    isn't said; words: the advert's."""

    kind: Kind
    names: tuple[str, ...] = ()
    asked: int = 0
    has: int | None = None
    words: str = ""


def blockers(demands: Demands, have: Have) -> tuple[Blocker, ...]:
    """Unknown wishes for places block nothing."""
    return (*_place(demands, have), *_licences(demands, have), *_notice(demands, have), *_years(demands, have))


def _place(demands: Demands, have: Have) -> tuple[Blocker, ...]:
    wanted = have.wishes.places
    if not wanted or not demands.places or wanted & demands.places.keys():
        return ()
    return (Blocker(Kind.PLACE, tuple(sorted(demands.places.values()))),)


def _licences(demands: Demands, have: Have) -> tuple[Blocker, ...]:
    papers = "; ".join(have.wishes.papers)
    lacking = (each for each in demands.licences if not names_licence(each.name, papers))
    return tuple(Blocker(Kind.LICENCE, (each.name,), words=each.words) for each in lacking)


def _notice(demands: Demands, have: Have) -> tuple[Blocker, ...]:
    notice, days = demands.notice, have.wishes.notice_days
    if notice is None or (days is not None and days <= notice.days):
        return ()
    return (Blocker(Kind.NOTICE, asked=notice.days, has=days, words=notice.words),)


def _years(demands: Demands, have: Have) -> tuple[Blocker, ...]:
    months = have.months
    if months is None or demands.months - months < FAR_MONTHS or months * FAR_BELOW > demands.months:
        return ()
    return (Blocker(Kind.YEARS, asked=demands.months, has=months),)
