"""How much of what two roles ask for is the same: one number. Pure."""

from collections.abc import Mapping


def overlap(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Of all the importance that two roles give to skills, the part that lies on skills of both: whole per cent.

    left, right: importance (1–100) by skill. The same both ways; 0 only where no skill is shared or a role has none,
    100 only where both have the same skills, however they weigh them; one more shared skill never lowers it.
    """
    shared = left.keys() & right.keys()
    if not shared:
        return 0
    if left.keys() == right.keys():
        return 100
    total = sum(left.values()) + sum(right.values())
    common = sum(left[skill] + right[skill] for skill in shared)
    return min(99, max(1, (200 * common + total) // (2 * total)))
