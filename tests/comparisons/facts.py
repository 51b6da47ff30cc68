"""Values for the tests of the pure modules: no database."""

from dataclasses import dataclass
from typing import NamedTuple

from comparisons.comparison import Comparison, compare
from comparisons.pay import PayComparison, compare_pay
from roles.facts import Duty, RoleFacts
from roles.pay import PayFigure, SourceFacts


@dataclass
class Row:
    """As skills_of_pair() gives it."""

    slug: str
    left_importance: int | None = None
    left_kind: str | None = None
    right_importance: int | None = None
    right_kind: str | None = None
    left_evidence: int | None = None
    left_naming: int | None = None
    left_read: int | None = None
    right_evidence: int | None = None
    right_naming: int | None = None
    right_read: int | None = None

    @property
    def name(self) -> str:
        return self.slug.capitalize()

    @property
    def in_sentence(self) -> str:
        return self.slug


def row(
    slug: str, left: str = "", right: str = "", left_importance: int = 50, right_importance: int = 50, **more: int
) -> Row:
    """left, right: "core", "secondary" or nothing."""
    return Row(
        slug,
        left_importance if left else None,
        left or None,
        right_importance if right else None,
        right or None,
        **more,
    )


class Link(NamedTuple):
    """As links_between() gives it."""

    left_slug: str
    right_slug: str
    left_to_right: int = 50
    right_to_left: int = 50
    reason: str = "both do the same"


def role(name: str, **given: object) -> RoleFacts:
    slug = name.lower().replace(" ", "-")
    article = "an" if name[0] in "AEIO" or name.startswith("MLOps") else "a"
    facts = {
        "plural": f"{name}s",
        "article": article,
        "slug": slug,
        "href": f"/roles/{slug}/",
        "family": "Data & AI",
        "summary": f"{article.capitalize()} {name.lower()} works.",
        "duties": (Duty("Build models", "building models"), Duty("Plan work", "planning work")),
    }
    return RoleFacts(name=name, **facts | given)


DS, MLE = role("Data Scientist"), role("Machine Learning Engineer")


def editorial(low: int, high: int, **given: object) -> PayFigure:
    """An editor's range for 1–8 years, in lakh a year."""
    facts = {
        "basis": "editorial",
        "experience_min": 1,
        "experience_max": 8,
        "low": low * 100_000,
        "high": high * 100_000,
        "sample_size": None,
    }
    return figure("OnJob editorial range", **facts | given)


def figure(source: str = "Survey", **given: object) -> PayFigure:
    facts = {
        "basis": "reported",
        "basis_label": "self-reported pay",
        "place": "India",
        "is_whole_country": True,
        "sample_size": 40,
    }
    return PayFigure(source=SourceFacts(source, source.lower().replace(" ", "-")), **facts | given)


def quartiles(p25: int, p50: int, p75: int, source: str = "Survey", **given: object) -> PayFigure:
    """A survey's quartiles, in lakh a year."""
    return figure(source, p25=p25 * 100_000, p50=p50 * 100_000, p75=p75 * 100_000, **given)


def comparison(*rows: Row, left=DS, right=MLE, left_pay=(), right_pay=(), links=()) -> Comparison:
    pay = compare_pay(left_pay, right_pay) if left_pay or right_pay else PayComparison()
    return compare(left, right, rows, pay, links)
