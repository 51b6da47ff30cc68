"""What all screens of the editors' desk have in common."""

from collections.abc import Callable

from django.contrib import admin
from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms import TextInput
from django.http import HttpRequest

LOOKUPS = {"exact", "isempty", "isnull", "gte", "lt"}
WIDE = {CharField: {"widget": TextInput(attrs={"size": 80})}}  # a sentence can be read without scrolling


class DeskAdmin(admin.ModelAdmin):
    list_per_page = 50
    save_on_top = True
    formfield_overrides = WIDE

    class Media:
        css = {"all": ["css/desk.css"]}

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the filters beside a list use. Django would take any: a regex that never ends, the year 0."""
        path, _, last = lookup.rpartition("__")
        return (not path or last in LOOKUPS) and super().lookup_allowed(lookup, value, request)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str]:
        """Without what can't be a key: the box of a foreign key fails on `add/?role=junk`."""
        given = super().get_changeform_initial_data(request)
        return {
            field: value for field, value in given.items() if field not in self.autocomplete_fields or value.isdecimal()
        }


class ConditionFilter(admin.SimpleListFilter):
    """Rows for which one of some named conditions holds."""

    # Of each condition the value in the address, and words for the editor: a method of each filter.
    conditions: Callable[[], dict[str, tuple[str, Q]]]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(value, words) for value, (words, _) in self.conditions().items()]

    def queryset(self, request: HttpRequest, rows: QuerySet) -> QuerySet:
        _, condition = self.conditions().get(self.value(), ("", Q()))
        return rows.filter(condition)


class MissingFilter(ConditionFilter):
    """Rows with a gap that an editor should close."""

    title = "what is missing"
    parameter_name = "missing"

    gaps: Callable[[], dict[str, tuple[str, Q]]]

    def conditions(self) -> dict[str, tuple[str, Q]]:
        return self.gaps()


def count_of(rows: QuerySet, by: str) -> Coalesce:
    """How many of `rows` point here with their field `by`. A subquery: joined counts would multiply each other."""
    counts = rows.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counts), 0)
