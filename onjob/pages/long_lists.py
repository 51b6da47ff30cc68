"""The lists of fields and of kinds of skills, where there are too many for one list."""

from collections.abc import Iterator

from django.urls import reverse

from onjob.pages.facts import Lists, Page
from onjob.pages.models import Kind
from roles.fields import role_fields, stand_together
from roles.skills.index import kinds_with_lists


def long_lists(lists: Lists) -> Iterator[Page]:
    """lists: what roles, their pay and skills were added to. Three queries."""
    fields = role_fields()
    for field in [] if stand_together(fields) else fields:
        for of, listed_on in (("roles", ("roles:list", "home")), ("salaries", ("salaries:list",))):
            paths = field.page(f"{of}:field", 1).paths
            yield from _pages(lists, f"{field.label}: {of}", paths, field.count_words, *listed_on)
    for group in kinds_with_lists():
        yield from _pages(lists, group.heading, group.page(1).paths, group.all_words, "skills:list")


def _pages(lists: Lists, name: str, paths: tuple[str, ...], size: str, *views: str) -> Iterator[Page]:
    """views: where the list is listed, and its size said."""
    first, *further = paths
    listed_on = tuple(map(reverse, views))
    yield Page(first, Kind.HUBS, name, lists.digest(first), listed_as=size, listed_on=listed_on)
    for number, path in enumerate(further, start=2):
        yield Page(path, Kind.HUBS, f"{name}, page {number}", lists.digest(path))
