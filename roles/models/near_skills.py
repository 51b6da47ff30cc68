"""Skills of which one stands in for another to a part, and what of that links two roles."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CharField, F, Q, QuerySet, Value

from roles.models.constraints import once_either_way, two_of_them
from roles.models.role_skills import SkillOfPair, skills_of_pair
from roles.models.roles import Role
from roles.models.skills import Skill, SkillPart
from roles.prepared import Prepared, prepared

LEAST, MOST = 10, 80  # per cent: less isn't worth saying, more is the same skill
CREDIT_OF_A_BUNDLE = 100  # per cent of each of its parts
CREDIT_OF_A_PART = 50  # per cent of the bundle
STEP = 16  # skills by which the number of those looked up grows


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

    @property
    def turned(self) -> "SkillLink":
        """The same from the other side."""
        return SkillLink(
            self.right_slug, self.left_slug, self.right_to_left, self.left_to_right, self.reason, self.kind
        )


def links_between(
    left: Role, right: Role, skills: Sequence[SkillOfPair] | None = None, read: Prepared | None = None
) -> list[SkillLink]:
    """Every link between a skill that only the left role asks for and one that only the right role asks for, A–Z.

    skills: skills_of_pair(), read where it isn't given; read: all_near() of the two roles' keys and then the skills'.
    What is said for these two roles goes over the catalogue; a credit of 0 says that the two skills aren't near. One
    query, and that of the skills.
    """
    skills = skills_of_pair(left, right) if skills is None else skills
    ours = {skill.slug for skill in skills if skill.right_importance is None}
    theirs = {skill.slug for skill in skills if skill.left_importance is None}
    keys = _in_steps([skill.key for skill in skills if skill.slug in ours or skill.slug in theirs])
    rows = read(left.pk, right.pk, *keys) if read else _of_the_catalogue(*keys)
    found = [SkillLink(*row) for row in rows]
    turned = [link if link.left_slug in ours else link.turned for link in found]
    links = [link for link in turned if link.left_slug in ours and link.right_slug in theirs]
    settled = {(link.left_slug, link.right_slug): link for link in sorted(links, key=_said_last)}
    return sorted(link for link in settled.values() if link.left_to_right or link.right_to_left)


def _said_last(link: SkillLink) -> bool:
    return link.kind == "said"


def _in_steps(keys: list[int]) -> list[int]:
    """As many as the next step has, with 0, which no row has: few statements are prepared then."""
    return [*keys, *[0] * (-len(keys) % STEP or (0 if keys else STEP))]


def all_near(skills: Sequence[int], said: QuerySet | None = None) -> QuerySet:
    """Rows of SkillLink, in either direction: near skills of which these keys are both, all parts of these skills, and
    what is said. said: rows with the fields of NearSkill, of two roles.

    Short on purpose: who asks for which skill is sorted out by links_between(), as PostgreSQL took nine milliseconds to
    plan a query that did.
    """
    credit = F("credit")
    near = NearSkill.objects.filter(first__in=skills, second__in=skills)
    parts = SkillPart.objects.filter(whole__in=skills)
    ways = [
        _rows(near, "first", "second", credit, credit, "near"),
        _rows(parts, "whole", "part", Value(CREDIT_OF_A_BUNDLE), Value(CREDIT_OF_A_PART), "part"),
    ]
    if said is not None:
        ways.append(_rows(said, "first", "second", credit, credit, "said"))
    return ways[0].union(*ways[1:], all=True)


@prepared
def _of_the_catalogue(*skills: int) -> QuerySet:
    return all_near(skills)


def _rows(pairs: QuerySet, one: str, other: str, to_other: F | Value, to_one: F | Value, kind: str) -> QuerySet:
    reason = Value("", CharField()) if kind == "part" else F("reason")
    kind_of_all = Value(kind, CharField())
    return pairs.order_by().values_list(f"{one}__slug", f"{other}__slug", to_other, to_one, reason, kind_of_all)
