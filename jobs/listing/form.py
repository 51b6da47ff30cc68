"""The filters. A value that can't be understood is left out, and its field says so."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jobs.listing.address import BY_FIT, BY_PAY, NO, Asked
from jobs.listing.choices import Choices
from jobs.listing.wanted import Option, Wanted
from jobs.listing.wording import DAYS
from jobs.models import Employment, Mode
from jobs.search.terms import LONGEST
from roles.salaries.form import YEARS_UNKNOWN, AmountField
from roles.words import capitalised

UNKNOWN = "We don’t know this one. Choose from the list."
SORTS = [("", "Newest first"), (BY_PAY, "Best paid first"), (BY_FIT, "Best fit for you")]

Pairs = Iterable[tuple[str, str]]


class LongSelect(forms.Select):
    """A hundred roles drawn by a function: Django's template takes ten milliseconds for them."""

    def render(
        self, name: str, value: object, attrs: Mapping[str, object] | None = None, renderer: object = None
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        options = ((key, SafeString(" selected") if str(key) == chosen else "", label) for key, label in self.choices)
        given = format_html_join("", ' {}="{}"', self.build_attrs(self.attrs, attrs).items())
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            given,
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


class Choice(forms.ChoiceField):
    widget = LongSelect

    def __init__(self, label: str, choices: Pairs = ()) -> None:
        super().__init__(label=label, choices=choices, required=False, error_messages={"invalid_choice": UNKNOWN})


class SearchForm(forms.Form):
    """Names and values are those of the address."""

    q = forms.CharField(
        label="Title, skill, company or place",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST, "autocomplete": "off"}),
    )
    role = Choice("Role")
    city = Choice("City")
    skill = Choice("Skill")
    mode = Choice("Where you work", [("", "Anywhere"), *((value, capitalised(name)) for value, name in Mode.choices)])
    employment = Choice(
        "Employment", [("", "Any"), *((value, capitalised(name)) for value, name in Employment.choices)]
    )
    years = forms.IntegerField(
        label="My years of experience",
        help_text="0 for a fresher.",
        required=False,
        min_value=0,
        max_value=50,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), YEARS_UNKNOWN),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 2, "autocomplete": "off"}),
    )
    pay = AmountField(
        label="Pay, at least",
        help_text="Lakh a year (8.5) or rupees a month (45,000).",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 40, "autocomplete": "off"}),
    )
    days = forms.TypedChoiceField(
        label="Posted",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Any time"), *DAYS.items()],
        error_messages={"invalid_choice": UNKNOWN},
        widget=LongSelect,
    )
    sort = Choice("Order", SORTS)

    def __init__(self, search: Asked, options: Choices) -> None:
        super().__init__(dict(search), auto_id="want-%s", label_suffix="")
        self.options, self.search = options, dict(search)
        self.is_with_unstated = self.search.get("unstated") != NO
        self._offer("role", "Any role", options.roles.values())
        self._offer("city", "All of India", options.cities.values())
        self._offer("skill", "Any skill", options.skills.values())

    def wanted(self) -> Wanted:
        """What was understood."""
        self.is_valid()
        said = self.cleaned_data
        pay = said.get("pay")
        return Wanted(
            words=said.get("q", ""),
            role=self.options.roles.get(said.get("role", "")),
            skill=self.options.skills.get(said.get("skill", "")),
            city=self.options.cities.get(said.get("city", "")),
            mode=said.get("mode", ""),
            employment=said.get("employment", ""),
            years=said.get("years"),
            pay=pay.rupees if pay else None,
            with_unstated=self.is_with_unstated or pay is None,
            days=said.get("days"),
            is_by_pay=said.get("sort") == BY_PAY,
        )

    def say_counts(self, counts: dict[str, dict[str, int]], skills: Iterable[Option]) -> None:
        """Beside each choice how many of the openings that were found have it. counts: by field and value; skills: the
        ones to choose from, beside the chosen one."""
        offered = {option.slug: option for option in (*self.options.skills.values(), *skills)}
        self._offer("skill", "Any skill", offered.values())
        for name, by_value in counts.items():
            field = self.fields[name]
            field.choices = [
                (value, f"{label} ({by_value[value]})" if value in by_value else label)
                for value, label in field.choices
            ]

    @property
    def filters(self) -> list[forms.BoundField]:
        """All but the words, which stand before them."""
        return [self[name] for name in self.fields if name != "q"]

    def _offer(self, name: str, none: str, options: Iterable[Option]) -> None:
        self.fields[name].choices = [("", none), *((option.slug, option.name) for option in options)]
