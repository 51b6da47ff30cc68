import datetime

from roles.pay import PayFigure, SourceFacts, headline, presentable


def figure(**given) -> PayFigure:
    facts = {
        "source": SourceFacts("Survey", "survey"),
        "basis": "reported",
        "basis_label": "self-reported pay",
        "place": "India",
        "is_whole_country": True,
        "p25": 600_000,
        "p50": 1_000_000,
        "p75": 1_500_000,
        "sample_size": 40,
    }
    return PayFigure(**facts | given)


EDITORIAL = figure(
    basis="editorial", p25=None, p50=None, p75=None, low=600_000, high=3_000_000, sample_size=None, experience_min=1,
    experience_max=8,
)  # fmt: skip


def test_quartiles_are_shown_before_the_stated_ends():
    assert figure(low=100_000, high=9_000_000).text == "₹6L–₹15L"


def test_a_median_alone_is_shown_as_one_figure():
    alone = figure(p25=None, p75=None)
    assert (alone.ends, alone.text, alone.terms) == (
        None,
        "₹10L",
        "a year, median of self-reported pay, all experience",
    )


def test_an_editorial_range_without_years_says_so():
    assert figure(basis="editorial", experience_min=None).experience == "years not stated"
    assert EDITORIAL.terms == "a year, 1–8 years"


def test_samples_below_ten_are_not_presented():
    assert presentable([figure(sample_size=9)]) == []
    assert presentable([figure(sample_size=10)]) != []


def test_the_headline_is_the_editors_range_then_all_experience_then_a_band():
    survey, beginners = figure(), figure(experience_min=0, experience_max=2, sample_size=900)
    assert headline([beginners, survey, EDITORIAL]) == EDITORIAL
    assert headline([beginners, survey]) == survey
    assert headline([beginners]) == beginners


def test_a_range_speaks_before_a_median_alone():
    alone = figure(p25=None, p75=None, sample_size=900)
    assert headline([alone, figure()]) == figure()


def test_a_city_never_speaks_for_the_country():
    assert headline([figure(place="Pune", is_whole_country=False)]) is None


def test_periods_read_short():
    start, end = datetime.date(2025, 7, 1), datetime.date(2026, 8, 31)
    assert figure(period_start=start, period_end=end).period == "Jul 2025 – Aug 2026"
    assert figure(period_start=start, period_end=datetime.date(2025, 8, 1)).period == "Jul – Aug 2025"
    assert figure(period_start=start, period_end=datetime.date(2025, 7, 31)).period == "Jul 2025"
    assert figure().period == ""


def test_an_unknown_sample_is_said_to_be_unknown():
    assert figure(sample_size=None).sample_text == "not published"
    assert EDITORIAL.sample_text == "no sample"
