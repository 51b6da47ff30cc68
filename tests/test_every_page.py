"""Every page that the real catalogue makes, read as a reader would."""

import gzip
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from comparisons import wording as comparison_wording
from comparisons.addresses import comparison_path
from comparisons.cards import card_of
from comparisons.cards.drawing import layout
from comparisons.gate.candidates import Candidates
from comparisons.gate.rules import hurdles
from comparisons.queries import find_roles, get_comparison
from onjob.middleware import PERSONAL
from roles.models import Responsibility, Role, Skill
from tests.as_served import as_served
from tests.comparisons.placing import placing_faults
from tests.comparisons.test_twin_facts import errors
from tests.graphs import graph_faults
from tests.prose import blocks, faults, parse, text_of, word_faults
from tests.together import written_once

pytestmark = pytest.mark.django_db

HUBS = [
    "/",
    "/compare-roles/",
    "/roles/",
    "/salaries/",
    "/skills/",
    "/skills/kind/tool/",
    "/sources/",
    "/method/",
    "/fit/",
    "/data/",
    "/search/?q=data",
]
HUBS += ["/jobs/", "/search/?q=ds+vs+mle", "/nothing/"]
PARTS = 8  # in which all pairs are read side by side
STEP = 24  # one pair in so many is read every time, all by `make test-all`

Fault = str
Head = tuple[str, str]  # title, description


class Page(NamedTuple):
    status: int
    html: str


Read = Callable[[str], Page]


