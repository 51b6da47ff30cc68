"""Which questions a comparison answers, and when. The answers' words: templates/comparisons/faqs/<key>.html."""

from comparisons.comparison import Comparison
from roles.faqs import Topic


def _both(comparison: Comparison, fact: str) -> bool:
    return all(getattr(side.role, fact) for side in comparison.sides)


COMPARISON_TOPICS = [
    Topic(
        "difference",
        lambda c: f"What is the difference between {c.left.role.a_name} and {c.right.role.a_name}?",
        lambda c: all(len(side.role.duties) >= 3 for side in c.sides),
    ),
    Topic(
        "pay",
        lambda c: f"Which pays more, {c.left.role.a_name} or {c.right.role.a_name}?",
        lambda c: bool(c.pay.matches),
    ),
    Topic(
        "skills",
        lambda c: f"Do {c.left.role.a_name} and {c.right.role.a_name} need the same skills?",
        lambda c: c.shared_count > 0,
    ),
    Topic(
        "education",
        lambda c: f"What do I need to study for {c.left.role.name} or {c.right.role.name} jobs?",
        lambda c: _both(c, "education"),
    ),
    Topic(
        "freshers",
        lambda c: f"Which is easier to start in, {c.left.role.name} or {c.right.role.name}?",
        lambda c: _both(c, "experience"),
    ),
]
