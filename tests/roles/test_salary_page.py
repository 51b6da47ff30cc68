import re
from urllib.parse import urlencode

import pytest

from tests.factories import LocationFactory, RoleAliasFactory, RoleFactory, SalaryRangeFactory, SourceFactory
from tests.prose import faults, parse, text_of

pytestmark = pytest.mark.django_db

PAGE = "/salaries/data-analyst/"
CTC = "cost to company (CTC)"
PERCENTILES = {"p10": 200_000, "p25": 400_000, "p50": 800_000, "p75": 1_200_000, "p90": 2_000_000}
BEGINNERS = {"experience_min": 0, "experience_max": 2}
LATER = {"experience_min": 2, "experience_max": 5}


@pytest.fixture
def role():
    """Two sources for the market, both with bands, one with cities; one for a part of it; four near roles."""
    role = RoleFactory(
        slug="data-analyst", core={"sql": 90}, experience_min=1, experience_max=8, experience_source=SURVEY()
    )
    SalaryRangeFactory(role=role, source=ADVERTS(), includes=CTC, **PERCENTILES)
    SalaryRangeFactory(role=role, source=ADVERTS(), includes=CTC, **BEGINNERS, sample_size=40)
    SalaryRangeFactory(role=role, source=ADVERTS(), includes=CTC, **LATER, sample_size=35)
    for place in ("pune", "mumbai", "chennai"):
        SalaryRangeFactory(
            role=role, source=ADVERTS(), includes=CTC, location=LocationFactory(slug=place), **PERCENTILES
        )
    survey = {"source": SURVEY(), "basis": "reported", "includes": "total pay", "sample_size": 45}
    SalaryRangeFactory(role=role, **survey, **PERCENTILES)
    SalaryRangeFactory(role=role, **survey | BEGINNERS, covers="analysts of all kinds", p90=1_900_000)
    offers = SourceFactory(slug="offers", caveat="Far above the market.", speaks_of="candidates of large companies")
    SalaryRangeFactory(role=role, source=offers, basis="reported", p25=7_000_000, p50=8_000_000, p75=9_900_000)
    for number in range(4):
        near = RoleFactory(slug=f"near-{number}", core={"sql": 80})
        SalaryRangeFactory(role=near, source=ADVERTS())
    return role


def ADVERTS():
    return SourceFactory(slug="adverts", caveat="Adverts, not payslips.")


def SURVEY():
    return SourceFactory(slug="survey", caveat="Whoever liked to answer.")


def main_text(response) -> str:
    return text_of(next(parse(response.content.decode()).iter("main")))


def section(response, key: str) -> str:
    """The text of one section of the page, with that of its charts."""
    html = response.content.decode()
    start = html.index(f'id="{key}"')
    return " ".join(re.sub(r"<[^>]+>", " ", html[start : html.index("</section>", start)]).split())


def ask(client, page=PAGE, **answers):
    return client.get(f"{page}?{urlencode({'pay': '8', 'years': '3', 'city': ''} | answers)}")


# --- The headline --------------------------------------------------------------------------------


def test_the_headline_says_terms_source_sample_period_sureness_and_why_it_leads(client, role):
    text = main_text(client.get(PAGE))
    for part in (
        "Data Analyst pay in India",
        "₹4L–₹12L a year, middle half of advertised pay, all experience.",
        "Source Adverts Adverts 50 Period Jan – Jun 2026 How sure Fair sample (B)",
        "It counts cost to company (CTC). All pay is before tax.",
        "It leads because it has the largest sample among figures that are as good otherwise.",
    ):
        assert part in text, part
    assert 'href="/method/#headline"' in client.get(PAGE).content.decode()


def test_onjobs_own_range_leads_and_is_marked_as_an_estimate(client, role):
    editorial = SourceFactory(slug="onjob-editorial", name="OnJob editorial range")
    nothing = {"p25": None, "p50": None, "p75": None, "sample_size": None, "period_start": None, "period_end": None}
    SalaryRangeFactory(role=role, source=editorial, basis="editorial", low=350_000, high=1_400_000, **nothing)
    text = main_text(client.get(PAGE))
    assert "₹3.5L–₹14L a year, years not stated: an estimate." in text
    assert "Sample no sample Period undated" in text
    assert "Whether it means fixed pay or cost to company isn’t said." in text
    assert "it is an editor’s estimate, and the counted figures stand below" in text
    assert "Years not stated ₹3.5L–₹14L, range; no sample" in section(client.get(PAGE), "source")
    assert "Dashed: OnJob’s estimate." in section(client.get(PAGE), "source")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"sample_size": 12}, "It leads because it rests on 50 adverts; the next best figure rests on fewer than 30."),
        ({"p25": None, "p75": None}, "It leads because it gives a range, where the next best figure gives a single"),
        ({"experience_min": 0, "experience_max": 2}, "It leads because it holds for all years of experience; the next"),
        ({"location": "pune"}, "It leads because it is the only figure for all of India and the whole market that"),
    ],
)
def test_the_reason_follows_the_criterion(client, other, reason):
    role = RoleFactory(slug="data-analyst")
    SalaryRangeFactory(role=role)
    if "location" in other:
        other = {"location": LocationFactory(slug=other["location"])}
    SalaryRangeFactory(role=role, source=ADVERTS(), **other)
    assert reason in main_text(client.get(PAGE))


