"""Noting which pages there are, and which say something else than before."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from comparisons.models import Pair
from jobs.counts import real_open_jobs
from onjob.pages.comparison_pages import comparison_pages
from onjob.pages.facts import Lists, Page
from onjob.pages.hubs import hub_pages
from onjob.pages.job_pages import company_pages, job_list_pages, job_pages
from onjob.pages.long_lists import long_lists
from onjob.pages.models import PublicPage
from onjob.pages.role_pages import role_briefs
from onjob.pages.skill_pages import skill_pages
from roles.models import Role, Skill
from roles.skills.guide import USED

BATCH = 500  # rows a statement
WRITTEN = ("kind", "name", "says", "said_before", "digest", "changed_at", "gone_at")

Progress = Callable[[Iterable[Page], int], Iterable[Page]]


@dataclass
class Outcome:
    """How many pages of each kind there are, and what became of their rows; a page that is back counts as new."""

    pages: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    @property
    def is_quiet(self) -> bool:
        return not (self.new or self.changed or self.gone)


def quietly(pages: Iterable[Page], expected: int) -> Iterable[Page]:
    """No progress shown."""
    return pages


def note_all(now: datetime.datetime, *, dry_run: bool = False, progress: Progress = quietly) -> Outcome:
    """Compare every page with its row. Writes batch by batch, so that nobody waits for the whole; a run that was
    broken off is made good by the next."""
    outcome, seen = Outcome(), set()
    pages = iter(progress(all_pages(), _expected()))
    while batch := list(islice(pages, BATCH)):
        rows = list(_rows(batch, now, outcome))
        seen.update(row.pk for row, _ in rows)
        if not dry_run:
            _write([row for row, is_other in rows if is_other])
    _note_gone(seen, now, outcome, dry_run)
    return outcome


def all_pages() -> Iterator[Page]:
    """Every page that search engines are shown, as it stands now; lists last, as they hang on what they hold."""
    roles, lists = role_briefs(), Lists()
    of_roles = (page for role in roles.values() for page in role.pages())
    for page in chain(of_roles, skill_pages(), comparison_pages(roles)):
        lists.add(page)
        yield page
    yield from job_pages(lists)
    for page in long_lists(lists):
        lists.add(page)
        yield page
    yield from chain(company_pages(lists), job_list_pages(lists), hub_pages(lists))


def _expected() -> int:
    """About how many pages there are: for a progress bar. Four queries."""
    skills = Skill.objects.filter(USED).distinct()
    counted = (skills, Pair.objects.shown(), real_open_jobs())
    return 2 * Role.objects.published().count() + sum(pages.count() for pages in counted)


def _rows(batch: list[Page], now: datetime.datetime, outcome: Outcome) -> Iterator[tuple[PublicPage, bool]]:
    """Each page's row as it has to be, and whether it isn't yet. One query."""
    stored = PublicPage.objects.in_bulk([page.path for page in batch], field_name="path")
    for page in batch:
        outcome.pages[page.kind] += 1
        row = stored.get(page.path) or PublicPage(path=page.path, first_seen_at=now)
        is_new = row.pk is None or row.gone_at is not None
        is_other = is_new or (row.digest, row.name, row.kind) != (page.digest, page.name, page.kind)
        if is_other:
            (outcome.new if is_new else outcome.changed)[page.kind] += 1
            _take(row, page, now)
        yield row, is_other


def _take(row: PublicPage, page: Page, now: datetime.datetime) -> None:
    row.said_before = row.says
    row.kind, row.name, row.says, row.digest = page.kind, page.name, page.says, page.digest
    row.changed_at, row.gone_at = now, None


def _write(rows: list[PublicPage]) -> None:
    """Known rows go by their key, so that a sequence isn't used up: sitemaps are cut by keys."""
    for unique, some in (("path", [r for r in rows if r.pk is None]), ("id", [r for r in rows if r.pk])):
        PublicPage.objects.bulk_create(some, update_conflicts=True, unique_fields=[unique], update_fields=WRITTEN)


def _note_gone(seen: set[int | None], now: datetime.datetime, outcome: Outcome, dry_run: bool) -> None:
    """What was there before and wasn't seen now."""
    before = PublicPage.objects.live().filter(first_seen_at__lt=now).values_list("pk", "kind")
    gone = [(key, kind) for key, kind in before.iterator() if key not in seen]
    outcome.gone.update(kind for _, kind in gone)
    for start in range(0, 0 if dry_run else len(gone), BATCH):
        keys = [key for key, _ in gone[start : start + BATCH]]
        PublicPage.objects.filter(pk__in=keys).update(gone_at=now)
