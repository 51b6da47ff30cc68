"""Fields that forms of a profile share: clean text, months, web addresses."""

from typing import Any

from django import forms
from django.db import models
from django.urls import reverse

from profiles.spans import MONTHS
from profiles.typed import given_lines, many_lines, one_line

EMPTY = "Write something here: it can’t be empty."
UNCOUNTED = {"autocomplete": "off"}


class OneLine(forms.CharField):
    def to_python(self, value: str | None) -> str:
        return one_line(super().to_python(value))


class ManyLines(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: str | None) -> str:
        return many_lines(super().to_python(value))


class GivenLines(ManyLines):
    def to_python(self, value: str | None) -> str:
        return given_lines(super().to_python(value))


class MonthField(forms.TypedChoiceField):
    def __init__(self, **options: Any) -> None:
        """Any: whatever a form field takes."""
        choices = [("", "not said"), *enumerate(MONTHS, start=1)]
        super().__init__(**options, choices=choices, coerce=int, empty_value=None)


def field_for(field: models.Field, **options: Any) -> forms.Field | None:
    """The form field of a column, for `formfield_callback`. Any: as Django passes it."""
    if field.name.endswith("_month"):
        return MonthField(label=field.verbose_name.capitalize(), required=False)
    if field.name.endswith("_year"):
        options["widget"] = forms.NumberInput(attrs=UNCOUNTED | {"inputmode": "numeric", "placeholder": "2024"})
    if isinstance(field, models.URLField):
        return field.formfield(assume_scheme="https", **options)
    if field.choices or not isinstance(field, models.CharField | models.TextField):
        return field.formfield(**options)
    if isinstance(field, models.TextField):
        return field.formfield(form_class=GivenLines if field.name == "lines" else ManyLines, widget=None, **options)
    return field.formfield(form_class=OneLine, **options)


def suggesting(kind: str) -> dict[str, str]:
    """Attributes of a box under which the site's names are offered while somebody types. kind: "skill" or "role"."""
    return {"data-suggest": f"{reverse('suggest')}?kind={kind}", "data-fills": "", "autocomplete": "off"}


class OwnForm(forms.ModelForm):
    """Says what is wrong beside each box; ids don't clash with another form's on the page."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options, auto_id="profile-%s", label_suffix="")
        for field in self.fields.values():
            field.error_messages["required"] = EMPTY
