"""What becomes of an application, and who may say so: pure."""

from collections.abc import Collection

from django.db.models import TextChoices


class Way(TextChoices):
    """Where the employer takes it."""

    HERE = "here", "sent here"
    ELSEWHERE = "elsewhere", "on the employer’s own page"


class State(TextChoices):
    SENT = "sent", "sent"
    NOTED = "noted", "noted"
    SEEN = "seen", "being looked at"
    SHORTLISTED = "shortlisted", "shortlisted"
    DECLINED = "declined", "not taken"
    HIRED = "hired", "taken"
    WITHDRAWN = "withdrawn", "withdrawn"


class By(TextChoices):
    YOU = "you", "you"
    DESK = "desk", "the desk of this site, for the employer"


class Variant(TextChoices):
    """Of the résumé."""

    ONE = "one", "One page: what doesn’t fit is left out"
    TWO = "two", "Two pages at most"
    TAILORED = "tailored", "Made for this job: what it asks for comes first, two pages at most"


class Delivery(TextChoices):
    """How what was sent reaches the employer."""

    DESK = "desk", "waits at the desk, which hands it on"
    WAITING = "waiting", "goes by e-mail, not sent yet"
    MAILED = "mailed", "sent by e-mail"
    FAILED = "failed", "the e-mail failed"
    NOBODY = "nobody", "an invented job: goes to nobody"
    ELSEWHERE = "elsewhere", "sent by you on the employer’s own page"


ANSWERS = (State.SEEN, State.SHORTLISTED, State.DECLINED, State.HIRED)  # an employer's
FIRST = {Way.HERE: State.SENT, Way.ELSEWHERE: State.NOTED}
STATES_OF = {Way.HERE: (State.SENT, *ANSWERS, State.WITHDRAWN), Way.ELSEWHERE: (State.NOTED, *ANSWERS, State.WITHDRAWN)}


def next_states(way: str, state: str, by: By) -> tuple[State, ...]:
    """Where it may go from here, but for being sent again. Only its owner withdraws; an employer's answer is the desk's
    to give, and its owner's where the employer takes applications elsewhere: we don't hear of it."""
    if state == State.WITHDRAWN:
        return ()
    answers = tuple(each for each in ANSWERS if each != state) if may_answer(way, by) else ()
    return answers if by == By.DESK else (*answers, State.WITHDRAWN)


def may_answer(way: str, by: By) -> bool:
    return (way == Way.HERE) == (by == By.DESK)


def values(states: Collection[State]) -> list[str]:
    return [state.value for state in states]
