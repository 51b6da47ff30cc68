import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# A full pair; two roles with nothing in common; long lists of skills; three charts of pay.
PAIRS = (
    "data-scientist-vs-ml-engineer",
    "auditor-vs-dotnet-developer",
    "chartered-accountant-vs-hr-manager",
    "frontend-developer-vs-full-stack-developer",
)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_comparison_fits_on_two_pages(page: Page, pair: str):
    page.goto(f"/compare-roles/{pair}/")
    pdf = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_paper_holds_what_it_can_use(page: Page):
    page.goto("/compare-roles/data-scientist-vs-ml-engineer/")
    page.emulate_media(media="print")
    for shown in ("h1", ".takeaways", ".versus", ".skill-compare", ".pay-chart", "#switch", "#choose", ".reviewed"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in ("form", "nav", "meter", "#faqs", ".more", ".call", ".page-files", ".comparison ~ .band"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
