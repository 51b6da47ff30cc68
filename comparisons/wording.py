"""One-liners about a pair, each with a limit. Pure; longer sentences are in the templates."""

from collections.abc import Sequence
from typing import Protocol

from comparisons.comparison import Comparison
from comparisons.pay import LEVEL_BELOW, PayMatch, PayQuestion, Verdict
from comparisons.questionnaire import Answer
from comparisons.skills import NearPair
from comparisons.switching import Distance, Switch
from comparisons.work import Work
from roles.facts import RoleFacts
from roles.money import lakh
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, capitalised, counted_years, fitting, join_words


class InSentence(Protocol):
    @property
    def in_sentence(self) -> str: ...


def title(comparison: Comparison) -> str:
    pair = comparison.name
    return fitting(TITLE_LIMIT, f"{pair}: pay, skills, difference", f"{pair}: the difference", pair)


def suits_title(comparison: Comparison) -> str:
    pair = " or ".join(role.name for role in comparison.roles)
    return fitting(TITLE_LIMIT, f"{pair}: which suits me?", pair)


def description(comparison: Comparison) -> str:
    pair = comparison.name
    shared = f"{comparison.overlap}% of skills in common"
    match = comparison.pay.headline
    pay = f"pay {match.left.text} vs {match.right.text}" if match else "what is known of pay"
    return fitting(
        DESCRIPTION_LIMIT,
        f"{pair} in India: {shared}, {pay}, what each does, and what it takes to switch. Every figure with its source.",
        f"{pair} in India: {shared}, {pay}, duties and switching, with sources.",
        f"{pair}: {shared}, {pay}.",
        f"{pair}: {shared}.",
    )


def names(skills: Sequence[InSentence], most: int = 99) -> str:
    """Skills inside a sentence: "Python, SQL and feature engineering"; "Python, SQL and 4 more" past the limit."""
    shown = [skill.in_sentence for skill in skills[:most]]
    more = len(skills) - len(shown)
    return join_words([*shown, f"{more} more"] if more else shown)


def pay_answer(comparison: Comparison) -> str:
    """Which pays more, from numbers: who or neither, by what, and by how much; and whether all sources agree."""
    match = comparison.pay.headline
    if match is None:
        return _pay_unknown(comparison)
    higher = _higher(comparison, match).plural
    answer = {
        Verdict.CLEAR: f"{higher} are paid more",
        Verdict.TENDS: f"{higher} tend to be paid more",
        Verdict.SEEMS: f"{higher} seem to be paid more",
        Verdict.NEITHER: "Neither clearly pays more",
    }[match.verdict]
    when = " at the start; of later years we know nothing on the same terms" if match.left.is_for_beginners else ""
    weakness = f" {_weakness(match)}" if match.verdict is Verdict.SEEMS else ""
    doubt = " Not all sources agree." if comparison.pay.sources_disagree else ""
    return f"{answer}{when}. {_terms(match)}, {_reason(comparison, match)}.{weakness}{doubt}"


def _pay_unknown(comparison: Comparison) -> str:
    left, right = comparison.pay.left, comparison.pay.right
    if left and right:
        return "No source gives both on the same terms, so we don’t say which pays more."
    if not left and not right:
        return "We know no pay figure for either that we would stand behind."
    missing = comparison.right.role if left else comparison.left.role
    return f"We know no pay figure for {missing.plural} that we would stand behind, so nothing can be compared."


def _terms(match: PayMatch) -> str:
    """ "By our editorial ranges (1–8 years)", "By Internshala job adverts (0–2 years, Pune)"."""
    source = "our editorial ranges" if match.left.is_editorial else match.left.source.name
    place = "" if match.left.is_whole_country else f", {match.left.place}"
    return f"By {source} ({match.left.experience}{place})"


def _reason(comparison: Comparison, match: PayMatch) -> str:
    left, right = match.left, match.right
    if left.ends is None or right.ends is None:
        return _medians(match)
    if left.ends == right.ends:
        return f"both ranges are {left.text}"
    ranges = f"{left.text} and {right.text}"
    if not match.overlap_share:
        return f"{ranges} don’t overlap"
    only = "only " if match.ranges_apart else ""
    rest = _medians(match) if left.p50 and right.p50 else _ends(comparison, match)
    return f"{ranges} share {only}{match.overlap_share}% of all they span; {rest}"


def _weakness(match: PayMatch) -> str:
    """Why a difference is only suggested."""
    if match.left.is_editorial:
        return "That is an editor’s estimate, without a sample."
    return f"Few {match.left.sample_noun} stand behind it: {match.left.sample_text} and {match.right.sample_text}."


