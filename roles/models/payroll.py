"""What in-hand pay is estimated by: one row a tax year, every number an editor's to change, with its source."""

import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from roles.in_hand import PROFESSIONAL_TAX_CAP, PayrollRules, Step
from roles.models.constraints import text_given
from roles.models.reference import Source
from roles.prepared import prepared

PER_CENTS = ("cess_per_cent", "basic_per_cent", "pf_per_cent")
SOURCES = ("tax_source", "pf_source", "professional_tax_source")
SAME_RULES = (  # that PayrollRules takes over as they are
    *("standard_deduction", "rebate_limit", "rebate_maximum", *PER_CENTS),
    *("pf_wage_ceiling", "employer_pf_in_ctc", "professional_tax"),
)
RULES = ("label", "slabs", "surcharges", *SAME_RULES)
HIGHEST = 2_147_483_647  # what a whole-number column of every database holds


def validate_steps(steps: object) -> None:
    """Pairs of whole numbers, rupees and per cent, the rupees rising."""
    pairs = steps if isinstance(steps, list) else [None]
    if not all(isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair) for pair in pairs):
        raise ValidationError("Write pairs of whole numbers: [[400000, 5], [800000, 10]].")
    limits = [above for above, _ in pairs]
    if limits != sorted(set(limits)):
        raise ValidationError("The limits must rise from pair to pair.")
    if not all(0 <= above <= HIGHEST and 0 <= per_cent <= 100 for above, per_cent in pairs):
        raise ValidationError("Each pair has rupees, not below 0, and a per cent from 0 to 100.")


class PayrollYearQuerySet(models.QuerySet):
    def current(self, on: datetime.date) -> Self | None:
        """The newest year that has begun, with its sources; None before the first. One query."""
        return self.filter(starts_on__lte=on).select_related(*SOURCES).order_by("-starts_on").first()


class PayrollYear(models.Model):
    """The rules of one tax year. Money is whole rupees a year, unless it says a month."""

    label = models.CharField(max_length=12, unique=True, help_text="As readers see it: “2026–27”.")
    starts_on = models.DateField(unique=True, help_text="From this day on the estimates go by this row: 1 April.")
    ends_on = models.DateField(help_text="31 March. A year that has ended is used until the next one is here.")
    slabs = models.JSONField(
        validators=[validate_steps],
        help_text="Taxable income above which a rate holds (rupees a year), and the rate in per cent, rising: "
        "[[400000, 5], [800000, 10]] is 5% of what lies above ₹4,00,000 and 10% of what lies above ₹8,00,000.",
    )
    standard_deduction = models.PositiveIntegerField(help_text="Of salaried people, rupees a year.")
    rebate_limit = models.PositiveIntegerField(
        help_text="Taxable income up to which the rebate is given. Just above it marginal relief is worked out."
    )
    rebate_maximum = models.PositiveIntegerField(help_text="The largest rebate, rupees a year.")
    surcharges = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_steps],
        help_text="Like the slabs: [[5000000, 10]] adds 10% to the whole tax from a taxable income above ₹50,00,000 "
        "on. Marginal relief is worked out.",
    )
    cess_per_cent = models.PositiveSmallIntegerField("cess (per cent)", help_text="Of tax and surcharge together.")
    basic_per_cent = models.PositiveSmallIntegerField(
        "wages for provident fund (per cent)",
        help_text="The share of cost to company that counts as wages: 50 by the labour codes’ rule.",
    )
    pf_per_cent = models.PositiveSmallIntegerField(
        "provident fund (per cent)", help_text="Of wages, from the employee; the employer pays as much."
    )
    pf_wage_ceiling = models.PositiveIntegerField(
        "wage ceiling",
        help_text="Rupees a month up to which provident fund must be paid. A new ceiling within the "
        "year replaces the old: the estimate is of a month now.",
    )
    employer_pf_in_ctc = models.BooleanField(
        "employer’s share is inside CTC", default=True, help_text="As Indian employers mostly state it."
    )
    professional_tax = models.PositiveIntegerField(
        help_text="Rupees a year, where a place’s own isn’t known. The Constitution’s limit is 2500: in doubt, "
        "take that, and pay is not promised too high."
    )
    tax_source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    pf_source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name="provident fund source")
    professional_tax_source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    assumptions_note = models.TextField(blank=True, help_text="What else readers should know of this year’s numbers.")

    objects = PayrollYearQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            text_given("payrollyear", "label"),
            models.CheckConstraint(
                name="payrollyear_dates_in_order",
                condition=Q(starts_on__lt=F("ends_on")),
                violation_error_message="The year ends after it starts.",
            ),
            models.CheckConstraint(
                name="payrollyear_per_cents_valid",
                condition=Q(**{f"{field}__lte": 100 for field in PER_CENTS}),
                violation_error_message="A per cent is at most 100.",
            ),
            models.CheckConstraint(
                name="payrollyear_rebate_below_its_limit",
                condition=Q(rebate_maximum__lte=F("rebate_limit")),
                violation_error_message="The largest rebate can’t be above the income that it is given for.",
            ),
            models.CheckConstraint(
                name="payrollyear_professional_tax_capped",
                condition=Q(professional_tax__lte=PROFESSIONAL_TAX_CAP),
                violation_error_message="Professional tax is at most ₹2,500 a year (Article 276 of the Constitution).",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        return (self.label,)

    natural_key.dependencies = ["roles.source"]

    def rules(self) -> PayrollRules:
        return _rules(*(getattr(self, name) for name in RULES))


def rules_on(day: datetime.date) -> PayrollRules | None:
    """Those of the newest year that has begun; None before the first. One query, of a row a year."""
    return next((_rules(*columns) for starts_on, *columns in _years() if starts_on <= day), None)


@prepared
def _years() -> models.QuerySet:
    return PayrollYear.objects.order_by("-starts_on").values_list("starts_on", *RULES)


def _rules(label: str, slabs: list[list[int]], surcharges: list[list[int]], *same: Any) -> PayrollRules:
    """What RULES names; Any: whole numbers and a yes or no."""
    known = dict(zip(SAME_RULES, same, strict=True))
    return PayrollRules(year=label, slabs=_steps(slabs), surcharges=_steps(surcharges), **known)


def _steps(pairs: list[list[int]]) -> tuple[Step, ...]:
    return tuple(Step(above, per_cent) for above, per_cent in pairs)
