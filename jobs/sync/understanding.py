"""What an advert says, read by the names and rules of the catalogue as it is now."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import ceil

from jobs.cleaning import as_text, clean
from jobs.feeds.posting import Posting
from jobs.reading.amounts import Pay as ReadPay
from jobs.reading.amounts import read_pay, read_stated
from jobs.reading.derived import Derived
from jobs.reading.employment import read_employment
from jobs.reading.experience import Experience, find_experience, read_experience
from jobs.reading.modes import Mode, read_mode
from jobs.reading.places import PlaceName, PlaceReader, Places, other_names, town_names
from jobs.reading.titles import RoleName, TitleReader
from jobs.sync.planning import Understand
from jobs.sync.understood import DIGEST_BYTES, Found, Pay, Understood
from jobs.trust.adverts import Advert, reasons, warnings_of
from jobs.trust.rules import Checker
from jobs.trust.stored import active_rules
from roles.matching.catalogue import skill_names
from roles.matching.matcher import Hit, SkillMatcher
from roles.matching.names import SkillName
from roles.models import Location, LocationAlias, LocationKind, Role, RoleAlias, RoleSkill

RULES = 1  # of the modules that read: a new number lets the next sync read every advert anew
MOST_TEXT = 20_000  # characters of a description that skills are looked for in
MOST_YEARS = 50
MOST_RUPEES = 2**31 - 1


def understanding() -> tuple[Understand, str]:
    """How an advert is understood, and the edition of the names and rules that it is understood by. Seven queries."""
    names = Names()
    return Reader(names).understand, names.edition()


class Names:
    """Everything that reading goes by."""

    def __init__(self) -> None:
        self.skills: list[SkillName] = skill_names()
        self.roles = list(_role_names())
        self.skills_of = _skills_of()
        self.places: list[PlaceName] = [*town_names(_towns()), *other_names()]
        self.rules = active_rules()

    def edition(self) -> str:
        said = repr((RULES, self.skills, self.roles, sorted(self.skills_of.items()), self.places, self.rules))
        return hashlib.blake2b(said.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _role_names() -> Iterator[RoleName]:
    published = Role.objects.published().order_by("slug")
    for slug, *own in published.values_list("slug", "name", "plural"):
        yield from (RoleName(slug, name, is_own=True) for name in own)
    aliases = RoleAlias.objects.filter(role__in=published).order_by("slug")
    yield from (RoleName(slug, name) for slug, name in aliases.values_list("role__slug", "name"))


def _skills_of() -> dict[str, tuple[str, ...]]:
    """By role."""
    asked: dict[str, list[str]] = defaultdict(list)
    for role, skill in RoleSkill.objects.order_by("role", "skill").values_list("role__slug", "skill__slug"):
        asked[role].append(skill)
    return {role: tuple(skills) for role, skills in asked.items()}


def _towns() -> Iterator[tuple[str, str, str]]:
    """A name, the town's, and the slug of its place."""
    cities = Location.objects.filter(kind=LocationKind.CITY)
    yield from ((name, name, slug) for name, slug in cities.order_by("slug").values_list("name", "slug"))
    aliases = LocationAlias.objects.filter(location__in=cities).order_by("name").select_related("location")
    yield from ((alias.name, alias.town or alias.location.name, alias.location.slug) for alias in aliases)


