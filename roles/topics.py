"""Which questions a role page answers, and when. The answers' words: templates/roles/faqs/<key>.html."""

from roles.faqs import Topic

ROLE_TOPICS = [
    Topic(
        "entry",
        lambda guide: f"How do I become {guide.facts.a_name}?",
        lambda guide: bool(guide.role.education and guide.core),
    ),
    Topic(
        "pay",
        lambda guide: f"How much do {guide.role.plural} earn in India?",
        lambda guide: bool(guide.headline),
    ),
    Topic(
        "names",
        lambda guide: f"What else is {guide.facts.a_name} called?",
        lambda guide: bool(guide.aliases),
    ),
]
