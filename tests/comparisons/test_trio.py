"""What is worked out of three roles: no database."""

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.trio import Trio, compare_trio, wording
from comparisons.trio.pay import pay_of
from comparisons.trio.work import own_work, shared_work
from roles.facts import Duty
from tests.comparisons.facts import editorial, quartiles, role

A, B, C = (role(name, duties=()) for name in ("Analyst", "Baker", "Cook"))


@dataclass(frozen=True)
class Name:
    slug: str

    @property
    def name(self) -> str:
        return self.slug.capitalize()

    @property
    def in_sentence(self) -> str:
        return self.slug


@dataclass(frozen=True)
class Row:
    """As RoleSkill.objects.for_roles() gives it."""

    skill: Name
    importance: int
    kind: str
    evidence_count: int = 0
    adverts_naming: int | None = None
    adverts_read: int | None = None


def asks(core: str = "", secondary: str = "", importance: int = 50) -> list[Row]:
    """Skills by their slugs, with spaces between."""
    kinds = [(slug, "core") for slug in core.split()] + [(slug, "secondary") for slug in secondary.split()]
    return [Row(Name(slug), importance, kind) for slug, kind in kinds]


def trio(*rows: list[Row], roles=(A, B, C), figures=((), (), ())) -> Trio:
    return compare_trio(roles, figures, rows or ([], [], []))


def duty(text: str, kind: str = "") -> Duty:
    return Duty(text, f"doing {text}", kind, f"{kind} work")


# --- Skills


def groups(three: Trio) -> list[tuple[str, list[str]]]:
    return [(wording.group_name(group), [skill.slug for skill in group.skills]) for group in three.core]


def test_skills_stand_under_the_roles_that_they_are_core_for_most_shared_first():
    three = trio(asks("sql excel maps"), asks("sql maps yeast", "knives"), asks("sql excel knives", "maps"))
    assert groups(three) == [
        ("all three", ["sql"]),
        ("Analysts and Bakers", ["maps"]),
        ("Analysts and Cooks", ["excel"]),
    ]
    assert [[skill.name for skill in column.skills] for column in three.columns] == [[], ["Yeast"], ["Knives"]]


def test_a_skill_of_one_says_who_else_names_it():
    three = trio(asks("sql"), asks("", "sql"), asks("knives", "sql"))
    [sql] = three.columns[0].skills
    assert wording.useful_for(sql) == "useful for Bakers and Cooks too"
    assert wording.useful_for(three.columns[2].skills[0]) == ""


def test_what_is_core_for_none_is_in_no_group():
    three = trio(asks("", "sql"), asks("", "sql"), asks())
    assert groups(three) == []
    assert [column.skills for column in three.columns] == [(), (), ()]


def test_each_use_stands_in_its_roles_column():
    [group] = trio(asks("sql", importance=90), asks("sql", importance=40), asks()).core
    uses = group.skills[0].uses
    assert [use and use.importance for use in uses] == [90, 40, None]


SKILLS = st.lists(
    st.builds(Row, st.sampled_from("abcdef").map(Name), st.integers(1, 100), st.sampled_from(["core", "secondary"])),
    max_size=6,
    unique_by=lambda row: row.skill.slug,
)


@given(st.tuples(SKILLS, SKILLS, SKILLS))
def test_every_core_skill_stands_once_and_nothing_depends_on_the_columns_order(rows):
    core = {row.skill.slug for of_one in rows for row in of_one if row.kind == "core"}
    seen = set()
    for order in itertools.permutations(range(3)):
        three = trio(*(rows[n] for n in order), roles=[(A, B, C)[n] for n in order])
        shown = [skill.slug for group in three.core for skill in group.skills]
        shown += [skill.in_sentence for column in three.columns for skill in column.skills]
        assert sorted(shown) == sorted(core)
        seen.add(frozenset((frozenset((pair.first.slug, pair.second.slug)), pair.per_cent) for pair in three.pairs))
    assert len(seen) == 1


# --- In common


def test_each_pair_has_its_overlap_and_the_way_to_its_page():
    # a and b: 50 + 50 of 50 + 100 points; a and c: the same skill alone; b and c as a and b
    three = trio(asks("sql"), asks("sql yeast"), asks("", "sql"))
    assert [(pair.name, pair.per_cent, pair.path) for pair in three.pairs] == [
        ("Analyst and Baker", 67, "/compare-roles/analyst-vs-baker/"),
        ("Analyst and Cook", 100, "/compare-roles/analyst-vs-cook/"),
        ("Baker and Cook", 67, "/compare-roles/baker-vs-cook/"),
    ]


