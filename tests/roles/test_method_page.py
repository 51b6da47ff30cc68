"""The page on method prints the limits that the code goes by, and what it says of them is so."""

import datetime
import re
from collections import Counter, defaultdict

import pytest
from django.core.management import call_command

from comparisons import pay as pairs
from comparisons.gate import rules as gate
from comparisons.pay import PayMatch, Verdict
from roles import pay
from roles.models import RoleSkill, SalaryRange
from roles.salaries import standing
from tests.factories import LocationFactory, PayrollYearFactory, RoleFactory, RoleSkillFactory
from tests.prose import faults
from tests.roles.test_pay_figures import figure

pytestmark = pytest.mark.django_db

PAGE = "/method/"


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def html(client) -> str:
    return client.get(PAGE).content.decode()


LIMITS = [
    (pay, "MINIMUM_SAMPLE", 77, "A figure from a sample below {} isn’t shown", 10),
    (pay, "ENOUGH", 77, "{} adverts or answers or more go before fewer", 30),
    (pay, "DISAGREE", 2.25, "the larger is {} times the smaller or more", 1.5),
    (standing, "FEWEST", 7, "publishes at least {} percentiles", 3),
    (pairs, "FIRM_FROM", 77, "At least {} adverts or answers on each side", 30),
    (pairs, "FIRM_FROM", 77, "but fewer than {} counted on a side", 30),
    (pairs, "LEVEL_BELOW", 7, "middles at least {}% apart", 5),
    (pairs, "LEVEL_BELOW", 7, "Middles less than {}% apart are called level", 5),
    (pairs, "NEITHER_FROM", 77, "share less than {}% of all they span", 50),
    (pairs, "LEANS_FROM", 77, "medians at least {}% apart, though the ranges overlap", 20),
    (pairs, "LEANS_FROM", 77, "no ranges, and medians at least {}% apart", 20),
    (gate, "DUTIES", 77, "each has at least {} duties", 5),
    (gate, "CORE_SKILLS", 77, "{} core skills and", 5),
    (gate, "STEPS", 77, "{} steps of its ladder", 3),
    (gate, "FRESH_MONTHS", 77, "within the last {} months", 18),
    (gate, "SHARED_CORE", 77, "share at least {} core skill", 1),
    (gate, "OVERLAP_LEAST", 7, "lies between {}% and 90%", 20),
    (gate, "OVERLAP_MOST", 77, "lies between 20% and {}%", 90),
    (gate, "OWN_WORDS", 77, "At least {} words stand in runs of five", 150),
    (gate, "BOILERPLATE_MOST", 77, "No more than {}% of its runs of five words", 60),
    (gate, "NEAREST_MOST", 77, "No more than {}% of its runs and those", 70),
]


@pytest.mark.parametrize(("module", "name", "other", "sentence", "now"), LIMITS)
def test_a_limit_on_the_page_is_the_one_in_the_code(client, html, monkeypatch, module, name, other, sentence, now):
    assert sentence.format(now) in text_of(html)
    monkeypatch.setattr(module, name, other)
    assert sentence.format(other) in text_of(client.get(PAGE).content.decode())


def test_the_age_of_recent_figures_follows_the_code(client, html, monkeypatch):
    assert "ends no more than 3 years before" in text_of(html)
    monkeypatch.setattr(pay, "RECENT", datetime.timedelta(days=7 * 365 + 2))
    assert "ends no more than 7 years before" in text_of(client.get(PAGE).content.decode())


def test_the_interval_follows_the_code(client, html, monkeypatch):
    assert "the 95% score interval of Wilson" in text_of(html)
    monkeypatch.setattr(standing, "Z", 1.644854)  # two-sided 90 %
    assert "the 90% score interval of Wilson" in text_of(client.get(PAGE).content.decode())


def test_the_page_has_a_rule_for_each_point_that_ranks_a_figure(html):
    rules = re.search(r'<ol class="rules">(.*?)</ol>', html, re.S)[1]
    assert rules.count("<li>") == len(figure().rank(None, None))


@pytest.mark.parametrize(
    "anchor",
    [
        "words",
        "experience",
        "skills",
        "pay",
        "headline",
        "confidence",
        "standing",
        "compare",
        "overlap",
        "switch",
        "suits",
        "gate",
        "weak",
    ],
)
def test_every_part_has_its_anchor_in_the_contents(html, anchor):
    assert f'id="{anchor}"' in html
    assert f'href="#{anchor}"' in html


