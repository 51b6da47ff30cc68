from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGE = "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/"
PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"
LONG_NAMES = "/compare-roles/business-development-executive-vs-database-administrator-vs-instructional-designer/"
WIDTHS = (320, 360, 768, 1440)
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LUMINANCES = """(selector) => [...document.querySelectorAll(selector)].map(element => {
    const light = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    return [light(getComputedStyle(element).color), light(getComputedStyle(document.body).backgroundColor)]
})"""
script = pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])


@script
def test_three_typed_names_lead_to_their_page(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto("/compare-roles/")
    page.get_by_label("Role", exact=True).fill("ml engneer")
    page.get_by_label("compared with").fill("Data analyst")
    third = page.get_by_label("and, if you like, a third")
    third.fill("data sciencist")
    third.press("Enter")
    page.wait_for_url(f"**{PAGE}")
    expect(page.locator("h1")).to_have_text("Data Analyst vs Data Scientist vs Machine Learning Engineer")


@script
def test_the_third_box_of_the_home_page_is_unfolded(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto("/")
    third = page.get_by_label("and, if you like, a third")
    expect(third).to_be_hidden()
    page.get_by_text("Add a third role").click()
    page.get_by_label("Role", exact=True).fill("Data Scientist")
    page.get_by_label("compared with").fill("mle")
    third.fill("Data Analyst")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"**{PAGE}")


@script
def test_one_unknown_name_of_three_is_settled_by_a_click(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto("/compare-roles/?role=mle&role=analyst+of+data&role=data+scientist")
    page.get_by_role("link", name="Data Analyst", exact=True).click()
    page.wait_for_url(f"**{PAGE}")


@script
def test_a_third_role_is_added_replaced_and_removed(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    page.get_by_text("Change roles, or add a third").click()
    page.get_by_label("A third beside them").fill("data anlyst")
    page.get_by_role("button", name="Add a third role").click()
    page.wait_for_url(f"**{PAGE}")
    page.get_by_text("Change or remove roles").click()
    page.get_by_label("Instead of Data Scientist").fill("data engineer")
    page.get_by_role("button", name="Replace Data Scientist").click()
    page.wait_for_url("**/compare-roles/data-analyst-vs-data-engineer-vs-ml-engineer/")
    page.get_by_text("Change or remove roles").click()
    page.get_by_role("link", name="Remove Data Analyst").click()
    page.wait_for_url("**/compare-roles/data-engineer-vs-ml-engineer/")


@script
def test_the_columns_of_a_pair_swap_and_swap_back(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    for first in ("Machine Learning Engineer", "Data Scientist"):
        page.get_by_text("Change roles, or add a third").click()
        page.get_by_role("link", name="Swap the columns").click()
        expect(page.locator("h1 .left")).to_have_text(first)
    assert page.url.endswith(PAIR)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE, LONG_NAMES])
def test_nothing_scrolls_sideways_on_the_page_of_three(new_page: Callable[..., Page], path: str, scheme: str):
    page = new_page(color_scheme=scheme)
    assert page.goto(path).status == 200
    page.locator(".change summary").click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERHANG) == 0, width


@pytest.mark.parametrize("width", [360, 1280])
def test_the_three_names_stay_in_sight_while_the_facts_scroll_by(new_page: Callable[..., Page], width: int):
    page = new_page(viewport={"width": width, "height": 740})
    page.goto(PAGE)
    page.get_by_role("rowheader", name="Where it can lead").scroll_into_view_if_needed()
    heads = page.locator("#glance thead th")
    assert heads.count() == 3
    for head in heads.all():
        expect(head).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_third_colour_is_read_as_well_as_the_others(new_page: Callable[..., Page], scheme: str):
    page = new_page(color_scheme=scheme)
    page.goto(PAGE)
    pairs = page.evaluate(LUMINANCES, "h1 .third, thead .third")
    assert len(pairs) == 5  # the heading, four tables
    for pair in pairs:
        low, high = sorted(pair)
        assert (high + 0.05) / (low + 0.05) >= 4.5
