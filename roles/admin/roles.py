import datetime

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import CharField, Q, QuerySet
from django.forms import BaseModelFormSet, ModelForm, TextInput
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from roles.admin.desk import DeskAdmin, MissingFilter, count_of
from roles.admin.inlines import FAQInline, JoinedInline
from roles.models import CareerStep, Responsibility, Role, RoleAlias, RoleFAQ, RoleSkill, SalaryRange, Status
from roles.topics import ROLE_TOPICS

ENOUGH_DUTIES = 8
ENOUGH_CORE_SKILLS = 7
ENOUGH_STEPS = 3
YEAR = datetime.timedelta(days=365)
GUIDE = ("question", "output", "measured_by", "works_with", "typical_day", "suits", "avoid", "entry", "education")
GUIDE_HAS_A_GAP = Q(*((field, "") for field in GUIDE), _connector=Q.OR)


class RoleMissing(MissingFilter):
    def gaps(self) -> dict[str, tuple[str, Q]]:
        a_year_ago = timezone.localdate() - YEAR
        return {
            "overview": ("no overview", Q(overview="")),
            "guide": ("a gap in the guide", GUIDE_HAS_A_GAP),
            "ladder": (f"fewer than {ENOUGH_STEPS} steps of the ladder", Q(step_count__lt=ENOUGH_STEPS)),
            "experience": ("no experience", Q(experience_min=None)),
            "duties": (f"fewer than {ENOUGH_DUTIES} responsibilities", Q(duty_count__lt=ENOUGH_DUTIES)),
            "kinds": ("responsibilities without a kind of work", Q(unmarked_count__gt=0)),
            "skills": (f"fewer than {ENOUGH_CORE_SKILLS} core skills", Q(core_count__lt=ENOUGH_CORE_SKILLS)),
            "pay": ("no pay", Q(pay_count=0)),
            "review": ("not reviewed for a year", Q(reviewed_on=None) | Q(reviewed_on__lt=a_year_ago)),
        }


class ResponsibilityInline(JoinedInline):
    model = Responsibility
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"size": 44})}}
    fields = ["position", "text", "gerund", "kind"]
    autocomplete_fields = ["kind"]


class CareerStepInline(admin.TabularInline):
    model = CareerStep
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"size": 44})}}
    fields = ["years_min", "years_max", "title", "does"]
    extra = 0


class RoleSkillInline(JoinedInline):
    model = RoleSkill
    fields = ["rank", "skill", "kind", "importance", "evidence_count", "adverts_naming", "adverts_read", "source"]
    autocomplete_fields = ["skill", "source"]


class RoleAliasInline(admin.TabularInline):
    model = RoleAlias
    prepopulated_fields = {"slug": ["name"]}
    extra = 0


class RoleFAQInline(FAQInline):
    model = RoleFAQ
    topics = ROLE_TOPICS


@admin.register(Role)
class RoleAdmin(DeskAdmin):
    list_display = ["name", "family", "status", "duties", "core_skills", "pay_figures", "reviewed_on"]
    list_filter = [RoleMissing, "status", "family", "reviewed_on"]
    search_fields = ["name", "aliases__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["experience_source"]
    readonly_fields = ["pay_figures"]
    inlines = [ResponsibilityInline, CareerStepInline, RoleSkillInline, RoleAliasInline, RoleFAQInline]
    actions = ["publish", "unpublish"]
    fieldsets = [
        (
            None,
            {
                "description": "What the role is called, and the one sentence that every page about it starts with.",
                "fields": ["name", "plural", "article", "slug", "family", "summary"],
            },
        ),
        (
            "In more words",
            {
                "description": "Shown on the role's own page. What is empty is not shown.",
                "fields": ["overview", "question", "output", "measured_by", "works_with", "typical_day"],
            },
        ),
        (
            "Who it suits, and how people get in",
            {
                "description": "Honest both ways: what makes people leave belongs here too.",
                "fields": ["suits", "avoid", "entry", "education"],
            },
        ),
        (
            "Experience",
            {
                "description": "Years that employers ask for. Fill in both ends and the source, or none of them.",
                "fields": [("experience_min", "experience_max"), "experience_sample_size", "experience_source"],
            },
        ),
        (
            "Pay",
            {"description": "Each figure has a screen of its own, with its source.", "fields": ["pay_figures"]},
        ),
        (
            "Publishing",
            {
                "description": "Readers see published roles only. Say first when you checked all of it.",
                "fields": ["status", "reviewed_on"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                duty_count=count_of(Responsibility.objects.all(), by="role"),
                unmarked_count=count_of(Responsibility.objects.filter(kind=None), by="role"),
                step_count=count_of(CareerStep.objects.all(), by="role"),
                core_count=count_of(RoleSkill.objects.filter(kind="core"), by="role"),
                pay_count=count_of(SalaryRange.objects.all(), by="role"),
            )
        )

    @admin.display(ordering="duty_count")
    def duties(self, role: Role) -> int:
        return role.duty_count

    @admin.display(ordering="core_count")
    def core_skills(self, role: Role) -> int:
        return role.core_count

    @admin.display(ordering="pay_count")
    def pay_figures(self, role: Role) -> str:
        if not role.pk:
            return "Save the role first."
        address = reverse("admin:roles_salaryrange_changelist")
        return format_html('<a href="{}?role__id__exact={}">{}</a>', address, role.pk, role.pay_count)

    def view_on_site(self, role: Role) -> str | None:
        return role.get_absolute_url() if role.status == Status.PUBLISHED else None

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list[BaseModelFormSet], change: bool
    ) -> None:
        """A changed address lives on as an alias. After the form's own aliases: the editor may have thought of it."""
        super().save_related(request, form, formsets, change)
        if change and "slug" in form.changed_data:
            old = {"role": form.instance, "name": form.initial["name"]}
            RoleAlias.objects.get_or_create(slug=form.initial["slug"], defaults=old)

    @admin.action(description="Publish", permissions=["change"])
    def publish(self, request: HttpRequest, roles: QuerySet[Role]) -> None:
        self._set_status(request, roles, Status.PUBLISHED)

    @admin.action(description="Unpublish", permissions=["change"])
    def unpublish(self, request: HttpRequest, roles: QuerySet[Role]) -> None:
        self._set_status(request, roles, Status.DRAFT)

    def _set_status(self, request: HttpRequest, roles: QuerySet[Role], status: Status) -> None:
        """Goes by the database's own rules: what they refuse stays as it is, and the editor reads why."""
        changed = 0
        for role in roles:
            role.status = status
            try:
                role.validate_constraints()
            except ValidationError as refusal:
                self.message_user(request, f"{role} stays as it is. {' '.join(refusal.messages)}", messages.ERROR)
                continue
            role.save(update_fields=["status"])
            self.log_change(request, role, f"Now {status.label}.")
            changed += 1
        if changed:
            self.message_user(request, f"Now {status.label}: {changed}.", messages.SUCCESS)
