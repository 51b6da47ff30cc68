"""What a person confirmed is added to what their profile holds. Nothing that is there is changed, but for the texts
that they ticked to be replaced."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from profiles.facts import ProfileFacts
from profiles.forms.profile import named_place
from profiles.importing.confirming import confirmed
from profiles.importing.pieces import Understood
from profiles.models import Profile
from profiles.rows import Columns, add_rows, rows_of, said_once
from profiles.sections import SECTIONS, Section
from roles.words import counted, join_words

_NOUNS = {
    "experience": ("job", ""),
    "skills": ("skill", ""),
    "education": ("degree or class", "degrees or classes"),
    "projects": ("project", ""),
    "certificates": ("certificate", ""),
    "languages": ("language", ""),
    "links": ("link", ""),
}
_TEXTS = {
    "name": "your name",
    "phone": "your telephone number",
    "city": "your city",
    "headline": "your headline",
    "summary": "your summary",
    "months": "your months of work",
}


@dataclass(frozen=True, slots=True)
class Addition:
    """errors: a sentence by the text's key, and while there is one nothing is added; sentences: what was added, and
    what wasn't and why."""

    sentences: tuple[str, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def add(profile: Profile, understood: Understood, posted: Mapping[str, str], ticked: Collection[str]) -> Addition:
    """To be called in a transaction. At most 40 queries."""
    kept = confirmed(understood, posted, ticked, profile.facts())
    if kept.errors:
        return Addition(errors=kept.errors)
    lists = list(_add_lists(profile, kept.facts))
    added = [*(one.added for one in lists if one.added), *_add_texts(profile, kept.facts)]
    first = f"Added to your profile: {join_words(added)}." if added else "Nothing was added to your profile."
    return Addition((first, *(one.left_out for one in lists if one.left_out)))


@dataclass(frozen=True, slots=True)
class _List:
    """added: "3 skills"; left_out: a sentence; "" for none."""

    added: str
    left_out: str


def _add_lists(profile: Profile, facts: ProfileFacts) -> Iterator[_List]:
    rows_by_model = rows_of(facts)
    for section in SECTIONS.values():
        rows = rows_by_model[section.model]
        if rows:
            yield _add_list(profile, section, rows, len(section.of(facts)))


def _add_list(profile: Profile, section: Section, rows: Sequence[Columns], wanted: int) -> _List:
    """wanted: how many were ticked, also those without what a row is known by."""
    before = section.model.objects.of(profile).count()
    add_rows(profile, section.model, rows)
    after = section.model.objects.of(profile).count()
    noun = _NOUNS[section.slug]
    return _List(counted(after - before, *noun) if after > before else "", _left_out(section, wanted, after, before))


def _left_out(section: Section, wanted: int, after: int, before: int) -> str:
    missing = wanted - (after - before)
    if missing <= 0:
        return ""
    is_full = after >= section.model.most
    why = f"{section.model.most} is the most that a profile holds" if is_full else "others say the same"
    return f"Left out: {counted(missing, *_NOUNS[section.slug])}, because {why}."


def _add_texts(profile: Profile, facts: ProfileFacts) -> Iterator[str]:
    """What of it was added, in words."""
    new = {name: value for name, value in said_once(facts).items() if value not in ("", None)}
    for name, value in new.items():
        setattr(profile, name, value)
    if "city" in new:
        profile.location = named_place(profile.city)
    if new:
        profile.save(update_fields=[*new, "location"])
    return (words for name, words in _TEXTS.items() if name in new)