def test_half_way_between_two_percentiles_is_what_the_page_says(html):
    points = [(25, 400_000), (50, 600_000), (75, 900_000)]
    assert standing.standing(points, 500_000, None).low == 38  # 37.5
    assert "half-way between the 25th and the 50th means that 38 of 100 are paid less" in text_of(html)


# --- Two roles compared, at the limits that the page names


def match(apart: int, sample: int, overlap: int | None) -> Verdict:
    """Medians so many per cent apart and ranges that share so many; overlap None: no ranges."""
    lower, higher = 1_000_000, 10_000 * (100 + apart)
    if overlap is None:
        ends = ({"p25": None, "p75": None},) * 2
    else:  # two ranges of 100 and 100, shifted by s: (100 - s) of (100 + s) shared
        shift = round(100_000 * (100 - overlap) / (100 + overlap))
        ends = tuple({"p25": low, "p75": low + 100_000} for low in (950_000, 950_000 + shift))
    left, right = (
        figure(p50=median, sample_size=sample, **end) for median, end in zip((lower, higher), ends, strict=True)
    )
    return PayMatch(left, right).verdict


@pytest.mark.parametrize(
    ("apart", "sample", "overlap", "verdict"),
    [
        (5, 30, 49, Verdict.CLEAR),
        (4, 30, 49, Verdict.NEITHER),  # level
        (5, 30, 50, Verdict.NEITHER),
        (20, 30, 50, Verdict.TENDS),
        (19, 30, 50, Verdict.NEITHER),
        (5, 29, 49, Verdict.SEEMS),
        (20, 29, 50, Verdict.NEITHER),
        (20, 29, None, Verdict.SEEMS),
        (19, 29, None, Verdict.NEITHER),
    ],
)
def test_the_words_on_two_roles_change_at_the_limits(apart, sample, overlap, verdict):
    assert match(apart, sample, overlap) == verdict


# --- The example


def test_the_share_of_adverts_is_explained_by_a_row_of_the_catalogue(client):
    role = RoleFactory(slug="data-analyst")
    RoleSkillFactory(role=role, skill__slug="sql", skill__name="SQL", adverts_naming=1228, adverts_read=2868)
    RoleSkillFactory(role=role, skill__slug="vba", adverts_naming=20, adverts_read=2868)
    draft = RoleFactory(status="draft")
    RoleSkillFactory(role=draft, adverts_naming=9000, adverts_read=9000)
    text = text_of(client.get(PAGE).content.decode())
    assert (
        "“43% of 2,868 adverts” means: we read 2,868 Indian adverts for Data Analysts, and 1,228 of them name SQL"
        in text
    )


def test_without_adverts_there_is_no_example(html):
    assert "adverts” means" not in text_of(html)


def test_the_budget_is_three_queries_and_the_version(client, django_assert_num_queries):
    RoleSkillFactory(adverts_naming=5, adverts_read=20)
    today = datetime.date.today()
    PayrollYearFactory(starts_on=today, ends_on=today + datetime.timedelta(days=1))  # else towns aren't asked for
    for slug in ("pune", "mumbai"):
        LocationFactory(slug=slug, professional_tax=2500)
    with django_assert_num_queries(3 + 1):
        client.get(PAGE)


def test_it_reads_well(html):
    assert faults(html) == []


# --- In-hand pay


@pytest.fixture
def this_year():
    today = datetime.date.today()
    return PayrollYearFactory(
        label="2040–41",
        starts_on=today,
        ends_on=today + datetime.timedelta(days=1),
        slabs=[[410_000, 7], [820_000, 13]],
        surcharges=[[5_100_000, 9], [9_900_000, 17]],
        assumptions_note="Mind the gap.",
    )