def test_a_part_of_the_market_never_speaks_for_the_role(client):
    role = RoleFactory(slug="data-analyst")
    SalaryRangeFactory(role=role, source=SourceFactory(slug="offers", speaks_of="large companies"))
    text = main_text(client.get(PAGE))
    assert "No figure for all of India and the whole market is good enough to speak for Data Analysts." in text
    assert "No source gives enough percentiles for this role to place a pay among them." in text
    assert "1 figure for a part of the market" in text


# --- Charts and tables ---------------------------------------------------------------------------


def test_years_are_drawn_and_told_source_by_source(client, role):
    text = section(client.get(PAGE), "years")
    assert "Pay by years of experience; the table below holds the same figures" in text
    # In the chart, then in the table: median 10, quartiles 6 and 15 lakh.
    assert "2–5 years ₹6L–₹15L 35 adverts" in text
    assert "2–5 years – not given 6.0 10.0 15.0 – not given 35" in text
    assert "Advertised pay" not in text
    assert "advertised pay, cost to company (CTC); Jan – Jun 2026; sample in adverts" in text
    assert "self-reported pay, total pay; analysts of all kinds; Jan – Jun 2026; sample in answers" in text


def test_cities_are_of_one_source_and_band_which_is_named(client, role):
    text = section(client.get(PAGE), "city")
    assert "Adverts, all experience, Jan – Jun 2026: of the sources in hand, the one that knows most places." in text
    for place in ("India", "Pune", "Mumbai", "Chennai"):
        assert f"{place} ₹4L–₹12L 50 adverts" in text
        assert f"{place} 2.0 4.0 8.0 12.0 20.0 50" in text


def test_sources_stand_side_by_side(client, role):
    text = section(client.get(PAGE), "source")
    assert "Adverts Jan – Jun 2026 All experience ₹4L–₹12L 50 adverts" in text
    assert "Survey Jan – Jun 2026 All experience ₹4L–₹12L 45 answers" in text
    assert "disagree" not in text


def test_sources_that_disagree_are_said_to_with_both_figures(client, role):
    other = SourceFactory(slug="other-survey")
    SalaryRangeFactory(
        role=role, source=other, basis="reported", p25=1_600_000, p50=2_000_000, p75=2_500_000, covers="seniors mostly"
    )
    text = section(client.get(PAGE), "source")
    assert (
        "The sources disagree. For all experience, Adverts has ₹8 lakh in the middle, Other survey has ₹20 lakh."
        in text
    )
    assert "The second counts self-reported pay, fixed pay or cost to company isn’t said; seniors mostly; Jan" in text
    assert "We show both and average nothing." in text
    assert "The sources disagree" in main_text(client.get(PAGE)).split("By years of experience")[0]


def test_a_part_of_the_market_stands_apart_and_in_no_chart(client, role):
    response = client.get(PAGE)
    text = section(response, "apart")
    assert "Candidates of large companies; self-reported pay" in text
    assert "India, all experience – not given 70.0 80.0 99.0 – not given 50" in text
    for key in ("years", "city", "source", "standing"):
        assert "Offers" not in section(response, key)
    assert "₹70L" not in response.content.decode()


def test_what_no_chart_shows_is_folded_not_lost(client, role):
    SalaryRangeFactory(role=role, source=SURVEY(), location=LocationFactory(slug="kolkata"), p50=1_234_000)
    text = section(client.get(PAGE), "further")
    assert "1 more figure, of places and years that no chart shows" in text
    assert "Kolkata, all experience – not given 6.0 12.3 15.0 – not given 50" in text


