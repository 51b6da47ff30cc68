"""What somebody says of a job or a search that they save."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from profiles.alerts.models import Arrival
from profiles.forms.fields import OwnForm, field_for
from profiles.models import Consent, Often, Profile, SavedJob, SavedSearch
from profiles.notices import Purpose


class SavedJobForm(OwnForm):
    class Meta:
        model = SavedJob
        fields = ["note"]
        formfield_callback = field_for

    def clean(self) -> None:
        super().clean()
        refuse_too_many(self.instance, "jobs")

    def save(self, commit: bool = True) -> SavedJob:
        """Once, also where the button was pressed twice."""
        said = {name: getattr(self.instance, name) for name in ("note", "title", "company")}
        saved = self.instance
        if saved.pk:
            return super().save(commit)
        return SavedJob.objects.update_or_create(profile=saved.profile, job=saved.job, defaults=said)[0]


class SavedSearchForm(OwnForm):
    """Mail needs consent, which is asked for where it isn't given yet."""

    is_agreed = forms.BooleanField(
        label="I agree to get this mail", required=False, help_text="Only needed if you choose mail."
    )

    class Meta:
        model = SavedSearch
        fields = ["name", "often"]
        formfield_callback = field_for

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        self.was_mailed = bool(self.instance.pk) and self.instance.is_mailed
        self.needs_consent = not Consent.objects.is_given(self.instance.profile.user, Purpose.ALERTS)
        if not self.needs_consent:
            del self.fields["is_agreed"]

    def clean(self) -> None:
        super().clean()
        refuse_too_many(self.instance, "searches")
        wants_mail = self.cleaned_data.get("often", Often.NEVER) != Often.NEVER
        if wants_mail and self.needs_consent and not self.cleaned_data.get("is_agreed"):
            self.add_error("is_agreed", "Tick this box if you want mail, or choose “No mail”.")

    @transaction.atomic
    def save(self, commit: bool = True) -> SavedSearch:
        """Once, also where the button was pressed twice. Mail begins with what comes after it was switched on."""
        search = self.instance
        if search.is_mailed:
            Consent.objects.give(search.profile.user, Purpose.ALERTS)
        values = {"name": search.name, "often": search.often}
        if search.pk is None or (search.is_mailed and not self.was_mailed):
            now = timezone.now()
            values |= {"told": Arrival.objects.catch_up(now), "telling": None, "told_at": now}
        return SavedSearch.objects.update_or_create(profile=search.profile, query=search.query, defaults=values)[0]


def refuse_too_many(row: SavedJob | SavedSearch, what: str) -> None:
    """what: "jobs"."""
    if row.pk is None and type(row).objects.of(row.profile).count() >= row.most:
        raise forms.ValidationError(f"{row.most} saved {what} is the most that a profile holds. Remove one first.")


def new_search(profile: Profile, query: str, name: str) -> SavedSearch:
    """The one that is saved already, else a new one, not saved yet."""
    found = SavedSearch.objects.of(profile).filter(query=query).first()
    search = found or SavedSearch(profile=profile, query=query, name=name)
    search.profile = profile
    return search
