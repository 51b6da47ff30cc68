"""The companies that postings name, found again or made."""

from collections.abc import Iterable, Iterator
from itertools import count

from django.utils.text import slugify

from jobs.company_names import company_key
from jobs.models import Company, JobFeed

LONGEST_KEY = 120


class Companies:
    """Keys of rows by what a posting calls the company. A feed of one employer has that one, whatever it says."""

    def __init__(self, feed: JobFeed) -> None:
        self.feed = feed
        self._found: dict[str, int] = {}

    def key(self, name: str) -> int:
        """Of a name that was made ready."""
        return self.feed.company_id or self._found[_key(name)]

    def make_ready(self, names: Iterable[str]) -> None:
        """Two queries for any number of names, none for a feed of one employer."""
        if self.feed.company_id:
            return
        wanted = {_key(name): name for name in names}
        missing = {key: name for key, name in wanted.items() if key not in self._found}
        self._found.update(Company.objects.filter(key__in=missing).values_list("key", "pk"))
        unknown = {key: name for key, name in missing.items() if key not in self._found}
        slugs = self._free_slugs(unknown)
        made = [
            Company(name=name[:120], key=key, slug=slugs[key], is_sample=self.feed.is_sample)
            for key, name in unknown.items()
        ]
        self._found.update((company.key, company.pk) for company in Company.objects.bulk_create(made))

    def _free_slugs(self, unknown: dict[str, str]) -> dict[str, str]:
        """Another company may have the plain one: "acme-2"."""
        plain = {key: slugify(key)[:70].strip("-") or "company" for key in unknown}
        taken = set(Company.objects.filter(slug__in=set(plain.values())).values_list("slug", flat=True))
        free = {}
        for key, slug in plain.items():
            free[key] = next(name for name in _numbered(slug) if name not in taken and not self._is_taken(name, slug))
            taken.add(free[key])
        return free

    def _is_taken(self, name: str, plain: str) -> bool:
        """Asked only of numbered ones, which are rare."""
        return name != plain and Company.objects.filter(slug=name).exists()


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def _key(name: str) -> str:
    """Never empty, as of a name without a letter."""
    return (company_key(name) or name.casefold())[:LONGEST_KEY]
