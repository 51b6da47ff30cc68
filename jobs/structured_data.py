"""Lists of openings for machines. Dicts for JSON-LD."""

from collections.abc import Iterable

from jobs.addresses import LISTING
from roles.structured_data.nodes import Node, Step, graph, item_list, page

JOBS: Step = ("Jobs", LISTING)


def job_list(here: Step, links: Iterable[Step], total: int) -> Node:
    """links: of the openings that the page shows; total: with those of its further pages."""
    listed = item_list(here[1], links, total)
    trail = (JOBS,) if here == JOBS else (JOBS, here)
    web_page, way = page(*trail, kind="CollectionPage", mainEntity=listed)
    return graph(web_page, listed, way)
