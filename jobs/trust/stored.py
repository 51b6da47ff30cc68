"""The rules and adverts of the database, as the pure modules take them."""

from jobs.cleaning import as_text
from jobs.models.jobs import Job
from jobs.models.trust import ScamRule
from jobs.trust.adverts import Advert
from jobs.trust.rules import Checker, Rule


def active_rules() -> list[Rule]:
    """One query."""
    return [Rule(rule.name, rule.phrases, rule.unless) for rule in ScamRule.objects.filter(is_active=True)]


def active_checker() -> Checker:
    """One query, and a fifth of a second to make the rules ready: once for a whole feed."""
    return Checker(active_rules())


def advert_of(job: Job) -> Advert:
    """job: with its company. No query."""
    return Advert(
        title=job.title,
        company=job.company.name,
        body=as_text(job.description),
        years_min=job.years_min,
        years_max=job.years_max,
        pay_min=job.pay_min,
        period=job.stated_period,
        pay_words=job.pay_words,
    )