class Reader:
    def __init__(self, names: Names) -> None:
        self.matcher = SkillMatcher(names.skills)
        self.titles = TitleReader(names.roles, names.skills_of, {name.name for name in names.places if name.row})
        self.places = PlaceReader(names.places)
        self.checker = Checker(names.rules)

    def understand(self, posting: Posting) -> Understood:
        """No query."""
        description = clean(posting.description)
        text = as_text(description)
        skills = tuple(self._skills(posting, text))
        role = self.titles.read(posting.title, [skill.slug for skill in skills])
        mode = read_mode(posting.mode, posting.is_remote, posting.title, posting.places, text)
        employment = read_employment(posting.employment, posting.title)
        years, years_words = _years(posting, text)
        pay = _pay(posting)
        return Understood(
            title=posting.title,
            company=posting.company,
            description=description,
            text=text,
            role=Found(role.value.role, role.words) if role and role.value.is_accepted else None,
            role_confidence=role.value.confidence if role else 0,
            mode=Found(mode.value.value, mode.words) if mode else None,
            employment=Found(employment.value.value, employment.words) if employment else None,
            years=years,
            years_words=years_words,
            pay=pay,
            places=tuple(_places(self.places.read(posting.places), mode)),
            skills=skills,
            warnings=self._warnings(posting, text, years, pay),
        )

    def _skills(self, posting: Posting, text: str) -> Iterator[Found]:
        """Those that the source lists before those that the text names, each once."""
        listed = self.matcher.tags(posting.skills).hits
        written = self.matcher.find(text[:MOST_TEXT]).hits
        yield from _once(((hit, hit.name) for hit in listed), ((hit, text[hit.start : hit.end]) for hit in written))

    def _warnings(self, posting: Posting, text: str, years: tuple[int, int | None] | None, pay: Pay) -> tuple[str, ...]:
        low, high = years or (None, None)
        advert = Advert(
            title=posting.title,
            company=posting.company,
            body=text,
            years_min=low,
            years_max=high,
            pay_min=pay.per_year[0] if pay.per_year else None,
            period=pay.period,
            pay_words=pay.words,
        )
        return tuple(reasons(warnings_of(advert, self.checker)).splitlines())


def _once(*hits: Iterable[tuple[Hit, str]]) -> Iterator[Found]:
    met: set[str] = set()
    for hit, words in (each for some in hits for each in some):
        if hit.skill not in met:
            met.add(hit.skill)
            yield Found(hit.skill, words)


def _years(posting: Posting, text: str) -> tuple[tuple[int, int | None] | None, str]:
    """Whole years: begun ones don't count below and do above."""
    asked = read_experience(posting.experience) if posting.experience else None
    asked = asked or find_experience(posting.title) or find_experience(text)
    years = _whole_years(asked) if asked else None
    return (years, asked.words) if asked and years else (None, "")


def _whole_years(asked: Derived[Experience]) -> tuple[int, int | None] | None:
    low, high = asked.value.low, asked.value.high
    if low > MOST_YEARS or (high or 0) > MOST_YEARS:
        return None
    return int(low), ceil(high) if high is not None else None


def _pay(posting: Posting) -> Pay:
    """As stated: what is said of a month stays that, beside what it makes a year."""
    if posting.pay is None:
        return Pay()
    read = read_stated(posting.pay) or read_pay(posting.pay.words, posting.pay.period)
    if read is None:
        return Pay(words=posting.pay.words)
    value, stated = read.value, posting.pay
    is_in_numbers = stated.low is not None or stated.high is not None
    return Pay(
        words=read.words,
        per_year=_per_year(value),
        low=stated.low if is_in_numbers else value.low,
        high=stated.high if is_in_numbers else value.high,
        currency=value.currency,
        period=(stated.period or value.period) if is_in_numbers else value.period,
    )


def _per_year(pay: ReadPay) -> tuple[int, int] | None:
    """Whole rupees. Of an end that isn't said the other stands for both."""
    ends = [end for end in (pay.low, pay.high) if end is not None]
    if not pay.is_rupees_a_year or not ends:
        return None
    low, high = int(min(ends)), int(max(ends))
    return (low, high) if Decimal(0) < low <= high <= MOST_RUPEES else None


def _places(read: Derived[Places] | None, mode: Derived[Mode] | None) -> Iterator[Found]:
    """Remote work without a town is in all of India; a state or the country without a town is all of India too."""
    if read:
        yield from (Found(row, town) for town, row in read.value.towns if row)
    is_remote = mode is not None and mode.value is Mode.REMOTE
    if is_remote and not (read and read.value.towns) and not (read and read.value.is_abroad_only):
        yield Found("remote", mode.words)
    elif read and read.value.is_all_india:
        yield Found("india", read.words)
