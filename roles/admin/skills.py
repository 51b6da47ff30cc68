from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from roles.admin.desk import DeskAdmin, MissingFilter, count_of
from roles.admin.inlines import JoinedInline, NoTwinsFormSet
from roles.models import RoleSkill, Skill, SkillAlias, SkillPart


class SkillMissing(MissingFilter):
    def gaps(self) -> dict[str, tuple[str, Q]]:
        return {
            "summary": ("no summary", Q(summary="")),
            "role": ("used by no role", Q(role_count=0)),
        }


class SkillAliasFormSet(NoTwinsFormSet):
    alone = "name"


class SkillAliasInline(admin.TabularInline):
    model = SkillAlias
    formset = SkillAliasFormSet
    extra = 0


class SkillPartInline(JoinedInline):
    model = SkillPart
    fk_name = "whole"
    verbose_name_plural = "parts of a bundled name"
    fields = ["part"]
    autocomplete_fields = ["part"]


@admin.register(Skill)
class SkillAdmin(DeskAdmin):
    list_display = ["name", "category", "roles", "other_names", "summary"]
    list_filter = [SkillMissing, "category"]
    search_fields = ["name", "aliases__name"]
    prepopulated_fields = {"slug": ["name"], "in_sentence": ["name"]}
    inlines = [SkillAliasInline, SkillPartInline]
    fieldsets = [
        (
            None,
            {
                "description": "What the skill is called, alone and inside a sentence, and what it is.",
                "fields": ["name", "in_sentence", "slug", "category", "trust", "summary"],
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Skill]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                role_count=count_of(RoleSkill.objects.all(), by="skill"),
                alias_count=count_of(SkillAlias.objects.all(), by="skill"),
            )
        )

    @admin.display(ordering="role_count")
    def roles(self, skill: Skill) -> int:
        return skill.role_count

    @admin.display(ordering="alias_count")
    def other_names(self, skill: Skill) -> int:
        return skill.alias_count
