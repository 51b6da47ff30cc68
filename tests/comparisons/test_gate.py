"""The gate's rules: what stands against a pair."""

from datetime import date

import pytest

from comparisons.gate import rules
from comparisons.gate.distinctness import Distinctness
from comparisons.gate.rules import TEXTS, PairFacts, Reason, RoleState, hurdles, is_complete, judge, oldest_fresh

TODAY = date(2026, 11, 25)
GOOD = RoleState(is_complete=True, reviewed_on=date(2026, 11, 1))
GAP = RoleState(is_complete=False, reviewed_on=date(2026, 11, 1))


def pair(overlap: int = 40, shared_core: int = 2, left: RoleState = GOOD, right: RoleState = GOOD) -> PairFacts:
    return PairFacts(left, right, overlap, shared_core)


def text(own_words: int = 300, boilerplate: int = 15, nearest: int = 37) -> Distinctness:
    return Distinctness(1_400, own_words, boilerplate, nearest, "a-vs-c")


def reviewed(on: date | None) -> RoleState:
    return RoleState(is_complete=True, reviewed_on=on)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (pair(), []),
        (pair(overlap=20), []),
        (pair(overlap=19), [Reason.FAR]),
        (pair(overlap=90), []),
        (pair(overlap=91), [Reason.TWINS]),
        (pair(shared_core=1), []),
        (pair(shared_core=0), [Reason.CORELESS]),
        (pair(overlap=0, shared_core=0), [Reason.FAR, Reason.CORELESS]),
        (pair(left=GAP), [Reason.INCOMPLETE]),
        (pair(right=GAP), [Reason.INCOMPLETE]),
        (pair(left=GAP, right=GAP, overlap=5), [Reason.INCOMPLETE, Reason.FAR]),
        # 18 months are 547.875, so 548 days: 2026-11-25 less 548 days is 2025-05-26
        (pair(left=reviewed(date(2025, 5, 26))), []),
        (pair(left=reviewed(date(2025, 5, 25))), [Reason.STALE]),
        (pair(right=reviewed(date(2025, 5, 25))), [Reason.STALE]),
        (pair(right=reviewed(None)), [Reason.STALE]),
    ],
)
def test_what_stands_against_a_pair_before_its_page_is_read(facts, expected):
    assert list(hurdles(facts, TODAY)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (text(), []),
        (text(own_words=150), []),
        (text(own_words=149), [Reason.THIN]),
        (text(boilerplate=60), []),
        (text(boilerplate=61), [Reason.BOILERPLATE]),
        (text(nearest=70), []),
        (text(nearest=71), [Reason.LOOKALIKE]),
        (text(own_words=0, boilerplate=100, nearest=100), [Reason.BOILERPLATE, Reason.LOOKALIKE, Reason.THIN]),
        (None, [Reason.UNMEASURED]),
    ],
)
def test_what_stands_against_a_page(found, expected):
    judgement = judge(pair(), found, TODAY)
    assert list(judgement.reasons) == expected
    assert judgement.is_indexable == (not expected)


def test_a_pair_that_fell_before_isnt_blamed_for_not_being_measured():
    assert judge(pair(overlap=3), None, TODAY).reasons == (Reason.FAR,)


def test_a_measured_page_of_a_pair_that_falls_by_the_rules_is_told_both():
    assert judge(pair(overlap=3), text(own_words=0), TODAY).reasons == (Reason.FAR, Reason.THIN)


def test_a_role_is_complete_with_every_text_and_enough_of_the_rest():
    texts = dict.fromkeys(TEXTS, "Something.")
    assert is_complete(texts, duties=5, core_skills=5, steps=3)
    for name in TEXTS:
        for empty in ("", " \n"):
            assert not is_complete(texts | {name: empty}, duties=5, core_skills=5, steps=3), name
    assert not is_complete(texts, duties=4, core_skills=5, steps=3)
    assert not is_complete(texts, duties=5, core_skills=4, steps=3)
    assert not is_complete(texts, duties=5, core_skills=5, steps=2)


def test_the_oldest_review_that_counts_moves_with_the_day():
    assert oldest_fresh(TODAY) == date(2025, 5, 26)


def test_every_reason_has_a_sentence_of_its_own_with_the_limit_in_it(monkeypatch):
    sentences = [reason.sentence for reason in Reason]
    assert len(set(sentences)) == len(Reason)
    assert all(sentence.endswith(".") for sentence in sentences)
    monkeypatch.setattr(rules, "OWN_WORDS", 777)
    assert Reason.THIN.sentence == "Fewer than 777 words of its own."


def test_no_code_is_a_part_of_another_as_the_database_searches_for_it_in_a_list():
    codes = [reason.value for reason in Reason]
    assert [one for one in codes if any(one in other for other in codes if other != one)] == []
    assert len(",".join(codes)) <= 200
