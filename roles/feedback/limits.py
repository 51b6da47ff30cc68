"""What is answered to those who send too much."""

import datetime
import math

from django.http import HttpResponse


def not_now(page: HttpResponse, wait: datetime.timedelta) -> HttpResponse:
    """The form's page, with what was written still in it, as a refusal for as long."""
    page.status_code = 429
    page["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return page
