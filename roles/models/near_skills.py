"""Skills of which one stands in for another to a part, and what of that links two roles."""

from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value

from roles.models.constraints import once_either_way, two_of_them
from roles.models.role_skills import RoleSkill
from roles.models.roles import Role
from roles.models.skills import Skill, SkillPart
from roles.prepared import Prepared, prepared

LEAST, MOST = 10, 80  # per cent: less isn't worth saying, more is the same skill
CREDIT_OF_A_BUNDLE = 100  # per cent of each of its parts
CREDIT_OF_A_PART = 50  # per cent of the bundle


class NearSkillQuerySet(models.QuerySet):
    def get_by_natural_key(self, first: str, second: str) -> "NearSkill":
        return self.get(first__slug__in=[first, second], second__slug__in=[first, second])


class NearSkill(models.Model):
    """That who knows one of two skills has a part of the other. The order of the two has no meaning.

    An editor's judgement. A bundled skill and what it holds are no such pair: SkillPart says that.
    """

    first = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    second = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    credit = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)],
        help_text=f"{LEAST}–{MOST} per cent: how much of the one somebody has who knows the other, both ways. "
        "70–80: nearly the same; 50–65: the same job with another tool; 25–45: one family, with real relearning.",
    )
    reason = models.CharField(
        max_length=120,
        help_text="Going on from “because …”: “both draw dashboards from a data model”; no full stop.",
    )

    objects = NearSkillQuerySet.as_manager()

    class Meta:
        ordering = ["first__name", "second__name"]
        verbose_name = "pair of near skills"
        verbose_name_plural = "near skills"
        constraints = [
            two_of_them("nearskill", "skills"),
            once_either_way("nearskill", "once_a_pair", "This pair is there already, perhaps in the other order."),
            models.CheckConstraint(
                name="nearskill_credit_10_to_80",
                condition=Q(credit__gte=LEAST, credit__lte=MOST),
                violation_error_message=f"The credit goes from {LEAST} to {MOST} per cent.",
            ),
            models.CheckConstraint(
                name="nearskill_reason_is_clause",
                condition=Q(reason__regex=r"[^.\s]\Z"),
                violation_error_message="Give the reason, without a full stop at its end.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ~ {self.second}"

    def natural_key(self) -> tuple[str, str]:
        """A–Z, as the order of the two has no meaning."""
        first, second = sorted((self.first.slug, self.second.slug))
        return first, second

    natural_key.dependencies = ["roles.skill"]


class SkillLink(NamedTuple):
    """A skill of the left role and another of the right one, and what knowing the one gives of the other.

    left_to_right, right_to_left: per cent of the right skill for who knows the left one, and the other way
    round. kind: "near", "part" where one is a bundle that holds the other, "said" by an editor for these two roles;
    a part has no reason.
    """

    left_slug: str
    right_slug: str
    left_to_right: int
    right_to_left: int
    reason: str
    kind: str


def all_links(left: int, right: int, said: QuerySet | None = None) -> QuerySet:
    """Rows of SkillLink between a skill that only the role of key `left` asks for and one that only the other does.

    said: rows with the fields of NearSkill that go over the catalogue for these two roles. The cost follows the two
    roles' rows: each of its parts starts from a role's skills.
    """
    near, parts, bundle, part = NearSkill.objects.all(), SkillPart.objects.all(), CREDIT_OF_A_BUNDLE, CREDIT_OF_A_PART
    ways = [
        *_near_ways(near, "near", left, right),
        _links(parts, "part", ("whole", left), ("part", right), Value(bundle), Value(part)),
        _links(parts, "part", ("part", left), ("whole", right), Value(part), Value(bundle)),
        *(_near_ways(said, "said", left, right) if said is not None else ()),
    ]
    return ways[0].union(*ways[1:], all=True)


@prepared
def of_the_catalogue(left: int, right: int) -> QuerySet:
    return all_links(left, right)


def links_between(left: Role, right: Role, read: Prepared = of_the_catalogue) -> list[SkillLink]:
    """Every link between a skill that only the left role asks for and one that only the right role asks for, A–Z.

    read: all_links() of two keys. What is said for these two roles goes over the catalogue; a credit of 0 says that the
    two skills aren't near. One query.
    """
    links = sorted((SkillLink(*row) for row in read(left.pk, right.pk)), key=_said_last)
    settled = {(link.left_slug, link.right_slug): link for link in links}
    return sorted(link for link in settled.values() if link.left_to_right or link.right_to_left)


def _said_last(link: SkillLink) -> bool:
    return link.kind == "said"


def _near_ways(pairs: QuerySet, kind: str, left: int, right: int) -> list[QuerySet]:
    """Either end may be the left role's skill."""
    credit = F("credit")
    return [
        _links(pairs, kind, ("first", left), ("second", right), credit, credit),
        _links(pairs, kind, ("second", left), ("first", right), credit, credit),
    ]


def _links(
    pairs: QuerySet,
    kind: str,
    ours: tuple[str, int],
    theirs: tuple[str, int],
    left_to_right: F | Value,
    right_to_left: F | Value,
) -> QuerySet:
    """The pairs with one end among our role's own skills and the other among theirs, as rows of SkillLink.

    ours, theirs: the end's field and its role's key.
    """
    (our_end, left), (their_end, right) = ours, theirs
    return (
        pairs.filter(**{f"{our_end}__role_skills__role": left, f"{their_end}__role_skills__role": right})
        .exclude(_asked_by(right, our_end))
        .exclude(_asked_by(left, their_end))
        .order_by()
        .values_list(
            f"{our_end}__slug",
            f"{their_end}__slug",
            left_to_right,
            right_to_left,
            Value("", CharField()) if kind == "part" else F("reason"),
            Value(kind, CharField()),
        )
    )


def _asked_by(role: int, end: str) -> Exists:
    return Exists(RoleSkill.objects.filter(role=role, skill=OuterRef(end)))
