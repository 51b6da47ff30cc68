"""One-liners about three roles, each with a limit. Pure; longer sentences are in the templates."""

from comparisons import wording
from comparisons.trio.facts import CoreGroup, OwnSkill, PairOverlap, Trio
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, capitalised, fitting, join_words

NAMED = 4  # skills in a sentence


def heading(trio: Trio) -> str:
    return " vs ".join(role.name for role in trio.roles)


def title(trio: Trio) -> str:
    names = heading(trio)
    return fitting(TITLE_LIMIT, f"{names}: pay, skills, work", f"{names}: compared", names)


def description(trio: Trio) -> str:
    names = join_words(role.name for role in trio.roles)
    return fitting(
        DESCRIPTION_LIMIT,
        f"{names} in India: pay with its source, the skills all or two of them share, the work, and whom each suits.",
        f"{names} in India: pay, shared skills, work, and whom each suits.",
        f"{names}: pay, skills and work in India.",
        f"{names} compared.",
    )


def pay_terms(trio: Trio) -> str:
    """Which of the figures shown can be compared; nothing where no figure is shown."""
    pay = trio.pay
    if len(pay.known) < 2:
        return ""
    if pay.terms is None:
        return "These figures are from different sources or years of experience: don’t compare them with each other."
    if pay.alike != pay.known:
        [apart] = (trio.roles[number] for number in pay.known if number not in pay.alike)
        alike = join_words(trio.roles[number].plural for number in pay.alike)
        return f"Only the figures of {alike} are on the same terms: don’t compare that of {apart.plural} with them."
    all_of_them = "All three" if len(pay.known) == len(trio.roles) else "Both"
    where = f"{pay.terms.source.name}, {pay.terms.experience}"
    return f"{all_of_them} figures are on the same terms ({where}), so they can be compared."


def takeaways(trio: Trio) -> tuple[tuple[str, str], ...]:
    """A word and a sentence each; only those that there is something to say about."""
    said = (("Skills", skills_answer(trio)), ("In common", overlap_answer(trio)), ("Work", work_answer(trio)))
    return tuple((about, sentence) for about, sentence in said if sentence)


def skills_answer(trio: Trio) -> str:
    core = trio.core_for_all
    if not core:
        return "No skill is core for all three."
    names = wording.names(core, NAMED)
    return f"{capitalised(names)} {'is' if len(core) == 1 else 'are'} core for all three."


def overlap_answer(trio: Trio) -> str:
    """The pair that has most in common and the one that has least, where there is one such pair."""
    least, middle, most = sorted(trio.pairs, key=lambda pair: pair.per_cent)
    if not most.per_cent:
        return "No two of them share a skill."
    if most.per_cent == middle.per_cent:
        return ""
    nearest = f"{most.name} are nearest, with {most.per_cent}% of what the two ask for in common"
    return f"{'; '.join(filter(None, [nearest, _least(least, middle)]))}."


def _least(least: PairOverlap, middle: PairOverlap) -> str:
    if not middle.per_cent:
        return "no other two share a skill"
    if least.per_cent == middle.per_cent:
        return ""
    return f"{least.name} least, with {least.per_cent}%" if least.per_cent else f"{least.name} share no skill"


def work_answer(trio: Trio) -> str:
    """Kinds of work that all three do; nothing where there is none."""
    kinds = [work.name for work in trio.work if work.is_for_all]
    return f"All three spend time on {join_words(kinds)}." if kinds else ""


def group_name(group: CoreGroup) -> str:
    """ "all three", "Data Analysts and Data Scientists"."""
    return "all three" if len(group.roles) > 2 else join_words(role.plural for role in group.roles)


def useful_for(skill: OwnSkill) -> str:
    """ "useful for Data Analysts too"; nothing where no other role names it."""
    return f"useful for {join_words(role.plural for role in skill.useful_for)} too" if skill.useful_for else ""
