"""What is to become of every written row, before anything is written.

It follows from three digests: of the row in its file, in the database, and as it was last loaded. Only what the
database holds exactly as it was loaded is ours to change.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db.models import Model

from roles.catalogue.files import Place, Refused, WrittenRow
from roles.catalogue.report import Fate
from roles.catalogue.rows import Key, build, check, digest, key_text, named, parents, words
from roles.catalogue.stored import Stored
from roles.models import CatalogueRow

# Goes through rows while it shows how far it is; the second argument is the work's name.
Progress = Callable[[Sequence[WrittenRow], str], Iterable[WrittenRow]]


@dataclass
class Entry:
    place: Place
    row: Model
    record: CatalogueRow | None
    digest: str
    fate: Fate

    def __str__(self) -> str:
        return f"{self.place}: {named(self.row)}"

    def new_record(self) -> CatalogueRow:
        return CatalogueRow(model=self.row._meta.label_lower, key=key_text(self.row), digest=self.digest)


def plan(written: Iterable[WrittenRow], stored: Stored, progress: Progress, *, force: bool = False) -> list[Entry]:
    """The rows with their fates, parents before children. Raises Refused. No query.

    force: rows that an editor changed or removed are brought back to what their file says.
    """
    order = list(stored.rows)
    planner = _Planner(stored, force)
    rows = sorted(written, key=lambda row: order.index(row.model))
    return [planner.entry(row) for row in progress(rows, "Checking")]


@dataclass
class _Planner:
    stored: Stored
    force: bool
    known: dict[type[Model], dict[Key, Model]] = field(init=False)
    places: dict[tuple[type[Model], Key], Place] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = {model: self.stored.of_editors(model) for model in self.stored.rows}

    def entry(self, written: WrittenRow) -> Entry:
        row = build(written, self.known)
        key = row.natural_key()
        first = self.places.setdefault((written.model, key), written.place)
        if first is not written.place:
            raise Refused(f"{written.place}: {named(row)} stands in {first} already.")
        self.known[written.model][key] = row
        record, digest_ = self.stored.record_of(row), digest(row)
        entry = Entry(written.place, row, record, digest_, self._fate(row, key, record, digest_))
        _checked(entry)
        return entry

    def _fate(self, row: Model, key: Key, record: CatalogueRow | None, wanted: str) -> Fate:
        before = self.stored.rows[type(row)].get(key)
        hangs_on_removed = any(id(parent) in self.removed for parent in parents(row))
        if before is None:
            if record and self.force:
                return Fate.RESTORED
            if record or hangs_on_removed:
                self.removed.add(id(row))
                return Fate.REMOVED
            return Fate.ADDED
        row.pk, row._state.adding = before.pk, False
        present = digest(before)
        if present == wanted:
            return Fate.UNCHANGED
        ours = record is not None and record.digest == present
        if ours and not hangs_on_removed:
            return Fate.UPDATED
        return Fate.OVERWRITTEN if self.force else Fate.KEPT


def _checked(entry: Entry) -> None:
    """An unchanged row was checked when it was stored."""
    if entry.fate is Fate.UNCHANGED:
        return
    try:
        check(entry.row)
    except ValidationError as error:
        raise Refused(f"{entry}: {words(error)}") from None
