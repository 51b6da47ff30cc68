"""What an editor does with an opening: from one state to another, by the rules of the model."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from jobs.models import Closing, Job, JobStatus
from roles.words import join_words

HELD_BY_EDITOR = "Held by an editor."
MOVED = ("status", "held_because", "let_pass", "closed_at", "closed_because", "reopened_at", "decided_at")

DRAFT, HELD, OPEN = JobStatus.DRAFT, JobStatus.HELD, JobStatus.OPEN
CLOSED, REFUSED = JobStatus.CLOSED, JobStatus.REFUSED


@dataclass(frozen=True)
class Move:
    """label: what the button says; starts: the states it is for."""

    label: str
    starts: tuple[JobStatus, ...]
    make: Callable[[Job, datetime.datetime], None]


def _publish(job: Job, now: datetime.datetime) -> None:
    job.let_stand(now)


def _hold(job: Job, now: datetime.datetime) -> None:
    job.status, job.held_because = HELD, job.held_because or HELD_BY_EDITOR


def _close(job: Job, now: datetime.datetime) -> None:
    job.close(Closing.EDITOR, now)


def _reopen(job: Job, now: datetime.datetime) -> None:
    job.reopen(now)


def _refuse(job: Job, now: datetime.datetime) -> None:
    job.status = REFUSED


MOVES = {
    "publish": Move("Publish", (DRAFT, HELD, REFUSED), _publish),
    "hold": Move("Hold", (DRAFT, OPEN), _hold),
    "close": Move("Close", (OPEN,), _close),
    "reopen": Move("Reopen", (CLOSED,), _reopen),
    "refuse": Move("Refuse", (DRAFT, HELD, OPEN), _refuse),
}


def moves_of(job: Job) -> dict[str, Move]:
    """Those that its state allows."""
    return {name: move for name, move in MOVES.items() if job.status in move.starts}


def move(name: str, job: Job, now: datetime.datetime) -> None:
    """Make and save it. Raises ValidationError, with a sentence for the editor, where it can't be."""
    chosen = MOVES[name]
    if job.status not in chosen.starts:
        states = join_words((state.label for state in chosen.starts), last="or")
        raise ValidationError(f"It is {job.get_status_display()}; this is for one that is {states}.")
    chosen.make(job, now)
    if job.is_open:
        _check_for_readers(job, now)
    job.validate_constraints()
    job.save(update_fields=MOVED)


def _check_for_readers(job: Job, now: datetime.datetime) -> None:
    if not job.description:
        raise ValidationError("It has no description yet.")
    if job.closes_at and job.closes_at <= now:
        raise ValidationError("Its last day has passed: give another one first.")
