"""What companies are called, and how a title becomes the end of an address: pure."""

import re

from django.utils.text import slugify

LONGEST_KEY = 120
LONGEST_SLUG = 100

# What may stand after a company's name without making it another: "Acme", "Acme Pvt. Ltd." and "ACME Private Limited".
_LEGAL = {"pvt", "private", "ltd", "limited", "llp", "llc", "inc", "incorporated", "plc", "corp", "gmbh", "opc"}
_WORD = re.compile(r"[^\W_]+")


def company_key(name: str) -> str:
    """By which a company is found again: "Acme Labs (India) Pvt. Ltd." → "acme labs india". "" for no name.

    Of a name that is nothing but a legal form it is all of it.
    """
    words = _WORD.findall(name.casefold())
    key = list(words)
    while key and key[-1] in _LEGAL:
        key.pop()
    return " ".join(key or words)[:LONGEST_KEY]


def title_slug(title: str) -> str:
    """ "Sr. Data Analyst (Pune)" → "sr-data-analyst-pune"; "job" for a title without a Latin letter or digit."""
    slug = slugify(title)[:LONGEST_SLUG].strip("-").replace("_", "-")
    return re.sub("-+", "-", slug).strip("-") or "job"