def test_the_table_of_overlaps_is_symmetric_and_empty_where_a_role_meets_itself():
    table = trio(asks("sql"), asks("sql yeast"), asks("yeast")).overlap_table
    cells = [[pair and pair.per_cent for pair in pairs] for _, pairs in table]
    assert cells == [list(column) for column in zip(*cells, strict=True)]
    assert [cells[n][n] for n in range(3)] == [None, None, None]
    assert [column.role for column, _ in table] == [A, B, C]


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ((asks(), asks("sql"), asks()), "No two of them share a skill."),
        # 67 and 100 and 67: two are equally far
        (
            (asks("sql"), asks("sql yeast"), asks("sql")),
            "Analyst and Cook are nearest, with 100% of what the two ask for in common.",
        ),
        (
            (asks("sql"), asks("sql"), asks("yeast")),
            "Analyst and Baker are nearest, with 100% of what the two ask for in common; no other two share a skill.",
        ),
        # a–b 2 of 3 points shared (67), b–c 2 of 4 (50)
        (
            (asks("sql"), asks("sql yeast"), asks("yeast knives")),
            "Analyst and Baker are nearest, with 67% of what the two ask for in common; "
            "Analyst and Cook share no skill.",
        ),
        # a–b 100, a–c and b–c: 2 of 3 and 2 of 3, so say the nearest only
        ((asks("sql"), asks("sql"), asks("sql")), ""),
        # a–b 4 of 5 (80), a–c 2 of 5 (40), b–c 2 of 6 (33)
        (
            (asks("sql maps"), asks("sql maps yeast"), asks("sql knives fire")),
            "Analyst and Baker are nearest, with 80% of what the two ask for in common; "
            "Baker and Cook least, with 33%.",
        ),
    ],
)
def test_who_is_nearest_is_said_where_one_pair_is(rows, answer):
    assert wording.overlap_answer(trio(*rows)) == answer


# --- Work


def test_work_of_two_or_three_is_shared_that_of_all_first_and_the_rest_is_ones_own():
    ours = (duty("Frame"), duty("Test models", "tests"), duty("Call clients", "calls"))
    theirs = (duty("Ship"), duty("Ring buyers", "calls"), duty("Ring sellers", "calls"), duty("Split", "tests"))
    third = (duty("Ask around", "calls"), duty("Cook", "food"))
    shared = shared_work([ours, theirs, third])
    assert [(work.name, work.is_for_all) for work in shared] == [("calls work", True), ("tests work", False)]
    assert [[d.text for d in duties] for duties in shared[0].duties] == [
        ["Call clients"],
        ["Ring buyers", "Ring sellers"],
        ["Ask around"],
    ]
    assert [[d.text for d in duties] for duties in shared[1].duties] == [["Test models"], ["Split"], []]
    assert [[d.text for d in own_work(duties, shared)] for duties in (ours, theirs, third)] == [
        ["Frame"],
        ["Ship"],
        ["Cook"],
    ]


def test_duties_without_a_kind_are_never_shared():
    assert shared_work([(duty("Frame"),)] * 3) == ()


DUTIES = st.lists(
    st.builds(lambda n, kind: duty(f"Do {n}", kind), st.integers(0, 99), st.sampled_from(["tests", "calls", ""])),
    max_size=5,
    unique_by=lambda one: one.text,
).map(tuple)


@given(st.tuples(DUTIES, DUTIES, DUTIES))
def test_every_duty_of_every_role_stands_once(roles):
    shared = shared_work(roles)
    for number, duties in enumerate(roles):
        shown = [one for work in shared for one in work.duties[number]] + list(own_work(duties, shared))
        assert sorted(shown, key=lambda one: one.text) == sorted(duties, key=lambda one: one.text)


def test_only_work_of_all_three_is_a_takeaway():
    roles = [role(name, duties=(duty("Call", "calls"), duty("Test", "tests"))) for name in ("Analyst", "Baker")]
    with_third = trio(roles=(*roles, role("Cook", duties=(duty("Ring", "calls"),))))
    assert wording.work_answer(with_third) == "All three spend time on calls work."
    assert wording.work_answer(trio(roles=(*roles, C))) == ""


# --- Pay


def terms(*figures: list) -> tuple[list[str], str]:
    three = trio(figures=figures)
    return [column.figure.text if column.figure else "" for column in three.columns], wording.pay_terms(three)


