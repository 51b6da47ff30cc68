"""The rules as the public page states them: the numbers are those that the code goes by."""

from typing import NamedTuple

from jobs.models import DAYS_AFTER_CLOSING, UNSEEN_DAYS
from jobs.models.trust import ScamRule
from jobs.trust.mail import FREE_HOSTS, FREE_MAIL
from jobs.trust.pay import BEGINNER, MOST_A_YEAR, MOST_OF_SHORT_PERIODS, TOO_MUCH, TOO_MUCH_A_DAY
from jobs.trust.reported import HOLD_AFTER
from roles.models.reports import OF_A_SENDER


class StatedRule(NamedTuple):
    name: str
    explanation: str
    phrases: list[str]
    unless: list[str]


def stated_rules() -> list[StatedRule]:
    """Those in force. One query."""
    return [
        StatedRule(rule.name, rule.explanation, rule.phrases.splitlines(), rule.unless.splitlines())
        for rule in ScamRule.objects.filter(is_active=True)
    ]


def limits() -> dict[str, object]:
    """Rupees a year, days and counts, and the names of the rules in code."""
    return {
        "beginner": BEGINNER,
        "most_a_year": MOST_A_YEAR,
        "most_of_short_periods": MOST_OF_SHORT_PERIODS,
        "too_much": TOO_MUCH,
        "too_much_a_day": TOO_MUCH_A_DAY,
        "free_mail": FREE_MAIL,
        "free_hosts": sorted(FREE_HOSTS),
        "hold_after": HOLD_AFTER,
        "unseen_days": UNSEEN_DAYS,
        "days_after_closing": DAYS_AFTER_CLOSING,
        "an_hour": OF_A_SENDER[0][0],
        "a_day": OF_A_SENDER[1][0],
    }
