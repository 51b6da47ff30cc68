import io
import itertools
import subprocess
import sys
from dataclasses import replace

import pytest
from django.core.cache import caches
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from comparisons.cards import Card, SiteCard, card_of, digest
from comparisons.cards.card import DIFFERENT_TERMS
from comparisons.cards.drawing import draw, layout
from comparisons.cards.face import FACE, can_set
from comparisons.cards.layout import HEIGHT, LEFT, RIGHT, RIGHT_FILL, WIDTH
from tests.comparisons.facts import comparison, editorial, quartiles, row
from tests.comparisons.placing import placing_faults
from tests.factories import RoleAliasFactory, RoleFactory, SalaryRangeFactory
from tests.test_fixtures import rows

SITE = {"site": "OnJob", "address": "onjob.example"}
TERMS = "a year, middle half of advertised pay, 0–2 years. Internshala job adverts 2025–26"
FULL = Card(
    left="Data Scientist",
    right="Machine Learning Engineer",
    left_pay="₹6L–₹30L",
    right_pay="₹7L–₹35L",
    left_terms=TERMS,
    right_terms=TERMS,
    overlap=31,
    **SITE,
)
BARE = Card(left="Data Scientist", right="Machine Learning Engineer", **SITE)
DENSE = replace(
    FULL,
    left_pay="₹36.5L–₹66.3L",
    left_terms="a year, middle half of advertised pay, 2–5 years, production and quality engineers together. "
    "Internshala job adverts 2025–26",
    caveat=DIFFERENT_TERMS,
)
LETTERS = [chr(code) for code in range(0x20, 0x2300) if can_set(chr(code))]
NAMES = st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool)
PAYS = st.sampled_from(["", "₹3L–₹6L", "₹36.5L–₹66.3L", "₹95,000–₹99,999", "₹999.9Cr–₹999.9Cr"])


def texts(card: Card | SiteCard) -> list[str]:
    return [line.text for line in layout(card).lines]


# --- Where things are


@pytest.mark.parametrize("card", [DENSE, BARE], ids=["dense", "bare"])
def test_no_two_names_of_the_catalogue_are_cut_or_covered(card: Card):
    names = sorted(role["name"] for role in rows("roles.role"))
    pairs = list(itertools.combinations(names, 2))
    assert len(pairs) == 7_140  # 120 × 119 / 2
    for left, right in pairs:
        placed = layout(replace(card, left=left, right=right))
        assert placing_faults(placed) == [], (left, right)
        assert {left, right} <= {line.text for line in placed.lines}


@given(NAMES, NAMES, PAYS, PAYS, st.text(LETTERS, max_size=400), st.booleans(), st.none() | st.integers(0, 100))
def test_whatever_a_card_says_nothing_is_cut_or_covered(left, right, left_pay, right_pay, terms, unlike, overlap):
    caveat = DIFFERENT_TERMS if unlike else ""
    card = Card(*SITE.values(), left, right, left_pay, right_pay, terms, TERMS, caveat, overlap)
    assert placing_faults(layout(card)) == []


@pytest.mark.parametrize(
    "name", ["X", "A portal with a name that is far too long for the corner where it has to stand"]
)
@pytest.mark.parametrize("address", ["a.in", "a-very-long-name-of-a-host.for-jobs-and-nothing-else.example.org:8000"])
def test_a_long_portal_name_leaves_room_for_the_rest(name: str, address: str):
    assert placing_faults(layout(replace(FULL, site=name, address=address))) == []
    assert placing_faults(layout(SiteCard(name, address))) == []


def test_short_names_are_set_larger_than_long_ones():
    def size(card: Card) -> int:
        return next(line.style.size for line in layout(card).lines if line.text == card.left)

    short, long = replace(BARE, left="Chef", right="Nurse"), replace(BARE, left="Business Development Executive")
    assert size(short) > size(long) > size(replace(DENSE, left="W" * 30))


def test_a_name_too_long_for_one_line_is_broken_between_words():
    left = "Vice President of Machine Learning, Research and Operations"
    broken = texts(replace(BARE, left=left))
    assert left not in broken
    assert left in " ".join(broken)


