"""One-liners about openings and companies, each with a limit."""

from jobs.models import Company
from jobs.offers import in_short
from jobs.opening import Opening
from jobs.typical_pay import Verdict
from roles.money import thousands
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, counted, fitting

OFFERS = {
    Verdict.BELOW: "below what is typical",
    Verdict.FROM_BELOW: "partly below what is typical",
    Verdict.WITHIN: "within what is typical",
    Verdict.INTO_ABOVE: "partly above what is typical",
    Verdict.ABOVE: "above what is typical",
    Verdict.AROUND: "wider than what is typical, on both sides",
}


def title(opening: Opening) -> str:
    job, place = opening.job, opening.places_text
    at = f"{job.title} at {job.company.name}"
    return fitting(TITLE_LIMIT, *([f"{at}, {place}"] if place else []), at, job.title)


def description(opening: Opening) -> str:
    job = opening.job
    at = f"{job.title} at {job.company.name}"
    if not job.is_open:
        return fitting(DESCRIPTION_LIMIT, f"{at}: this job is closed. Similar open ones.", f"{at}: closed.", at)
    facts = [opening.places_text, opening.experience, in_short(opening.offer) or "pay not stated"]
    told = "; ".join(fact for fact in facts if fact)
    return fitting(
        DESCRIPTION_LIMIT,
        f"{at}: {told}. Beside it what the role typically pays, skill by skill what is asked for, and where to apply.",
        f"{at}: {told}. Skills, typical pay, and where to apply.",
        f"{at}: {told}.",
        at,
    )


def verdict(offered: Verdict) -> str:
    """Goes on from "The offer is …"."""
    return OFFERS[offered]


def counted_jobs(count: int, most: int) -> str:
    """most: from where on nobody counts."""
    return f"{thousands(most)} open jobs or more" if count >= most else counted(count, "open job")


def company_title(company: Company, page: int) -> str:
    more = f", page {page}" if page > 1 else ""
    return fitting(TITLE_LIMIT, f"Jobs at {company.name} in India{more}", f"Jobs at {company.name}{more}", company.name)


def company_description(company: Company, count: int, page: int) -> str:
    more = f" Page {page}." if page > 1 else ""
    if not count:
        return fitting(DESCRIPTION_LIMIT, f"{company.name}: no open job here at present.{more}", company.name)
    return fitting(
        DESCRIPTION_LIMIT,
        f"{counted(count, 'open job')} at {company.name}: where, for how many years of experience, what is offered, "
        f"and when each was posted.{more}",
        f"{counted(count, 'open job')} at {company.name}.{more}",
        company.name,
    )
