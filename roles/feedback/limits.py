"""What is answered to those who send too much."""

import datetime
import math

from django.http import HttpResponse


def not_now(page: HttpResponse, wait: datetime.timedelta, status: int = 429) -> HttpResponse:
    """The form's page, with what was written still in it, as a refusal for as long. status: 503 where it isn't they who
    asked too often."""
    page.status_code = status
    page["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return page