def _medians(match: PayMatch) -> str:
    left, right = lakh(match.left.middle), lakh(match.right.middle)
    if left == right:
        return f"both medians are {left}"
    apart = f"level within {LEVEL_BELOW}%" if match.lead == 0 else f"{match.gap}% apart"
    return f"the medians are {left} and {right}, {apart}"


def _ends(comparison: Comparison, match: PayMatch) -> str:
    """Which end is higher, by how much: the top end, or the low end where the tops are equal."""
    (low, high), (other_low, other_high) = match.left.ends or (0, 0), match.right.ends or (0, 0)
    end, gap = ("top", high - other_high) if high != other_high else ("low", low - other_low)
    role = comparison.left.role if gap > 0 else comparison.right.role
    return f"the {end} end is {lakh(abs(gap))} higher for {role.plural}"


def _higher(comparison: Comparison, match: PayMatch) -> RoleFacts:
    return comparison.left.role if match.lead < 0 else comparison.right.role


def asked_for(question: PayQuestion) -> str:
    """ "all of India", "Pune, with 3 years of experience"."""
    place = question.place or "all of India"
    if question.years is None:
        return place
    return f"{place}, with {counted_years(question.years)} of experience"


def gaps(match: PayMatch) -> tuple[str, str]:
    """Under each figure, whether it is the higher one, and by how much: ("12% more", "–")."""
    if match.lead == 0:
        return "level", "level"
    at = "" if match.left.p50 and match.right.p50 else " in the middle"
    more = f"{match.gap}% more{at}"
    return (more, "–") if match.lead < 0 else ("–", more)


def match_fact(match: PayMatch) -> str:
    """Which figures a reader may find wrong: "₹6L–₹30L and ₹7L–₹35L, OnJob editorial range, 1–8 years, India"."""
    left = match.left
    return f"{left.text} and {match.right.text}, {left.source.name}, {left.experience}, {left.place}"


def near_reason(pair: NearPair) -> str:
    """How far two skills stand in for each other, and why: "to 60%: both draw dashboards from a data model"."""
    most, least = max(pair.left_to_right, pair.right_to_left), min(pair.left_to_right, pair.right_to_left)
    if not pair.reason:
        return "one is a part of the other"
    return f"to {most}%: {pair.reason}" if most == least else f"to {least}–{most}%: {pair.reason}"


def overlap_answer(comparison: Comparison) -> str:
    """What both ask for: "59% of what the two ask for is the same; Python, SQL and 1 more are core for both."."""
    if not comparison.overlap:
        return "No skill is asked of both."
    same = f"{comparison.overlap}% of what the two ask for is the same"
    core = comparison.skills.core_both
    if core:
        return f"{same}; {names(core, 3)} {'is' if len(core) == 1 else 'are'} core for both."
    return f"{same}, but no skill is core for both."


def work_answer(work: Work) -> str:
    """Kinds of work that both do; nothing where no kind is known of either."""
    if work.shared:
        return f"Both spend time on {'; '.join(shared.name for shared in work.shared)}."
    known = all(any(duty.kind for duty in duties) for duties in (work.left, work.right))
    return "No kind of work is typical of both." if known else ""


def fit_answer(answer: Answer) -> str:
    """What somebody's ticks say, skills and work apart."""
    by_skills, by_work = answer.by_skills, answer.by_work
    if by_skills and by_work:
        if by_skills == by_work:
            return f"By your skills and by the work you like, {by_skills.name} suits you better."
        return f"Your skills point to {by_skills.name}, the work you like to {by_work.name}. Skills can be learnt."
    if by_skills:
        return f"By your skills, {by_skills.name} suits you better; by the work you like the two are level."
    if by_work:
        return f"By the work you like, {by_work.name} suits you better; by your skills the two are level."
    return "Neither suits you clearly better: by skills and by work the two are level."


def takeaways(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """A word and a sentence each; only those that there is something to say about."""
    switches = ((f"To {switch.target.name}", capitalised(switch_answer(switch))) for switch in comparison.switches)
    said = (
        ("Pay", pay_answer(comparison)),
        ("Skills", overlap_answer(comparison)),
        ("Work", work_answer(comparison.work)),
        *switches,
    )
    return tuple((about, sentence) for about, sentence in said if sentence)


DISTANCES = {Distance.NEAR: "a near move", Distance.MODERATE: "a moderate step", Distance.FAR: "a far jump"}


def switch_answer(switch: Switch) -> str:
    """How far a switch is, what is new at its core: "a moderate step: 52% of its core comes along; MLOps is new."."""
    if switch.total == 0:
        return ""
    start = f"{DISTANCES[switch.distance]}: {switch.carried}% of its core comes along"
    if not switch.missing:
        return f"{start}, and nothing at the core is wholly new."
    return f"{start}; {names(switch.missing, 3)} {'is' if len(switch.missing) == 1 else 'are'} new."
