import datetime
import json
import re
from dataclasses import replace

import pytest

from roles.in_hand import in_hand
from tests.factories import (
    ComparisonFAQFactory,
    ComparisonNoteFactory,
    LocationFactory,
    PairFactory,
    PayrollYearFactory,
    RoleAliasFactory,
    RoleFactory,
    SalaryRangeFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

PAGE = "/compare-roles/data-scientist-vs-ml-engineer/"
EXPERIENCE = {"experience_min": 1, "experience_max": 8}


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def roles():
    source = SourceFactory(slug="adverts", method="adverts")
    left = RoleFactory(
        slug="data-scientist",
        core={"python": 98, "statistics": 85, "feature-engineering": 80},
        secondary={"r": 60, "sas": 50, "tableau": 40},
        duties=["Frame questions", "Explore data", ("Run tests", "running tests"), "Validate models"],
        education="A degree in statistics",
        experience_source=source,
        **EXPERIENCE,
    )
    right = RoleFactory(
        slug="ml-engineer",
        name="Machine Learning Engineer",
        core={"python": 90, "feature-engineering": 75, "mlops": 63, "docker": 61, "linux": 50},
        secondary={"statistics": 51},
        duties=["Ship models", "Automate pipelines", "Monitor services", "Tune latency"],
        education="A degree in computing",
        experience_source=source,
        **EXPERIENCE,
    )
    return left, right


@pytest.fixture
def neighbours(roles):
    analyst = RoleFactory(slug="data-analyst", core={"python": 70, "statistics": 60, "excel": 90})
    statistician = RoleFactory(slug="statistician", core={"python": 50, "statistics": 99})
    PairFactory(first=analyst, second=roles[0], overlap=45)
    PairFactory(first=roles[0], second=statistician, overlap=38)
    PairFactory(first=analyst, second=statistician, overlap=55)


def test_it_works(client, roles):
    response = client.get(PAGE)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def test_every_part_of_the_page_is_there(client, roles, neighbours):
    for role in roles:
        SalaryRangeFactory(role=role)
    text = text_of(client.get(PAGE))
    for part in (
        "Data Scientist vs Machine Learning Engineer : What’s the difference?",
        "Key takeaways",
        "What does a Data Scientist do vs a Machine Learning Engineer?",
        "At a glance",
        "Skills: shared and unique",
        "Core for both",
        "Same skill, different depth",
        "Core only for Machine Learning Engineers",
        "Experience and pay compared",
        "Pay, before tax: all of India",
        "Switching, both ways",
        "Data Scientist → Machine Learning Engineer",
        "Should I become a Data Scientist or a Machine Learning Engineer?",
        "Explore each role in depth",
        "questions and answers",
        "Related comparisons",
        "More comparisons",
        "Found your role?",
    ):
        assert part in text, part


def test_the_budget_is_ten_queries_and_the_version(client, roles, neighbours, django_assert_max_num_queries):
    note = ComparisonNoteFactory(first=roles[0], second=roles[1])
    ComparisonFAQFactory.create_batch(3, note=note)
    for role in roles:
        for slug in ("one", "two", "three"):
            SalaryRangeFactory(role=role, source=SourceFactory(slug=slug))
    with django_assert_max_num_queries(1 + 10):  # the tenth: open jobs of both roles
        client.get(PAGE)


@pytest.mark.parametrize(
    "form",
    [
        "/compare-roles/ml-engineer-vs-data-scientist/",
        "/compare-roles/data-scientist-vs-ml-engineer",
        "/compare-roles/Data-Scientist-vs-ML-Engineer/",
        "/compare-roles/data_scientist-vs-ml_engineer",
        "/compare-roles/mle-vs-data-scientist/",
        "/compare-roles/data-scientist-vs-ml-engineer/?utm_source=x",
    ],
)
def test_every_other_form_is_one_redirect_away(client, roles, form):
    RoleAliasFactory(role=roles[1], slug="mle")
    response = client.get(form)
    if "?" in form:
        assert response.status_code == 200  # the page itself; its canonical link has no query
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{PAGE}">' in response.content.decode()
    else:
        assert (response.status_code, response["Location"]) == (301, PAGE)


@pytest.mark.parametrize(
    "address", ["data-scientist-vs-nobody", "data-scientist-vs-data-scientist", "a-vs-b-vs-c", "xyz"]
)
def test_what_is_no_pair_is_not_found(client, roles, address):
    assert client.get(f"/compare-roles/{address}/").status_code == 404


def test_an_unknown_role_offers_the_nearest_names(client, roles):
    response = client.get("/compare-roles/data-sientist-vs-ml-enginer/")
    assert response.status_code == 404
    assert 'href="/roles/data-scientist/"' in response.content.decode()
    assert 'href="/roles/ml-engineer/"' in response.content.decode()


def test_an_unpublished_role_has_no_comparison(client, roles):
    RoleFactory(slug="secret", status="draft")
    response = client.get("/compare-roles/data-scientist-vs-secret/")
    assert response.status_code == 404
    assert "Secret" not in response.content.decode()


def test_a_skill_the_other_role_uses_too_is_not_called_its_own(client, roles):
    text = text_of(client.get(PAGE))
    depth, only = text.index("Same skill, different depth"), text.index("Core only for Machine Learning Engineers")
    assert "Statistics" in text[depth:only]
    assert "Core only for Data Scientists" not in text


def test_a_skill_shows_its_weight_and_evidence_for_each_role(client, roles):
    roles[0].role_skills.filter(skill__slug="python").update(adverts_naming=49, adverts_read=100)
    html = client.get(PAGE).content.decode()
    assert '<meter min="0" max="100" value="98" aria-label="Importance of Python">98</meter> 98' in html
    assert "49% of 100 adverts" in html
    assert "editor’s choice" in html


def test_the_overlap_stands_on_the_first_screen_with_the_way_to_its_definition(client, roles):
    # shared: 98 + 90, 80 + 75, 85 + 51 = 479; left alone 60 + 50 + 40 = 150; right alone 63 + 61 + 50 = 174
    html = client.get(PAGE).content.decode()
    opening = html[html.index('<header class="opening">') : html.index("</header>", html.index("opening"))]
    assert '<dd class="figure">60%</dd>' in opening
    assert "/method/#overlap" in opening


def test_equal_facts_are_said_to_be_equal_and_can_be_hidden(client, roles):
    html = client.get(PAGE).content.decode()
    assert "No difference: 1–8 years" in html
    assert 'id="differences-only"' in html
    assert re.search(r'<tbody class="is-same">\s*<tr><th colspan="2" scope="rowgroup">Experience', html)
    RoleFactory(slug="baker", question="Is it done?")
    RoleFactory(slug="cook", question="Is it hot?")
    assert "differences-only" not in client.get("/compare-roles/baker-vs-cook/").content.decode()


def test_a_switch_is_told_both_ways(client, roles):
    text = text_of(client.get(PAGE))
    # of 90 + 75 + 63 + 61 + 50 = 339 points 165 are brought; of 98 + 85 + 80 = 263 points 178 and half of 85
    assert "Data Scientist → Machine Learning Engineer Moderate 48 of 100 points brought" in text
    assert "Machine Learning Engineer → Data Scientist Near 83 of 100 points brought" in text
    assert "New, most important first MLOps, Docker and Linux." in text.replace("Mlops", "MLOps")


def test_which_pays_more_is_answered_from_numbers(client, roles):
    left, right = roles
    editorial = {"basis": "editorial", "p25": None, "p50": None, "p75": None, "sample_size": None}
    SalaryRangeFactory(role=left, low=600_000, high=3_000_000, **editorial, **EXPERIENCE)
    SalaryRangeFactory(role=right, low=700_000, high=3_500_000, **editorial, **EXPERIENCE)
    text = text_of(client.get(PAGE))
    assert "Neither clearly pays more." in text
    assert "share 79% of all they span; the top end is ₹5 lakh higher for Machine Learning Engineers" in text


def test_without_pay_the_page_says_so_and_draws_nothing(client, roles):
    response = client.get(PAGE)
    assert "Pay not known" in text_of(response)
    assert 'class="pay-chart"' not in response.content.decode()


def test_pay_of_one_role_alone_is_not_compared(client, roles):
    SalaryRangeFactory(role=roles[1])
    text = text_of(client.get(PAGE))
    assert "There is no figure for Data Scientists to draw beside that of Machine Learning Engineers" in text
    assert "We know no pay figure for Data Scientists that we would stand behind, so nothing can be compared." in text


def test_only_what_is_known_of_pay_is_linked(client, roles):
    assert "/salaries/data-scientist/" not in client.get(PAGE).content.decode()
    SalaryRangeFactory(role=roles[0])
    html = client.get(PAGE).content.decode()
    assert html.count('href="/salaries/data-scientist/"') == 2
    assert "/salaries/ml-engineer/" not in html


def test_pay_on_different_terms_is_not_compared(client, roles):
    SalaryRangeFactory(role=roles[0], source=SourceFactory(slug="one"))
    SalaryRangeFactory(role=roles[1], source=SourceFactory(slug="two"))
    text = text_of(client.get(PAGE))
    assert "No source gives both roles on the same terms" in text
    assert "don’t compare them with each other" in text


def test_both_columns_follow_the_city_and_years_that_are_asked(client, roles):
    pune = LocationFactory(slug="pune")
    for role, median in zip(roles, (500_000, 900_000), strict=True):
        SalaryRangeFactory(role=role)
        band = {"experience_min": 0, "experience_max": 2, "location": pune}
        SalaryRangeFactory(role=role, p25=median - 100_000, p50=median, p75=median + 100_000, **band)
    response = client.get(f"{PAGE}?city=Pune&years=1")
    text = text_of(response)
    assert "Pay, before tax: Pune, with 1 year of experience" in text
    assert "₹4L–₹6L" in text
    assert "₹8L–₹10L" in text
    assert "are paid more" in text
    html = response.content.decode()
    assert '<option value="Pune" selected>' in html
    assert "noindex" in html
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{PAGE}">' in html
    assert "Pay, before tax: all of India" in text_of(client.get(PAGE))


def test_in_hand_pay_is_an_estimate_that_says_by_which_rules(client, roles):
    for role in roles:
        SalaryRangeFactory(role=role, p25=400_000, p50=600_000, p75=900_000)
    assert "In hand, a month" not in text_of(client.get(PAGE))
    year = PayrollYearFactory(starts_on=datetime.date(2026, 4, 1))
    html = client.get(PAGE).content.decode()
    expected = in_hand(600_000, year.rules(), None).amount
    assert "In hand, a month: an estimate" in html
    assert f'<tr><th scope="row">Median</th><td>about {expected}</td><td>about {expected}</td></tr>' in html
    assert '/method/#in-hand">What is assumed' in html
    without = in_hand(600_000, replace(year.rules(), pf_per_cent=0), None).amount
    assert f"about {without}" in client.get(f"{PAGE}?pf=none").content.decode()


def test_asking_for_pay_keeps_the_columns_as_they_were_swapped(client, roles):
    for role in roles:
        SalaryRangeFactory(role=role)
    hidden = '<input type="hidden" name="first" value="ml-engineer">'
    assert hidden in client.get(f"{PAGE}?first=ml-engineer").content.decode()
    assert hidden not in client.get(PAGE).content.decode()


def test_what_no_source_knows_of_a_city_is_said(client, roles):
    for role in roles:
        SalaryRangeFactory(role=role, experience_min=0, experience_max=2)
    text = text_of(client.get(f"{PAGE}?years=9"))
    assert "No source gives both roles on the same terms for this." in text
    assert "for this place and these years" in text


@pytest.mark.parametrize("query", ["city=Atlantis", "years=x", "years=-1", "years=99", "years=nan", "city=&years="])
def test_a_wrong_question_is_answered_with_the_form(client, roles, query):
    for role in roles:
        SalaryRangeFactory(role=role)
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert ("error" in response.content.decode()) == (query != "city=&years=")


def test_every_figure_stands_beside_its_source_and_sample(client, roles):
    for role in roles:
        SalaryRangeFactory(role=role)
    text = text_of(client.get(PAGE))
    assert "a year, middle half of advertised pay, all experience. Pay survey" in text
    assert "Adverts 50 50" in text


def test_each_picture_has_a_title_and_a_twin(client, roles):
    for role in roles:
        SalaryRangeFactory(role=role)
    html = client.get(PAGE).content.decode()
    assert html.count("<svg") == html.count('role="img"') == len(re.findall(r"<svg[^>]*>\s*<title id=", html)) == 2
    assert "<caption>Rupees a year, by source</caption>" in html
    assert "<b>3</b> both" in html


def test_the_editors_words_are_shown_whichever_way_round_they_were_written(client, roles):
    left, right = roles
    note = ComparisonNoteFactory(first=right, second=left, verdict="One asks, the other answers.")
    ComparisonFAQFactory(note=note, key="freshers", question="Our own question?", answer="Our <own> answer.")
    ComparisonFAQFactory(note=note, question="An extra one?", answer="Yes.")
    html = client.get(PAGE).content.decode()
    assert "One asks, the other answers." in html
    assert "Our &lt;own&gt; answer." in html
    assert "An extra one?" in html
    assert "Which is easier to start in" not in html


def test_an_unpublished_note_stays_unseen(client, roles):
    ComparisonNoteFactory(first=roles[0], second=roles[1], verdict="Not ready.", is_published=False)
    assert "Not ready." not in text_of(client.get(PAGE))


@pytest.mark.parametrize(
    ("verdict", "is_shown"),
    [
        ({}, True),
        ({"reasons": "thin"}, False),
        ({"reasons": "thin", "indexing": "always"}, True),
        ({"indexing": "never"}, False),
    ],
)
def test_search_engines_are_shown_what_the_gate_lets_through(client, roles, verdict, is_shown):
    PairFactory(first=roles[0], second=roles[1], **verdict)
    PairFactory(first=roles[1])
    robots = "max-image-preview:large" if is_shown else "noindex, max-image-preview:large"
    assert f'<meta name="robots" content="{robots}">' in client.get(PAGE).content.decode()


def test_a_pair_that_was_never_judged_is_kept_out_of_search(client, roles):
    PairFactory(first=roles[0])
    response = client.get(PAGE)
    assert response.status_code == 200
    assert '<meta name="robots" content="noindex, max-image-preview:large">' in response.content.decode()


def test_roles_without_a_common_skill_are_compared_all_the_same(client):
    RoleFactory(slug="baker", core={"bread": 90})
    RoleFactory(slug="cook", core={"soup": 90})
    assert "No skill is asked of both." in client.get("/compare-roles/baker-vs-cook/").content.decode()


def test_two_bare_roles_still_make_a_page(client):
    RoleFactory(slug="baker")
    RoleFactory(slug="cook")
    assert client.get("/compare-roles/baker-vs-cook/").status_code == 200


def test_structured_data_is_one_graph_that_no_text_can_break_out_of(client, roles):
    roles[0].summary = "Ends </script><script>alert(1)</script> here."
    roles[0].save()
    html = client.get(PAGE).content.decode()
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    graph = json.loads(block)["@graph"]
    assert graph[2]["description"] == roles[0].summary
    assert "<script>alert" not in html


def test_it_sets_no_cookie_and_does_not_vary_by_one(client, roles):
    response = client.get(PAGE)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_only_reading_is_allowed(client, roles):
    assert client.post(PAGE).status_code == 405
    assert client.head(PAGE).status_code == 200


def links_of(html: str, heading: str) -> str:
    """The text of a section's links."""
    section = html[html.index(f"<h2>{heading}</h2>") :]
    return " ".join(re.sub(r"<[^>]+>", " ", section[: section.index("</section>")]).split())


def test_related_pairs_say_why_somebody_may_want_them(client, roles, neighbours):
    html = client.get(PAGE).content.decode()
    assert "Data Analyst vs Data Scientist 45% in common" in links_of(html, "Related comparisons")
    more = links_of(html, "More comparisons")
    assert "Data Analyst vs Statistician 55% in common; both close to Data Scientist" in more


def test_a_far_switch_shows_the_way_in_nearer_steps(client):
    baker, cook = RoleFactory(slug="baker", core={"bread": 90}), RoleFactory(slug="cook", core={"soup": 90})
    chef = RoleFactory(slug="chef", core={"soup": 90, "bread": 90})
    far = "/compare-roles/baker-vs-cook/"
    assert "In nearer steps" not in text_of(client.get(far))
    PairFactory(first=baker, second=chef, overlap=60)
    PairFactory(first=chef, second=cook, overlap=50)
    text = text_of(client.get(far))
    assert "Baker → Cook Far 0 of 100 points brought" in text
    assert "In nearer steps Baker → Chef → Cook at least 50% in common at each step" in text
    assert "In nearer steps" not in text_of(client.get("/compare-roles/baker-vs-chef/"))
