"""The words of the guides as they stand in the fixtures: each role's own, in British spelling. No database."""

import re
from collections import defaultdict

from tests.test_fixtures import rows

PROSE = ("summary", "overview", "question", "output", "measured_by", "works_with", "typical_day", "entry")


def role_texts() -> list[tuple[str, str]]:
    """Every sentence, clause and duty of the guides with its role."""
    texts = [(role["slug"], role[name]) for role in rows("roles.role") for name in PROSE]
    texts += [
        (role["slug"], line)
        for role in rows("roles.role")
        for name in ("suits", "avoid")
        for line in role[name].splitlines()
    ]
    texts += [(duty["role"][0], duty["text"]) for duty in rows("roles.responsibility")]
    texts += [(step["role"][0], step["does"]) for step in rows("roles.careerstep")]
    return [(role, part) for role, text in texts for part in re.split(r"(?<=[.?!;:])\s+", text)]


def test_no_eight_words_stand_in_two_roles():
    """Nor in a role and a note: nothing is a template with the role's name swapped in."""
    owners = defaultdict(set)
    notes = [(f"{note['first']} {note['second']}", note["verdict"]) for note in rows("comparisons.comparisonnote")]
    for owner, text in role_texts() + notes:
        words = re.findall(r"[a-z0-9'&/+#.-]*[a-z0-9+#]", text.lower())
        for start in range(len(words) - 7):
            owners[" ".join(words[start : start + 8])].add(owner)
    assert len(owners) > 20_000
    assert {run: found for run, found in owners.items() if len(found) > 1} == {}


AMERICAN = re.compile(
    r"\b\w*(?:organiz|analyz|optimiz|utiliz|prioritiz|summariz|standardiz|categoriz|minimiz|maximiz|finaliz|recogniz"
    r"|specializ|visualiz|behavior|color|favor|fulfill\b|modeling|labeling|traveling|counselor)\w*",
    re.IGNORECASE,
)


def test_guides_are_in_british_spelling():
    texts = [text for _, text in role_texts()] + [skill["summary"] for skill in rows("roles.skill")]
    assert [text for text in texts if AMERICAN.search(text)] == []
