"""Pay of three roles: one source's word on all of them where there is one, else the best of each. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from comparisons.pay import compare_pay
from roles.pay import PayFigure, Years, newest_day, presentable

Known = tuple[PayFigure, ...]


@dataclass(frozen=True)
class TrioPay:
    """figures: what each column shows, in the roles' order; alike: the numbers of those (from 0 on) that one source
    gives on the same terms, so that they can be compared: none, or two and more."""

    figures: tuple[PayFigure | None, ...]
    alike: tuple[int, ...] = ()

    @property
    def known(self) -> tuple[int, ...]:
        """The numbers of the roles that have a figure."""
        return tuple(number for number, figure in enumerate(self.figures) if figure)

    @property
    def terms(self) -> PayFigure | None:
        """A figure that has the terms of all that are alike."""
        return self.figures[self.alike[0]] if self.alike else None


def pay_of(figures: Sequence[Sequence[PayFigure]], usual: Sequence[Years | None]) -> TrioPay:
    """figures: all of each role; usual: the years that employers ask for in each."""
    first, *others = figures
    pays = [compare_pay(first, other, (usual[0], usual[number])) for number, other in enumerate(others, start=1)]
    theirs = [{match.left: match.right for match in pay.matches} for pay in pays]
    of_all = [
        (match.left, *(each[match.left] for each in theirs))
        for match in pays[0].matches
        if all(match.left in each for each in theirs)
    ]
    if of_all:
        return TrioPay(_most_telling(of_all, figures, usual), tuple(range(len(figures))))
    best = (pays[0].left, *(pay.right for pay in pays))
    return TrioPay(best, _alike(best))


def _most_telling(
    of_all: Sequence[Known], figures: Sequence[Sequence[PayFigure]], usual: Sequence[Years | None]
) -> Known:
    """The one that is best for the role that it tells least of: whichever column a role stands in, the same."""
    newest = [newest_day(presentable(of_one)) for of_one in figures]

    def weakness(shown: Known) -> tuple[list[tuple[bool | int, ...]], str]:
        ranks = [figure.rank(usual[number], newest[number]) for number, figure in enumerate(shown)]
        return sorted(ranks, reverse=True), shown[0].source.slug

    return min(of_all, key=weakness)


def _alike(figures: Sequence[PayFigure | None]) -> tuple[int, ...]:
    for number, figure in enumerate(figures):
        like = [other for other in range(number + 1, len(figures)) if _is_like(figure, figures[other])]
        if like:
            return number, *like
    return ()


def _is_like(one: PayFigure | None, other: PayFigure | None) -> bool:
    return bool(one and other and compare_pay([one], [other]).headline)
