"""Which questions a comparison answers, and when. The answers' words: templates/comparisons/faqs/<key>.html.

Each adds what the page doesn't say elsewhere.
"""

from comparisons.comparison import Comparison
from roles.faqs import Topic

ALIKE_FROM = 25  # per cent in common, from where adverts for one are taken for the other


def _both(comparison: Comparison, fact: str) -> bool:
    return all(getattr(side.role, fact) for side in comparison.sides)


COMPARISON_TOPICS = [
    Topic(
        "adverts",
        lambda c: f"How do I tell from an advert which of the two is meant: {c.left.role.name} or {c.right.role.name}?",
        lambda c: c.overlap >= ALIKE_FROM and all(side.skills.core_only for side in c.sides),
    ),
    Topic(
        "first_skill",
        lambda c: f"I can’t decide between {c.left.role.name} and {c.right.role.name}: what should I learn first?",
        lambda c: bool(c.skills.core_both),
    ),
    Topic(
        "pay_by_years",
        lambda c: f"Does the pay gap between {c.left.role.plural} and {c.right.role.plural} change with the years?",
        lambda c: len(c.pay.bands) > 1,
    ),
    Topic(
        "pay_by_city",
        lambda c: f"In which cities does {c.left.role.a_name} or {c.right.role.a_name} earn more?",
        lambda c: len(c.pay.by_city) > 1,
    ),
    Topic(
        "education",
        lambda c: f"How do people become {c.left.role.a_name} or {c.right.role.a_name} in India?",
        lambda c: _both(c, "entry"),
    ),
    Topic(
        "freshers",
        lambda c: f"Which is easier to start in, {c.left.role.name} or {c.right.role.name}?",
        lambda c: _both(c, "experience") and c.left.role.experience_min != c.right.role.experience_min,
    ),
]
