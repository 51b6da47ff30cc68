"""Sentences of a fit, what blocks, and what is read from an advert."""

import pytest

from profiles.facts import Certificate, ProfileFacts, SkillFact, Study
from profiles.fit.blockers import blockers
from profiles.fit.breakdown import Experience, breakdown
from profiles.fit.demands import Demands, Licence, Notice, licences, notice, plain
from profiles.fit.formula import Target
from profiles.fit.having import Have, Near, Part, Wishes, have
from profiles.fit.wording import blocker_sentence, experience_sentence, points_text, time, why

NAMES = {"tableau": "Tableau", "docker": "Docker", "docker-kubernetes": "Docker and Kubernetes"}


def has(months: int | None = None, papers: tuple[str, ...] = (), **wishes: object) -> Have:
    facts = ProfileFacts(months=months, certificates=tuple(Certificate(name) for name in papers))
    return have(facts, [], [], Wishes(**wishes))


def sentences(demands: Demands, has: Have) -> list[str]:
    return [blocker_sentence(each) for each in blockers(demands, has)]


@pytest.mark.parametrize(
    ("slug", "level", "said"),
    [
        ("power-bi", 0, "You have it."),
        ("power-bi", 1, "You have tried it, which counts 50%."),
        ("tableau", 0, "You have Tableau, which is near to it because both draw dashboards. That counts 70%."),
        ("other", 0, "It isn’t in your profile."),
    ],
)
def test_why_a_skill_counts_what_it_counts(slug, level, said):
    near = [Near("power-bi", "tableau", 70, "both draw dashboards")]
    of = have(ProfileFacts(skills=(SkillFact(slug, slug, level),)), near, [])
    [line] = breakdown(Target({"power-bi": 8_000}), of).lines
    assert why(line, NAMES) == said


def test_why_a_bundle_or_a_part_counts():
    parts = [Part("docker-kubernetes", "docker")]
    for own, asked, said in (
        ("docker", "docker-kubernetes", "You have Docker, which is part of it. That counts 50%."),
        ("docker-kubernetes", "docker", "It is part of Docker and Kubernetes, which you have. That counts 100%."),
    ):
        of = have(ProfileFacts(skills=(SkillFact(own, own),)), [], parts)
        assert why(breakdown(Target({asked: 8_000}), of).lines[0], NAMES) == said


def test_what_the_advert_does_not_name_is_said_so():
    [line] = breakdown(Target({"sql": 8_000}, 0, frozenset({"sql"})), has()).lines
    assert why(line, {}) == "The advert doesn’t name it; this role usually asks for it. It isn’t in your profile."


@pytest.mark.parametrize(
    ("months", "asked", "said"),
    [
        (30, 36, "3 years of work are asked for. You have 2 years and 6 months."),
        (0, 12, "1 year of work is asked for. You have none yet."),
        (None, 24, "2 years of work are asked for. You haven’t confirmed yours, so this part counts nothing."),
        (None, 0, "No experience is asked for, so this part is full."),
    ],
)
def test_experience_in_words(months, asked, said):
    assert experience_sentence(Experience(months, asked, 0)) == said


@pytest.mark.parametrize(
    ("months", "said"), [(1, "1 month"), (12, "1 year"), (31, "2 years and 7 months"), (0, "no time")]
)
def test_time_in_words(months, said):
    assert time(months) == said


@pytest.mark.parametrize(("score", "said"), [(0, "0.0"), (125_399, "12.5"), (999_999, "99.9"), (1_000_000, "100.0")])
def test_points_are_rounded_down(score, said):
    assert points_text(score) == said


# --- What blocks


def test_a_place_blocks_only_who_chose_others():
    demands = Demands(places={"pune": "Pune", "mumbai": "Mumbai"})
    assert sentences(demands, has()) == []
    assert sentences(demands, has(places=frozenset({"mumbai", "delhi-ncr"}))) == []
    assert sentences(demands, has(places=frozenset({"delhi-ncr"}))) == [
        "The job is in Mumbai and Pune. That isn’t among the places you chose."
    ]
    assert sentences(Demands(), has(places=frozenset({"delhi-ncr"}))) == []


