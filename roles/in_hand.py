"""In-hand pay estimated from a yearly figure: what an employer pays into the bank, on stated assumptions. Pure.

All money is whole rupees; a figure a year unless its name says otherwise; what is a share of something is rounded to
the nearest rupee. One reading for every pay figure, whatever its source says it includes: it is read as cost to
company (CTC), all of it fixed and paid out. For figures that are total or base pay the estimate is therefore too low,
by at most what the employer pays into provident fund. Basic pay without allowances is neither, and isn't to be put in.

The tax is that of the new regime for a resident whose only income is this pay.
"""

from dataclasses import dataclass

from roles.money import rupees

READ_AS = "cost to company"
MONTHS = 12
PROFESSIONAL_TAX_CAP = 2500  # rupees a year, by Article 276(2) of the Constitution
ABOUT = 100  # rupees that a month's pay is rounded to in sentences

Band = tuple[int, int | None, int]


@dataclass(frozen=True)
class Step:
    """A rate, in whole per cent, that holds for income above a limit."""

    above: int
    per_cent: int


@dataclass(frozen=True)
class PayrollRules:
    """What one tax year asks for. Slabs and surcharges rise; below the first step nothing is due.

    basic_per_cent: the share of CTC that counts as wages for provident fund, up to pf_wage_ceiling rupees a month.
    professional_tax: a year, where a place's own isn't known.
    """

    year: str
    slabs: tuple[Step, ...]
    standard_deduction: int
    rebate_limit: int
    rebate_maximum: int
    cess_per_cent: int
    surcharges: tuple[Step, ...]
    basic_per_cent: int
    pf_per_cent: int
    pf_wage_ceiling: int
    employer_pf_in_ctc: bool
    professional_tax: int

    def provident_fund(self, ctc: int) -> int:
        """One side's share; the employer's is as large."""
        wages = min(_share(ctc, self.basic_per_cent), MONTHS * self.pf_wage_ceiling)
        return _share(wages, self.pf_per_cent)

    def slab_tax(self, taxable: int) -> int:
        parts = ((min(taxable, high or taxable) - low) * rate for low, high, rate in bands(self.slabs) if taxable > low)
        return _hundredth(sum(parts))

    def rebate(self, taxable: int) -> int:
        """All the tax up to the limit; above it so much that the tax is no more than the income above the limit."""
        tax = self.slab_tax(taxable)
        if taxable <= self.rebate_limit:
            return min(tax, self.rebate_maximum)
        return max(tax - (taxable - self.rebate_limit), 0)

    def surcharge(self, taxable: int) -> int:
        """With marginal relief: above a step, tax and surcharge rise by no more than the income does."""
        step = next((step for step in reversed(self.surcharges) if taxable > step.above), None)
        if step is None:
            return 0
        tax = self.slab_tax(taxable) - self.rebate(taxable)
        most = self.tax_before_cess(step.above) + taxable - step.above
        return min(_share(tax, step.per_cent), most - tax)

    def tax_before_cess(self, taxable: int) -> int:
        return self.slab_tax(taxable) - self.rebate(taxable) + self.surcharge(taxable)


@dataclass(frozen=True)
class InHand:
    """Every line of one estimate; sums are worked out of the lines, so that they add up."""

    rules: PayrollRules
    ctc: int
    employer_pf: int  # 0 where it comes on top of CTC
    standard_deduction: int
    slab_tax: int
    rebate: int
    surcharge: int
    cess: int
    employee_pf: int
    professional_tax: int

    @property
    def gross(self) -> int:
        return self.ctc - self.employer_pf

    @property
    def taxable(self) -> int:
        return self.gross - self.standard_deduction

    @property
    def tax(self) -> int:
        return self.slab_tax - self.rebate + self.surcharge + self.cess

    @property
    def after_tax(self) -> int:
        return self.gross - self.tax

    @property
    def a_year(self) -> int:
        return self.after_tax - self.employee_pf - self.professional_tax

    @property
    def a_month(self) -> int:
        return _nearest(self.a_year, MONTHS)

    @property
    def amount(self) -> str:
        """A month's pay as sentences say it: "₹46,300"."""
        return rupees(ABOUT * _nearest(self.a_year, ABOUT * MONTHS))

    @property
    def about(self) -> str:
        """ "about ₹46,300 a month"."""
        return f"about {self.amount} a month"


def in_hand(ctc: int, rules: PayrollRules, professional_tax: int | None) -> InHand:
    """ctc: rupees a year. professional_tax: the place's, a year; None: not known, so the rules' own is taken."""
    pf = rules.provident_fund(ctc)
    employer_pf = pf if rules.employer_pf_in_ctc else 0
    gross = ctc - employer_pf
    deduction = min(rules.standard_deduction, gross)
    taxable = gross - deduction
    owed = rules.professional_tax if professional_tax is None else professional_tax
    return InHand(
        rules=rules,
        ctc=ctc,
        employer_pf=employer_pf,
        standard_deduction=deduction,
        slab_tax=rules.slab_tax(taxable),
        rebate=rules.rebate(taxable),
        surcharge=rules.surcharge(taxable),
        cess=_share(rules.tax_before_cess(taxable), rules.cess_per_cent),
        employee_pf=pf,
        professional_tax=min(owed, max(gross - pf, 0)),
    )


def bands(steps: tuple[Step, ...]) -> list[Band]:
    """Above which income, up to which (None: no end), which per cent; what lies below the first step is left out."""
    ends = [*(step.above for step in steps[1:]), None]
    return [(step.above, end, step.per_cent) for step, end in zip(steps, ends, strict=False)]


def _share(amount: int, per_cent: int) -> int:
    return _hundredth(amount * per_cent)


def _hundredth(amount: int) -> int:
    return _nearest(amount, 100)


def _nearest(amount: int, unit: int) -> int:
    """How many units, half up."""
    return (amount + unit // 2) // unit
