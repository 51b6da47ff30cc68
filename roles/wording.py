"""One-liners about a role, each with a limit."""

from roles.guide import RoleGuide
from roles.words import DESCRIPTION_LIMIT, TITLE_LIMIT, counted, fitting


def title(guide: RoleGuide) -> str:
    name = guide.role.name
    return fitting(TITLE_LIMIT, f"{name} in India: work, skills and pay", f"{name}: work, skills and pay", name)


def description(guide: RoleGuide) -> str:
    pay = f"pay ({guide.headline.text})" if guide.headline else "what is known of pay"
    skills = counted(len(guide.core), "core skill")
    plural = guide.role.plural
    return fitting(
        DESCRIPTION_LIMIT,
        f"What {plural} in India do, the {skills} employers name, {pay}, experience and ways in. With every source.",
        f"What {plural} in India do, the {skills} employers name, {pay} and ways in, with sources.",
        f"What {plural} do, {skills}, {pay}.",
    )
