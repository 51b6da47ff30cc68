"""The page of two roles as one plain dict. Pure.

schema.json says what each key means. What isn't known is None, what there is none of an empty list.
"""

from dataclasses import dataclass

from comparisons import wording
from comparisons.comparison import Comparison, Side
from comparisons.routes import Route
from comparisons.skills import ComparedSkill, NearPair, Skills, Use
from comparisons.switching import Switch
from comparisons.take_home import TakeHomeRow
from comparisons.twins.answers import Answer
from comparisons.twins.figures import Facts, day, figure, pay
from comparisons.work import Duties
from roles.facts import RoleFacts
from roles.words import capitalised

SCHEMA_PATH = "/compare-roles/schema.json"
VERSION = 1  # goes up when a key goes or changes its meaning
LICENCE = "Words, roles and skills: CC BY 4.0. Pay: ODbL 1.0. Terms and the sources’ own notices: {site}/data/"


@dataclass(frozen=True)
class Told:
    """A comparison and what goes with it: the editor's words on what sets the two apart, the answers, ways to a far
    role, and in-hand pay by the rules of a tax year."""

    comparison: Comparison
    verdict: str = ""
    answers: tuple[Answer, ...] = ()
    routes: tuple[Route, ...] = ()
    tax_year: str = ""
    take_home: tuple[TakeHomeRow, ...] = ()


def facts(told: Told, site: str) -> Facts:
    """site: what stands before every path: "https://onjob.example"."""
    comparison = told.comparison
    return {
        "$schema": site + SCHEMA_PATH,
        "version": VERSION,
        "page": site + comparison.path,
        "title": comparison.name,
        "reviewed_on": day(comparison.reviewed_on),
        "licence": LICENCE.format(site=site),
        "editors_verdict": told.verdict or None,
        "overlap": {"per_cent": comparison.overlap, "sentence": wording.overlap_answer(comparison)},
        "roles": {side.place: _role(side, comparison, site) for side in comparison.sides},
        "work": _work(comparison),
        "skills": _skills(comparison, site),
        "pay": pay(comparison, site),
        "switches": [_switch(switch) for switch in comparison.switches],
        "routes": [_route(route, site) for route in told.routes],
        "in_hand": _in_hand(told, site) if told.take_home else None,
        "faqs": [{"question": answer.question, "answer": answer.text} for answer in told.answers],
    }


def _role(side: Side, comparison: Comparison, site: str) -> Facts:
    role, own = side.role, getattr(comparison.pay, side.place)
    return {
        "name": role.name,
        "plural": role.plural,
        "slug": role.slug,
        "page": site + role.href,
        "pay_page": site + role.pay_href if own else None,
        "field": role.family,
        "summary": role.summary,
        **{name: getattr(role, name) or None for name in ("question", "output", "measured_by", "works_with")},
        "typical_day": role.typical_day or None,
        "suits": list(role.suits),
        "avoid": list(role.avoid),
        "entry": role.entry or None,
        "education": role.education or None,
        "experience": _experience(role),
        "ceiling": role.ceiling or None,
        "duties": _duties(role.duties),
        "pay": figure(own, site) if own else None,
        "reviewed_on": day(role.reviewed_on),
    }


def _experience(role: RoleFacts) -> Facts | None:
    if role.experience_min is None:
        return None
    return {
        "min_years": role.experience_min,
        "max_years": role.experience_max,
        "source": role.experience_source or None,
        "adverts_read": role.experience_sample_size,
    }


def _duties(duties: Duties) -> list[Facts]:
    return [{"text": duty.text, "kind": duty.kind or None, "kind_name": duty.kind_name or None} for duty in duties]


def _work(comparison: Comparison) -> Facts:
    work = comparison.work
    return {
        "sentence": wording.work_answer(work) or None,
        "shared": [
            {"kind": one.kind, "kind_name": one.name, "left": _duties(one.left), "right": _duties(one.right)}
            for one in work.shared
        ],
        "left_only": _duties(work.left),
        "right_only": _duties(work.right),
    }


def _skills(comparison: Comparison, site: str) -> Facts:
    groups = comparison.skills
    return {
        "core_both": _listed(groups.core_both, site),
        "different_depth": _listed(groups.depth, site),
        "near": [_near(pair, site) for pair in groups.near],
        "left_core_only": _listed(groups.left.core_only, site),
        "right_core_only": _listed(groups.right.core_only, site),
        "secondary_both": _listed(groups.secondary_both, site),
        "left_secondary_only": _listed(groups.left.secondary_only, site),
        "right_secondary_only": _listed(groups.right.secondary_only, site),
    }


def _listed(skills: Skills, site: str) -> list[Facts]:
    return [_skill(skill, site) for skill in skills]


def _skill(skill: ComparedSkill, site: str) -> Facts:
    return {
        "name": skill.name,
        "slug": skill.slug,
        "page": site + skill.href,
        "left": _use(skill.left),
        "right": _use(skill.right),
    }


def _use(use: Use | None) -> Facts | None:
    if use is None:
        return None
    return {
        "importance": use.importance,
        "is_core": use.is_core,
        "evidence_count": use.evidence,
        "adverts_naming": use.naming,
        "adverts_read": use.read,
    }


def _near(pair: NearPair, site: str) -> Facts:
    return {
        "left": _skill(pair.left, site),
        "right": _skill(pair.right, site),
        "left_to_right_per_cent": pair.left_to_right,
        "right_to_left_per_cent": pair.right_to_left,
        "reason": wording.near_reason(pair),
    }


def _switch(switch: Switch) -> Facts:
    is_known = bool(switch.total)
    return {
        "from": switch.origin.slug,
        "to": switch.target.slug,
        "distance": str(switch.distance) if is_known else None,
        "carried_per_cent": switch.carried if is_known else None,
        "sentence": capitalised(wording.switch_answer(switch)) or None,
        "have": [skill.slug for skill in switch.have],
        "deepen": [skill.slug for skill in switch.deepen],
        "in_part": [
            {
                "skill": part.skill.slug,
                "known": part.known.slug,
                "credit_per_cent": part.credit,
                "reason": part.reason or None,
            }
            for part in switch.in_part
        ],
        "missing": [skill.slug for skill in switch.missing],
    }


def _route(route: Route, site: str) -> Facts:
    return {
        "from": route.origin.slug,
        "least_in_common_per_cent": route.least,
        "steps": [{"to": step.to, "page": site + step.path} for step in route.steps],
    }


def _in_hand(told: Told, site: str) -> Facts:
    rows = [(row.label, *(pay and pay.a_month for pay in row.pays)) for row in told.take_home]
    return {
        "tax_year": told.tax_year,
        "unit": "rupees a month, after tax",
        "method": f"{site}/method/#in-hand",
        "rows": [dict(zip(("of", "left", "right"), row, strict=True)) for row in rows],
    }
