"""The pages that are lists of others, or about the portal."""

from collections.abc import Iterator
from dataclasses import asdict

from django.conf import settings
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils import timezone

from comparisons.fields import field_path
from comparisons.queries import home_pairs
from jobs.addresses import LISTING
from jobs.trust.stated import limits, stated_rules
from onjob.pages.facts import Lists, Page, digest
from onjob.pages.models import Kind
from profiles.fit.stated import stated
from profiles.notices import NOTICES
from profiles.views.privacy import kept
from roles.dataset.published import published
from roles.models import Family, PayrollYear
from roles.source_facts import source_uses

HOME_PAIRS = 8
LISTS = {
    "comparisons:list": "Compare roles",
    "roles:list": "Roles",
    "salaries:list": "Pay",
    "skills:list": "Skills",
}


def hub_pages(lists: Lists) -> Iterator[Page]:
    """lists: what all other pages were added to. Ten queries."""
    home = reverse("home")
    pairs = [(pair.path, pair.reason) for pair in home_pairs(HOME_PAIRS)]
    yield _hub(home, settings.SITE_NAME, digest(pairs, lists.digest(home)))
    for view, name in LISTS.items():
        yield _hub(reverse(view), name, lists.digest(reverse(view)))
    for family in Family:
        if (path := field_path(family)) in lists:
            yield _hub(path, f"{family.label}: roles compared", lists.digest(path))
    if LISTING in lists:
        yield _hub(LISTING, "Jobs", lists.digest(LISTING))
    yield _hub(reverse("sources"), "Where the figures come from", _sources())
    yield _hub(reverse("method"), "How we know", _method())
    yield _hub(reverse("data:about"), "Open data", _data())
    yield _hub(reverse("trust:rules"), "How we keep adverts honest", _trust())
    yield _hub(reverse("fit:made"), "How the fit score is made", _fit())
    yield _hub(reverse("privacy"), "Privacy", _privacy())


def _hub(path: str, name: str, said: str) -> Page:
    return Page(path, Kind.HUBS, name, said)


def _sources() -> str:
    return digest([(model_to_dict(use.source, exclude=["id"]), use.holds) for use in source_uses()])


def _method() -> str:
    """Its words are what it says."""
    root = settings.BASE_DIR / "templates"
    words = [path.read_text(encoding="utf-8") for path in [root / "method.html", *sorted(root.glob("method/*.html"))]]
    year = PayrollYear.objects.current(timezone.localdate())
    return digest(words, asdict(year.rules()) if year else None)


def _trust() -> str:
    words = (settings.BASE_DIR / "templates/jobs/trust.html").read_text(encoding="utf-8")
    return digest(words, stated_rules(), limits())


def _fit() -> str:
    words = (settings.BASE_DIR / "templates/fit/made.html").read_text(encoding="utf-8")
    return digest(words, stated())


def _privacy() -> str:
    words = (settings.BASE_DIR / "templates/profiles/notice.html").read_text(encoding="utf-8")
    said = kept()
    return digest(words, said | {"notices": [asdict(notice) for notice in NOTICES.values()]})


def _data() -> str:
    dataset = published(settings.DATASET_ROOT)
    return digest(dataset.version if dataset else "")
