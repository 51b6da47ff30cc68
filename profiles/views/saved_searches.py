"""Searches that a person saved, and the mail about them."""

from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.alerts.finding import Counts, count_all, understand_all
from profiles.alerts.models import Arrival
from profiles.alerts.searches import Understood, canonical, href, kept, options_of, understood
from profiles.alerts.wording import called, counted_jobs
from profiles.forms.saved import SavedSearchForm, new_search
from profiles.models import Consent, Profile, SavedSearch
from profiles.models.saved import LONGEST_NAME, LONGEST_QUERY
from profiles.notices import NOTICES, Purpose
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted

LONGEST_WORDS = 300


@of_profile
@require_safe
def searches(request: HttpRequest, profile: Profile) -> HttpResponse:
    """As many queries however many searches there are."""
    rows = list(SavedSearch.objects.of(profile))
    meant = understand_all(rows) if rows else {}
    counts = count_all(rows, meant, timezone.localdate())
    listed = [_row(search, meant[search.pk], counts.get(search.pk)) for search in rows]
    is_agreed = Consent.objects.is_given(profile.user, Purpose.ALERTS)
    return own_page(request, "searches", rows=listed, is_agreed=is_agreed)


def _row(search: SavedSearch, meant: Understood | None, counts: Counts | None) -> dict[str, object]:
    words = called(meant.chips, LONGEST_WORDS) if meant else ""
    return {
        "search": search,
        "words": "" if words == search.name else words,
        "href": href(search.query),
        "is_understood": meant is not None,
        "open": counted_jobs(counts.open, "open") if counts else "",
        "new": counted_jobs(counts.new, "new") if counts and counts.new else "",
    }


@of_profile
@require_http_methods(EDIT)
def save(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Where it is saved already, it is changed."""
    given = request.POST.get("query", "") if request.method == "POST" else request.META.get("QUERY_STRING", "")
    asked_for = dict(parse_qsl(given, keep_blank_values=True))
    query = canonical(kept(asked_for))
    meant = understood(query, options_of([query]))
    if meant is None or len(query) > LONGEST_QUERY:
        return own_page(request, "no_search", href=href(query))
    search = new_search(profile, query, called(meant.chips, LONGEST_NAME))
    words = called(meant.chips, LONGEST_WORDS)
    return _form_page(request, search, words=words, is_without_days="days" in asked_for)


@of_profile
@require_http_methods(EDIT)
def edit(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    search = _search(profile, key)
    meant = understood(search.query, options_of([search.query]))
    return _form_page(request, search, words=called(meant.chips, LONGEST_WORDS) if meant else search.name)


@of_profile
@require_POST
def seen(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    """What is new is counted from now on. Mail does the same by itself."""
    SavedSearch.objects.filter(pk=_search(profile, key).pk, often="never").update(
        told=Arrival.objects.catch_up(timezone.now()), told_at=timezone.now()
    )
    return redirect("profiles:searches")


@of_profile
@require_POST
def remove(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    _search(profile, key).delete()
    return redirect("profiles:searches")


def _search(profile: Profile, key: int) -> SavedSearch:
    search = get_object_or_404(SavedSearch.objects.of(profile), pk=key)
    search.profile = profile
    return search


def _form_page(request: HttpRequest, search: SavedSearch, *, words: str, is_without_days: bool = False) -> HttpResponse:
    form = SavedSearchForm(posted(request), instance=search)
    if form.is_valid():
        form.save()
        return redirect("profiles:searches")
    return own_page(
        request,
        "saved_search",
        form=form,
        search=search,
        words=words,
        href=href(search.query),
        is_new=search.pk is None,
        is_without_days=is_without_days,
        notice=NOTICES[Purpose.ALERTS],
    )
