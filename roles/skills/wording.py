"""One-liners about a skill, each with a limit."""

from roles.skills.guide import SkillGuide
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, fitting


def title(guide: SkillGuide) -> str:
    name = guide.skill.name
    if not guide.uses.count:
        return fitting(TITLE_LIMIT, f"{name}: what it is", name)
    return fitting(TITLE_LIMIT, f"{name}: which roles in India use it", f"{name}: which roles use it", name)


def description(guide: SkillGuide) -> str:
    name, number = guide.skill.name, guide.uses.count
    if not number:
        return fitting(
            DESCRIPTION_LIMIT, f"What {name} is. None of the roles that we describe uses it by itself.", name
        )
    first = guide.uses.shown[0].plural
    by = f"used by {number} roles in India, most of all by {first}" if number > 1 else f"used by {first} in India"
    return fitting(
        DESCRIPTION_LIMIT,
        f"{name}: {by}. How much it matters in each, how many adverts name it, and which skills go with it.",
        f"{name}: {by}. How much it matters in each, and what goes with it.",
        f"{name}: {by}.",
    )