@pytest.fixture(scope="module")
def catalogue(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    """The slugs of all roles."""
    with written_once(django_db_blocker):
        call_command("load_catalogue", verbosity=0)
        yield list(Role.objects.published().order_by("slug").values_list("slug", flat=True))


@pytest.fixture(scope="module")
def read(catalogue) -> Read:
    """Asks for a page. Once is enough: the catalogue doesn't change."""

    @lru_cache(maxsize=1_500)  # some 90 MB
    def read(path: str) -> Page:
        response = Client().get(path)
        is_html = response.headers["Content-Type"].startswith("text/html")
        return Page(response.status_code, response.content.decode() if is_html else "")

    return read


@pytest.fixture
def imperatives(catalogue) -> set[str]:
    return {text.split()[0].strip(",").lower() for text in Responsibility.objects.values_list("text", flat=True)}


def head(html: str) -> Head:
    tree = parse(html)
    description = next(meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "description")
    return text_of(next(tree.iter("title"))), description


def page_faults(read: Read, path: str, imperatives: set[str] = frozenset()) -> list[Fault]:
    """What is wrong with a page's words, its title, its description, its heading, what it tells machines."""
    status, html = read(path)
    title, description = head(html)
    found = [f"{path}: {fault}" for fault in [*faults(html, imperatives), *graph_faults(html, settings.SITE_URL)]]
    if status != 200 or len(title) > 60 or len(description) > 155 or html.count("<h1") != 1:
        found.append(f"{path}: {status} “{title}” “{description}” {html.count('<h1')}")
    return found


def all_faults(read: Read, paths: Iterable[str], imperatives: set[str]) -> list[Fault]:
    return [fault for path in paths for fault in page_faults(read, path, imperatives)]


def all_pairs(slugs: list[str]) -> list[tuple[str, str]]:
    return list(itertools.combinations(slugs, 2))


# --- Comparisons


@pytest.mark.parametrize("part", range(2))
def test_every_so_many_pairs_read_well(read, catalogue, imperatives, part):
    pairs = all_pairs(catalogue)[part * STEP :: 2 * STEP]
    assert all_faults(read, itertools.starmap(comparison_path, pairs), imperatives) == []


@pytest.mark.everything
@pytest.mark.parametrize("part", range(PARTS))
def test_every_pair_reads_well(read, catalogue, imperatives, part):
    pairs = all_pairs(catalogue)[part::PARTS]
    assert len(pairs) > 7_140 // PARTS - 1
    assert all_faults(read, itertools.starmap(comparison_path, pairs), imperatives) == []


def test_some_three_roles_read_well(read, catalogue, imperatives):
    """Near ones, far ones, every role that the steps meet."""
    trios = [("data-analyst", "data-scientist", "ml-engineer"), ("chef", "nurse", "site-reliability-engineer")]
    trios += [(catalogue[n], catalogue[n + 1], catalogue[n + 2]) for n in range(0, len(catalogue) - 2, 20)]
    trios += [(catalogue[n], catalogue[n + 40], catalogue[n + 80]) for n in range(0, 40, 8)]
    assert len(set(trios)) >= 12
    assert all_faults(read, itertools.starmap(comparison_path, trios), imperatives) == []


def twin_faults(client: Client, pair: tuple[str, str], imperatives: set[str]) -> list[Fault]:
    """What is wrong with a comparison's text and data; word by word as on the page, but Markdown's own signs."""
    stem = comparison_path(*pair).rstrip("/")
    text = client.get(f"{stem}.md").content.decode()
    lines = [re.sub(r"\\(?=\W)|\]\(http\S+\)|^[#|*\s-]+", "", line) for line in text.splitlines()]
    found = [f"{fault}: {line}" for line in lines for fault in word_faults(line, imperatives)]
    found += [f"left of the template: {sign}" for sign in ("{{", "{%", "\n\n\n", "</") if sign in text]
    found += errors(client.get(f"{stem}.json").json())
    return [f"{stem}: {fault}" for fault in found]


def test_the_text_and_the_data_of_every_so_many_pairs_read_well(client, catalogue, imperatives):
    pairs = all_pairs(catalogue)[:: 4 * STEP]
    assert len(pairs) > 70
    assert [fault for pair in pairs for fault in twin_faults(client, pair, imperatives)] == []


@pytest.mark.everything
@pytest.mark.parametrize("part", range(PARTS))
def test_the_text_and_the_data_of_every_pair_read_well(client, catalogue, imperatives, part):
    pairs = all_pairs(catalogue)[part::PARTS]
    assert [fault for pair in pairs for fault in twin_faults(client, pair, imperatives)] == []


def test_every_role_stands_whole_on_a_card(catalogue):
    """Each beside the next: its pay with all its terms, nothing cut."""
    for left, right in itertools.pairwise(find_roles(*catalogue)):
        card = card_of(get_comparison(left, right), site="OnJob", address="onjob.example")
        placed = layout(card)
        words = " ".join(line.text for line in placed.lines)
        assert card.can_be_set
        assert placing_faults(placed) == []
        assert "…" not in words


def test_no_sentence_stands_on_most_comparisons(read, catalogue):
    """Of those that search engines are shown, but for their texts; what has no full stop is a label."""
    today = timezone.localdate()
    paths = [comparison_path(*pair.slug.split("-vs-")) for pair in Candidates() if not hurdles(pair.facts, today)]
    some = paths[::6]
    pages = Counter(sentence for path in some for sentence in sentences(read(path).html))
    assert (len(paths) > 500, len(pages) > 1_000) == (True, True)
    assert [sentence for sentence, count in pages.items() if count > 0.6 * len(some)] == []


def sentences(html: str) -> set[str]:
    main = next(parse(html).iter("main"))
    texts = (text for text in blocks(main, {"p", "li", "dd", "td"}) for text in re.split(r"(?<=[.?!])\s+", text))
    return {text for text in texts if text.endswith((".", "?", "!"))}


@pytest.mark.everything
def test_no_two_comparisons_have_one_title_or_description(catalogue):
    roles = dict(zip(catalogue, find_roles(*catalogue), strict=True))
    heads = [comparison_head(roles[left], roles[right]) for left, right in all_pairs(catalogue)]
    assert len(heads) == 7_140
    assert said_twice(heads) == []


def comparison_head(left: Role, right: Role) -> Head:
    comparison = get_comparison(left, right)
    return comparison_wording.title(comparison), comparison_wording.description(comparison)


def said_twice(heads: Iterable[Head]) -> list[str]:
    return [text for texts in zip(*heads, strict=True) for text, times in Counter(texts).items() if times > 1]


# --- Roles, salaries, skills


def test_every_role_reads_well(read, catalogue, imperatives):
    assert all_faults(read, [f"/roles/{slug}/" for slug in catalogue], imperatives) == []


def test_every_salary_page_reads_well(read, catalogue, imperatives):
    paths = [f"/salaries/{slug}/" for slug in catalogue]
    asked = [f"{path}?pay=6.5&years=3&city=india" for path in paths[::10]]
    assert all_faults(read, paths + asked, imperatives) == []


def test_every_skill_reads_well(read, catalogue, imperatives):
    paths = [f"/skills/{slug}/" for slug in Skill.objects.order_by("slug").values_list("slug", flat=True)]
    assert all_faults(read, paths[::4], imperatives) == []


@pytest.mark.everything
def test_every_single_skill_reads_well(read, catalogue, imperatives):
    paths = [f"/skills/{slug}/" for slug in Skill.objects.order_by("slug").values_list("slug", flat=True)]
    assert all_faults(read, paths, imperatives) == []


def test_no_two_indexable_pages_have_one_title_or_description(read, catalogue):
    """Comparisons without their pages: what the gate lets pass at most, before it looks at the texts."""
    paths = HUBS[:10] + [f"/{kind}/{slug}/" for kind in ("roles", "salaries") for slug in catalogue]
    paths += [f"/skills/{slug}/" for slug in Skill.objects.order_by("slug").values_list("slug", flat=True)]
    pages = [html for html in (read(path).html for path in paths) if not NOINDEX.search(html)]
    today = timezone.localdate()
    pairs = [pair for pair in Candidates() if pair.is_approved or not hurdles(pair.facts, today)]
    heads = [plain_head(html) for html in pages] + [comparison_head(pair.left, pair.right) for pair in pairs]
    assert (len(pages) > 700, len(pairs) > 600) == (True, True)
    assert said_twice(heads) == []


NOINDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')
HEADS = (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)">')


def plain_head(html: str) -> Head:
    """As head(), for many pages."""
    title, description = (unescape(re.findall(pattern, html)[0]) for pattern in HEADS)
    return title, description


@pytest.mark.parametrize("path", HUBS)
def test_every_hub_reads_well(read, catalogue, path):
    html = read(path).html
    title, description = head(html)
    assert faults(html) + graph_faults(html, settings.SITE_URL) == []
    assert len(title) <= 60
    assert len(description) <= 155


def test_no_link_is_broken(read, catalogue):
    """From the hubs and every tenth page of each kind: each address that they link to, once."""
    kinds = [f"/{kind}/{slug}/" for kind in ("roles", "salaries") for slug in catalogue[::10]]
    kinds += [f"/skills/{slug}/" for slug in Skill.objects.order_by("slug").values_list("slug", flat=True)[::30]]
    kinds += list(itertools.starmap(comparison_path, all_pairs(catalogue)[::300]))
    kinds += list(itertools.starmap(comparison_path, zip(catalogue, catalogue[40:], catalogue[80::8], strict=False)))
    targets = set()
    for path in HUBS[:-1] + kinds:
        html = read(path).html
        for link in re.findall(r'<a [^>]*href="([^"]+)"', html):
            target, _, fragment = unescape(link).partition("#")
            if link.startswith("#"):
                assert f'id="{fragment}"' in html, (path, link)
            elif target.startswith("/"):
                targets.add(target)
    assert len(targets) > 600
    personal = {target for target in targets if target.startswith(PERSONAL)}
    answers = {target: read(target).status for target in targets - personal}
    answers |= {target: Client().get(target, follow=True).status_code for target in personal}
    assert {target for target, status in answers.items() if status != 200} == set()


def test_links_to_a_part_of_a_page_find_it(read, catalogue):
    sources = read("/sources/").html
    role = read("/roles/data-scientist/").html
    pair = read("/compare-roles/data-scientist-vs-ml-engineer/").html
    for fragment in re.findall(r'href="/sources/#([^"]+)"', role + pair):
        assert f'id="{fragment}"' in sources
    for path, fragment in re.findall(r'href="(/(?:method|salaries)/[^"#]*)#([^"]+)"', role + pair):
        assert f'id="{fragment}"' in read(path).html


def test_the_seed_pair_says_what_is_true_of_it(read, catalogue):
    tree = parse(read("/compare-roles/data-scientist-vs-ml-engineer/").html)
    text = text_of(next(tree.iter("main")))
    for part in (
        "₹6L–₹30L",
        "₹7L–₹35L",
        "Neither clearly pays more.",
        "share 79% of all they span; the top end is ₹5 lakh higher for Machine Learning Engineers",
        "No difference: 1–8 years",
        "59% of what the two ask for is the same",
        "Python, TensorFlow / PyTorch and feature engineering are core for both",
        "Same skill, different depth",
        "The sources disagree",
        "Frame business problems as data and machine-learning questions",
        "Take models from prototype to production-grade, scalable services",
    ):
        assert part in text, part
    assert "realistic" not in text
    assert "typically" not in text


def test_the_comparison_page_and_its_styles_are_light(client, catalogue):
    html = client.get("/compare-roles/data-scientist-vs-ml-engineer/").content
    sheets = re.findall(r'href="/static/(css/[^"]+)"', html.decode())
    files = [as_served(name) for name in sheets]
    assert len(files) == 2  # one for screens, one for paper
    assert sum(len(gzip.compress(data)) for data in [html, *files]) <= 40_000
    scripts = re.findall(r"<script[^>]*>", html.decode())
    assert len([tag for tag in scripts if "ld+json" not in tag]) == 1
