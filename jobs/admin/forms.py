"""The form of an opening."""

from typing import Any

from django import forms

from jobs.cleaning import LONGEST, clean
from jobs.offers import rupees_a_year

TAGS = "p, br, ul, ol, li, strong, em, h3, h4, a"
MOST_RUPEES = 2_000_000_000  # a year; more is a slip
STATED = ("stated_low", "stated_high", "stated_currency", "stated_period")


class JobForm(forms.ModelForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        if "description" in self.fields:
            self.fields["description"].help_text = (
                f"HTML of these tags: {TAGS}. What else there is, and addresses and telephone numbers of people, goes "
                "when you save. Text without a tag keeps its lines."
            )

    def clean_description(self) -> str:
        description = self.cleaned_data["description"]
        if len(description) > LONGEST:
            raise forms.ValidationError(f"At most {LONGEST:,} characters.")
        return clean(description)

    def clean(self) -> None:
        """Rupees a year follow from what is stated."""
        super().clean()
        if not set(STATED) & set(self.changed_data):
            return
        low, high, currency, period = (self.cleaned_data.get(name) for name in STATED)
        if low is not None and high is not None and low > high:
            self.add_error("stated_high", "State the smaller end first.")
            return
        ends = rupees_a_year(low, high, currency or "", period or "")
        if ends and ends[1] > MOST_RUPEES:
            self.add_error("stated_high", "That is more than anybody is paid a year.")
            return
        self.instance.pay_min, self.instance.pay_max = ends or (None, None)
