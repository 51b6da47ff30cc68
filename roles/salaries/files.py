"""A role's pay figures as files: a row a figure, best first, each with its source. The same figures, the same bytes."""

import csv
import io
import json

from django.conf import settings
from django.urls import reverse

from roles.models import Source
from roles.models.pay import RUPEES
from roles.pay import PayFigure
from roles.salaries.guide import SalaryGuide

Row = dict[str, str | int | None]

UNIT = "rupees a year"
COLUMNS = (
    "role",
    "place",
    "experience_min_years",
    "experience_max_years",
    "unit",
    *RUPEES,
    "basis",
    "includes",
    "covers",
    "part_of_the_market",
    "sample_size",
    "sample_of",
    "period_start",
    "period_end",
    "confidence",
    "source",
    "source_url",
    "licence",
    "attribution",
    "caveat",
)


def as_csv(guide: SalaryGuide) -> bytes:
    """RFC 4180 in UTF-8, with a header; an empty cell is an unknown value."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in _rows(guide))
    return text.getvalue().encode()


def as_json(guide: SalaryGuide) -> bytes:
    """UTF-8; null is an unknown value."""
    page = settings.SITE_URL + reverse("salaries:detail", args=[guide.role.slug])
    content = {"role": guide.role.name, "page": page, "figures": _rows(guide)}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _rows(guide: SalaryGuide) -> list[Row]:
    sources = {source.slug: source for source in guide.sources}
    return [_row(guide.role.name, figure, sources[figure.source.slug]) for figure in guide.figures]


def _row(role: str, figure: PayFigure, source: Source) -> Row:
    """One value for each of COLUMNS, in their order."""
    values = (
        role,
        figure.place,
        figure.experience_min,
        figure.experience_max,
        UNIT,
        *(getattr(figure, name) for name in RUPEES),
        figure.basis_label,
        figure.includes or None,
        figure.covers or None,
        source.speaks_of or None,
        figure.sample_size,
        figure.sample_noun or None,
        figure.period_start and figure.period_start.isoformat(),
        figure.period_end and figure.period_end.isoformat(),
        figure.confidence or None,
        source.name,
        source.url or f"{settings.SITE_URL}{figure.source.href}",
        source.licence or None,
        " ".join(source.attribution.split()) or f"{source.name}, {source.publisher}",
        source.caveat or None,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _cell(value: str | int | None) -> str | int | None:
    """Text that a spreadsheet would take for a formula is marked as text, by the apostrophe they all know."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else value
