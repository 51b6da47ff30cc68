from urllib.parse import parse_qsl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobs import structured_data
from jobs.addresses import FITTING, LISTING, place_jobs_path, role_jobs_path
from jobs.listing import wording
from jobs.listing.address import BY_FIT, FEED, Asked, asked, filters, is_clean, path
from jobs.listing.chips import chips
from jobs.listing.choices import choices
from jobs.listing.feed import MOST, atom
from jobs.listing.finding import find
from jobs.listing.form import SearchForm
from jobs.listing.page import Listing, NoSuchPage, get_listing
from jobs.models import Employment, Job, Mode
from roles.structured_data.nodes import Step
from roles.views.finding import role_or_404
from roles.words import join_words

ALL = "Jobs in India"
ABOUT_ALL = (
    "Open jobs in India by role, skill, city, experience and pay, each with a link to where the employer takes "
    "applications."
)
XML = "application/atom+xml; charset=utf-8"


@require_safe
def list_jobs(request: HttpRequest) -> HttpResponse:
    """Which openings fit is another answer for each: whoever asks for that order is sent to a page of their own."""
    search = asked(request.GET)
    if dict(search).get("sort") == BY_FIT:
        return redirect(path(search, FITTING))
    if not _is_clean(request, search):
        return redirect(path(search))
    listing = _listing(search)
    is_filtered = bool(search)
    return _page(request, listing, structured_data.JOBS, ALL, ABOUT_ALL, is_filtered=is_filtered)


@require_safe
def of_role(request: HttpRequest, slug: str) -> HttpResponse:
    """Only where there are open ones."""
    role = role_or_404(slug)
    here = role_jobs_path(role.slug)
    if request.path != here:
        return redirect(here, permanent=True)
    heading = f"{role.name} jobs in India"
    about = f"Open jobs for {role.plural} in India: where they are, the experience they ask for, the pay they state."
    return _page(request, _some((("role", role.slug),)), (heading, here), heading, about, parent=True)


@require_safe
def in_place(request: HttpRequest, slug: str) -> HttpResponse:
    """Only where there are open ones."""
    here = place_jobs_path(slug)
    if request.path != here:
        return redirect(here, permanent=True)
    listing = _some((("city", slug),))
    city = listing.wanted.city.name if listing.wanted.city else ""
    heading = f"Jobs in {city}"
    about = f"Open jobs in {city} by role, skill, experience and the pay they state, the newest first."
    return _page(request, listing, (heading, here), heading, about, parent=True)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Five queries. What can't be understood makes no feed: it would bring everything."""
    search = filters(asked(request.GET))
    if not _is_clean(request, search):
        return redirect(path(search, FEED))
    form = SearchForm(search, choices(dict(search).get("skill", "")))
    wanted, today = form.wanted(), timezone.localdate()
    if form.errors:
        raise Http404("No such search.")
    says = join_words(chip.says for chip in chips(search, wanted, dict(Mode.choices), dict(Employment.choices)))
    jobs = Job.objects.for_rows(find(wanted, today).keys[:MOST])
    response = HttpResponse(atom(search, says, jobs, today), content_type=XML)
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_clean(request: HttpRequest, search: Asked) -> bool:
    return is_clean(parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True), search)


def _listing(search: Asked) -> Listing:
    """Raises Http404 for a page that there isn't."""
    try:
        return get_listing(search, choices(dict(search).get("skill", "")), timezone.localdate())
    except NoSuchPage as missing:
        raise Http404(f"No page {missing}.") from None


def _some(search: Asked) -> Listing:
    """Raises Http404 where a page of its own would be empty, or its filter is none."""
    listing = _listing(search)
    if not listing.rows or listing.has_errors:
        raise Http404("No open jobs.")
    return listing


def _page(
    request: HttpRequest,
    listing: Listing,
    here: Step,
    heading: str,
    about: str,
    *,
    is_filtered: bool = False,
    parent: bool = False,
) -> HttpResponse:
    is_indexable = listing.can_be_indexed and not is_filtered
    links, found = [(row.title, row.href) for row in listing.rows], listing.found
    context = {
        "listing": listing,
        "title": _title(heading, listing if is_filtered else None),
        "heading": heading,
        "description": about,
        "canonical_path": LISTING if is_filtered else here[1],
        "is_filtered": is_filtered,
        "is_indexable": is_indexable,
        "is_landing": parent,
        "json_ld": structured_data.job_list(here, links, len(links if found.has_more else found.keys))
        if is_indexable
        else None,
    }
    return render(request, "jobs/list.html", context)


def _title(heading: str, filtered: Listing | None) -> str:
    """With what was chosen, and the number of a further page."""
    chosen = [chip.says for chip in filtered.chips] if filtered else []
    if filtered and filtered.pager.number > 1:
        chosen.append(f"page {filtered.pager.number}")
    return wording.title(f"{heading}: {', '.join(chosen)}" if chosen else heading, settings.SITE_NAME)
