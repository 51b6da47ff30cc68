"""Which work two roles share, and which only one does. Pure."""

from dataclasses import dataclass

from roles.facts import Duty

Duties = tuple[Duty, ...]


@dataclass(frozen=True)
class SharedWork:
    """One kind of work that both do, and how each does it."""

    kind: str
    name: str
    left: Duties
    right: Duties


@dataclass(frozen=True)
class Work:
    """Every duty of both roles once. left, right: of kinds that the other role doesn't have, most typical first."""

    shared: tuple[SharedWork, ...] = ()
    left: Duties = ()
    right: Duties = ()


def compare_work(left: Duties, right: Duties) -> Work:
    """Duties without a kind are never shared: nobody has said that they are alike."""
    kinds = [duty.kind for duty in left if duty.kind and duty.kind in {other.kind for other in right}]
    return Work(
        shared=tuple(_shared(kind, left, right) for kind in dict.fromkeys(kinds)),
        left=tuple(duty for duty in left if duty.kind not in kinds),
        right=tuple(duty for duty in right if duty.kind not in kinds),
    )


def _shared(kind: str, left: Duties, right: Duties) -> SharedWork:
    ours = tuple(duty for duty in left if duty.kind == kind)
    return SharedWork(kind, ours[0].kind_name, ours, tuple(duty for duty in right if duty.kind == kind))
