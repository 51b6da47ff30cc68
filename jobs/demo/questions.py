"""What invented employers ask of those who try to apply."""

from collections.abc import Iterable

from jobs.models import AnswerKind, Job, JobQuestion

ASKED = (
    ("When could you start?", AnswerKind.SHORT, "", True),
    (
        "How did you hear of this job?",
        AnswerKind.CHOICE,
        "On this site\nFrom somebody who works here\nElsewhere",
        False,
    ),
    ("Tell us of something you did that you would do here too.", AnswerKind.LONG, "", False),
)


def ask(jobs: Iterable[Job]) -> None:
    """The same of each. Two queries."""
    rows = [
        JobQuestion(job=job, position=position, words=words, kind=kind, choices=choices, is_required=is_required)
        for job in jobs
        for position, (words, kind, choices, is_required) in enumerate(ASKED, start=1)
    ]
    JobQuestion.objects.bulk_create(rows)