def test_both_names_have_one_size_and_their_roles_colours():
    left, right = (next(line for line in layout(FULL).lines if line.text == name) for name in (FULL.left, FULL.right))
    assert left.style.size == right.style.size
    assert (left.style.colour, right.style.colour) == (LEFT, RIGHT)
    assert {"dot": LEFT, "diamond": RIGHT_FILL}.items() <= {s.kind: s.colour for s in layout(FULL).shapes}.items()


@pytest.mark.parametrize("overlap", [0, 1, 31, 50, 100])
def test_the_strokes_run_side_by_side_for_as_much_as_is_shared(overlap: int):
    *_, left, right = (shape.box for shape in layout(replace(FULL, overlap=overlap)).shapes)
    shared, whole = left[2] - right[0], right[2] - left[0]
    assert shared / whole == pytest.approx(overlap / 100)
    assert left[2] - left[0] == pytest.approx(right[2] - right[0])


def test_what_is_not_known_is_said_or_left_out():
    assert "Pay not known" in texts(replace(FULL, left_pay="", left_terms=""))
    assert texts(BARE) == ["OnJob", "onjob.example", "Data Scientist", "vs", "Machine Learning Engineer"]
    assert texts(replace(BARE, overlap=0))[-2:] == ["0%", "of what the two jobs ask for is shared"]


def test_a_portal_name_in_another_script_leaves_the_address():
    assert texts(replace(BARE, site="नौकरी"))[:2] == ["onjob.example", "Data Scientist"]


def test_every_letter_that_can_be_set_is_in_the_face():
    def drawn(letter: str) -> tuple[bytes, float]:
        font = ImageFont.truetype(FACE, 40)
        return bytes(font.getmask(letter)), font.getlength(letter)

    assert "₹" in LETTERS
    assert [letter for letter in LETTERS if drawn(letter) == drawn("\uffff")] == []


@pytest.mark.parametrize("text", ["Café Manager", "शिक्षक", "C♯ Developer"])
def test_a_card_with_a_letter_that_is_missing_is_none(text: str):
    assert not replace(BARE, left=text).can_be_set
    assert not replace(FULL, right_terms=text).can_be_set


# --- The picture


@pytest.mark.parametrize("card", [FULL, DENSE, BARE, SiteCard(**SITE)], ids=["full", "dense", "bare", "site"])
def test_the_picture_has_the_right_size_and_is_light(card: Card | SiteCard):
    png = draw(card)
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))
    assert len(png) <= 40_000


def test_the_picture_shows_the_houses_colours():
    picture = Image.open(io.BytesIO(draw(FULL))).convert("RGB")
    colours = {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in picture.getcolors()}
    assert {"#ffffff", LEFT, RIGHT_FILL} <= colours


def test_the_same_card_gives_the_same_bytes_in_another_process():
    imports = "from comparisons.cards import *; from comparisons.cards.drawing import draw"
    code = f"{imports}; print(digest({FULL!r}), draw({FULL!r}).hex())"
    command = [sys.executable, "-c", code]
    other = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "1"})  # noqa: S603
    assert other.stdout.split() == [digest(FULL), draw(FULL).hex()]


def test_a_card_that_says_something_else_has_another_digest():
    others = [replace(FULL, overlap=32), replace(FULL, left_pay="₹7L–₹30L"), BARE, SiteCard(**SITE), DENSE]
    assert len({digest(card) for card in [FULL, *others]}) == 6
    assert digest(replace(FULL)) == digest(FULL)


# --- What it says of a comparison


def test_pay_comes_with_its_terms_and_source():
    skills = row("sql", "core", "core"), row("excel", "core"), row("r", "", "core")
    card = card_of(comparison(*skills, left_pay=[editorial(6, 30)], right_pay=[editorial(7, 35)]), **SITE)
    assert (card.left_pay, card.left_terms) == ("₹6L–₹30L", "a year, 1–8 years. OnJob editorial range")
    assert (card.right_pay, card.right_terms) == ("₹7L–₹35L", "a year, 1–8 years. OnJob editorial range")
    assert (card.caveat, card.overlap) == ("", 50)


def test_pay_on_different_terms_says_so():
    card = card_of(comparison(left_pay=[editorial(6, 30)], right_pay=[quartiles(7, 9, 12)]), **SITE)
    assert card.caveat == DIFFERENT_TERMS
    assert DIFFERENT_TERMS in texts(card)


