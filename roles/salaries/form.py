"""What readers ask by a form. Nothing they type is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from roles.pay import PayFigure
from roles.salaries.amounts import LONGEST, Amount, read_amount
from roles.salaries.standing import Standings, standings
from roles.words import counted_years

PAY_UNKNOWN = (
    "Write one figure of ₹10,000 to ₹100 crore a year: 8.5 for lakh a year, 8,50,000, 8.5 lakh or 45,000 a month."
)
YEARS_UNKNOWN = "Write your years as a number from 0, for a fresher, to 50."
CITY_UNKNOWN = "We have no figures for this place. Choose one from the list."
ALL_INDIA = "All of India"


@dataclass(frozen=True)
class Asked:
    """What a reader asked, and the answer. city: nothing for all of India."""

    pay: Amount
    years: float
    city: str
    standings: Standings

    @property
    def experience(self) -> str:
        """ "1 year", "2.5 years"."""
        return counted_years(self.years)


class AmountField(forms.CharField):
    def to_python(self, value: str) -> Amount | None:
        """Raises ValidationError for what is no pay."""
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        amount = read_amount(text)
        if amount is None:
            raise forms.ValidationError(PAY_UNKNOWN)
        return amount


class StandingForm(forms.Form):
    """My pay, years and city. cities: the places beside all of India that the page has figures for."""

    pay = AmountField(
        label="My pay",
        help_text="Lakh a year (8.5), rupees a year (8,50,000) or rupees a month (45,000).",
        error_messages={"required": PAY_UNKNOWN},
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": LONGEST}),
    )
    years = forms.FloatField(
        label="My years of experience",
        help_text="0 for a fresher.",
        min_value=0,
        max_value=50,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEARS_UNKNOWN),
        widget=forms.NumberInput(attrs={"step": "any", "autocomplete": "off"}),
    )
    city = forms.ChoiceField(label="My city", required=False, error_messages={"invalid_choice": CITY_UNKNOWN})

    def __init__(self, cities: list[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, auto_id="my-%s", label_suffix="", **kwargs)
        self.fields["city"].choices = [("", ALL_INDIA), *((city, city) for city in cities)]

    def asked(self, figures: Iterable[PayFigure]) -> Asked | None:
        """Where the pay stands among comparable() figures; None unless the form was filled in rightly."""
        if not self.is_valid():
            return None
        pay, years, city = (self.cleaned_data[name] for name in ("pay", "years", "city"))
        return Asked(pay, years, city, standings(figures, pay.rupees, years, city))
