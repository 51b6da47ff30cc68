"""The roles that a role has most in common with: kept a row a role, as every comparison page reads them.

However many roles there are, a page reads two of these rows, and those of the roles that it links to or leads over.
"""

from collections.abc import Collection, Iterable
from heapq import nsmallest
from typing import NamedTuple

from django.db import models
from django.db.models import Exists

from comparisons.models.pairs import Pair
from comparisons.routes import Near, Shares
from roles.models import Role, Status
from roles.prepared import prepared

LEAST = 20  # per cent in common that make a pair worth a reader's look
MOST = 30  # roles kept of each
MOST_READ = 24  # roles looked at together


class NearRolesQuerySet(models.QuerySet):
    def follow_pairs(self, roles: Collection[int]) -> None:
        """Make the rows of these roles (keys) say what the stored pairs say. Two queries a role, and two."""
        before = dict(self.filter(role__in=roles).values_list("role", "shares"))
        found = ((role, _nearest(role)) for role in sorted(roles))
        rows = [NearRoles(role_id=role, shares=shares) for role, shares in found if shares != before.get(role)]
        self.bulk_create(rows, 500, update_conflicts=True, unique_fields=["role"], update_fields=["shares"])


class NearRoles(models.Model):
    """Written by `judge_pairs` only, with the pairs that it is taken from."""

    role = models.OneToOneField(Role, models.CASCADE, related_name="near_roles")
    shares = models.JSONField(help_text="Keys of roles, nearest first, then by key; per cent in common with each.")

    objects = NearRolesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "near roles"

    def __str__(self) -> str:
        return f"near {self.role}"


class Around(NamedTuple):
    """What is near either of two roles, nearest first; is_indexable: whether search engines are shown their pair."""

    left: Shares
    right: Shares
    is_indexable: bool


def around(left: int, right: int) -> Around:
    """Of two roles' keys. One query."""
    rows = _around(left, right)
    shares = {role: _shares(stored) for role, stored, _ in rows}
    return Around(shares.get(left, {}), shares.get(right, {}), any(is_shown for *_, is_shown in rows))


def roles_with_shares(roles: Iterable[int]) -> dict[int, Near]:
    """The published ones of these keys, by key: of the first MOST_READ. One query, none for no roles."""
    keys = list(dict.fromkeys(roles))[:MOST_READ]
    rows = _near(*keys, *[0] * (MOST_READ - len(keys))) if keys else ()  # no row has the key 0
    return {key: Near(slug, name, _shares(shares)) for key, slug, name, shares in rows}


def _nearest(role: int) -> list[list[int]]:
    """As it is stored: two lists, which are read in half the time that a list of pairs takes."""
    rows = (row for ends in (("first", "second"), ("second", "first")) for row in _seen_from(role, *ends))
    near = nsmallest(MOST, rows, key=lambda row: (-row[1], row[0]))
    return [[other for other, _ in near], [share for _, share in near]]


def _shares(stored: list[list[int]] | None) -> Shares:
    return dict(zip(*stored, strict=True)) if stored else {}


def _seen_from(role: int, end: str, other: str) -> models.QuerySet:
    """So many as the row holds, as they may all be at this end."""
    pairs = Pair.objects.filter(**{end: role}, overlap__gte=LEAST).order_by("-overlap", other)
    return pairs.values_list(other, "overlap")[:MOST]


@prepared
def _around(left: int, right: int) -> models.QuerySet:
    both = Pair.objects.filter(first__in=(left, right), second__in=(left, right), is_indexable=True)
    rows = NearRoles.objects.filter(role__in=(left, right)).annotate(is_shown=Exists(both)).order_by()
    return rows.values_list("role", "shares", "is_shown")


@prepared
def _near(*keys: int) -> models.QuerySet:
    rows = Role.objects.filter(pk__in=keys, status=Status.PUBLISHED).order_by()
    return rows.values_list("pk", "slug", "name", "near_roles__shares")
