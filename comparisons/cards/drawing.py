"""From a card to the bytes of its PNG. Pure."""

import io

from PIL import Image, ImageDraw

from comparisons.cards import blocks
from comparisons.cards.card import Card, SiteCard
from comparisons.cards.layout import HEIGHT, PAPER, WIDTH, Layout, Shape, beside, spread
from comparisons.cards.lettering import font_of

TOP, BOTTOM = 52, HEIGHT - 62  # px; between them everything is placed
GAP = 28  # px at least between two blocks
FINE = 4  # shapes are drawn so many times larger, then made smaller, for smooth edges
COLOURS = 64


def draw(card: Card | SiteCard) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    placed = layout(card)
    for shape in placed.shapes:
        _paint(image, shape)
    pen = ImageDraw.Draw(image)
    for line in placed.lines:
        pen.text((line.x, line.baseline), line.text, font=font_of(line.style), fill=line.style.colour, anchor="ls")
    png = io.BytesIO()
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(png, "PNG", optimize=True)
    return png.getvalue()


def layout(card: Card | SiteCard) -> Layout:
    header = blocks.header(card.site, card.address).down(TOP)
    top = TOP + header.height
    if isinstance(card, SiteCard):
        return beside(header, spread([blocks.sentences(card.sentences)], top, BOTTOM, to_the_end=False))
    below = [blocks.pay(card)] if card.has_pay else []
    below += [] if card.overlap is None else [blocks.overlap(card)]
    room = BOTTOM - top - GAP - sum(block.height + GAP for block in below)
    return beside(header, spread([blocks.names(card, room), *below], top, BOTTOM, to_the_end=bool(below)))


def _paint(image: Image.Image, shape: Shape) -> None:
    left, top, right, bottom = (round(edge * FINE) for edge in shape.box)
    x, y = left // FINE, top // FINE
    wide, high = -(-right // FINE) - x, -(-bottom // FINE) - y
    mask = Image.new("L", (wide * FINE, high * FINE))
    box = (left - x * FINE, top - y * FINE, right - x * FINE - 1, bottom - y * FINE - 1)
    pen = ImageDraw.Draw(mask)
    if shape.kind == "dot":
        pen.ellipse(box, fill=255)
    elif shape.kind == "diamond":
        across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        pen.polygon([(across, box[1]), (box[2], down), (across, box[3]), (box[0], down)], fill=255)
    else:
        pen.rectangle(box, fill=255)
    image.paste(shape.colour, (x, y), mask.resize((wide, high), Image.Resampling.BOX))
