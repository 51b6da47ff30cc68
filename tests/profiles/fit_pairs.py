"""PYTHONPATH=. python tests/profiles/fit_pairs.py: writes fit_pairs_N.json for version N of the formula.

Those of older versions stay. Fifty pairs of a profile and a target, with what the formula of that version makes of
each.
"""

import json
import random
from pathlib import Path
from typing import Any

from profiles.facts import ProfileFacts, SkillFact
from profiles.fit.breakdown import breakdown
from profiles.fit.formula import FORMULA_VERSION, target
from profiles.fit.having import Near, Part, have

PAIRS = 50
SKILLS = ("sql", "excel", "python", "r", "tableau", "power-bi", "dax", "statistics", "git", "docker", "aws", "spark")
NEAR = [["tableau", "power-bi", 70], ["python", "r", 40], ["excel", "dax", 30], ["sql", "spark", 25]]
PARTS = [["docker-kubernetes", "docker"], ["docker-kubernetes", "kubernetes"]]


def path(version: int) -> Path:
    return Path(__file__).with_name(f"fit_pairs_{version}.json")


def made_of(pair: dict[str, Any]) -> dict[str, Any]:
    """What the formula makes of a pair. Any: a file's own values."""
    asked = target(pair["stated"], pair["usual"], pair["asked"])
    assert asked
    skills = tuple(SkillFact(slug, slug, level) for slug, level in pair["own"].items())
    near, parts = [Near(*row) for row in NEAR], [Part(*row) for row in PARTS]
    found = breakdown(asked, have(ProfileFacts(months=pair["months"], skills=skills), near, parts))
    return {
        "points": dict(asked.points),
        "earned": {line.slug: line.earned for line in found.lines} | {"": found.experience.earned},
        "score": found.score,
        "gains": [[gain.slug, gain.points] for gain in found.gains],
    }


def pairs() -> list[dict[str, Any]]:
    chance, skills = random.Random(2026), [*SKILLS, "docker-kubernetes", "kubernetes"]  # noqa: S311
    found = []
    for number in range(PAIRS):
        named = chance.sample(skills, chance.choice([1, 2, 4, 6, 9, 12]))
        usual = chance.sample(skills, 5) if number % 3 else []
        pair = {
            "stated": {slug: chance.choice([2, 4]) * chance.randint(1, 8) for slug in named},
            "usual": {slug: chance.randint(1, 100) * chance.randint(1, 8) for slug in usual},
            "asked": chance.choice([0, 12, 24, 36, 60, 96]),
            "own": {slug: chance.choice([0, 1, 2, 3, 4]) for slug in chance.sample(skills, chance.randint(0, 9))},
            "months": chance.choice([None, 0, 7, 18, 30, 61, 130]),
        }
        found.append(pair)
    return found


def main() -> None:
    if path(FORMULA_VERSION).exists():
        raise SystemExit(f"{path(FORMULA_VERSION).name} is there: a change of the formula needs a new version.")
    rows = [json.dumps(pair | made_of(pair)) for pair in pairs()]
    path(FORMULA_VERSION).write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