def test_one_pay_alone_needs_no_caveat():
    card = card_of(comparison(left_pay=[editorial(6, 30)]), **SITE)
    assert (card.right_pay, card.right_terms, card.caveat) == ("", "", "")


def test_the_picture_in_words():
    card = replace(FULL, right_pay="", right_terms="")
    assert card.alt == (
        f"Data Scientist vs Machine Learning Engineer. Data Scientist: ₹6L–₹30L {TERMS}. "
        "31% of what the two jobs ask for is shared."
    )
    assert BARE.alt == "Data Scientist vs Machine Learning Engineer."
    assert DIFFERENT_TERMS in DENSE.alt


# --- Its address

PICTURE = "/compare-roles/data-scientist-vs-ml-engineer.png"


@pytest.fixture
def roles(db):
    left = RoleFactory(slug="data-scientist", core={"python": 98})
    right = RoleFactory(slug="ml-engineer", name="Machine Learning Engineer", core={"python": 90})
    SalaryRangeFactory(role=left)
    return left, right


def test_the_picture_is_served(client, roles):
    response = client.get(PICTURE)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)
    assert not response.cookies
    assert "X-Robots-Tag" not in response
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_picture_that_is_known_is_not_sent_again(client, roles):
    etag = client.get(PICTURE, headers={"accept-encoding": "gzip"})["ETag"]
    assert etag.startswith('"')
    again = client.get(PICTURE, headers={"if-none-match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert again["Cache-Control"] == "public, max-age=86400"


def test_it_is_kept_for_a_day_and_for_good_where_the_address_names_the_content(client, roles):
    name = client.get(PICTURE)["ETag"].strip('"')
    kept = {query: client.get(f"{PICTURE}{query}")["Cache-Control"] for query in ("", f"?v={name}", "?v=old")}
    assert kept == {
        "": "public, max-age=86400",
        f"?v={name}": "public, max-age=31536000, immutable",
        "?v=old": "public, max-age=86400",
    }


def test_new_facts_make_a_new_picture(client, roles):
    before = client.get(PICTURE)
    SalaryRangeFactory(role=roles[1])
    after = client.get(PICTURE, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


def test_a_picture_is_drawn_once(client, roles):
    caches["cards"].clear()
    drawn = client.get(PICTURE)
    caches["cards"].set(f"card:{drawn['ETag'].strip(chr(34))}", b"as it was kept", timeout=None)
    assert client.get(PICTURE).content == b"as it was kept"
    caches["cards"].clear()


@pytest.mark.parametrize(
    "form", ["ml-engineer-vs-data-scientist", "Data-Scientist-vs-ML-Engineer", "data_scientist-vs-mle", "ds-vs-mle"]
)
def test_every_other_form_is_one_redirect_away(client, roles, form):
    RoleAliasFactory(role=roles[0], slug="ds")
    RoleAliasFactory(role=roles[1], slug="mle")
    response = client.get(f"/compare-roles/{form}.png")
    assert (response.status_code, response["Location"]) == (301, PICTURE)


@pytest.mark.parametrize(
    "address", ["data-scientist-vs-nobody", "data-scientist-vs-data-scientist", "a-vs-b-vs-c", "data-scientist"]
)
def test_what_is_no_pair_has_no_picture(client, roles, address):
    assert client.get(f"/compare-roles/{address}.png").status_code == 404


def test_an_unpublished_role_has_no_picture(client, roles):
    RoleFactory(slug="secret", status="draft")
    assert client.get("/compare-roles/data-scientist-vs-secret.png").status_code == 404


def test_names_that_cannot_be_set_have_no_picture(client, roles):
    roles[0].name = "Café Manager"
    roles[0].save()
    assert client.get(PICTURE).status_code == 404


def test_the_budget_is_five_queries_and_the_version(client, roles, django_assert_num_queries):
    with django_assert_num_queries(1 + 5):  # roles; duties, pay, skills, links
        client.get(PICTURE)


def test_only_reading_is_allowed(client, roles):
    assert client.post(PICTURE).status_code == 405
    assert client.head(PICTURE).status_code == 200
