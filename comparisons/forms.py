"""What readers ask of a comparison by a form. Nothing they type is kept."""

import contextlib
from collections.abc import Iterable, Mapping

from django import forms

from comparisons.pay import PayQuestion
from roles.salaries.form import ALL_INDIA, CITY_UNKNOWN, YEARS_UNKNOWN

LONGEST = 60  # characters of a city worth reading
MOST_YEARS = 50


class PayForm(forms.Form):
    """City and years of experience, both left open at first. cities: where a source knows both roles."""

    city = forms.ChoiceField(label="City", required=False, error_messages={"invalid_choice": CITY_UNKNOWN})
    years = forms.FloatField(
        label="Years of experience",
        required=False,
        min_value=0,
        max_value=MOST_YEARS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), YEARS_UNKNOWN),
        widget=forms.NumberInput(attrs={"step": "any", "autocomplete": "off", "placeholder": "all"}),
    )

    def __init__(self, cities: Iterable[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, auto_id="pay-%s", label_suffix="", **kwargs)
        self.fields["city"].choices = [("", ALL_INDIA), *((city, city) for city in cities)]


def pay_question(typed: Mapping[str, str]) -> PayQuestion:
    """What the form's fields ask, as far as they can be read: which cities there are is known only afterwards."""
    years = None
    with contextlib.suppress(ValueError):
        years = float(typed.get("years", ""))
    in_range = years is not None and 0 <= years <= MOST_YEARS
    return PayQuestion(typed.get("city", "")[:LONGEST], years if in_range else None)
