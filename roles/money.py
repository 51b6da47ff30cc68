"""Rupees in words, as they are said in India. Pure."""

from decimal import ROUND_HALF_UP, Decimal

LAKH = 100_000
CRORE = 10_000_000


def _rounded(rupees: int, unit: int) -> str:
    """One decimal, half up, none when it is zero: 1250000 in lakh → "12.5", 600000 → "6"."""
    value = (Decimal(rupees) / unit).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{value:f}".removesuffix(".0")


def _split(rupees: int) -> tuple[str, int]:
    """The number and the unit it is said in: crore as soon as lakh would round to 100."""
    if rupees >= CRORE - LAKH // 20:
        return _rounded(rupees, CRORE), CRORE
    if rupees >= LAKH:
        return _rounded(rupees, LAKH), LAKH
    return thousands(rupees), 1


def lakh(rupees: int) -> str:
    """For sentences: 1250000 → "₹12.5 lakh", 12000000 → "₹1.2 crore", 95000 → "₹95,000"."""
    number, unit = _split(rupees)
    return f"₹{number}" + {CRORE: " crore", LAKH: " lakh", 1: ""}[unit]


def short(rupees: int) -> str:
    """For figures and charts: 1250000 → "₹12.5L", 12000000 → "₹1.2Cr", 95000 → "₹95,000"."""
    number, unit = _split(rupees)
    return f"₹{number}" + {CRORE: "Cr", LAKH: "L", 1: ""}[unit]


def rupees(amount: int) -> str:
    """To the rupee, for calculations: 1234567 → "₹12,34,567"."""
    return f"₹{thousands(amount)}"


def as_said(rupees: int) -> int:
    """The rupees that `short` and `lakh` say, so that programs are told what readers are: 1254000 → 1250000."""
    number, unit = _split(rupees)
    return rupees if unit == 1 else int(Decimal(number) * unit)


def pay_range(low: int, high: int) -> str:
    """Both ends, short: "₹6L–₹30L"; one figure when both read the same."""
    ends = short(low), short(high)
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def thousands(number: int) -> str:
    """A count with Indian grouping: 1234567 → "12,34,567"."""
    head, tail = divmod(number, 1000)
    if not head:
        return str(tail)
    groups = [f"{tail:03}"]
    while head:
        head, part = divmod(head, 100)
        groups.insert(0, f"{part:02}" if head else str(part))
    return ",".join(groups)
