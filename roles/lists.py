"""Lists that are too long for one page, and where each of their pages begins and ends. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import EmptyPage, Paginator

# Rows that stand on one page together; a longer list goes over several. A row of roles or pay takes 450 bytes,
# one of skills 130, in the lists of a kind 260, as machines are told of all.
ROLES_TOGETHER, SKILLS_TOGETHER = 150, 500
ROLES_A_PAGE, SKILLS_A_PAGE = 100, 200


@dataclass(frozen=True)
class ListPage:
    """One page of a list of `count` rows: those from `start` to before `end`. number: from 1; paths: of all pages."""

    number: int
    count: int
    start: int
    end: int
    paths: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.paths[self.number - 1]

    @property
    def rows(self) -> slice:
        return slice(self.start, self.end)

    @property
    def suffix(self) -> str:
        """What tells it from the first page: ", page 2"."""
        return f", page {self.number}" if self.number > 1 else ""

    @property
    def steps(self) -> list[tuple[int, str]]:
        """Every page's number and address; nothing where there is but one."""
        return list(enumerate(self.paths, start=1)) if len(self.paths) > 1 else []


def list_page(path: Callable[[int], str], number: int, count: int, a_page: int) -> ListPage | None:
    """None where there is no such page. path: the address of a page by its number; a_page: rows, of which the last page
    may have half as many more."""
    paginator = Paginator(range(count), a_page, orphans=a_page // 2)
    try:
        page = paginator.page(number)
    except EmptyPage:
        return None
    paths = tuple(path(each) for each in paginator.page_range)
    return ListPage(number, count, page.start_index() - 1, page.end_index(), paths) if count else None


def page_numbers(count: int, a_page: int) -> list[int]:
    """On which page each row stands, in their order."""
    paginator = Paginator(range(count), a_page, orphans=a_page // 2)
    return [page.number for page in paginator for _ in page.object_list] if count else []
