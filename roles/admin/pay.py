from django.contrib import admin
from django.contrib.admin.widgets import AdminBigIntegerFieldWidget
from django.db.models import PositiveIntegerField, Q

from roles.admin.desk import WIDE, DeskAdmin, MissingFilter
from roles.models import SalaryRange
from roles.money import pay_range, short
from roles.words import years


class PayMissing(MissingFilter):
    def gaps(self) -> dict[str, tuple[str, Q]]:
        return {
            "sample": ("no sample size", Q(sample_size=None)),
            "period": ("no period", Q(period_start=None)),
        }


@admin.register(SalaryRange)
class SalaryRangeAdmin(DeskAdmin):
    list_display = [
        "role",
        "location",
        "experience",
        "figure",
        "basis",
        "source",
        "period_start",
        "sample_size",
        "confidence",
    ]
    list_filter = [PayMissing, "confidence", "basis", "source", "location"]
    list_select_related = ["role", "location", "source"]
    search_fields = ["role__name", "role__aliases__name"]
    autocomplete_fields = ["role", "location", "source"]
    formfield_overrides = WIDE | {PositiveIntegerField: {"widget": AdminBigIntegerFieldWidget}}
    fieldsets = [
        (
            None,
            {
                "description": "Whose pay this is: one role, at one place, for one band of experience.",
                "fields": ["role", "location", ("experience_min", "experience_max"), "covers"],
            },
        ),
        (
            "The figure",
            {
                "description": "Whole rupees a year, as the source gives them: the quartiles, the two ends or the "
                "median. Leave empty what it doesn't give; never work a figure out from others.",
                "fields": [("p10", "p25", "p50", "p75", "p90"), ("low", "high", "mean"), "basis", "includes"],
            },
        ),
        (
            "How we know",
            {
                "description": "No figure without a source. Readers see all of this beside it.",
                "fields": ["source", ("period_start", "period_end"), "sample_size", "confidence"],
            },
        ),
    ]

    @admin.display(ordering="experience_min")
    def experience(self, pay: SalaryRange) -> str:
        return years(pay.experience_min, pay.experience_max)

    @admin.display(description="₹ a year")
    def figure(self, pay: SalaryRange) -> str:
        """The median where there is one, and the two ends that are given."""
        ends = [(low, high) for low, high in [(pay.p25, pay.p75), (pay.low, pay.high)] if low and high]
        figures = [pay_range(*ends[0])] if ends else []
        if pay.p50:
            figures.append(f"median {short(pay.p50)}")
        return ", ".join(figures)
