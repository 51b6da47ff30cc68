"""The names by which XML feeds, RSS and tables call what a posting has, and an entry from what is found under them.

Read: https://docs.indeed.com/indeed-apply/xml-feed and https://techdocs.indeedeng.io/xml-job-feed/ (the common form),
https://docs.recruitee.com/docs/feed, https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide
(other names of the same), https://wpjobmanager.com (job_listing:… in RSS). Pure.
"""

from collections.abc import Iterable, Mapping

from jobs.feeds import amounts, words
from jobs.feeds.entries import Entry
from jobs.feeds.json_documents import joined
from jobs.feeds.posting import StatedPay

# For each field its names, the likeliest first; names as `plain_name` gives them.
NAMES: Mapping[str, tuple[str, ...]] = {
    "key": ("referencenumber", "reference", "referenceid", "refno", "requisitionid", "partnerjobid", "jobid", "jobcode",
            "jobreference", "guid", "id"),
    "url": ("url", "joburl", "link", "joblink", "detailurl", "pageurl", "page"),
    "title": ("title", "jobtitle", "position", "positiontitle", "designation", "role", "jobname", "vacancy", "name"),
    "company": ("company", "companyname", "employer", "employername", "organisation", "organization",
                "hiringorganization", "sourcename"),
    "description": ("contentencoded", "encoded", "descriptionrequirements", "description", "jobdescription", "content",
                    "jd", "details", "body", "summary"),
    "apply_url": ("applyurl", "applicationurl", "applylink", "applicationlink", "externalapplyurl", "apply"),
    "location": ("location", "locations", "joblocation", "place", "places", "worklocation"),
    "city": ("city", "town", "district", "locality"),
    "state": ("state", "region", "province"),
    "country": ("country", "countryname"),
    "mode": ("remotetype", "workplacetype", "workplacetypes", "workmode", "mode", "worktype", "remotestatus", "remote"),
    "employment": ("jobtype", "employmenttype", "typeofemployment", "contracttype", "commitment", "employment", "type"),
    "experience": ("experience", "workexperience", "experiencelevel", "yearsofexperience", "experiencerequired", "exp"),
    "salary": ("salary", "pay", "compensation", "ctc", "package", "stipend", "remuneration"),
    "low": ("salarymin", "minsalary", "minimumsalary", "salaryfrom", "payfrom", "minpay", "ctcmin", "minctc", "min"),
    "high": ("salarymax", "maxsalary", "maximumsalary", "salaryto", "payto", "maxpay", "ctcmax", "maxctc", "max"),
    "currency": ("salarycurrency", "currency", "currencycode", "paycurrency"),
    "period": ("salaryperiod", "salaryunit", "payperiod", "payunit", "period", "salarytype", "per"),
    "skills": ("skills", "keyskills", "skill", "requiredskills", "skillset"),
    "posted_at": ("date", "pubdate", "posted", "postedon", "postedat", "dateposted", "posteddate", "publishedat",
                  "publicationdate", "published", "postingdate", "created", "createdat", "updated"),
    "closes_at": ("expirationdate", "expirydate", "expires", "expiresat", "expireson", "closingdate", "closeson",
                  "closesat", "applyby", "lastdate", "lastdatetoapply", "validthrough", "deadline",
                  "applicationdeadline"),
}  # fmt: skip


def plain_name(name: str) -> str:
    """ "Job Title", "job_title" and "JobTitle" → "jobtitle"."""
    return "".join(letter for letter in name[:80].lower() if letter.isalnum())


def column_of(names: Iterable[str]) -> dict[str, int]:
    """For each field that one of the (plain) names means, the place of the likeliest."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(name, place)
    found = {field: next((places[name] for name in known if name in places), None) for field, known in NAMES.items()}
    return {field: place for field, place in found.items() if place is not None}


def entry(said: Mapping[str, str], company: str) -> Entry:
    """said: a field's words by its name in NAMES."""
    return Entry(
        key=said.get("key", ""),
        url=said.get("url", ""),
        title=said.get("title", ""),
        company=words.line(said.get("company")) or company,
        description=said.get("description", ""),
        apply_url=said.get("apply_url", ""),
        places=_places(said),
        is_remote=_is_remote(said.get("mode", "")),
        mode=_mode(said.get("mode", "")),
        employment=said.get("employment", ""),
        experience=said.get("experience", ""),
        pay=_pay(said),
        skills=_parted(said.get("skills", "")),
        posted_at=said.get("posted_at", ""),
        closes_at=said.get("closes_at", ""),
    )


def from_names(found: Iterable[tuple[str, str]], company: str) -> Entry:
    """found: names as the source writes them, each with its words; of a name that comes twice the first counts."""
    by_name: dict[str, str] = {}
    for name, text in found:
        if text and name:
            by_name.setdefault(plain_name(name), text)
    texts = list(by_name.values())
    return entry({field: texts[place] for field, place in column_of(by_name).items()}, company)


def _places(said: Mapping[str, str]) -> list[str]:
    """City, state and country are one place; without a city, a location may name several, parted by ";" or "|"."""
    whole = [place.strip() for place in said.get("location", "")[:4_000].replace("|", ";").split(";")]
    if said.get("city") or not any(whole):
        return [joined(*(words.line(said.get(part)) for part in ("city", "state", "country")))]
    return whole


_YES, _NO = ("yes", "true", "1", "y"), ("no", "false", "0", "n")


def _is_remote(mode: str) -> bool | None:
    word = words.line(mode).lower()
    if word in _YES or word.startswith(("remote", "fully remote", "work from home", "wfh", "telecommut")):
        return True
    return False if word in _NO or word.startswith(("on-site", "onsite", "on site", "in office", "hybrid")) else None


def _mode(mode: str) -> str:
    """A column "Remote" says yes or no, which is no word for how one works."""
    word = words.line(mode)
    return "remote" if word.lower() in _YES else "" if word.lower() in _NO else word


def _parted(skills: str) -> list[str]:
    text = words.line(skills, 4_000)
    mark = next((mark for mark in (";", "|", ",") if mark in text), ",")
    return text.split(mark)


def _pay(said: Mapping[str, str]) -> StatedPay | None:
    low, high, currency, period, salary = (
        said.get(field, "") for field in ("low", "high", "currency", "period", "salary")
    )
    return amounts.stated(low, high, currency, period, salary)
