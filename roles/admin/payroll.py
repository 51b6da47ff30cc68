from django.contrib import admin
from django.contrib.admin.widgets import AdminBigIntegerFieldWidget
from django.db.models import PositiveIntegerField

from roles.admin.desk import WIDE, DeskAdmin
from roles.in_hand import READ_AS, in_hand
from roles.models import PayrollYear
from roles.models.payroll import SOURCES
from roles.money import lakh, rupees

EXAMPLE_CTC = 1_500_000  # rupees a year


@admin.register(PayrollYear)
class PayrollYearAdmin(DeskAdmin):
    list_display = ["label", "starts_on", "ends_on", "standard_deduction", "pf_wage_ceiling", "tax_source"]
    list_select_related = list(SOURCES)
    search_fields = ["label"]
    autocomplete_fields = list(SOURCES)
    readonly_fields = ["worked_example"]
    formfield_overrides = WIDE | {PositiveIntegerField: {"widget": AdminBigIntegerFieldWidget}}
    fieldsets = [
        (
            None,
            {
                "description": "The rules by which in-hand pay is estimated, one row a tax year. Add the next year "
                "when its Finance Act is passed; it is used from its first day on.",
                "fields": ["label", ("starts_on", "ends_on"), "worked_example"],
            },
        ),
        (
            "Income tax, new regime",
            {
                "description": "As the Acts have it, in whole rupees a year.",
                "fields": [
                    "slabs",
                    "standard_deduction",
                    ("rebate_limit", "rebate_maximum"),
                    "surcharges",
                    "cess_per_cent",
                    "tax_source",
                ],
            },
        ),
        (
            "Provident fund",
            {"fields": ["basic_per_cent", "pf_per_cent", "pf_wage_ceiling", "employer_pf_in_ctc", "pf_source"]},
        ),
        (
            "Professional tax",
            {
                "description": "What a city’s state takes stands with the place.",
                "fields": ["professional_tax", "professional_tax_source"],
            },
        ),
        ("What readers must know", {"fields": ["assumptions_note"]}),
    ]

    @admin.display(description="worked example")
    def worked_example(self, year: PayrollYear) -> str:
        """What the stored numbers come to; check it against a payslip or the tax department's calculator."""
        if year.pk is None:
            return "Shown when the year is saved."
        pay = in_hand(EXAMPLE_CTC, year.rules(), None)
        return (
            f"{lakh(pay.ctc)} a year, read as {READ_AS}: gross {rupees(pay.gross)}, taxable {rupees(pay.taxable)}, "
            f"income tax {rupees(pay.tax)}, employee’s provident fund {rupees(pay.employee_pf)}, professional tax "
            f"{rupees(pay.professional_tax)}; in hand {rupees(pay.a_year)} a year, {pay.about}."
        )