def test_a_single_figure_has_a_table_and_no_chart(client):
    SalaryRangeFactory(role=RoleFactory(slug="data-analyst"), covers="mostly posts for beginners")
    response = client.get(PAGE)
    assert "<svg" not in response.content.decode()
    assert "All experience – not given 6.0 10.0 15.0 – not given 50" in section(response, "source")
    assert "all experience, mostly posts for beginners." in main_text(response)
    assert 'id="years"' not in response.content.decode()
    assert 'id="city"' not in response.content.decode()


def test_samples_below_ten_are_nowhere(client, role):
    SalaryRangeFactory(role=role, source=SourceFactory(slug="tiny"), p50=1_111_000, sample_size=9)
    assert "11.1" not in main_text(client.get(PAGE))
    assert "Tiny" not in main_text(client.get(PAGE))


def test_every_caveat_is_told(client, role):
    text = section(client.get(PAGE), "sources")
    assert "Adverts : Adverts, not payslips." in text
    assert "Survey : Whoever liked to answer." in text
    assert "Offers : Far above the market." in text


def test_near_roles_pay_with_terms_and_source(client, role):
    text = section(client.get(PAGE), "near")
    assert "Near 0 ₹6L–₹15L a year, middle half of advertised pay, all experience; Adverts, 50 adverts" in text
    assert 'href="/salaries/near-0/"' in client.get(PAGE).content.decode()
    assert 'href="/roles/data-analyst/"' in client.get(PAGE).content.decode()


# --- Nothing known -------------------------------------------------------------------------------


def test_where_nothing_is_known_no_number_is_shown(client, role):
    role.salary_ranges.all().delete()
    response = client.get(PAGE)
    html, text = response.content.decode(), main_text(response)
    assert "We know no pay figure for Data Analysts that we would stand behind." in text
    assert "What would help" in text
    assert 'href="/salaries/near-0/"' in html
    assert '<meta name="robots" content="noindex">' in html
    for absent in ('class="stand"', "<svg", "<table", "pay.csv", "ld+json"):
        assert absent not in html, absent
    assert "₹" not in text.split("Pay of near roles")[0]
    assert "₹" not in re.search(r"<title>.*?</title>", html)[0]
    assert ask(client).status_code == 200


def test_a_bare_role_still_has_a_page(client):
    RoleFactory(slug="baker")
    response = client.get("/salaries/baker/")
    assert "What a Baker does and needs to know" in main_text(response)
    assert faults(response.content.decode()) == []


# --- Where do I stand? ---------------------------------------------------------------------------


def test_each_source_gives_a_percentile_with_its_uncertainty(client, role):
    text = section(ask(client, pay="7.0", years="6"), "standing")
    assert "₹7 lakh a year, 6 years of experience, all of India" in text
    # 25 + 25 × (7 − 4) / (8 − 4) = 43.75. Wilson with 50: 30.9 to 57.4; with 45: 30.3 to 58.2.
    assert "The 44th percentile: about 44 of 100 such adverts are lower. With 50 of them" in text
    assert "chance alone allows anything from the 30th to the 58th" in text
    assert "The 44th percentile: about 44 of 100 such answers are lower. With 45 of them" in text
    assert "chance alone allows anything from the 30th to the 59th" in text
    assert "It has no band of years that holds yours." in text
    assert "India, all experience: advertised pay, cost to company (CTC); Jan – Jun 2026." in text
    assert "It says nothing of who was asked" in text
    assert "Nothing you type is stored." in text


def test_the_city_is_asked_where_a_source_knows_it(client, role):
    text = section(ask(client, city="Pune", years="6"), "standing")
    assert "Pune, all experience: advertised pay" in text
    assert (
        "India, all experience: self-reported pay, total pay; Jan – Jun 2026. For Pune it has nothing that fits" in text
    )


def test_the_band_that_holds_the_years_is_asked(client, role):
    text = section(ask(client, years="1"), "standing")
    assert "India, 0–2 years: self-reported pay, total pay; analysts of all kinds" in text
    SalaryRangeFactory(role=role, source=SourceFactory(slug="bands"), **PERCENTILES, **BEGINNERS)
    text = section(ask(client, years="9"), "standing")
    assert "No figures for 9 years of experience: Bands ." in text


def test_below_and_above_what_is_published_nothing_is_guessed(client, role):
    text = section(ask(client, pay="1", years="6"), "standing")
    assert "Below the 10th percentile: fewer than 10 of 100 such adverts are lower." in text
    assert "chance alone allows anything up to the 22nd" in text  # Wilson, 10 % of 50: 4.3 to 21.4
    text = section(ask(client, pay="50", years="6"), "standing")
    assert "Above the 90th percentile: more than 90 of 100 such adverts are lower." in text
    assert "chance alone allows anything from the 78th up" in text


