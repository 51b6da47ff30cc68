"""Can the person be reached? Pure."""

import re
from collections.abc import Iterator

from profiles.advice.case import Case
from profiles.advice.evidence import CONTACT, LINKS
from profiles.advice.findings import Finding, Severity

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_INDIAN = re.compile(r"(?:(?:\+|00)?91|0)?[1-9]\d{9}")
_ABROAD = re.compile(r"(?:\+|00)[1-9]\d{6,13}")


def contact(case: Case) -> Iterator[Finding]:
    said = case.facts.contact
    if not said.name.strip():
        yield _mend("no_name", "Your name is missing.")
    if not said.email.strip():
        yield _mend("no_email", "There is no e-mail address, so nobody can write to you.")
    elif not _EMAIL.fullmatch(said.email.strip()):
        yield _mend("odd_email", "The e-mail address doesn’t look complete.", said.email)
    if not said.phone.strip():
        yield _mend("no_phone", "There is no telephone number. Employers in India mostly call first.")
    elif not _is_phone(said.phone):
        yield _mend(
            "odd_phone", "The telephone number doesn’t look complete: an Indian one has ten digits.", said.phone
        )
    if not said.city.strip():
        yield Finding("no_city", Severity.KNOW, "Your city isn’t said; it shows which jobs are near you.", CONTACT)
    if not said.links:
        yield Finding(
            "no_link", Severity.KNOW, "There is no link to your work (GitHub, a portfolio) or to LinkedIn.", LINKS
        )


def _mend(code: str, reason: str, *lines: str) -> Finding:
    return Finding(code, Severity.MEND, reason, CONTACT, lines=lines)


def _is_phone(phone: str) -> bool:
    digits = re.sub(r"[\s().\-–]", "", phone[:40])
    return bool(_INDIAN.fullmatch(digits) or _ABROAD.fullmatch(digits))
