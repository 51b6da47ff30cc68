"""One-liners about the pay of a role, each with a limit, and words for its figures."""

from roles.money import LAKH
from roles.pay import PayFigure
from roles.salaries.guide import SalaryGuide
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, capitalised, counted, fitting, join_words


def title(guide: SalaryGuide) -> str:
    name = guide.role.name
    if not guide.figures:
        return fitting(TITLE_LIMIT, f"{name} salary in India: not known yet", f"{name} salary: not known", name)
    parts = [*(["years"] if guide.by_years else []), *(["city"] if guide.by_place else [])]
    return fitting(
        TITLE_LIMIT,
        f"{name} salary in India {'by ' if parts else 'and its '}{join_words([*parts, 'source'])}",
        f"{name} salary in India, with sources",
        f"{name} salary in India",
        name,
    )


def heading(guide: SalaryGuide) -> str:
    return f"{guide.role.name} pay in India"


def contents(guide: SalaryGuide) -> str:
    """What its files hold."""
    rows = counted(len(guide.figures), "row")
    each = "with" if len(guide.figures) == 1 else "each with"
    return (
        f"What {guide.role.plural} are paid in India, in whole rupees a year: {rows}, {each} its source, licence and "
        "the words the licence wants printed."
    )


def description(guide: SalaryGuide) -> str:
    plural = guide.role.plural
    if not guide.figures:
        return fitting(
            DESCRIPTION_LIMIT,
            f"No source in hand says well enough what {plural} earn in India. What would change that, and near roles.",
            f"No source in hand says well enough what {plural} earn in India.",
        )
    counted_figures = f"{counted(len(guide.figures), 'figure')} from {counted(len(guide.sources), 'source')}"
    start = f"What {plural} earn in India: {_headline(guide.headline)}{counted_figures}"
    stand = " See where you stand." if guide.comparable else ""
    return fitting(
        DESCRIPTION_LIMIT,
        f"{start}, each with its sample and date.{stand}",
        f"{start}, with samples.{stand}",
        f"{start}.",
    )


def _headline(figure: PayFigure | None) -> str:
    if figure is None:
        return ""
    kind = "OnJob’s estimate" if figure.is_editorial else figure.basis_label
    return f"{figure.text} a year ({kind}, {figure.experience}); "


def counts(figure: PayFigure) -> str:
    """What is in the figure: "advertised pay, cost to company (CTC)"; says so when the source doesn't say."""
    return f"{figure.basis_label}, {figure.includes or 'fixed pay or cost to company isn’t said'}"


def terms(figure: PayFigure) -> str:
    """What has to be known beside the figure's place and years: for whom, what it counts, when."""
    whom = capitalised(figure.source.speaks_of)
    return "; ".join(part for part in (whom, counts(figure), figure.covers, figure.period or "undated") if part)


def confidence(figure: PayFigure) -> str:
    """ "B: fair sample" → "Fair sample (B)"."""
    letter, _, words = figure.confidence.partition(": ")
    return f"{capitalised(words)} ({letter})"


def in_lakh(rupees: int) -> str:
    """For cells under a heading that says lakh, half up: 1250000 → "12.5", 600000 → "6.0"."""
    tenths = (20 * rupees + LAKH) // (2 * LAKH)
    return f"{tenths // 10}.{tenths % 10}"


def percentile_cells(figure: PayFigure) -> list[int | None]:
    """The five percentiles of a table's row, None for one that isn't given; nothing when none is."""
    cells = [figure.p10, figure.p25, figure.p50, figure.p75, figure.p90]
    return cells if any(cells) else []


def ordinal(number: int) -> str:
    """1 → "1st", 12 → "12th", 62 → "62nd"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
