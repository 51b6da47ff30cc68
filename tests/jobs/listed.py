"""What tests of the list of openings share."""

import datetime

from django.test import Client

TODAY = datetime.date(2026, 11, 25)


def days_ago(days: int) -> datetime.datetime:
    """Noon in India."""
    return datetime.datetime(2026, 11, 25, 6, 30, tzinfo=datetime.UTC) - datetime.timedelta(days=days)


def titles(client: Client, query: str = "") -> list[str]:
    """On the page of this query."""
    response = client.get(f"/jobs/{query}")
    assert response.status_code == 200, response
    return [job.title for job in response.context["listing"].rows]
