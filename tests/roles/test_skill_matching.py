"""Which skills a text speaks of."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.matching.matcher import Found, SkillMatcher
from roles.matching.names import Cautions, SkillName, Trusted
from roles.matching.words import cut
from tests.catalogue_files import skill_names

NAMES = skill_names()
MATCHER = SkillMatcher(NAMES)
# A name that is a list ("html, css") names what it lists.
TRUSTED = [name for name in NAMES if name.trust is Trusted.TEXT and "," not in name.name]
TRAPS = [
    line.rsplit(" | ", 1)
    for line in (Path(__file__).parent / "skill_traps.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def skills(text: str, **how) -> set[str]:
    return {hit.skill for hit in MATCHER.find(text, **how).hits}


def test_there_are_enough_traps():
    assert len({text for text, _ in TRAPS}) >= 150


@pytest.mark.parametrize(("text", "said"), TRAPS)
def test_traps(text, said):
    found = skills(text)
    for expected in said.split():
        assert (expected[1:] in found) is (expected[0] == "+"), (expected, MATCHER.find(text))


def test_every_skill_of_the_traps_is_in_the_catalogue():
    named = {expected[1:] for _, said in TRAPS for expected in said.split()}
    assert named <= {name.skill for name in NAMES}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Python", "name"),
        ("Kubernettes", "slip"),
        ("SEO", "case"),
        ("Java, R, Python", "listed"),
        ("Rust crates", "beside"),
        ("R developer", "said"),
        ("Kafka consumers that call Swift daily", "near"),
        ("The files are kept in basic Excel all year", "written"),
        ("Months are closed on SAP here", "case"),
    ],
)
def test_what_accepted_a_name_is_said(text, rule):
    assert rule in {hit.rule for hit in MATCHER.find(text).hits}


def test_what_nothing_speaks_for_is_doubtful():
    found = MATCHER.find("Mr. R. Kumar will call")
    assert found.hits == ()
    assert [(hit.skill, hit.start, hit.end, hit.rule) for hit in found.doubtful] == [("r", 4, 5, "")]


@pytest.mark.parametrize("text", ["modérés", "à Ré, Java, ŕ, Python", "मॉडर", "Größe R̈"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_with_its_accent_belongs_to_its_word(text, form):
    assert not {"r", "c-language"} & skills(unicodedata.normalize(form, text), is_list=True)


def test_in_a_list_of_skills_a_name_needs_nothing_else():
    assert skills("R") == set()
    assert skills("R", is_list=True) == {"r"}
    assert skills("go to market", is_list=True) == {"product-strategy"}


def test_the_longest_name_wins():
    hits = MATCHER.find("React Native, SQL Server").hits
    assert [(hit.skill, hit.start, hit.end) for hit in hits] == [("react-native", 0, 12), ("sql-server", 14, 24)]


def test_names_for_a_search_box_are_not_found():
    searched = next(name for name in NAMES if name.name == "3d designing")
    assert searched.trust is Trusted.SEARCH
    assert skills(searched.name) == set()


def test_cautions_are_rows():
    names = [SkillName("r", "R"), SkillName("java", "Java", is_tool=True)]
    assert [hit.skill for hit in SkillMatcher(names, Cautions()).find("Mr R").hits] == ["r"]
    wary = Cautions(not_skills=[("mr", "java")], wary={"r": frozenset({"shiny"})})
    matcher = SkillMatcher(names, wary)
    assert matcher.find("Mr R") == Found(doubtful=matcher.find("Mr R").doubtful)
    assert [hit.rule for hit in matcher.find("R Shiny").hits] == ["beside"]
    assert matcher.find("Mr Java") == Found()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("MS-Excel", ["microsoft-excel"]),
        ("React JS", ["react"]),
        ("Search Engine Optimization (SEO)", ["seo"]),
        ("English Proficiency (Spoken)", ["english-proficiency"]),
        ("German Proficiency (Written)", ["german"]),
        ("Advanced Excel", ["microsoft-excel"]),
        ("c", ["c-language"]),
        ("GO", ["go"]),
        ("R", ["r"]),
        ("  Power BI ", ["power-bi"]),
        ("HTML 5", ["html"]),
        ("Python Libraries", ["python"]),
        ("Non Teaching", []),
        ("Color Grading", []),
        ("Architectural Drafting", []),
        ("Informal dress code", []),
        ("5 days a week", []),
        ("", []),
    ],
)
def test_tags(tag, expected):
    tags = MATCHER.tags([tag])
    assert [hit.skill for hit in tags.hits] == expected
    assert tags.unknown == (() if expected else (tag,))


PIECES = [
    "C",
    "R",
    "Go",
    "Java",
    "React",
    "Excel",
    "SQL",
    "and",
    ",",
    ".",
    "(",
    ")",
    "&",
    "-",
    "/",
    "\n",
    "to",
    "in",
    "\u0301",
    "é",
]
texts = st.text(alphabet="abcgr +#.&/-,;:()\n\té\u0301ﬁ\u00ad", max_size=40) | st.lists(
    st.sampled_from(PIECES),
    max_size=25,
).map(" ".join)


@given(texts)
def test_places_lie_in_the_text_in_order_and_hold_words(text):
    found = MATCHER.find(text)
    hits = sorted([*found.hits, *found.doubtful], key=lambda hit: hit.start)
    ends = [0, *(hit.end for hit in hits)]
    for end, hit in zip(ends, hits, strict=False):
        assert end <= hit.start < hit.end <= len(text)
        assert cut(text[hit.start : hit.end])


@given(texts)
def test_the_same_text_gives_the_same(text):
    assert MATCHER.find(text) == MATCHER.find(text)


@given(st.sampled_from(TRUSTED), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_a_trusted_name_is_found_in_any_case(name, cased):
    """In a list of skills, because some trusted names are everyday words too."""
    assert name.skill in skills(cased(name.name), is_list=True)


@given(st.lists(st.sampled_from(TRUSTED), max_size=3), st.lists(st.sampled_from(TRUSTED), max_size=3))
def test_two_texts_one_after_the_other_hold_what_each_holds(left, right):
    one, other = (", ".join(name.name for name in names) for names in (left, right))
    certain = [{hit.skill for hit in MATCHER.find(text).hits if hit.rule == "name"} for text in (one, other)]
    assert certain[0] | certain[1] <= skills(f"{one}. {other}")


HOSTILE = [
    "r, ",
    "java, r, ",
    "a",
    "machine ",
    "& ",
    "c+",
    ".net",
    "a\u0301",
    "(",
    "go\n",
    "kubernatez ",
    ". ",
    "\u00ad",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_more_than_its_length(piece):
    """Eight times the text takes about eight times as long; were it quadratic, 64 times."""
    short, long = (piece * (size // len(piece)) for size in (30_000, 240_000))
    assert seconds(long) < 24 * seconds(short) + 0.2


def test_a_megabyte_is_read_to_its_end():
    """Some seconds; were it quadratic, hours."""
    found = MATCHER.find("java, r, " * 111_111 + "Python")
    assert found.hits[-1].name == "Python"
    assert len(found.hits) == 2 * 111_111 + 1


def test_an_advert_is_read_in_milliseconds():
    """4,300 characters take about two; twenty leave room for a busy machine."""
    advert = " ".join(text for text, _ in TRAPS)[:4300]
    assert min(seconds(advert) for _ in range(20)) < 0.02


def seconds(text: str) -> float:
    """Of CPU; the least of three, as a busy machine only makes it more."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    start = time.process_time()
    MATCHER.find(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "slip", ["Pythn", "Dockre", "Jva", "Exel", "Kafak", "Mavne", "Contacts", "Interiors and inferior"]
)
def test_a_slip_in_a_short_name_is_another_word(slip):
    assert "slip" not in {hit.rule for hit in MATCHER.find(slip).hits}


@given(
    st.sampled_from([name.name for name in TRUSTED if name.is_tool and len(name.name) >= 9 and name.name.isalpha()]),
    st.data(),
)
def test_two_slips_are_another_word(name, data):
    """Only names of tools are forgiven a slip, and one only."""
    at = data.draw(st.integers(2, len(name) - 3))
    slipped = f"{name[:at]}qq{name[at:]}"
    assert "slip" not in {hit.rule for hit in MATCHER.find(slipped).hits}
