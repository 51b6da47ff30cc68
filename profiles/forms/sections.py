"""A row of a section: one form each. What a row must not be is a constraint of its table; the form says it in words."""

from typing import Any

from django import forms
from django.db.models import Q

from profiles.forms.fields import OwnForm, field_for, suggesting
from profiles.models import (
    Certificate,
    Education,
    Experience,
    Language,
    Level,
    Profile,
    ProfileLink,
    ProfileSkill,
    Project,
)
from roles.models import Skill, SkillAlias, Trust


class RowForm(OwnForm):
    def __init__(self, profile: Profile, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        self.instance.profile = profile

    def _get_validation_exclusions(self) -> set[str]:
        """Django leaves out constraints on what isn't in the form; here they are checked as well."""
        return super()._get_validation_exclusions() - {"profile", "skill"}

    def clean(self) -> None:
        super().clean()
        model = self._meta.model
        if self.instance.pk is None and model.objects.of(self.instance.profile).count() >= model.most:
            raise forms.ValidationError(f"{model.most} is the most that a profile holds here. Remove one first.")

    def save(self, commit: bool = True) -> Any:
        """A new row comes last. Any: a row of the form's model."""
        if self.instance.pk is None:
            last = self._meta.model.objects.of(self.instance.profile).last()
            self.instance.position = last.position + 1 if last else 1
        return super().save(commit)


class SkillForm(RowForm):
    class Meta:
        model = ProfileSkill
        fields = ["name", "level", "evidence"]
        formfield_callback = field_for

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        self.fields["name"].widget.attrs |= suggesting("skill")
        self.fields["level"].choices = [("", "not said"), *Level.choices]

    def clean(self) -> None:
        super().clean()
        self.instance.skill = named_skill(self.cleaned_data.get("name", ""))


def named_skill(name: str) -> Skill | None:
    """The catalogue's skill of this name or other name, in whatever case. One query."""
    called = Q(name__iexact=name) | Q(aliases__in=_aliases(name))
    return Skill.objects.filter(called).order_by("pk").first() if name else None


def _aliases(name: str) -> Any:
    """But for names that could mean something else even in a list of skills. Any: a queryset."""
    return SkillAlias.objects.filter(name__iexact=name).exclude(trust=Trust.SEARCH)


class ExperienceForm(RowForm):
    class Meta:
        model = Experience
        fields = [
            "title", "company", "place",
            "start_month", "start_year", "end_month", "end_year", "is_current", "lines",
        ]  # fmt: skip
        formfield_callback = field_for


class EducationForm(RowForm):
    class Meta:
        model = Education
        fields = ["degree", "field", "school", "start_month", "start_year", "end_month", "end_year", "grade"]
        formfield_callback = field_for


class ProjectForm(RowForm):
    class Meta:
        model = Project
        fields = ["name", "url", "start_month", "start_year", "end_month", "end_year", "lines"]
        formfield_callback = field_for


class CertificateForm(RowForm):
    class Meta:
        model = Certificate
        fields = ["name", "issuer", "date_month", "date_year", "url"]
        formfield_callback = field_for


class LanguageForm(RowForm):
    class Meta:
        model = Language
        fields = ["name", "level"]
        formfield_callback = field_for


class LinkForm(RowForm):
    class Meta:
        model = ProfileLink
        fields = ["label", "url"]
        formfield_callback = field_for
