"""Which work all or two of three roles do, and which only one does. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from comparisons.work import Duties


@dataclass(frozen=True)
class SharedWork:
    """One kind of work, and how each role does it, in the roles' order; nothing for the one that doesn't."""

    kind: str
    name: str
    duties: tuple[Duties, ...]

    @property
    def is_for_all(self) -> bool:
        return all(self.duties)


def shared_work(roles: Sequence[Duties]) -> tuple[SharedWork, ...]:
    """Kinds of work that two roles do or more; those of all first, else the most typical first.

    Duties without a kind are never shared: nobody has said that they are alike.
    """
    kinds = {duty.kind: duty.kind_name for duties in roles for duty in duties if duty.kind}
    found = [SharedWork(kind, name, tuple(_of_kind(kind, duties) for duties in roles)) for kind, name in kinds.items()]
    shared = [work for work in found if sum(map(bool, work.duties)) > 1]
    return tuple(sorted(shared, key=lambda work: not work.is_for_all))


def own_work(duties: Duties, shared: Sequence[SharedWork]) -> Duties:
    """What no other role does, most typical first."""
    kinds = {work.kind for work in shared}
    return tuple(duty for duty in duties if duty.kind not in kinds)


def _of_kind(kind: str, duties: Duties) -> Duties:
    return tuple(duty for duty in duties if duty.kind == kind)
