"""The catalogue's names as the fixtures have them, for tests that need no database."""

import json
from functools import cache
from typing import Any

from django.conf import settings

from jobs.reading.places import PlaceName
from jobs.reading.places import town_names as named
from jobs.reading.titles import RoleName
from roles.matching.catalogue import TOOLS
from roles.matching.names import SkillName, Trusted


@cache
def rows(file: str, model: str) -> list[dict[str, Any]]:
    path = settings.BASE_DIR / "fixtures" / file
    return [row["fields"] for row in json.loads(path.read_text()) if row["model"] == f"roles.{model}"]


def skill_names() -> list[SkillName]:
    own = rows("20_skills.json", "skill")
    is_tool = {row["slug"]: row["category"] in TOOLS for row in own}
    named = [(row["slug"], row) for row in own]
    named += [(row["skill"][0], row) for row in rows("21_skill_names.json", "skillalias")]
    return [SkillName(slug, row["name"], Trusted(row.get("trust", "text")), is_tool[slug]) for slug, row in named]


def role_names() -> list[RoleName]:
    own = [
        RoleName(row["slug"], name, is_own=True)
        for row in rows("30_roles.json", "role")
        for name in (row["name"], row["plural"])
    ]
    return own + [RoleName(row["role"][0], row["name"]) for row in rows("31_role_names.json", "rolealias")]


def town_names() -> list[PlaceName]:
    cities = {row["slug"]: row["name"] for row in rows("10_reference.json", "location") if row["kind"] == "city"}
    aliases = rows("11_place_names.json", "locationalias")
    own = [(name, name, slug) for slug, name in cities.items()]
    others = [(row["name"], row.get("town") or cities[row["location"][0]], row["location"][0]) for row in aliases]
    return list(named([*own, *others]))
