from django.contrib import admin
from django.db.models import QuerySet, URLField
from django.http import HttpRequest

from roles.admin.desk import WIDE, DeskAdmin, count_of
from roles.admin.inlines import NoTwinsFormSet
from roles.models import Location, LocationAlias, SalaryRange, Source


class CitedAdmin(DeskAdmin):
    """A screen of what pay figures refer to."""

    cited_by: str
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        figures = count_of(SalaryRange.objects.all(), by=self.cited_by)
        return super().get_queryset(request).annotate(figure_count=figures)

    @admin.display(description="pay figures", ordering="figure_count")
    def figures(self, cited: Location | Source) -> int:
        return cited.figure_count


class LocationAliasFormSet(NoTwinsFormSet):
    alone = "name"


class LocationAliasInline(admin.TabularInline):
    model = LocationAlias
    formset = LocationAliasFormSet
    fields = ["name", "town"]
    extra = 0


@admin.register(Location)
class LocationAdmin(CitedAdmin):
    cited_by = "location"
    list_display = ["name", "kind", "professional_tax", "figures"]
    list_filter = ["kind"]
    search_fields = ["name", "aliases__name"]
    inlines = [LocationAliasInline]
    fieldsets = [
        (
            None,
            {
                "description": "A place that pay is stated for. All of India and remote work are places too.",
                "fields": ["name", "slug", "kind", "professional_tax"],
            },
        )
    ]


@admin.register(Source)
class SourceAdmin(CitedAdmin):
    cited_by = "source"
    list_display = ["name", "publisher", "method", "licence", "retrieved_on", "figures"]
    list_filter = ["method", "licence"]
    search_fields = ["name", "publisher"]
    formfield_overrides = WIDE | {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (
            None,
            {
                "description": "Who says so. Name and publisher are printed beside every figure of this source.",
                "fields": ["name", "slug", "publisher", "method", "url"],
            },
        ),
        (
            "What readers must know",
            {
                "description": "The caveat stands beside every figure, the attribution where the licence asks for it.",
                "fields": ["caveat", "speaks_of", "used_for", "licence", "attribution", "retrieved_on"],
            },
        ),
    ]
