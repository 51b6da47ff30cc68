"""The blocks of a card: who made it, names, pay, overlap. Pure; pixels, or shares of a text's size."""

from comparisons.cards.card import Card
from comparisons.cards.face import can_set
from comparisons.cards.layout import EDGE, INK, LEFT, MARGIN, MUTED, RIGHT, RIGHT_FILL, Layout, Shape, beside
from comparisons.cards.lettering import NO_BREAK, Line, Style, cut, width, wrapped

WORDMARK, ADDRESS, WORDS = Style(38, 700, INK), Style(26, 400, MUTED), Style(78, 600, INK)
PAY, UNKNOWN, TERMS = Style(52, 600, INK), Style(32, 500, MUTED), Style(22, 400, MUTED)
NUMBER, SHARED = Style(38, 600, INK), Style(28, 400, MUTED)

LARGEST, LARGEST_WITH_PAY, SMALLEST = 108, 84, 32  # px, of names
WRAP_BELOW = 64  # px: a name set larger than this stays on one line
ASCENT, LEADING, DESCENT = 0.70, 1.08, 0.22  # above the first baseline, between two, below the last
MARK, INDENT, MIDDLE = 0.36, 0.62, 0.24  # a mark's width, where its name begins, the mark's height above the baseline
VS, VS_GAP = 0.6, 0.26

COLUMN = (EDGE - MARGIN - 48) / 2
RULE, RULE_GAP = 5, 22
TERMS_LINES, TERMS_LEADING = 4, 28
STROKE = 10


def header(site: str, address: str) -> Layout:
    """The portal's name and address; only the address where the face lacks a letter of the name."""
    baseline = 38
    address = cut(address, ADDRESS, (EDGE - MARGIN) / 2)
    where = Line(address, ADDRESS, EDGE - width(address, ADDRESS), baseline)
    if not can_set(site):
        return Layout(baseline, (where,))
    name = cut(site, WORDMARK, where.x - MARGIN - 48)
    return Layout(baseline, (Line(name, WORDMARK, MARGIN, baseline), where))


def sentences(texts: tuple[str, ...]) -> Layout:
    """Each on a line of its own, under the icon's dot and diamond."""
    size, first = 96, 96 + 56 + ASCENT * WORDS.size
    dot, diamond = _mark("dot", MARGIN, size / 2, size, LEFT), _mark("diamond", MARGIN + 54, size / 2, 84, RIGHT_FILL)
    lines = [Line(text, WORDS, MARGIN, first + LEADING * WORDS.size * at) for at, text in enumerate(texts)]
    return Layout(lines[-1].baseline + DESCENT * WORDS.size, tuple(lines), (dot, diamond))


def names(card: Card, room: float) -> Layout:
    """Both names, in the largest size in which they fit the width and the height."""
    for size in range(LARGEST_WITH_PAY if card.has_pay else LARGEST, SMALLEST - 1, -2):
        block = _stacked(size, _name(card.left, size, _vs_room(size)), _name(card.right, size))
        if block.height <= room and max(line.end for line in block.lines) <= EDGE:
            return block
    style, width_left = Style(SMALLEST, 600, INK), EDGE - MARGIN - 3 * SMALLEST
    return _stacked(SMALLEST, [cut(card.left, style, width_left)], [cut(card.right, style, width_left)])


def _name(name: str, size: int, after: float = 0) -> list[str]:
    """One line, or several in a size that is small enough to break the name. after: room kept for what follows."""
    if size >= WRAP_BELOW:
        return [name]
    return wrapped(name, Style(size, 600, INK), EDGE - MARGIN - INDENT * size - after)


def _vs_style(size: int) -> Style:
    return Style(round(VS * size), 400, MUTED)


def _vs_room(size: int) -> float:
    return VS_GAP * size + width("vs", _vs_style(size))


def _stacked(size: int, left: list[str], right: list[str]) -> Layout:
    x, baseline = MARGIN + INDENT * size, ASCENT * size
    ours = [Line(text, Style(size, 600, LEFT), x, baseline + LEADING * size * at) for at, text in enumerate(left)]
    vs = Line("vs", _vs_style(size), ours[-1].end + VS_GAP * size, ours[-1].baseline)
    below = ours[-1].baseline + LEADING * size
    theirs = [Line(text, Style(size, 600, RIGHT), x, below + LEADING * size * at) for at, text in enumerate(right)]
    dot = _mark("dot", MARGIN, baseline - MIDDLE * size, MARK * size, LEFT)
    diamond = _mark("diamond", MARGIN, below - MIDDLE * size, MARK * size, RIGHT_FILL)
    return Layout(theirs[-1].baseline + DESCENT * size, (*ours, vs, *theirs), (dot, diamond))


def _mark(kind: str, x: float, middle: float, size: float, colour: str) -> Shape:
    """A diamond reaches a little further, so that it looks as large as a dot."""
    half, centre = size * (0.6 if kind == "diamond" else 0.5), x + size / 2
    return Shape(kind, (centre - half, middle - half, centre + half, middle + half), colour)


def pay(card: Card) -> Layout:
    columns = beside(
        _column(card.left_pay, card.left_terms, MARGIN, LEFT),
        _column(card.right_pay, card.right_terms, EDGE - COLUMN, RIGHT_FILL),
    )
    if not card.caveat:
        return columns
    baseline = columns.height + 32
    return beside(columns, Layout(baseline + 6, (Line(card.caveat, TERMS, MARGIN, baseline),)))


def _column(pay: str, terms: str, x: float, colour: str) -> Layout:
    text_x, room = x + RULE + RULE_GAP, COLUMN - RULE - RULE_GAP
    lines = [Line(pay or "Pay not known", PAY if pay else UNKNOWN, text_x, 42)]
    for number, text in enumerate(_terms(terms, room), start=1):
        lines.append(Line(text, TERMS, text_x, 50 + number * TERMS_LEADING))
    height = lines[-1].baseline + 8
    return Layout(height, tuple(lines), (Shape("bar", (x, 0, x + RULE, height), colour),))


def _terms(terms: str, room: float) -> list[str]:
    """At most TERMS_LINES, "0–2 years" in one piece."""
    lines = wrapped(terms.replace(" years", f"{NO_BREAK}years"), TERMS, room) if terms else []
    if len(lines) > TERMS_LINES:
        lines = [*lines[: TERMS_LINES - 1], " ".join(lines[TERMS_LINES - 1 :])]
    return [cut(line, TERMS, room) for line in lines]


def overlap(card: Card) -> Layout:
    """Two strokes of one length, from either edge: where both run is what is shared."""
    share, baseline = (card.overlap or 0) / 100, 30
    number, words = card.overlap_words
    first = Line(number, NUMBER, MARGIN, baseline)
    second = Line(words, SHARED, first.end + 12, baseline)
    long, top = (EDGE - MARGIN) * (1 + share) / 2, baseline + 22
    strokes = (
        Shape("bar", (MARGIN, top, MARGIN + long, top + STROKE), LEFT),
        Shape("bar", (EDGE - long, top + STROKE, EDGE, top + 2 * STROKE), RIGHT_FILL),
    )
    return Layout(top + 2 * STROKE, (first, second), strokes)
