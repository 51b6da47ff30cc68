"""What of a profile stands on its public page: pure."""

from collections.abc import Collection

from profiles.facts import Contact, ProfileFacts

CONTACT = ("name", "email", "phone", "city", "links")
SECTIONS = {
    "headline": "headline",
    "summary": "summary",
    "skills": "skills",
    "work": "positions",
    "education": "studies",
    "projects": "projects",
    "certificates": "certificates",
    "languages": "languages",
}


def shown(facts: ProfileFacts, parts: Collection[str]) -> ProfileFacts:
    """The facts of these parts, and nothing of any other; never the months of work, which no part holds."""
    contact = Contact(**{name: getattr(facts.contact, name) for name in CONTACT if name in parts})
    fields = {field: getattr(facts, field) for part, field in SECTIONS.items() if part in parts}
    return ProfileFacts(contact=contact, **fields)