def test_one_source_on_all_three_comes_before_the_best_of_each():
    shown, said = terms(
        [editorial(6, 30), quartiles(4, 5, 6)], [quartiles(5, 6, 7), editorial(7, 35)], [quartiles(8, 9, 10)]
    )
    assert shown == ["₹4L–₹6L", "₹5L–₹7L", "₹8L–₹10L"]
    assert said == "All three figures are on the same terms (Survey, all experience), so they can be compared."


def test_of_several_sources_the_one_that_is_best_for_the_role_that_it_tells_least_of():
    """The large survey counted 12 of the cooks; the small one enough of all."""
    small = [quartiles(low, low + 1, low + 2, "Small", sample_size=40) for low in (4, 5, 6)]
    large = [quartiles(low, low + 1, low + 2, "Large", sample_size=size) for low, size in ((7, 900), (8, 800), (9, 12))]
    for order in itertools.permutations(range(3)):
        pay = pay_of([[large[n], small[n]] for n in order], [None] * 3)
        assert pay.figures == tuple(small[n] for n in order)
        assert pay.alike == (0, 1, 2)


def test_only_two_on_the_same_terms_are_named():
    shown, said = terms([editorial(6, 30)], [quartiles(4, 5, 6)], [editorial(7, 35)])
    assert shown == ["₹6L–₹30L", "₹4L–₹6L", "₹7L–₹35L"]
    assert said == (
        "Only the figures of Analysts and Cooks are on the same terms: don’t compare that of Bakers with them."
    )


def test_different_sources_are_not_to_be_compared():
    _, said = terms([editorial(6, 30)], [quartiles(4, 5, 6)], [quartiles(4, 5, 6, "Adverts")])
    assert said.endswith("don’t compare them with each other.")
    _, said = terms([editorial(6, 30)], [], [quartiles(4, 5, 6)])
    assert said.endswith("don’t compare them with each other.")


def test_two_known_figures_on_the_same_terms_may_be_compared():
    shown, said = terms([quartiles(4, 5, 6)], [], [quartiles(8, 9, 10)])
    assert shown == ["₹4L–₹6L", "", "₹8L–₹10L"]
    assert said == "Both figures are on the same terms (Survey, all experience), so they can be compared."


@pytest.mark.parametrize("figures", [([], [], []), ([editorial(6, 30)], [], [])])
def test_of_one_figure_or_none_nothing_is_said(figures):
    assert terms(*figures)[1] == ""


# --- Whom each suits, and words


def test_what_holds_for_another_of_the_three_speaks_for_none():
    roles = (
        role("Analyst", suits=("like order", "like people"), avoid=("hate noise",)),
        role("Baker", suits=("like order", "rise early"), avoid=("hate noise", "sleep late")),
        role("Cook", suits=("rise early",)),
    )
    columns = trio(roles=roles).columns
    assert [column.likes for column in columns] == [("like people",), (), ()]
    assert [column.avoid for column in columns] == [(), ("sleep late",), ()]


def test_columns_have_a_place_each_whichever_role_stands_there():
    assert [(c.place, c.role) for c in trio(roles=(C, A, B)).columns] == [("left", C), ("right", A), ("third", B)]
    assert trio(roles=(C, A, B)).path == "/compare-roles/analyst-vs-baker-vs-cook/"


@pytest.mark.parametrize(
    ("core", "answer"),
    [
        ("", "No skill is core for all three."),
        ("sql", "Sql is core for all three."),
        ("a b c d e f", "A, b, c, d and 2 more are core for all three."),
    ],
)
def test_what_is_core_for_all_three_is_said(core, answer):
    assert wording.skills_answer(trio(*[asks(core)] * 3)) == answer


@given(st.lists(st.text("ab ", min_size=1, max_size=60).map(str.strip).filter(bool), min_size=3, max_size=3))
def test_title_and_description_fit_whatever_the_names(names):
    three = trio(roles=tuple(role(f"A{name}") for name in names))
    assert len(wording.title(three)) <= 60
    assert len(wording.description(three)) <= 155


def test_title_and_description_of_names_of_usual_length():
    assert wording.title(trio()) == "Analyst vs Baker vs Cook: pay, skills, work"
    assert wording.description(trio()) == (
        "Analyst, Baker and Cook in India: pay with its source, the skills all or two of them share, the work, "
        "and whom each suits."
    )
