"""Stored pairs: what the database refuses, and how they are found."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from comparisons.models import Judging, Pair
from comparisons.models.pairs import MEASURED
from tests.constraints import (
    FACTORIES,
    Rule,
    assert_accepted,
    assert_refused,
    constraint_names,
    positive_fields,
    same,
)
from tests.factories import REVIEWED, ComparisonNoteFactory, JudgingFactory, PairFactory, RoleFactory

pytestmark = pytest.mark.django_db

UNMEASURED = dict.fromkeys(MEASURED)


def turned_round(there: Pair) -> dict:
    return {"first": there.second, "second": there.first}


def one_role(there: Pair) -> dict:
    return {"first": there.first, "second": there.first}


RULES = [
    Rule("pair_two_roles", "one role", Pair, one_role, same("first")),
    Rule("pair_once", "the same order", Pair, same("first", "second"), same("second")),
    Rule("pair_once_either_way", "the other order", Pair, turned_round, same("first")),
    Rule("pair_indexing_valid", "a word of one's own", Pair, {"indexing": "yes"}, {"indexing": "never"}),
    Rule("pair_overlap_per_cent", "more than all", Pair, {"overlap": 101}, {"overlap": 100}),
    Rule("pair_core_is_overlap", "a shared skill, no overlap", Pair, {"overlap": 0}, {"overlap": 0, "shared_core": 0}),
    Rule("pair_reasons_are_codes", "a sentence", Pair, {"reasons": "Too thin."}, {"reasons": "thin"}),
    Rule("pair_reasons_are_codes", "a comma too many", Pair, {"reasons": "far,"}, {"reasons": "far,thin"}),
    Rule("pair_reasons_are_codes", "a last line break", Pair, {"reasons": "far\n"}, {"reasons": "far"}),
    *[
        Rule("pair_measured_whole", f"all but {name}", Pair, {name: None}, UNMEASURED | {"reasons": "far"})
        for name in MEASURED
    ],
    Rule("pair_measured_whole", "more own words than words", Pair, {"own_words": 1_401}, {"own_words": 1_400}),
    Rule("pair_measured_whole", "more boilerplate than all", Pair, {"boilerplate": 101}, {"boilerplate": 100}),
    Rule("pair_measured_whole", "more than the same", Pair, {"nearest": 101}, {"nearest": 100}),
    Rule(
        "pair_measured_whole",
        "like a page, but not measured",
        Pair,
        UNMEASURED | {"reasons": "far", "nearest_pair": "a-vs-b"},
        {"nearest_pair": "a-vs-b"},
    ),
    Rule("pair_passes_when_measured", "passed unseen", Pair, UNMEASURED, UNMEASURED | {"reasons": "unmeasured"}),
    Rule("judging_one_row", "a second row", Judging, {"id": 2}, {"digest": "0" * 64}),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    assert constraint_names([Pair, Judging]) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", [f for f in positive_fields([Pair, Judging]) if not f.primary_key], ids=str)
def test_negative_number_is_refused(field):
    row = FACTORIES[field.model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: -1})


@pytest.mark.parametrize(
    ("indexing", "reasons", "is_indexable"),
    [
        ("auto", "", True),
        ("auto", "thin", False),
        ("always", "", True),
        ("always", "far,thin", True),
        ("never", "", False),
        ("never", "thin", False),
    ],
)
def test_the_verdict_follows_from_reasons_and_the_editors_word_in_the_database(indexing, reasons, is_indexable):
    pair = PairFactory()
    Pair.objects.filter(pk=pair.pk).update(indexing=indexing, reasons=reasons)
    assert Pair.objects.get().is_indexable == is_indexable


def test_pair_is_found_whichever_role_comes_first():
    pair = PairFactory()
    PairFactory(first=pair.first)
    PairFactory(second=pair.second)
    assert Pair.objects.of(pair.first_id, pair.second_id).get() == pair
    assert Pair.objects.of(pair.second_id, pair.first_id).get() == pair


def test_pair_goes_with_its_role():
    PairFactory().second.delete()
    assert not Pair.objects.exists()


@pytest.fixture
def abc():
    return [RoleFactory(slug=slug) for slug in ("a-role", "b-role", "c-role", "d-role")]


def test_indexable_pairs_come_by_address_without_those_of_withdrawn_roles(abc, django_assert_num_queries):
    a, b, c, d = abc
    PairFactory(first=b, second=c)
    PairFactory(first=a, second=c)
    PairFactory(first=a, second=b, indexing="always", reasons="far")
    PairFactory(first=b, second=d, reasons="far")
    PairFactory(first=c, second=d, indexing="never")
    PairFactory(first=a, second=RoleFactory(status="draft"))
    PairFactory(first=RoleFactory(status="draft"), second=a)
    with django_assert_num_queries(1):
        pairs = list(Pair.objects.indexable().iterator())
        assert {pair.first.reviewed_on for pair in pairs} == {REVIEWED}
        addresses = [pair.get_absolute_url() for pair in pairs]
    assert addresses == [
        f"/compare-roles/{pair}/" for pair in ("a-role-vs-b-role", "a-role-vs-c-role", "b-role-vs-c-role")
    ]


def test_the_editors_word_comes_from_the_note_in_either_order_and_goes_with_it(abc, django_assert_num_queries):
    a, b, c, _ = abc
    PairFactory(first=a, second=b)
    PairFactory(first=a, second=c, indexing="never")
    PairFactory(first=b, second=c)
    ComparisonNoteFactory(first=b, second=a, indexing="always", is_published=False)
    ComparisonNoteFactory(first=b, second=c)
    with django_assert_num_queries(1):
        assert Pair.objects.follow_notes() == 2
    words = {(pair.first.slug, pair.second.slug): pair.indexing for pair in Pair.objects.all()}
    assert words == {("a-role", "b-role"): "always", ("a-role", "c-role"): "auto", ("b-role", "c-role"): "auto"}
    assert Pair.objects.follow_notes() == 0


def test_pairs_move_between_databases_with_the_rest(tmp_path):
    """README: dumpdata and loaddata. What the database works out itself doesn't stand in the way."""
    pair = PairFactory(indexing="always", reasons="far,thin")
    JudgingFactory(digest="0" * 64)
    dump = tmp_path / "data.json"
    call_command("dumpdata", "roles", "comparisons", natural_foreign=True, natural_primary=True, output=str(dump))
    pair.first.delete()
    pair.second.delete()
    Judging.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0)
    moved = Pair.objects.get()
    assert (moved.first.slug, moved.is_indexable, moved.reasons) == (pair.first.slug, True, "far,thin")
    assert Judging.objects.get().digest == "0" * 64


def test_it_says_what_stands_against_it():
    assert [reason.value for reason in PairFactory(reasons="far,thin").against] == ["far", "thin"]
    assert PairFactory().against == []


def test_the_judging_says_when():
    assert str(JudgingFactory()) == "never"
    assert str(PairFactory(first__name="A", second__name="B")) == "A vs B"
