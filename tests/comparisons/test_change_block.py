"""Another role for one, one less, one more, another order: on the pages of two and of three roles."""

import re
from xml.etree.ElementTree import Element

import pytest

from tests.factories import RoleFactory, SalaryRangeFactory, SourceFactory
from tests.prose import parse, text_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
PAGE = "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/"
PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"


@pytest.fixture
def roles():
    return (
        RoleFactory(slug="data-analyst", core={"sql": 95, "python": 60}),
        RoleFactory(slug="data-scientist", core={"python": 98, "statistics": 85}),
        RoleFactory(slug="ml-engineer", name="Machine Learning Engineer", core={"python": 90, "mlops": 63}),
    )


def main_of(response) -> Element:
    return next(parse(response.content.decode()).iter("main"))


def read(client, path: str) -> str:
    return text_of(main_of(client.get(path)))


def forms(html: str) -> list[tuple[str, list[str]]]:
    """Each form of the block: the label of its box, and the roles that it keeps."""
    block = html[html.index('<details class="more change">') : html.index("</header>", html.index("more change"))]
    return [
        (re.search(r"<label[^>]*>([^<]+)", form)[1], re.findall(r'type="hidden" name="role" value="([^"]+)"', form))
        for form in re.findall(r"<form.*?</form>", block, re.S)
    ]


def test_each_of_three_can_be_replaced_beside_the_other_two(client, roles):
    assert forms(client.get(PAGE).content.decode()) == [
        ("Instead of Data Analyst", ["Data Scientist", "Machine Learning Engineer"]),
        ("Instead of Data Scientist", ["Data Analyst", "Machine Learning Engineer"]),
        ("Instead of Machine Learning Engineer", ["Data Analyst", "Data Scientist"]),
    ]


def test_each_of_two_can_be_replaced_and_a_third_added(client, roles):
    assert forms(client.get(PAIR).content.decode()) == [
        ("Instead of Data Scientist", ["Machine Learning Engineer"]),
        ("Instead of Machine Learning Engineer", ["Data Scientist"]),
        ("A third beside them", ["Data Scientist", "Machine Learning Engineer"]),
    ]


def test_what_the_forms_send_leads_on(client, roles):
    kept = ["Data Scientist", "Machine Learning Engineer"]
    assert client.get("/compare-roles/", {"role": [*kept, "data anlyst"]})["Location"] == PAGE
    assert client.get("/compare-roles/", {"role": ["Data Scientist", "data anlyst"]})["Location"] == (
        "/compare-roles/data-analyst-vs-data-scientist/"
    )


def test_each_of_three_can_be_removed(client, roles):
    html = client.get(PAGE).content.decode()
    for name, path in (
        ("Data Analyst", PAIR),
        ("Data Scientist", "/compare-roles/data-analyst-vs-ml-engineer/"),
        ("Machine Learning Engineer", "/compare-roles/data-analyst-vs-data-scientist/"),
    ):
        assert f'<a href="{path}">Remove {name}</a>' in html
        assert client.get(path).status_code == 200
    assert "Remove" not in client.get(PAIR).content.decode()


def test_the_block_is_folded_and_says_what_it_does(client, roles):
    for path, summary in ((PAGE, "Change or remove roles"), (PAIR, "Change roles, or add a third")):
        html = client.get(path).content.decode()
        assert re.search(rf'<details class="more change">\s*<summary>{summary}</summary>', html)
        assert "<datalist" not in html


@pytest.fixture
def paid(roles):
    """Two sources, of which one role would lead with the one and another with the other."""
    for one, sizes in zip(roles, ((900, 40), (800, 40), (12, 40)), strict=True):
        for source, size in zip(("large", "small"), sizes, strict=True):
            SalaryRangeFactory(role=one, source=SourceFactory(slug=source), sample_size=size)
    return roles


def heads(client, path: str) -> list[tuple[str, str]]:
    """Colour and mark of each heading of the first screen, with its role."""
    h1 = next(main_of(client.get(path)).iter("h1"))
    return [(span.get("class"), span.text) for span in h1 if span.get("class") in ("left", "right", "third")]


def test_another_role_first_moves_the_columns_and_nothing_else(client, paid):
    swapped = f"{PAGE}?first=ml-engineer"
    assert heads(client, swapped) == [
        ("left", "Machine Learning Engineer"),
        ("right", "Data Analyst"),
        ("third", "Data Scientist"),
    ]
    html = client.get(swapped).content.decode()
    assert f'<link rel="canonical" href="{SITE}{PAGE}">' in html
    assert f'<a href="{PAGE}" rel="nofollow">Put Data Analyst first</a>' in html
    assert f'<a href="{PAGE}?first=data-scientist" rel="nofollow">Put Data Scientist first</a>' in html
    links = [re.findall(r'href="(/compare-roles/[^"?]+)"', text) for text in (html, client.get(PAGE).content.decode())]
    assert set(links[0]) - {PAGE} == set(links[1]) - {PAGE}
    assert read(client, swapped).count("Small") == read(client, PAGE).count("Small") > 0


def test_a_pair_swaps_and_swaps_back(client, paid):
    swapped = f"{PAIR}?first=ml-engineer"
    html = client.get(PAIR).content.decode()
    assert f'<a href="{swapped}" rel="nofollow">Swap the columns</a>' in html
    assert heads(client, PAIR) == [("left", "Data Scientist"), ("right", "Machine Learning Engineer")]
    assert heads(client, swapped) == [("left", "Machine Learning Engineer"), ("right", "Data Scientist")]
    html = client.get(swapped).content.decode()
    assert f'<a href="{PAIR}" rel="nofollow">Swap the columns</a>' in html
    assert f'<link rel="canonical" href="{SITE}{PAIR}">' in html
    assert '<meta name="robots" content="noindex, ' in html


def test_a_swapped_pair_has_the_same_figures_and_the_same_card(client, paid):
    html, swapped = (client.get(path).content.decode() for path in (PAIR, f"{PAIR}?first=ml-engineer"))
    for pattern in (r'<meta property="og:image" content="([^"]+)"', r'<meta property="og:image:alt" content="([^"]+)"'):
        assert re.findall(pattern, html) == re.findall(pattern, swapped)
    sources = [re.findall(r'class="caption"[^>]*>([^<]+)<', text) for text in (html, swapped)]
    assert sources[0] == sources[1] != []


@pytest.mark.parametrize("first", ["", "nobody", "data-scientist", "<b>", "welder"])
def test_any_other_first_changes_nothing(client, roles, first):
    RoleFactory(slug="welder")
    response = client.get(PAIR, {"first": first})
    assert response.status_code == 200
    assert text_of(next(main_of(response).iter("h1"))).startswith("Data Scientist vs Machine Learning Engineer")
