"""What readers ask of a comparison by a form. Nothing they type is kept."""

import contextlib
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from comparisons.pay import PayQuestion
from comparisons.take_home import ProvidentFund
from roles.salaries.form import ALL_INDIA, CITY_UNKNOWN, YEARS_UNKNOWN

LONGEST = 60  # characters of a city worth reading
MOST_YEARS = 50
STAND_IN = "\ue000"  # no city
FUNDS = [
    (ProvidentFund.CEILING, "up to the ceiling"),
    (ProvidentFund.FULL, "on all wages"),
    (ProvidentFund.NONE, "none"),
]


class PayForm(forms.Form):
    """City, years of experience and provident fund, all left open at first. cities: where a source knows both roles."""

    city = forms.ChoiceField(label="City", required=False, error_messages={"invalid_choice": CITY_UNKNOWN})
    years = forms.FloatField(
        label="Years",
        required=False,
        min_value=0,
        max_value=MOST_YEARS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), YEARS_UNKNOWN),
        widget=forms.NumberInput(attrs={"step": "any", "autocomplete": "off", "placeholder": "all"}),
    )

    pf = forms.ChoiceField(label="Provident fund", required=False, choices=FUNDS)

    def __init__(self, cities: Iterable[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, auto_id="pay-%s", label_suffix="", **kwargs)
        self.fields["city"].choices = [("", ALL_INDIA), *((city, city) for city in cities)]


def pay_fields(cities: tuple[str, ...], typed: Mapping[str, str]) -> SafeString:
    """The form's fields as HTML."""
    return _drawn(PayForm(cities, typed)) if typed else _empty_fields(cities)


def _empty_fields(cities: tuple[str, ...]) -> SafeString:
    before, after = _around_cities()
    options = "".join(f'<option value="{escape(city)}">{escape(city)}</option>\n' for city in cities)
    return mark_safe(f"{before}{options}{after}")  # noqa: S308 ours, and escaped


@cache
def _around_cities() -> tuple[str, str]:
    """What comes before the cities and after them is always the same, and drawing it takes a quarter of a page."""
    before, after = _drawn(PayForm([STAND_IN])).split(f'<option value="{STAND_IN}">{STAND_IN}</option>')
    return before, after


def _drawn(form: PayForm) -> SafeString:
    return render_to_string("comparisons/_pay_fields.html", {"form": form})


def pay_question(typed: Mapping[str, str]) -> PayQuestion:
    """What the form's fields ask, as far as they can be read: which cities there are is known only afterwards."""
    years = None
    with contextlib.suppress(ValueError):
        years = float(typed.get("years", ""))
    in_range = years is not None and 0 <= years <= MOST_YEARS
    return PayQuestion(typed.get("city", "")[:LONGEST], years if in_range else None)


def provident_fund(typed: Mapping[str, str]) -> ProvidentFund:
    """What the law asks for, unless the form says else."""
    try:
        return ProvidentFund(typed.get("pf", ""))
    except ValueError:
        return ProvidentFund.CEILING
