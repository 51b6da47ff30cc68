"""Which role an advert's title names, and how sure that is. Pure: the catalogue's names are handed in.

A title is taken for a role when it is one of its names, or ends with one ("Travel Sales Executive"), never for one word
that many roles share. Each rule has a confidence; below ACCEPTED_FROM an editor decides.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobs.reading.derived import Derived
from jobs.reading.title_words import GRADES, HEADS, VAGUE, Title, cut, plain, trimmed, without_learner, words_of
from roles.matching.slips import Slips

ACCEPTED_FROM = 85  # of 100: from here on at least 95 of 100 are right (tests/jobs/reading)
# How sure each rule is, of 100.
NAME = 100  # the whole title is a name of the role
PART = 95  # what stands before a dash, a bracket or the like is one
ORDER = GRADE = 90  # "Manager HR"; "Sales Associate" for "Sales Executive"
TURNED = 88  # "Developer - Java"
END = 87  # "Travel Sales Executive"
START = 85  # "Sales Executive Cables"
ASIDE = SHARED = 78  # in brackets; a word that names of other roles end with too
AFTER_AND = 75  # "Billing and Sales Executive"
FIELD = 65  # "Digital Marketing"
SECOND, SECOND_TO = 9, 17  # points off for a part that isn't the first, when the first says nothing, or something
SKILLS_AGREE, SKILLS_DISAGREE = 8, -12  # points
AGREE_FROM, DISAGREE_FROM = 3, 4  # skills of the advert
_SHORT = 3  # letters: "CA" is a name only where it stands alone

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleName:
    """Any name of a role: its own, its plural, an alias."""

    role: str
    name: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """confidence: 0–100; name: the catalogue's name that was met, in plain words; rule: how."""

    role: str
    confidence: int
    rule: str
    name: str

    @property
    def is_accepted(self) -> bool:
        return self.confidence >= ACCEPTED_FROM


NOTHING = Guess("", 0, "", "")


