"""The home page for machines: whose site it is. A dict for JSON-LD."""

from roles.structured_data.nodes import Node, graph, home_page, publisher, website


def home() -> Node:
    """The name of a site is taken from its home page."""
    site = website() | {"inLanguage": "en-IN", "publisher": publisher()}
    return graph(home_page(), site, publisher())
