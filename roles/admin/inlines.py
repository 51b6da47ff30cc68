"""Rows that are edited inside another row's form."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.http import HttpRequest

from roles.admin.desk import WIDE
from roles.faqs import Topic


class NoTwinsFormSet(forms.BaseInlineFormSet):
    """Refuses two rows of one form with the same `alone` field, whatever its case.

    A constraint on an expression or with a condition is checked against the database only, and there neither
    of two new rows is found.
    """

    alone: str

    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.forms:
            value = getattr(form, "cleaned_data", {}).get(self.alone, "").lower()
            if not value or self._should_delete_form(form):
                continue
            if value in seen:
                form.add_error(self.alone, "This is in the list twice.")
            seen.add(value)


class FAQFormSet(NoTwinsFormSet):
    alone = "key"


class FAQInline(admin.StackedInline):
    """An editor's answers; what they may replace is chosen from the page's topics, as any other key does nothing."""

    topics: list[Topic]
    formset = FAQFormSet
    formfield_overrides = WIDE
    fields = ["question", "answer", ("key", "position")]
    extra = 0

    def formfield_for_dbfield(self, field: Field, request: HttpRequest, **options: Any) -> forms.Field | None:
        """Any: whatever Django passes on to the form field."""
        if field.name != "key":
            return super().formfield_for_dbfield(field, request, **options)
        choices = [("", "nothing (an extra question)"), *[(topic.key, topic.key) for topic in self.topics]]
        return forms.ChoiceField(choices=choices, required=False, label="Replaces", help_text=field.help_text)


class JoinedSelect(AutocompleteSelect):
    """Shows the chosen object as the row has it joined. Django's own asks the database once more for each row."""

    joined: Model | None = None

    def optgroups(self, name: str, value: list[str], attr: dict[str, Any] | None = None) -> list[tuple]:
        """Any: Django's signature."""
        if self.joined is None or value != [str(self.joined.pk)]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, self.joined.pk, str(self.joined), True, len(options)))
        return [(None, options, 0)]


class JoinedForm(forms.ModelForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            select = getattr(field.widget, "widget", None)
            if isinstance(select, JoinedSelect) and self.instance.pk:
                select.joined = getattr(self.instance, name)


class JoinedInline(admin.TabularInline):
    """Foreign keys that are searched for; the rows come with them in one query."""

    form = JoinedForm
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(self, field: ForeignKey, request: HttpRequest, **options: Any) -> forms.Field:
        """Any: whatever Django passes on to the form field."""
        if field.name in self.autocomplete_fields:
            options["widget"] = JoinedSelect(field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(field, request, **options)