class TitleReader:
    def __init__(
        self,
        names: Iterable[RoleName],
        skills_of: Mapping[str, Collection[str]] | None = None,
        places: Iterable[str] = (),
    ) -> None:
        """skills_of: the skills each role asks for; places: names of towns, which say nothing of the role."""
        names = list(names)
        self._own = {words_of(plain(name.name)) for name in names if name.is_own}
        self._roles = _unshared(names)
        self._skills_of = skills_of or {}
        self._places = {words_of(plain(place)) for place in places}
        self._sorted = _unshared_keys(
            (tuple(sorted(words)), role) for words, role in self._roles.items() if not _is_only_heads(words)
        )
        self._graded = _unshared_keys(_other_grades(self._roles))
        self._fields = _unshared_keys((words[:-1], role) for words, role in self._roles.items() if _is_graded(words))
        self._heads = _heads(self._roles)
        self._known = {word for words in self._roles for word in words}
        self._slips = Slips(self._known)

    def read(self, title: str, skills: Collection[str] = ()) -> Derived[Guess] | None:
        """The role that fits best, None when none does. skills: slugs of what the advert asks for, a second vote."""
        read = self._cleaned(cut(title))
        guess = max(self._guesses(read), key=lambda guess: guess.confidence, default=NOTHING)
        return Derived(self._voted(guess, skills), title.strip()) if guess.role else None

    def _cleaned(self, title: Title) -> Title:
        parts = (self._right(trimmed(self._placeless(part))) for part in title.parts)
        return Title(self._right(title.whole), tuple(filter(None, parts)), title.asides)

    def _right(self, words: Words) -> Words:
        """Slips of typing put right, and one of several: "managger", "accountants"."""
        return tuple(self._right_word(word) for word in words)

    def _right_word(self, word: str) -> str:
        if word in self._known:
            return word
        return word[:-1] if word.endswith("s") and word[:-1] in self._known else self._slips.meant(word) or word

    def _placeless(self, words: Words) -> Words:
        for count in (1, 2):
            if len(words) > count and words[-count:] in self._places:
                return words[:-count]
        return () if words in self._places else words

    def _guesses(self, title: Title) -> Iterator[Guess]:
        yield from self._named(title.whole, NAME, "the title is its name")
        if not title.parts:
            return
        first, *others = title.parts
        of_first = [guess for guess in self._of_part(first) if guess.role]
        yield from of_first
        if _is_only_heads(first):
            for other in itertools.filterfalse(_is_only_heads, others):
                yield from self._turned(first, other)
        for other in others:
            yield from (
                _less(guess, SECOND_TO if of_first else SECOND, "another part") for guess in self._of_part(other)
            )
        for aside in title.asides:
            yield from self._named(aside, ASIDE, "a name in brackets")

    def _of_part(self, words: Words) -> Iterator[Guess]:
        bare = without_learner(words)
        yield from self._named(bare, SHARED if self._is_shared(bare) else PART, "a part is its name")
        if len(words) > 1:
            yield from self._looked_up(self._sorted, tuple(sorted(words)), ORDER, "its name in another order")
        yield from self._looked_up(self._graded, words, GRADE, "its name in another grade")
        yield from self._looked_up(self._fields, words, FIELD, "its field")
        yield from self._within(words)

    def _within(self, words: Words) -> Iterator[Guess]:
        """The longest name that the words end with, else begin with; of two jobs the first."""
        first = words[: words.index("and")] if "and" in words else ()
        yield next(
            itertools.chain(
                self._ending(first, 0, START, "the first of two"),
                self._ending(words, 1, END, "ends with its name"),
                self._beginning(words),
            ),
            NOTHING,
        )

    def _ending(self, words: Words, since: int, confidence: int, rule: str) -> Iterator[Guess]:
        for at in range(since, len(words)):
            name = words[at:]
            role = self._at_end(name)
            if role:
                is_doubtful = words[max(0, at - 1)] in ("and", "or") or (name[0] in VAGUE and name not in self._own)
                yield Guess(role, AFTER_AND if is_doubtful else confidence, rule, " ".join(name))

    def _beginning(self, words: Words) -> Iterator[Guess]:
        if not words or self._is_another_job(words[-1]):
            return
        for until in range(len(words) - 1, 1, -1):
            name = words[:until]
            role = self._roles.get(name) or self._graded.get(name)
            if role:
                is_doubtful = words[until] in ("and", "or") or name[0] in VAGUE
                yield Guess(role, AFTER_AND if is_doubtful else START, "begins with its name", " ".join(name))

    def _is_another_job(self, last: str) -> bool:
        """ "Data Analyst Trainer" trains analysts."""
        return last not in GRADES and (last in HEADS or self._heads[last] > 0)

    def _at_end(self, words: Words) -> str:
        """The role, "" for none."""
        if len(words) == 1 and (len(words[0]) <= _SHORT or words[0] in HEADS or self._is_shared(words)):
            return ""
        return self._roles.get(words) or (self._graded.get(words, "") if len(words) > 1 else "")

    def _is_shared(self, words: Words) -> bool:
        """One word that names of other roles end with too, or two letters: a "Counsellor" counsels patients or sells
        courses, a "PM" is several."""
        if len(words) != 1:
            return False
        return len(words[0]) == 2 or self._heads[words[0]] > (2 if words in self._own else 1)

    def _turned(self, head: Words, field: Words) -> Iterator[Guess]:
        """ "Manager - Sales", "Developer - Java"."""
        words = (*field, *head)
        yield from self._named(words, TURNED, "its name turned round")
        yield from self._looked_up(self._graded, words, TURNED, "its name turned round")

    def _named(self, words: Words, confidence: int, rule: str) -> Iterator[Guess]:
        yield from self._looked_up(self._roles, words, confidence, rule)

    def _looked_up(self, roles: Mapping[Words, str], words: Words, confidence: int, rule: str) -> Iterator[Guess]:
        role = roles.get(words)
        if role:
            yield Guess(role, confidence, rule, " ".join(words))

    def _voted(self, guess: Guess, skills: Collection[str]) -> Guess:
        """The advert's skills as a second vote; a title that is the name itself needs none."""
        wanted = self._skills_of.get(guess.role, ())
        if not wanted or guess.confidence >= PART:
            return guess
        shared = len(set(skills) & set(wanted))
        if shared >= AGREE_FROM:
            return _less(guess, -SKILLS_AGREE, "and its skills")
        if not shared and len(set(skills)) >= DISAGREE_FROM:
            return _less(guess, -SKILLS_DISAGREE, "against its skills")
        return guess


def _less(guess: Guess, points: int, why: str) -> Guess:
    confidence = max(0, min(NAME - 1, guess.confidence - points))
    return Guess(guess.role, confidence, f"{guess.rule}, {why}", guess.name)


def _unshared(names: Iterable[RoleName]) -> dict[Words, str]:
    """Each name's role; a role's own name wins, a name that two roles share is nobody's."""
    own: dict[Words, str] = {}
    others: list[tuple[Words, str]] = []
    for name in names:
        words = words_of(plain(name.name))
        if words and (name.is_own or not _is_only_heads(words)):
            if name.is_own:
                own[words] = name.role
            else:
                others.append((words, name.role))
    return {**_unshared_keys(others), **own}


def _unshared_keys(pairs: Iterable[tuple[Words, str]]) -> dict[Words, str]:
    roles: dict[Words, set[str]] = {}
    for words, role in pairs:
        roles.setdefault(words, set()).add(role)
    return {words: min(of) for words, of in roles.items() if words and len(of) == 1}


def _is_graded(words: Words) -> bool:
    return len(words) > 1 and words[-1] in GRADES


def _other_grades(roles: Mapping[Words, str]) -> Iterator[tuple[Words, str]]:
    """Names in the grades that the catalogue doesn't have. An officer may be of another kind: a "Medical Officer" is a
    doctor, a "Medical Representative" sells."""
    graded = ((words, role) for words, role in roles.items() if _is_graded(words) and words[-1] != "officer")
    for (words, role), grade in itertools.product(graded, GRADES):
        other = (*words[:-1], grade)
        if other not in roles:
            yield other, role


def _heads(roles: Mapping[Words, str]) -> Counter[str]:
    """How many roles have a name that ends with the word."""
    ends = {(words[-1], role) for words, role in roles.items()}
    return Counter(word for word, _ in ends)


def _is_only_heads(words: Words) -> bool:
    return all(word in HEADS for word in words)
