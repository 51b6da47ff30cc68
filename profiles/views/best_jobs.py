"""All open jobs in the order in which they fit: `/jobs/?sort=fit` leads here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobs.addresses import FITTING
from jobs.listing.address import BY_FIT, asked, filters, path
from jobs.listing.choices import choices
from jobs.listing.page import NoSuchPage, get_listing
from profiles.fit.best_jobs import finding, fitting_rows
from profiles.fit.person import Person
from profiles.models import Profile
from profiles.views.fit import of_person
from profiles.views.private import own_page


@of_person
@require_safe
def best_jobs(request: HttpRequest, person: Person, profile: Profile) -> HttpResponse:
    """As many queries as the list of all has, and seven more."""
    search = asked({**request.GET.dict(), "sort": BY_FIT})
    has, _ = person.have()
    try:
        listing = get_listing(
            search, choices(dict(search).get("skill", "")), timezone.localdate(), finding(has), FITTING
        )
    except NoSuchPage as missing:
        raise Http404(f"No page {missing}.") from None
    return own_page(
        request, "best_jobs", listing=listing, rows=fitting_rows(listing.rows, has), newest=path(filters(search))
    )
