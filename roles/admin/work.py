from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest

from roles.admin.desk import DeskAdmin, MissingFilter, count_of
from roles.models import Responsibility, WorkKind
from roles.words import join_words


class WorkKindMissing(MissingFilter):
    def gaps(self) -> dict[str, tuple[str, Q]]:
        return {"duty": ("used by no duty", Q(duty_count=0))}


@admin.register(WorkKind)
class WorkKindAdmin(DeskAdmin):
    list_display = ["name", "duty_number", "roles"]
    list_filter = [WorkKindMissing]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["roles"]
    fieldsets = [
        (
            None,
            {
                "description": "A sort of work that duties of several roles are. Two duties have the same kind when "
                "a worker would say “yes, that's the same sort of work”.",
                "fields": ["name", "slug", "roles"],
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[WorkKind]:
        duties = Prefetch("duties", Responsibility.objects.select_related("role").order_by("role__name"))
        duty_count = count_of(Responsibility.objects.all(), by="kind")
        return super().get_queryset(request).annotate(duty_count=duty_count).prefetch_related(duties)

    @admin.display(description="duties", ordering="duty_count")
    def duty_number(self, kind: WorkKind) -> int:
        return kind.duty_count

    @admin.display
    def roles(self, kind: WorkKind) -> str:
        """Whose duties are of this kind, each once."""
        return join_words(dict.fromkeys(duty.role.name for duty in kind.duties.all())) if kind.pk else ""
