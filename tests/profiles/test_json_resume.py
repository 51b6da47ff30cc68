"""JSON Resume in and out."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import (
    Certificate,
    Contact,
    Language,
    Link,
    Position,
    ProfileFacts,
    Project,
    SkillFact,
    Study,
    When,
)
from profiles.importing.json_resume import from_json_resume, to_json_resume
from profiles.importing.pieces import Refused, Understood
from profiles.importing.reading import read
from tests.profiles.known import KNOWN, TODAY

FOLDER = Path(__file__).parent / "json_resume"
SCHEMA = json.loads((FOLDER / "schema.json").read_text())
SAMPLE = json.loads((FOLDER / "sample.resume.json").read_text())
ALLOWED = jsonschema.Draft7Validator(SCHEMA)

letters = st.text("abcXYZ019Àž+#.,:()/'₹%-", min_size=1, max_size=12)
words = st.lists(letters, min_size=1, max_size=3).map(" ".join)
maybe = st.just("") | words
urls = st.sampled_from(["https://a.example", "http://b.example/x", "https://c.example/y?z=1"])
whens = st.none() | st.builds(When, st.integers(1950, 2049), st.none() | st.integers(1, 12))
lines = st.lists(words, max_size=4).map(tuple)


def some(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


facts = st.builds(
    ProfileFacts,
    st.builds(Contact, maybe, maybe, maybe, maybe, some(st.builds(Link, words, urls))),
    maybe,
    st.lists(words, max_size=3).map("\n".join),
    st.none() | st.integers(0, 600),
    some(st.builds(SkillFact, words, maybe, st.integers(0, 4), maybe)),
    some(st.builds(Position, words, maybe, maybe, whens, whens, st.booleans(), lines)),
    some(st.builds(Study, words, maybe, maybe, whens, whens, maybe)),
    some(st.builds(Project, words, st.just("") | urls, whens, whens, lines)),
    some(st.builds(Certificate, words, maybe, whens, st.just("") | urls)),
    some(st.builds(Language, words, maybe)),
)
KEYS = ("basics", "work", "name", "skills", "location", "city", "keywords", "startDate", "highlights", "url", "meta")
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*KEYS, "x-onjob", "months"]), inner),
    max_leaves=20,
)


@given(facts)
def test_what_goes_out_comes_back_in(said):
    document = json.loads(json.dumps(to_json_resume(said)))
    assert from_json_resume(document) == said


@given(facts)
def test_what_goes_out_keeps_to_the_schema(said):
    assert not list(ALLOWED.iter_errors(to_json_resume(said)))


def test_everything_known_is_kept_of_the_standard_sample():
    """The schema's own sample: every text under a key that we know is in what goes out again."""
    out = json.dumps(to_json_resume(from_json_resume(SAMPLE)), ensure_ascii=False)
    kept = {
        "basics": ("name", "label", "email", "phone", "url", "summary"),
        "work": ("name", "position", "startDate", "endDate", "summary", "highlights"),
        "education": ("institution", "area", "studyType", "score", "startDate", "endDate"),
        "skills": ("name", "keywords"),
        "languages": ("language", "fluency"),
        "certificates": ("name", "issuer", "url"),
        "projects": ("name", "description", "highlights", "url", "startDate", "endDate"),
    }
    for part, keys in kept.items():
        for row in SAMPLE.get(part, []) if part != "basics" else [SAMPLE[part]]:
            for key in keys:
                for value in row.get(key, []) if isinstance(row.get(key, ""), list) else [row.get(key, "")]:
                    expected = value[:7] if key.endswith("Date") else value  # the day is let go of
                    assert json.dumps(expected, ensure_ascii=False)[1:-1] in out, (part, key)


@given(anything)
def test_going_out_and_in_again_is_stable(document):
    """export(import(x)) says all that import found, whatever x is."""
    found = from_json_resume(document)
    assert from_json_resume(to_json_resume(found)) == found


@given(anything)
def test_no_document_raises(document):
    assert isinstance(read("a.json", json.dumps(document).encode(), KNOWN, TODAY), (Refused, Understood))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"basics": {"name": "<b>Asha</b> Testperson<script>alert(1)</script>"}}, "Asha Testperson"),
        ({"basics": {"name": "R&amp;D &lt;lead&gt;"}}, "R&D <lead>"),
        ({"basics": {"name": "C++ & R, a < b"}}, "C++ & R, a < b"),
        ({"basics": {"name": ["Asha"]}}, ""),
        ({"basics": {"name": 7}}, "7"),
        ({"basics": []}, ""),
        ({"basics": {"name": "a" * 9_999}}, "a" * 200),
    ],
)
def test_texts_are_plain_and_bounded(document, expected):
    assert from_json_resume(document).contact.name == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *(("2020", When(2020)), ("2020-03", When(2020, 3)), ("2020-03-31", When(2020, 3)), ("2020-3", When(2020, 3))),
        *(("2020-19", When(2020)), ("2020-00-00", When(2020)), ("", None), ("soon", None), ("0999-01", None)),
        *((2020, When(2020)), ("2020-03-31T10:00:00Z", When(2020, 3))),
    ],
)
def test_dates(written, expected):
    document = {"certificates": [{"name": "x", "date": written}]}
    assert from_json_resume(document).certificates[0].date == expected


def test_what_goes_on_has_no_end():
    work = [{"position": "a", "startDate": "2020"}, {"position": "b", "endDate": "Present"}, {"position": "c"}]
    assert [one.is_current for one in from_json_resume({"work": work}).positions] == [True, True, False]


def test_addresses_that_do_something_are_left_out():
    links = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example", "ftp://a.example"]
    document = {
        "basics": {"url": links[0], "image": "https://a.example/me.png", "profiles": [{"url": one} for one in links]}
    }
    assert from_json_resume(document).contact.links == ()


def test_lists_are_bounded():
    document = {"skills": [{"name": f"s{number}"} for number in range(5_000)]}
    assert len(from_json_resume(document).skills) == 100


def test_the_door_matches_skills_and_says_what_it_left():
    content = json.dumps(
        {
            "basics": {"name": "Asha", "summary": "Analyst.\nDate of birth: 12/03/1990"},
            "skills": [{"name": "Databases", "keywords": ["PostgreSQL", "Frobnicator"]}],
            "awards": [{"title": "Best in show"}],
            "$ref": "http://127.0.0.1:9/x",
        }
    )
    answer = read("me.json", content.encode(), KNOWN, TODAY)
    assert {piece.value.name: piece.value.slug for piece in answer.skills}["PostgreSQL"] == "postgresql"
    assert "Frobnicator" not in {skill.name for skill in answer.facts.skills}
    assert answer.left_aside == ("awards",)
    assert answer.summary.value == "Analyst."
    assert answer.removed == ("date of birth",)


def test_a_slug_in_a_file_is_not_believed():
    content = json.dumps({"skills": [{"name": "Cooking of tea", "x-onjob": {"slug": "python"}}]})
    assert [piece.value.slug for piece in read("me.json", content.encode(), KNOWN, TODAY).skills] != ["python"]
