"""A comparison's files: /compare-roles/a-vs-b.md, .json and what describes them."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from markdown_it import MarkdownIt

from comparisons.twins.facts import Told
from comparisons.twins.files import as_markdown, schema
from roles.models import Responsibility, Role, Skill, Source
from tests.comparisons.test_twin_facts import FULL, errors
from tests.factories import (
    ComparisonFAQFactory,
    ComparisonNoteFactory,
    LocationFactory,
    RoleAliasFactory,
    RoleFactory,
    SalaryRangeFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

STEM = "/compare-roles/data-scientist-vs-ml-engineer"
PAGE, MARKDOWN, JSON = f"{STEM}/", f"{STEM}.md", f"{STEM}.json"
FILES = (MARKDOWN, JSON)
SCHEMA = "/compare-roles/schema.json"
SIGNS = r"*a* _b_ `c` ~~d~~ [e](f) <b>g</b> | h \ &amp; #"
PLAIN = {"text", "link_open", "link_close", "strong_open", "strong_close"}


@pytest.fixture
def roles():
    adverts = SourceFactory(slug="adverts", method="adverts")
    known = {
        "experience_min": 1,
        "experience_max": 8,
        "experience_source": adverts,
        "experience_sample_size": 2_868,
        "entry": "A degree, or a year of practice.",
        "question": "What will happen next?",
    }
    left = RoleFactory(
        slug="data-scientist",
        core={"python": 98, "statistics": 85},
        secondary={"sas": 50},
        duties=["Frame questions", "Explore data"],
        suits="enjoy doubt\nlike numbers",
        avoid="want quick answers",
        **known,
    )
    right = RoleFactory(
        slug="ml-engineer",
        name="Machine Learning Engineer",
        core={"python": 90, "docker": 61},
        secondary={"statistics": 51},
        duties=["Ship models", "Automate pipelines"],
        **known,
    )
    return left, right


@pytest.fixture
def pay(roles):
    for role in roles:
        SalaryRangeFactory(role=role)
        SalaryRangeFactory(role=role, location=LocationFactory(slug="pune"), experience_min=0, experience_max=2)


@pytest.fixture
def note(roles):
    note = ComparisonNoteFactory(first=roles[1], second=roles[0], verdict="One asks, the other answers.")
    ComparisonFAQFactory(note=note, question="An extra one?", answer="Yes,\nindeed.\n\nAnd *more*.")
    return note


def text(client, path=MARKDOWN) -> str:
    return client.get(path).content.decode()


# --- Markdown


def test_the_text_says_what_the_page_says(client, roles, pay, note):
    markdown = text(client)
    for part in (
        "# Data Scientist vs Machine Learning Engineer: what’s the difference?\n\nOne asks, the other answers.\n",
        "The page, with its pictures: <http://127.0.0.1:8000/compare-roles/data-scientist-vs-ml-engineer/>",
        "- Pay: Neither clearly pays more. By Pay survey (all experience), both ranges are ₹6L–₹15L.",
        "- To Data Scientist: A near move: ",
        "| The question it answers | What will happen next? | What will happen next? |",
        "| Pay | ₹6L–₹15L (a year, middle half of advertised pay, all experience. Pay survey) |",
        "### Data Scientist\n\nData Scientists turn what a business knows into what it does next.\n\n- Frame",
        "### Core for both\n\n| Skill | Data Scientist | Machine Learning Engineer |\n| --- | --- | --- |\n| Py",
        "### Core only for Machine Learning Engineers",
        "### Not core, and only named for Data Scientists",
        "Both ask for 1–8 years. Source: Adverts: 2,868 and 2,868 adverts.",
        "#### Pay survey\n\nAll experience, Jan – Jun 2026.\n\n| | Data Scientists | Machine Learning Engineers |\n",
        "Middle half | ₹6L–₹15L | ₹6L–₹15L |\n| Median | ₹10L | ₹10L |\n| Gap | level | level |\n| Adverts | 50 | 50",
        "### Data Scientist → Machine Learning Engineer\n\nModerate: 59 of 100 points brought.\n",  # 90 of 90 + 61
        "- New, most important first: Docker.",
        "### Choose Data Scientist if you\n\n- enjoy doubt\n- like numbers\n- would rather be framing questions\n",
        "Avoid it if you\n\n- want quick answers\n",
        "### An extra one?\n\nYes, indeed.\n\nAnd \\*more\\*.\n",
        "- Pay: [Pay survey](http://127.0.0.1:8000/sources/#pay-survey)",
        "Both roles were last checked by an editor on or after 1 November 2026.",
    ):
        assert part in markdown, part


def test_near_skills_and_shared_work_are_told():
    markdown = as_markdown(Told(FULL))
    assert (
        "| Tableau \\~ Looker, to 40–60%: both draw dashboards | 50 (editor’s choice) | 50 (editor’s choice) |"
        in markdown
    )
    assert "- Carries over in part: looker, from tableau (60%).\n" in markdown
    assert "### Both do\n\n| Work | Data Scientist | Machine Learning Engineer |\n" in markdown
    assert "| Modelling | Build models | Ship models |" in markdown
    assert "- Work: Both spend time on modelling." in markdown


def test_two_bare_roles_have_a_short_text(client):
    RoleFactory(slug="baker")
    RoleFactory(slug="cook")
    markdown = text(client, "/compare-roles/baker-vs-cook.md")
    assert "We know no skills of these two roles." in markdown
    assert "We know no pay figure for either role that we would stand behind." in markdown
    for part in ("## Switching", "## Should I", "## At a glance", "None", "\n\n\n"):
        assert part not in markdown


def test_pay_of_one_role_or_on_other_terms_is_not_paired(client, roles):
    SalaryRangeFactory(role=roles[1])
    assert "no figure for Data Scientists to put beside that of Machine Learning Engineers" in text(client)
    SalaryRangeFactory(role=roles[0], source=SourceFactory(slug="other"))
    assert "No source gives both roles on the same terms." in text(client)
    assert "don’t compare them with each other" in text(client)


def test_no_text_of_an_editor_is_taken_for_a_sign(client, roles, pay, note):
    said = {"summary": SIGNS, "question": SIGNS, "output": SIGNS, "typical_day": SIGNS, "entry": SIGNS}
    Role.objects.update(**said, suits=SIGNS, education=SIGNS)
    Role.objects.filter(slug="ml-engineer").update(name=SIGNS, plural=SIGNS, suits="1. x")
    Skill.objects.update(in_sentence=SIGNS)
    Source.objects.update(name=SIGNS)
    Responsibility.objects.filter(role=roles[1]).update(gerund=f"shipping {SIGNS}")
    note.faqs.update(question=SIGNS, answer=SIGNS)
    note.verdict = SIGNS
    note.save()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text(client))
    inlines = [child for token in tokens if token.type == "inline" for child in token.children]
    links = [child.attrs["href"] for child in inlines if child.type == "link_open"]
    assert {child.type for child in inlines} == PLAIN
    assert all(link.startswith("http://127.0.0.1:8000/") for link in links)
    assert not any(token.type in ("html_block", "code_block", "fence", "hr", "ordered_list_open") for token in tokens)
    assert sum(child.content.count(SIGNS) for child in inlines if child.type == "text") > 20


@pytest.mark.parametrize("name", ["twin.md", "_twin_pay.md", "_twin_skills.md"])
def test_only_numbers_amounts_and_addresses_stand_as_they_are(name):
    """Everything else goes through the filter."""
    template = Path(get_template(f"comparisons/{name}").origin.name).read_text()
    values = re.findall(r"{{ (.*?) }}", template)
    plain = {value.split("|")[0].rpartition(".")[2] for value in values if not value.endswith("|md")}
    assert values
    assert plain <= {
        *("site", "path", "href", "pay_href", "reviewed_on"),
        *("importance", "credit", "carried", "least", "distance", "experience_sample_size"),
        *("p50", "sample_text", "sample_label", "text", "ends_label", "words"),
        "blocks",
    }


# --- JSON


def test_the_json_keeps_to_the_served_schema(client, roles, pay, note):
    twin = client.get(JSON).json()
    assert errors(twin) == []
    assert client.get(SCHEMA).json() == schema()
    assert twin["$schema"] == schema()["$id"] == f"http://127.0.0.1:8000{SCHEMA}"


def test_the_json_holds_every_figure_and_the_editors_words(client, roles, pay, note):
    twin = client.get(JSON).json()
    assert [match["left"]["place"] for match in twin["pay"]["matches"]] == ["India", "Pune"]
    assert twin["editors_verdict"] == "One asks, the other answers."
    assert twin["faqs"][-1] == {"question": "An extra one?", "answer": "Yes, indeed.\nAnd *more*."}
    assert twin["roles"]["left"]["experience"] == {
        "min_years": 1,
        "max_years": 8,
        "source": "Adverts",
        "adverts_read": 2_868,
    }
    assert twin["reviewed_on"] == "2026-11-01"


def test_bare_roles_keep_to_the_schema_too(client):
    RoleFactory(slug="baker")
    RoleFactory(slug="cook")
    assert errors(client.get("/compare-roles/baker-vs-cook.json").json()) == []


def test_an_unpublished_note_stays_unseen(client, roles, note):
    note.is_published = False
    note.save()
    assert "One asks" not in text(client)
    assert client.get(JSON).json()["editors_verdict"] is None


# --- How they are served


@pytest.mark.parametrize(("path", "kind"), [(MARKDOWN, "text/markdown; charset=utf-8"), (JSON, "application/json")])
def test_search_engines_are_sent_to_the_page(client, roles, path, kind):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, kind)
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == f'<http://127.0.0.1:8000{PAGE}>; rel="canonical"'
    assert not response.cookies


def test_scripts_of_other_sites_may_read_the_data(client, roles):
    for path in (JSON, SCHEMA, "/compare-roles/ml-engineer-vs-data-scientist.json"):
        assert client.get(path)["Access-Control-Allow-Origin"] == "*"
    for path in (MARKDOWN, PAGE):
        assert "Access-Control-Allow-Origin" not in client.get(path)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    "form", ["ml-engineer-vs-data-scientist", "Data-Scientist-vs-ML-Engineer", "data_scientist-vs-mle", "ds-vs-mle"]
)
def test_every_other_form_is_one_redirect_away(client, roles, path, form):
    RoleAliasFactory(role=roles[0], slug="ds")
    RoleAliasFactory(role=roles[1], slug="mle")
    response = client.get(path.replace("data-scientist-vs-ml-engineer", form))
    assert (response.status_code, response["Location"]) == (301, path)


@pytest.mark.parametrize("ending", ["md", "json"])
@pytest.mark.parametrize(
    "address", ["data-scientist-vs-nobody", "data-scientist-vs-data-scientist", "a-vs-b-vs-c", "data-scientist"]
)
def test_what_is_no_pair_has_no_file(client, roles, address, ending):
    assert client.get(f"/compare-roles/{address}.{ending}").status_code == 404


@pytest.mark.parametrize("path", FILES)
def test_an_unpublished_role_has_no_file(client, roles, path):
    RoleFactory(slug="secret", status="draft")
    assert client.get(path.replace("ml-engineer", "secret")).status_code == 404


@pytest.mark.parametrize("path", FILES)
def test_the_same_data_gives_the_same_bytes(client, roles, pay, note, path):
    first = client.get(path)
    assert client.get(path).content == first.content
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    Role.objects.filter(slug="ml-engineer").update(question="What runs?")
    assert client.get(path).content != first.content


@pytest.mark.parametrize("path", FILES)
def test_the_budget_is_nine_queries_and_the_version(client, roles, pay, note, path, django_assert_max_num_queries):
    # roles; duties, pay, skills, links; note, questions; tax year; what is around, two
    with django_assert_max_num_queries(1 + 9):
        client.get(path)


@pytest.mark.parametrize("path", [*FILES, SCHEMA])
def test_only_reading_is_allowed(client, roles, path):
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


# --- The way to them


def test_the_page_leads_to_its_files(client, roles):
    html = text(client, PAGE)
    head, body = html.split("<body>")
    assert f'<link rel="alternate" type="text/markdown" href="{MARKDOWN}">' in head
    assert f'<link rel="alternate" type="application/json" href="{JSON}">' in head
    assert f'This page <a href="{MARKDOWN}">as Markdown</a> · <a href="{JSON}">as JSON</a>' in body
    assert '<button class="copy" type="button" hidden>Copy link</button>' in body
    assert 'type="text/markdown"' not in text(client, "/compare-roles/")


def test_open_data_tells_of_them(client):
    assert f'<a href="{SCHEMA}">' in text(client, "/data/")
    assert re.search(r"<code>\.md</code> or <code>\.json</code>", text(client, "/data/"))
