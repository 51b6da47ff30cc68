"""A role's pay figures laid out for reading: by years, by place, by source. Pure.

Each takes presentable() figures, best first. Figures for a part of the market stand apart, in apart().
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from roles.pay import PayFigure, SourceFacts, first_of_each_source, speaking


@dataclass(frozen=True)
class PayRow:
    """A figure and what tells it from the others of its group: "0–2 years", "Pune"."""

    label: str
    figure: PayFigure


@dataclass(frozen=True)
class PayGroup:
    """Figures of one source on the same terms: what they include, whom they cover, which period."""

    rows: tuple[PayRow, ...]

    @property
    def first(self) -> PayFigure:
        """It speaks for the terms of all."""
        return self.rows[0].figure

    @property
    def source(self) -> SourceFacts:
        return self.first.source

    @property
    def figures(self) -> list[PayFigure]:
        return [row.figure for row in self.rows]


Groups = list[PayGroup]


def by_years(figures: Iterable[PayFigure]) -> Groups:
    """All bands of experience for all of India, a source at a time, from few years to many; none for a single band."""
    bands = [f for f in figures if f.is_whole_country and _is_counted(f) and f.experience_min is not None]
    bands.sort(key=_first_year)
    return _grouped(bands, lambda figure: figure.experience) if len(bands) > 1 else []


def by_place(figures: Sequence[PayFigure]) -> PayGroup | None:
    """The source and band that know most places, best paid place first, after all of India where they have it.

    Of several that know as many: the newest, then the one with the larger sample. None when no place is known.
    """
    groups = _grouped(
        [figure for figure in figures if _is_counted(figure)], lambda figure: figure.place, lambda f: f.experience
    )
    widest = max(groups, key=_width, default=None)
    if widest is None or not _places(widest):
        return None
    return PayGroup(tuple(sorted(widest.rows, key=lambda row: (not row.figure.is_whole_country, -row.figure.middle))))


def _places(group: PayGroup) -> list[PayFigure]:
    return [figure for figure in group.figures if not figure.is_whole_country]


def _width(group: PayGroup) -> tuple[int, int, int]:
    newest = max((figure.period_end.toordinal() for figure in group.figures if figure.period_end), default=0)
    return len(_places(group)), newest, sum(figure.sample_size or 0 for figure in group.figures)


def by_source(figures: Iterable[PayFigure]) -> Groups:
    """The best figure of each source for all of India, editors' ranges too."""
    best = first_of_each_source(speaking(figures), lambda figure: figure)
    return _grouped(best, lambda figure: figure.experience)


def further(figures: Iterable[PayFigure], shown: Iterable[PayGroup]) -> Groups:
    """What is for the market and in none of the groups shown."""
    seen = [figure for group in shown for figure in group.figures]
    rest = [figure for figure in figures if not figure.source.speaks_of and figure not in seen]
    return _grouped(_in_order(rest), _full_label)


def apart(figures: Iterable[PayFigure]) -> Groups:
    """Figures that hold for a part of the market only."""
    return _grouped(_in_order([figure for figure in figures if figure.source.speaks_of]), _full_label)


def _is_counted(figure: PayFigure) -> bool:
    return not figure.is_editorial and not figure.source.speaks_of


def _in_order(figures: Sequence[PayFigure]) -> list[PayFigure]:
    """All of India first, then by place; from few years to many, all experience first."""
    return sorted(figures, key=lambda f: (f.source.name, not f.is_whole_country, f.place, _first_year(f)))


def _first_year(figure: PayFigure) -> int:
    return -1 if figure.experience_min is None else figure.experience_min


def _full_label(figure: PayFigure) -> str:
    return f"{figure.place}, {figure.experience}"


def _grouped(
    figures: Iterable[PayFigure],
    label: Callable[[PayFigure], str],
    also: Callable[[PayFigure], object] = lambda figure: None,
) -> Groups:
    """In order of each group's first figure; also: what else has to be the same in a group."""
    groups: dict[object, list[PayRow]] = {}
    for figure in figures:
        terms = figure.source.slug, figure.includes, figure.covers, figure.period_start, figure.period_end, also(figure)
        groups.setdefault(terms, []).append(PayRow(label(figure), figure))
    return [PayGroup(tuple(rows)) for rows in groups.values()]
