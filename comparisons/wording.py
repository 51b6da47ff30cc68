"""One-liners about a pair, each with a limit. Pure; longer sentences are in the templates."""

from collections.abc import Sequence

from comparisons.comparison import ComparedSkill, Comparison, Switch
from comparisons.pay import LEVEL_BELOW, PayMatch, Verdict
from roles.facts import RoleFacts
from roles.money import lakh
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, counted, fitting, join_words


def title(comparison: Comparison) -> str:
    pair = _pair(comparison)
    return fitting(TITLE_LIMIT, f"{pair}: pay, skills, difference", f"{pair}: the difference", pair)


def description(comparison: Comparison) -> str:
    pair = _pair(comparison)
    shared = counted(comparison.shared_count, "shared skill")
    match = comparison.pay.headline
    pay = f"pay {match.left.text} vs {match.right.text}" if match else "what is known of pay"
    return fitting(
        DESCRIPTION_LIMIT,
        f"{pair} in India: {shared}, {pay}, what each does, and what it takes to switch. Every figure with its source.",
        f"{pair} in India: {shared}, {pay}, duties and switching, with sources.",
        f"{pair}: {shared}, {pay}.",
        f"{pair}: {shared}.",
    )


def _pair(comparison: Comparison) -> str:
    return f"{comparison.left.role.name} vs {comparison.right.role.name}"


def names(skills: Sequence[ComparedSkill], most: int = 99) -> str:
    """Skills inside a sentence: "Python, SQL and feature engineering"; "Python, SQL and 4 more" past the limit."""
    shown = [skill.in_sentence for skill in skills[:most]]
    more = len(skills) - len(shown)
    return join_words([*shown, f"{more} more"] if more else shown)


def pay_answer(comparison: Comparison) -> str:
    """Which pays more, from numbers: who or neither, by what, and by how much."""
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
    return f"{answer}{when}. {_terms(match)}, {_reason(comparison, match)}.{weakness}"


def _pay_unknown(comparison: Comparison) -> str:
    left, right = comparison.pay.left, comparison.pay.right
    if left and right:
        return "No source gives both on the same terms, so we don't say which pays more."
    if not left and not right:
        return "We know no pay figure for either that we would stand behind."
    missing = comparison.right.role if left else comparison.left.role
    return f"We know no pay figure for {missing.plural} that we would stand behind, so nothing can be compared."


def _terms(match: PayMatch) -> str:
    """ "By our editorial ranges (1–8 years)"."""
    source = "our editorial ranges" if match.left.is_editorial else match.left.source.name
    return f"By {source} ({match.left.experience})"


def _reason(comparison: Comparison, match: PayMatch) -> str:
    left, right = match.left, match.right
    if left.ends is None or right.ends is None:
        return _medians(match)
    if left.ends == right.ends:
        return f"both ranges are {left.text}"
    ranges = f"{left.text} and {right.text}"
    if not match.overlap_share:
        return f"{ranges} don't overlap"
    only = "only " if match.ranges_apart else ""
    rest = _medians(match) if left.p50 and right.p50 else _ends(comparison, match)
    return f"{ranges} share {only}{match.overlap_share}% of all they span; {rest}"


def _weakness(match: PayMatch) -> str:
    """Why a difference is only suggested."""
    if match.left.is_editorial:
        return "That is an editor's estimate, without a sample."
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


def experience_answer(comparison: Comparison) -> str:
    """Experience asked for: said to be equal where it is."""
    left, right = comparison.left.role, comparison.right.role
    if not (left.experience and right.experience):
        return ""
    if comparison.same_experience:
        return f"No difference: {left.experience} for both."
    return f"{left.experience} for {left.a_name}, {right.experience} for {right.a_name}."


def switch_answer(switch: Switch) -> str:
    """What a switch takes in core skills: "From Data Scientist to …: 3 of 7 core skills are shared, 3 are new"."""
    have, new = len(switch.have), len(switch.missing)
    if switch.total == 0:
        return ""
    start = f"A move from {switch.origin.name} to {switch.target.name}"
    if new == 0:
        return f"{start}: no core skill would be entirely new."
    met = f"{have} of the {counted(switch.total, 'core skill')} {'is' if have == 1 else 'are'} yours already"
    if have == 0:
        met = "none of the core skills is yours already" if not switch.touched else "no core skill carries over whole"
    return f"{start}: {met}, {new} would be new."