def test_the_rules_of_in_hand_pay_are_printed_from_the_year(client, this_year):
    html = client.get(PAGE).content.decode()
    text = text_of(html)
    for words in (
        "by the rules of 2040–41",
        "read as cost to company",
        "The employee pays 11% of wages",
        "Wages are taken to be 40% of cost to company, up to the ceiling of ₹21,000 a month",
        "The employer’s share is inside cost to company",
        "₹71,000 of pay is free as the standard deduction",
        "Up to a taxable income of ₹11,10,000 a rebate of at most ₹61,000",
        "Cess of 3% comes on top",
        "where we don’t know it, ₹2,300",
        "Mind the gap.",
        "Up to ₹4,10,000 nothing ₹4,10,000 to ₹8,20,000 7% of this part Above ₹8,20,000 13% of this part",
        "Surcharge, ₹51,00,000 to ₹99,00,000 9% of the tax Surcharge, above ₹99,00,000 17% of the tax",
    ):
        assert words in text, words
    assert "That year has ended" not in text
    assert faults(html) == []
    assert 'href="#in-hand"' in html
    for source in ("tax-act", "fund-scheme", "state-acts"):
        assert f'href="/sources/#{source}"' in html


def test_other_rules_are_said_in_other_words(client, this_year):
    this_year.employer_pf_in_ctc = False
    this_year.pf_source = this_year.tax_source
    this_year.save()
    html = client.get(PAGE).content.decode()
    assert "The employer’s share comes on top of cost to company." in text_of(html)
    assert html.count('href="/sources/#tax-act"') == 1
    assert "fund-scheme" not in html


def test_professional_tax_is_listed_where_it_is_known(client, this_year):
    LocationFactory(slug="delhi", professional_tax=0)
    LocationFactory(slug="hyderabad", professional_tax=2400)
    LocationFactory(slug="india")
    text = text_of(client.get(PAGE).content.decode())
    assert "The top rate of the state, whatever the pay: Delhi none, Hyderabad ₹2,400 a year." in text


def test_a_year_that_has_ended_is_said_to_have(client):
    PayrollYearFactory(starts_on=datetime.date(2001, 4, 1))
    assert "That year has ended. The rules of the next one aren’t here yet." in text_of(
        client.get(PAGE).content.decode()
    )


def test_without_a_year_that_has_begun_nothing_is_said_of_in_hand_pay(client):
    PayrollYearFactory(starts_on=datetime.date.today() + datetime.timedelta(days=1), ends_on=datetime.date(9999, 1, 1))
    html = client.get(PAGE).content.decode()
    assert "in-hand" not in html.lower()


# --- What the page says of the catalogue is so


@pytest.fixture
def catalogue():
    call_command("load_catalogue", verbosity=0)


def test_what_it_says_of_skills_is_so(catalogue):
    of_role = defaultdict(list)
    for row in RoleSkill.objects.select_related("role").order_by("rank"):
        of_role[row.role.slug, row.kind].append(row.importance)
    core = {slug: weights for (slug, kind), weights in of_role.items() if kind == "core"}
    assert {len(weights) for weights in core.values()} <= {7, 8, 9, 10}
    assert min(min(weights) for weights in core.values()) >= 30
    assert max(max(weights) for weights in of_role.values()) == 98
    for slug in ("company-secretary", "chartered-accountant", "customer-success-manager"):
        assert core[slug] == [90 - 5 * step for step in range(len(core[slug]))]


def test_what_it_says_of_pay_is_so(catalogue):
    rows = list(SalaryRange.objects.select_related("source"))
    assert all(row.sample_size >= pay.MINIMUM_SAMPLE for row in rows if row.sample_size)
    assert min(row.sample_size for row in rows if row.confidence == "a") >= 100
    assert min(row.sample_size for row in rows if row.confidence == "b") >= 30
    assert Counter(row.basis for row in rows if row.confidence == "d").keys() == {"editorial"}
    for row in rows:
        if row.basis == "editorial":
            assert (row.sample_size, row.period_end, row.confidence) == (None, None, "d")
        elif row.sample_size and row.sample_size < 30:
            assert row.confidence == "c"


def test_what_it_says_of_in_hand_pay_is_so(client, catalogue):
    """The rules of 2026–27, and the case of ₹15 lakh by hand.

    Gross 14,64,000; taxable 13,89,000; tax 60,000 + 15% of 1,89,000 = 88,350; cess 3,534;
    14,64,000 - 91,884 - 36,000 - 2,500 = 13,33,616, / 12 = 1,11,134.7.
    """
    text = text_of(client.get(PAGE).content.decode())
    assert "As an example, ₹15 lakh a year: How we get to about ₹1,11,100 a month" in text
    assert "In hand a year ₹13,33,616 In hand a month ₹1,11,135" in text
    assert "Above ₹24,00,000 30% of this part" in text
    assert "Delhi NCR none, Hyderabad ₹2,400" in text
