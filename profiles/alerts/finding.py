"""What saved searches find: how many openings, and which are new."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, Value

from jobs.listing.choices import Choices
from jobs.listing.finding import matching
from jobs.models import OpenJob
from profiles.alerts.searches import Understood, options_of, understood
from profiles.alerts.wording import COUNTED
from profiles.models import SavedSearch

NEW_HERE = Q(job__arrival=None)  # not numbered yet


class Counts(NamedTuple):
    """Up to COUNTED and one more."""

    open: int
    new: int


def new_keys(search: SavedSearch, options: Choices, upto: int, today: datetime.date) -> list[int]:
    """Of openings that its person wasn't told of, up to a number of arrival, the newest first: COUNTED and one more at
    most. Nothing for a search that isn't understood any more. One query."""
    meant = understood(search.query, options)
    if meant is None:
        return []
    rows = matching(meant.wanted, today).filter(job__arrival__number__gt=search.told, job__arrival__number__lte=upto)
    return list(rows.order_by("-posted_at", "-job_id").values_list("job_id", flat=True)[: COUNTED + 1])


def understand_all(searches: Iterable[SavedSearch]) -> dict[int, Understood | None]:
    """By key. One query."""
    rows = list(searches)
    options = options_of(search.query for search in rows)
    return {search.pk: understood(search.query, options) for search in rows}


def count_all(
    searches: Sequence[SavedSearch], meant: dict[int, Understood | None], today: datetime.date
) -> dict[int, Counts]:
    """By key of those that are understood. Two queries, none for none."""
    found = {each.pk: (each, matching(known.wanted, today)) for each in searches if (known := meant[each.pk])}
    open_ = _counted({key: rows for key, (_, rows) in found.items()})
    new = _counted(
        {key: rows.filter(NEW_HERE | Q(job__arrival__number__gt=each.told)) for key, (each, rows) in found.items()}
    )
    return {key: Counts(open_[key], new[key]) for key in found}


def _counted(found: dict[int, QuerySet]) -> dict[int, int]:
    """All in one query."""
    if not found:
        return {}
    first, *rest = (_count(key, rows) for key, rows in found.items())
    return dict(first.union(*rest, all=True)) if rest else dict(first)


def _count(key: int, rows: QuerySet) -> QuerySet:
    some = OpenJob.objects.filter(pk__in=rows.order_by().values("pk")[: COUNTED + 1])
    return (
        some.order_by()
        .annotate(search=Value(key))
        .values("search")
        .annotate(count=Count("pk"))
        .values_list("search", "count")
    )
