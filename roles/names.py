"""Roles by what people type: any name of theirs, typing slips forgiven."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from django.urls import reverse

from roles.models import Role, RoleAlias

LONGEST = 80  # characters worth looking at; no name is longer
CERTAIN = 0.82  # so alike that it is taken for the name; below, it is only suggested
LIKELY = 0.6


@dataclass(frozen=True)
class NamedRole:
    slug: str
    name: str

    @property
    def href(self) -> str:
        return reverse("roles:detail", args=[self.slug])


def plain(text: str) -> str:
    """Small letters and digits, single spaces: "  ML-Engineer " → "ml engineer"."""
    return " ".join(re.findall(r"[a-z0-9+#.]+", text[:LONGEST].casefold()))


class RoleNames:
    """All names of the published roles: two queries, made once and asked several times."""

    def __init__(self) -> None:
        published = Role.objects.published()
        self.roles: dict[str, NamedRole] = {}
        self.slug_of: dict[str, str] = {}
        for slug, name, role in RoleAlias.objects.filter(role__in=published).values_list("slug", "name", "role__slug"):
            self.slug_of |= {plain(slug): role, plain(name): role}
        for slug, name, plural in published.values_list("slug", "name", "plural"):
            self.roles[slug] = NamedRole(slug, name)
            self.slug_of |= {plain(slug): slug, plain(name): slug, plain(plural): slug}

    def find(self, text: str) -> NamedRole | None:
        """The role that is meant, or None when that isn't certain."""
        wanted = plain(text)
        if wanted in self.slug_of:
            return self.roles[self.slug_of[wanted]]
        for name in get_close_matches(wanted, self.slug_of, n=1, cutoff=CERTAIN):
            return self.roles[self.slug_of[name]]
        return None

    def nearest(self, text: str, most: int = 5) -> list[NamedRole]:
        """Roles that could be meant, most alike first: their names hold the words, or look alike."""
        wanted = plain(text)
        if not wanted:
            return []
        alike: dict[str, float] = {}
        for name, slug in self.slug_of.items():
            score = 1.0 if wanted in name else SequenceMatcher(None, wanted, name).ratio()
            alike[slug] = max(score, alike.get(slug, 0.0))
        likely = [self.roles[slug] for slug, score in alike.items() if score >= LIKELY]
        likely.sort(key=lambda role: (-alike[role.slug], wanted not in plain(role.name), role.name))
        return likely[:most]
