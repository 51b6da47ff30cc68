"""What a profile says once: who somebody is, what they look for, what is public."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.db import transaction

from profiles.forms.fields import OneLine, OwnForm, field_for, suggesting
from profiles.models import MOST_TARGETS, Part, Profile, ShownPart
from profiles.models.profiles import MOST_MONTHS, MOST_PLACES
from roles.models import Location, LocationAlias, Role
from roles.models.reference import LocationKind
from roles.names import RoleNames
from roles.words import join_words

MOST_YEARS = MOST_MONTHS // 12


class AboutForm(OwnForm):
    years = forms.IntegerField(
        label="Years of work", required=False, min_value=0, max_value=MOST_YEARS - 1, help_text="All jobs together."
    )
    more_months = forms.IntegerField(label="and months", required=False, min_value=0, max_value=11)

    class Meta:
        model = Profile
        fields = ["name", "headline", "summary", "city", "phone"]
        formfield_callback = field_for

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        for name, meaning in {"name": "name", "city": "address-level2", "phone": "tel"}.items():
            self.fields[name].widget.attrs["autocomplete"] = meaning
        if self.instance.months is not None:
            self.initial["years"], self.initial["more_months"] = divmod(self.instance.months, 12)

    def clean(self) -> None:
        """Nothing in both boxes means that it isn't said; 0 means that there was no work yet."""
        super().clean()
        years, months = self.cleaned_data.get("years"), self.cleaned_data.get("more_months")
        is_said = years is not None or months is not None
        self.instance.months = (years or 0) * 12 + (months or 0) if is_said else None
        self.instance.location = named_place(self.cleaned_data.get("city", ""))


def named_place(name: str) -> Location | None:
    """The catalogue's city of this name or other name. At most two queries."""
    if not name:
        return None
    cities = Location.objects.filter(kind=LocationKind.CITY)
    aliases = LocationAlias.objects.filter(name__iexact=name).values("location")
    return cities.filter(name__iexact=name).first() or cities.filter(pk__in=aliases).first()


class RolesForm(forms.Form):
    """As many boxes as there may be target roles; each takes any name of a role."""

    def __init__(self, profile: Profile, typed: Any = None) -> None:
        """typed: what was sent (Any: Django's QueryDict)."""
        chosen = [] if typed else list(profile.target_roles.order_by("name").values_list("name", flat=True))
        initial = {f"role_{number}": name for number, name in enumerate(chosen, start=1)}
        super().__init__(typed, auto_id="profile-%s", label_suffix="", initial=initial)
        self.profile = profile
        for number in range(1, MOST_TARGETS + 1):
            box = forms.TextInput(attrs=suggesting("role"))
            self.fields[f"role_{number}"] = OneLine(label=f"Role {number}", required=False, max_length=80, widget=box)

    def clean(self) -> None:
        """Names that mean no role, or more than one, are errors that say which could be meant."""
        super().clean()
        names = RoleNames()
        found: list[str] = []
        for box, typed in list(self.cleaned_data.items()):
            role = names.find(typed) if typed else None
            if typed and not role:
                self.add_error(box, _unknown(typed, [near.name for near in names.nearest(typed, 3)]))
            elif role and role.slug not in found:
                found.append(role.slug)
        self.slugs = found

    def save(self) -> None:
        self.profile.target_roles.set(Role.objects.filter(slug__in=self.slugs))


def _unknown(typed: str, near: list[str]) -> str:
    offer = f" Did you mean {' or '.join(near)}?" if near else " Look for it in the list of roles."
    return f"We don’t know “{typed}”.{offer}"


class WishesForm(OwnForm):
    places = OneLine(
        label="Cities you would work in",
        required=False,
        max_length=400,
        help_text="With commas between: “Pune, Bengaluru”.",
    )

    class Meta:
        model = Profile
        fields = ["is_remote_fine", "notice_days", "pay_now", "pay_wanted"]
        formfield_callback = field_for

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        self.initial["places"] = ", ".join(self.instance.would_move_to.values_list("name", flat=True))

    def clean_places(self) -> list[Location]:
        """At most two queries for each name."""
        names = list(filter(None, map(str.strip, self.cleaned_data["places"].split(","))))
        if len(names) > MOST_PLACES:
            raise forms.ValidationError(f"Name {MOST_PLACES} cities or fewer.")
        found = {name: named_place(name) for name in names}
        if unknown := [name for name, place in found.items() if place is None]:
            raise forms.ValidationError(
                f"We don’t know {join_words(unknown, 'or')}. Leave it out, or name the next city."
            )
        return [place for place in found.values() if place]

    def save(self, commit: bool = True) -> Profile:
        profile = super().save(commit)
        profile.would_move_to.set(self.cleaned_data["places"])
        return profile


class PublicForm(forms.ModelForm):
    parts = forms.MultipleChoiceField(
        label="What the page shows", choices=Part, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Profile
        fields = ["is_indexable"]

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options, auto_id="profile-%s", label_suffix="")
        self.initial["parts"] = list(self.instance.shownpart_rows.values_list("part", flat=True))

    @transaction.atomic
    def save(self, commit: bool = True) -> Profile:
        """Only what is ticked now is shown from now on."""
        profile = super().save(commit)
        profile.shownpart_rows.all().delete()
        ShownPart.objects.bulk_create(ShownPart(profile=profile, part=part) for part in self.cleaned_data["parts"])
        return profile


class StartForm(forms.Form):
    is_agreed = forms.BooleanField(
        label="I am 18 or older, and I agree to this",
        label_suffix="",
        error_messages={"required": "Tick this box if you agree; without it we keep no profile."},
    )


class DeletionForm(forms.Form):
    """Who has a password types it; who signs in otherwise types a word."""

    WORD = "delete"

    confirmation = forms.CharField(
        max_length=200, strip=True, error_messages={"required": "Nothing is deleted without this."}
    )

    def __init__(self, user: Any, typed: Any = None) -> None:
        """Any: Django's user and QueryDict."""
        super().__init__(typed, auto_id="profile-%s", label_suffix="")
        self.user, self.has_password = user, user.has_usable_password()
        field = self.fields["confirmation"]
        field.label = "Your password" if self.has_password else f"Type the word “{self.WORD}”"
        if self.has_password:
            field.strip, field.widget = False, forms.PasswordInput(attrs={"autocomplete": "current-password"})

    def clean_confirmation(self) -> str:
        """Wrong passwords are counted with those that allauth asks for once more: after five it says to wait."""
        typed = self.cleaned_data["confirmation"]
        if self.has_password and not get_adapter().reauthenticate(self.user, typed):
            raise forms.ValidationError("That isn’t your password. Nothing was deleted.")
        if not self.has_password and typed.lower() != self.WORD:
            raise forms.ValidationError(f"Type “{self.WORD}”. Nothing was deleted.")
        return typed
