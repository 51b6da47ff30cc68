"""JobPosting of schema.org in a page of the employer's own, or in all pages of a sitemap.

Read: https://schema.org/JobPosting and
https://developers.google.com/search/docs/appearance/structured-data/job-posting (which properties, TELECOMMUTE,
baseSalary), https://www.sitemaps.org/protocol.html (addresses on the sitemap's own host, an index of sitemaps).
"""

from collections.abc import Iterator

from jobs.feeds import amounts, words
from jobs.feeds.decoding import decoded
from jobs.feeds.entries import Entry, own_address, parsed, posting
from jobs.feeds.json_documents import at, first, joined, mapping, one_or_more
from jobs.feeds.linked_data import nodes
from jobs.feeds.posting import Document, Parsed, Posting, Refused, StatedPay, UnreadableFeed
from jobs.feeds.sitemap import is_sitemap, pages

REMOTE = ("telecommute", "remote", "telecommuting")


class SchemaOrg:
    def address(self, account: str) -> str:
        """Of a page or of a sitemap: which of them it is, shows in the document."""
        return own_address(account)

    def parse(self, document: Document, company: str) -> Parsed:
        text = decoded(document)
        if is_sitemap(text):
            return Parsed(more=pages(text, document.address))
        if "<" not in text:
            raise UnreadableFeed("The document is neither a page nor a sitemap.")
        found = nodes(text, "JobPosting")
        if not found:
            return Parsed(refused=(Refused(document.address, "The page has no JobPosting that can be read."),))
        own = document.address if len(found) == 1 else ""
        return parsed(found, lambda job: _posting(job, company, document.address, own))


def _posting(job: object, company: str, page: str, own: str) -> Posting:
    """own: the address of a page that has this one opening."""
    url = next((url for url in _urls(job, page) if url), own)
    return posting(
        Entry(
            key=_identifier(first(job, "identifier")) or url,
            url=url,
            title=first(job, "title", "jobTitle", "name"),
            company=_name(first(job, "hiringOrganization", "hiringOrganisation", "organization")) or company,
            description=first(job, "description", "responsibilities"),
            places=[*_places(job)],
            is_remote=True if _is_remote(job) else None,
            mode="remote" if _is_remote(job) else "",
            employment=one_or_more(at(job, "employmentType")),
            experience=_experience(first(job, "experienceRequirements")),
            pay=_pay(job),
            skills=_skills(at(job, "skills")),
            posted_at=at(job, "datePosted"),
            closes_at=at(job, "validThrough"),
        ),
        page,
    )


def _urls(job: object, page: str) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "sameAs", "@id"):
        value = at(job, key)
        said = words.web_address(value if isinstance(value, str) else at(value, "@id"), page)
        if "#" not in said:  # an @id names a thing, often only within its page
            yield said


def _name(value: object) -> str:
    """Of an organisation, a place, a skill: its name, or the word that stands instead."""
    one = next(iter(one_or_more(value)), None)
    return words.line(first(one, "name", "legalName", "addressCountry") if isinstance(one, dict) else one)


def _identifier(value: object) -> str:
    """Words or a number, or a PropertyValue's value."""
    one = next(iter(one_or_more(value)), None)
    return words.key(first(one, "value", "@id", "name") if isinstance(one, dict) else one)


def _places(job: object) -> Iterator[str]:
    stated = one_or_more(first(job, "jobLocation"))
    for place in stated or one_or_more(first(job, "applicantLocationRequirements")):
        for address in one_or_more(first(place, "address")) or [place]:
            yield _address(address) or _name(place)


def _address(address: object) -> str:
    if isinstance(address, str):
        return words.line(address)
    parts = (first(address, key) for key in ("addressLocality", "addressRegion", "addressCountry"))
    return joined(*(_name(part) for part in parts))


def _is_remote(job: object) -> bool:
    return any(words.line(word).lower() in REMOTE for word in one_or_more(at(job, "jobLocationType")))


def _experience(value: object) -> str:
    """Words, or the months of an OccupationalExperienceRequirements."""
    months = amounts.amount(at(value, "monthsOfExperience"))
    return f"{months:f} months" if months else words.line(first(value, "description", "name") or value, words.WORDS)


def _skills(value: object) -> list[str]:
    """A list of words or terms, or one sentence parted by commas."""
    if isinstance(value, str):
        return words.line(value, 4_000).replace(";", ",").split(",")
    return [_name(skill) for skill in one_or_more(value)[:600]]


def _pay(job: object) -> StatedPay | None:
    """baseSalary as a MonetaryAmount with a QuantitativeValue, or with the figures one level too high, or a number."""
    salary = next(iter(one_or_more(first(job, "baseSalary", "estimatedSalary"))), None)
    value = first(salary, "value") if isinstance(salary, dict) else salary
    within = value if isinstance(value, dict) else mapping(salary)
    single = first(within, "value", "price") if within else salary
    low, high = first(within, "minValue") or single, first(within, "maxValue") or single
    currency = first(salary, "currency", "priceCurrency") or first(within, "currency") or first(job, "salaryCurrency")
    per = first(within, "unitText", "unitCode") or first(salary, "unitText")
    said = salary if isinstance(salary, str) else single if isinstance(single, str) else ""
    return amounts.stated(low, high, currency, per, said)
