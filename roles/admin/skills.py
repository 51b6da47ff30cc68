from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from roles.admin.desk import DeskAdmin, MissingFilter, count_of
from roles.admin.inlines import JoinedInline, NoTwinsFormSet
from roles.models import NearSkill, RoleSkill, Skill, SkillAlias, SkillPart


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


@admin.register(NearSkill)
class NearSkillAdmin(DeskAdmin):
    list_display = ["__str__", "credit", "reason"]
    list_filter = ["credit"]
    list_select_related = ["first", "second"]
    search_fields = ["first__name", "first__aliases__name", "second__name", "second__aliases__name"]
    autocomplete_fields = ["first", "second"]
    fieldsets = [
        (
            None,
            {
                "description": "Two skills of which one stands in for the other to a part, in either order. Not for a "
                "bundled name and what it holds, nor for what has to be learnt first.",
                "fields": ["first", "second", "credit", "reason"],
            },
        )
    ]