def test_one_figure_for_several_percentiles_is_a_span(client):
    role = RoleFactory(slug="data-analyst")
    SalaryRangeFactory(role=role, p10=200_000, p25=200_000, p50=400_000, sample_size=None)
    text = section(ask(client, pay="2 lakh"), "standing")
    assert "Between the 10th and the 25th percentile: this source has the same figure for both." in text
    assert "How far chance could move that isn’t known, since Pay survey doesn’t give its sample." in text


def test_a_source_with_too_few_percentiles_is_left_out_by_name(client, role):
    SalaryRangeFactory(role=role, source=SourceFactory(slug="two-only"), p25=None)
    assert "Left out, with fewer than three percentiles: Two only." in section(ask(client), "standing")


def test_a_month_is_read_as_one_and_said_to_be(client, role):
    text = section(ask(client, pay="45,000 a month"), "standing")
    assert "₹5.4 lakh a year, 3 years of experience, all of India We read that as ₹45,000 a month." in text


def test_answers_are_not_indexed_and_the_address_stays_plain(client, role):
    html = ask(client).content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{PAGE}">' in html
    assert f'action="{PAGE}#standing" method="get"' in html
    assert "noindex" not in client.get(PAGE).content.decode()
    assert "Set-Cookie" not in ask(client).headers


def test_errors_stand_beside_their_fields_and_keep_what_was_typed(client, role):
    html = ask(client, pay="<b>much", years="99", city="Atlantis").content.decode()
    for field in ("pay", "years", "city"):
        control = re.search(rf'<(?:input|select)[^>]*name="{field}"[^>]*>', html)[0]
        assert 'aria-invalid="true"' in control
        assert f"my-{field}_error" in re.search(r'aria-describedby="([^"]*)"', control)[1]
        assert f'id="my-{field}_error"' in html
        assert f'<label for="my-{field}">' in html
    assert 'value="&lt;b&gt;much"' in html
    assert "percentile:" not in html


@pytest.mark.parametrize("pay", ["1e400", "-8", "٨", "١٢٣٤", "100 crore", "9" * 300, "nan", "٫", "½", "\ufdfd", "0"])
@pytest.mark.parametrize("years", ["", "1e400", "-1", "٣", "nan", "9" * 300, "0"])
def test_no_input_breaks_it(client, role, pay, years):
    assert ask(client, pay=pay, years=years, city="\u202e").status_code == 200


def test_a_nul_is_refused_and_other_parameters_are_none_of_ours(client, role):
    assert ask(client, pay="\x00").status_code == 400
    response = client.get(f"{PAGE}?page=2&pay=8&pay=9&years=3")
    assert "₹9 lakh a year" in main_text(response)
    assert "aria-invalid" not in client.get(f"{PAGE}?page=2").content.decode()


# --- The page as such ----------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["/salaries/data-analyst", "/salaries/Data_Analyst/", "/salaries/mis-analyst/"])
def test_every_other_form_is_one_redirect_away(client, role, form):
    RoleAliasFactory(role=role, slug="mis-analyst")
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


def test_a_draft_and_an_unknown_role_are_not_found(client, role):
    role.status = "draft"
    role.save()
    assert client.get(PAGE).status_code == 404
    assert client.get("/salaries/nobody/").status_code == 404


def test_the_budget_is_six_queries(client, role, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(PAGE)
    with django_assert_max_num_queries(6):
        ask(client)


def test_it_reads_well(client, role):
    for response in (client.get(PAGE), ask(client), ask(client, pay="1", years="x")):
        assert faults(response.content.decode()) == []


def test_the_files_say_what_they_hold(client, role):
    text = section(client.get(PAGE), "files")
    assert "What Data Analysts are paid in India, in whole rupees a year: 9 rows, each with its source" in text
    role.salary_ranges.exclude(pk=role.salary_ranges.first().pk).delete()
    assert "a year: 1 row, with its source" in section(client.get(PAGE), "files")


def test_charts_are_named_and_every_table_cell_has_its_heading(client, role):
    tree = parse(client.get(PAGE).content.decode())
    charts = [svg for svg in tree.iter("{http://www.w3.org/2000/svg}svg") if svg.get("role") == "img"]
    assert len(charts) == 3
    assert len({svg.get("aria-labelledby") for svg in charts}) == 3
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") for head in table.iter("th"))
