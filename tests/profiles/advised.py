"""Cases to advise on, by the names of a small catalogue."""

from dataclasses import replace

from resumes import ASHA

from profiles.advice.advising import advise
from profiles.advice.case import Case, OwnFile, WantedSkill, told
from profiles.facts import Position, When
from roles.matching.matcher import SkillMatcher
from roles.matching.names import SkillName, Trusted

NAMES = {
    "javascript": "JavaScript",
    "sql": "SQL",
    "python": "Python",
    "power-bi": "Power BI",
    "statistics": "Statistics",
    "r": "R",
    "tableau": "Tableau",
    "node": "Node.js",
}
MATCHER = SkillMatcher(
    [SkillName(slug, name, Trusted.LIST if slug == "r" else Trusted.TEXT, True) for slug, name in NAMES.items()]
)
TOOLS = frozenset(NAMES) - {"statistics"}
TODAY = When(2025, 6)


def case(facts=ASHA, text=None, wanted=(), **own):
    file = OwnFile(text, **own) if text is not None else None
    return Case(facts, MATCHER, TODAY, file, tuple(WantedSkill(slug, NAMES[slug]) for slug in wanted), TOOLS)


def found(code, *args, **kwargs):
    return [finding for finding in advise(case(*args, **kwargs)) if finding.code == code]


def only(code, *args, **kwargs):
    (finding,) = found(code, *args, **kwargs)
    return finding


def worked(*lines, **about):
    position = Position("Analyst", "Acme", start=When(2020, 1), end=When(2021, 1), lines=lines)
    return replace(ASHA, positions=(replace(position, **about),), projects=())


def told_after(finding, facts):
    return list(told(finding.fix.change(facts)))


GOOD = (
    """Asha Rao
Skills
SQL, Python
Work Experience
Senior Data Analyst, Acme Retail
Education
B.Sc., Fergusson College
"""
    + " word" * 200
)
