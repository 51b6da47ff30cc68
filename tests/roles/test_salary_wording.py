import pytest

from roles.facts import RoleFacts
from roles.pay import SourceFacts
from roles.salaries.guide import SalaryGuide
from roles.salaries.wording import confidence, counts, description, in_lakh, ordinal, percentile_cells, terms, title
from tests.roles.test_pay_figures import EDITORIAL, figure

BEGINNERS, LATER = figure(experience_min=0, experience_max=2), figure(experience_min=2, experience_max=5)
PUNE = figure(place="Pune", is_whole_country=False)


def guide(*figures, name="Data Analyst"):
    role = RoleFacts(name, f"{name}s", "a", "slug", "/roles/slug/", "Data & AI", "They work.")
    return SalaryGuide(role, list(figures), sources=["one"])


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ([], "Data Analyst salary in India: not known yet"),
        ([figure()], "Data Analyst salary in India and its source"),
        ([figure(), PUNE], "Data Analyst salary in India by city and source"),
        ([BEGINNERS, LATER], "Data Analyst salary in India by years and source"),
        ([BEGINNERS, LATER, PUNE], "Data Analyst salary in India by years, city and source"),
    ],
)
def test_the_title_promises_what_the_page_has(figures, text):
    assert title(guide(*figures)) == text


def test_the_description_says_whose_figure_it_is_and_only_offers_what_there_is():
    sampled = "1 figure from 1 source, each with its sample and date."
    start = "What Data Analysts earn in India: "
    assert description(guide(figure())) == (
        f"{start}₹6L–₹15L a year (self-reported pay, all experience); 1 figure from 1 source, with samples. "
        "See where you stand."  # "each with its sample and date" would be too long
    )
    assert description(guide(EDITORIAL)) == f"{start}₹6L–₹30L a year (OnJob’s estimate, 1–8 years); {sampled}"
    assert description(guide(PUNE)) == f"{start}{sampled} See where you stand."
    assert "No source in hand says well enough what Data Analysts earn" in description(guide())


@pytest.mark.parametrize("figures", [[], [EDITORIAL], [BEGINNERS, LATER, PUNE]])
def test_long_names_keep_to_the_limits(figures):
    long = guide(*figures, name="Senior Business Development and Partnerships Executive Officer")
    assert len(title(long)) <= 60
    assert len(description(long)) <= 155


def test_the_terms_of_a_figure_are_complete_or_say_what_is_missing():
    assert counts(figure()) == "self-reported pay, fixed pay or cost to company isn’t said"
    offers = SourceFacts("Offers", "offers", speaks_of="large companies")
    assert terms(figure(source=offers, includes="base pay", covers="two roles together")) == (
        "Large companies; self-reported pay, base pay; two roles together; undated"
    )
    assert confidence(figure(confidence="B: fair sample")) == "Fair sample (B)"


def test_cells_are_in_lakh_half_up_or_not_given():
    assert [in_lakh(rupees) for rupees in (600_000, 1_250_000, 1_234_999, 1_235_000, 4_999, 15_000_000)] == [
        "6.0",
        "12.5",
        "12.3",
        "12.4",
        "0.0",
        "150.0",
    ]
    assert percentile_cells(figure()) == [None, 600_000, 1_000_000, 1_500_000, None]
    assert percentile_cells(EDITORIAL) == []


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (62, "62nd")],
)
def test_ordinals(number, text):
    assert ordinal(number) == text
