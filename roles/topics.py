"""Which questions a role page answers, and when. The answers' words: templates/roles/faqs/<key>.html."""

from roles.faqs import Topic

ROLE_TOPICS = [
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