def test_notice_blocks_who_needs_longer_or_did_not_say():
    demands = Demands(notice=Notice(15, "immediate joiner"))
    assert sentences(demands, has(notice_days=15)) == []
    assert sentences(demands, has(notice_days=60)) == [
        "The advert wants somebody within 15 days: “immediate joiner”. You need 60 days."
    ]
    assert sentences(demands, has()) == [
        "The advert wants somebody within 15 days: “immediate joiner”. Your profile doesn’t say when you can start."
    ]


def test_a_licence_blocks_who_has_no_paper_that_names_it():
    demands = Demands(licences=(Licence("a driving licence", "valid driving license"),))
    assert sentences(demands, has(papers=("Driving licence (LMV)",))) == []
    assert sentences(demands, has(papers=("Driving school",))) == [
        "The advert asks for a driving licence: “valid driving license”. Your profile names none."
    ]


def test_a_degree_is_a_paper_too():
    facts = ProfileFacts(studies=(Study("Chartered Accountant"),))
    demands = Demands(licences=licences("Qualified CA wanted."))
    assert demands.licences
    assert blockers(demands, have(facts, [], [])) == ()


@pytest.mark.parametrize(
    ("asked", "months", "blocks"),
    [(96, 48, True), (96, 49, False), (24, 0, True), (23, 0, False), (40, 20, False), (96, None, False), (0, 0, False)],
)
def test_years_block_far_below_only(asked, months, blocks):
    """Half of them or less, and 24 months or more missing: 40 - 20 = 20 are too few."""
    assert bool(blockers(Demands(months=asked), has(months))) is blocks


def test_years_far_below_in_words():
    assert sentences(Demands(months=96), has(12)) == [
        "8 years of work are asked for. You have 1 year, which is far below."
    ]


def test_what_blocks_does_not_touch_the_number():
    target, wishes = Target({"sql": 8_000}, 96), {"places": frozenset({"delhi-ncr"}), "notice_days": 90}
    assert breakdown(target, has(12)).score == breakdown(target, has(12, **wishes)).score


# --- What is read from an advert


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Notice period: max 30 days", 30),
        ("Notice period should be less than 15 days.", 15),
        ("Notice Period - 0 to 2 weeks", 14),
        ("Joining within 1 month", 30),
        ("We want immediate joiners.", 15),
        ("Immediate joiner, or notice period up to 10 days", 10),
        ("Serving notice period", None),
        ("We reply within 3 days.", None),
        ("A joint venture in 30 days", None),
    ],
)
def test_notice_is_read(text, days):
    found = notice(text)
    assert (found.days if found else None) == days
    assert found is None or found.words in text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Must have a valid driving licence.", "a driving licence"),
        ("Two-wheeler license is a must", "a driving licence"),
        ("Registered Nurse (RN) with 2 years", "registration with a Nursing Council"),
        ("CTET qualified teachers", "a teaching eligibility test"),
        ("Driving licence preferred", None),
        ("No driving licence needed", None),
        ("A driver’s licence is not required.", None),
        ("Software licence management", None),
        ("Licence to drive change", None),
    ],
)
def test_licences_are_read_but_not_what_is_merely_liked(text, name):
    assert [each.name for each in licences(text)] == ([name] if name else [])


def test_tags_are_no_words():
    assert plain("<p>Notice&nbsp;period:</p><p><b>15</b> days</p>") == "Notice period: 15 days"


def test_sentences_are_short():
    near = [Near("power-bi", "tableau", 70, "x" * 120)]
    of = have(ProfileFacts(skills=(SkillFact("t", "tableau"),)), near, [])
    line = breakdown(Target({"power-bi": 8_000}, 0, frozenset({"power-bi"})), of).lines[0]
    assert len(why(line, NAMES)) < 280
