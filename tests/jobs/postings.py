"""Postings for tests, and what is understood of them."""

import datetime
from typing import Any

from jobs.feeds.posting import Posting
from jobs.sync.understood import Found, Understood

NOW = datetime.datetime(2026, 11, 20, 6, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def posting(key: str = "1", **said: Any) -> Posting:
    """Any: whatever a posting says."""
    about = {
        "url": f"https://jobs.example/{key}",
        "title": f"Data Analyst {key}",
        "company": "Acme Labs",
        "description": f"<p>You answer questions with data, desk {key}.</p>",
    }
    return Posting(key=key, **{**about, **said})


def understand(said: Posting) -> Understood:
    """As plain as can be: skills by their own names, places by theirs, a warning where the text speaks of a fee."""
    return Understood(
        title=said.title,
        company=said.company,
        description=said.description,
        text=said.description,
        places=tuple(Found(place.lower(), place) for place in said.places),
        skills=tuple(Found(skill.lower(), skill) for skill in said.skills),
        warnings=("It asks for a fee.",) if "fee" in said.description else (),
    )


def quietly(entries: Any, words: str) -> Any:
    """No progress bar."""
    return entries
