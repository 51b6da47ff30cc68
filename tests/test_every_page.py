"""Every page that the real catalogue makes, read as a reader would."""

import gzip
import itertools
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from comparisons.addresses import comparison_path
from roles.models import Responsibility, Role
from tests.prose import faults, parse, text_of

pytestmark = pytest.mark.django_db

HUBS = ["/", "/compare-roles/", "/roles/", "/sources/", "/nothing/"]


@pytest.fixture
def catalogue():
    call_command("load_catalogue", verbosity=0)
    return [role.slug for role in Role.objects.published().order_by("slug")]


@pytest.fixture
def imperatives(catalogue) -> set[str]:
    return {text.split()[0].strip(",").lower() for text in Responsibility.objects.values_list("text", flat=True)}


def head(html: str) -> tuple[str, str]:
    tree = parse(html)
    description = next(meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "description")
    return text_of(next(tree.iter("title"))), description


def test_every_pair_reads_well(client, catalogue, imperatives):
    found, titles, descriptions = [], set(), set()
    pairs = list(itertools.combinations(catalogue, 2))
    for pair in pairs:
        path = comparison_path(*pair)
        response = client.get(path)
        html = response.content.decode()
        title, description = head(html)
        titles.add(title)
        descriptions.add(description)
        found += [f"{path}: {fault}" for fault in faults(html, imperatives)]
        if response.status_code != 200 or len(title) > 60 or len(description) > 155 or html.count("<h1") != 1:
            found.append(f"{path}: {response.status_code} {len(title)} {len(description)} {html.count('<h1')}")
    assert found == []
    assert len(pairs) == len(titles) == len(descriptions) == 136  # 17 roles


def test_every_role_reads_well(client, catalogue, imperatives):
    found, titles = [], set()
    for slug in catalogue:
        html = client.get(f"/roles/{slug}/").content.decode()
        title, description = head(html)
        titles.add(title)
        found += [f"{slug}: {fault}" for fault in faults(html, imperatives)]
        if len(title) > 60 or len(description) > 155:
            found.append(f"{slug}: {title} / {description}")
    assert found == []
    assert len(titles) == len(catalogue)


@pytest.mark.parametrize("path", HUBS)
def test_every_hub_reads_well(client, catalogue, path):
    html = client.get(path).content.decode()
    title, description = head(html)
    assert faults(html) == []
    assert len(title) <= 60
    assert len(description) <= 155


def test_no_link_is_broken(client, catalogue):
    seen, waiting = set(), set(HUBS[:-1])
    while waiting:
        path = waiting.pop()
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        html = response.content.decode()
        for link in re.findall(r'<a [^>]*href="([^"]+)"', html):
            target, _, fragment = link.partition("#")
            if link.startswith("#"):
                assert f'id="{fragment}"' in html, (path, link)
            if target.startswith("/") and target not in seen:
                waiting.add(target)
    assert len(seen) > 60


def test_links_to_a_part_of_a_page_find_it(client, catalogue):
    sources = client.get("/sources/").content.decode()
    role = client.get("/roles/data-scientist/").content.decode()
    pair = client.get("/compare-roles/data-scientist-vs-ml-engineer/").content.decode()
    for fragment in re.findall(r'href="/sources/#([^"]+)"', role + pair):
        assert f'id="{fragment}"' in sources
    for path, fragment in re.findall(r'href="(/roles/[^"#]+)#([^"]+)"', pair):
        assert f'id="{fragment}"' in client.get(path).content.decode()


def test_the_seed_pair_says_what_is_true_of_it(client, catalogue):
    tree = parse(client.get("/compare-roles/data-scientist-vs-ml-engineer/").content.decode())
    text = text_of(next(tree.iter("main")))
    for part in (
        "₹6L–₹30L",
        "₹7L–₹35L",
        "Neither clearly pays more.",
        "share 79% of all they span; the top end is ₹5 lakh higher for Machine Learning Engineers",
        "No difference: 1–8 years for both.",
        "Python, TensorFlow / PyTorch and feature engineering are core for both",
        "Core for Data Scientists, also used by Machine Learning Engineers",
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
    files = [Path(finders.find(name)).read_bytes() for name in sheets]
    assert len(files) == 5
    assert sum(len(gzip.compress(data)) for data in [html, *files]) <= 40_000
    assert b"<script" not in html.replace(b'<script type="application/ld+json">', b"")
