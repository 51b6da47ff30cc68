"""Which digits of a text are an Indian telephone number, and which are pay, a year, a pin code or a number of a form:
pure. A mobile has ten digits from 6 on, a landline ten with the code of its town, +91, 91 or 0 before them."""

import re
from collections.abc import Iterator
from itertools import pairwise

GROUPED = r"(?<![\w@#])[+(]{0,2}\d(?:[ ().\-–‑]{0,3}+\d)*+(?!\w)"
_GROUP = re.compile(r"\d+")
_LONGEST = 13  # digits
# A longer stretch of digits is no sentence, and is hidden as a whole: looking at each would take long.
_MOST_GROUPS = 100
# How people write the ten digits of a mobile.
_MOBILE_GROUPS = {
    *((10,), (5, 5), (3, 3, 4), (4, 3, 3), (3, 4, 3), (4, 6), (6, 4), (2, 4, 4), (4, 2, 4), (4, 4, 2), (2, 8), (3, 7)),
    *((2, 2, 2, 2, 2), (5, 3, 2), (5, 2, 3), (3, 2, 5), (2, 3, 5), (1,) * 10),
}
_DOTTED_GROUPS = {(5, 5), (3, 3, 4), (4, 3, 3), (2, 2, 2, 2, 2), (4, 6)}
_DATE_GROUPS = {(2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4), (4, 2, 2), (4, 1, 2), (4, 2, 1), (4, 1, 1)}
_CALL = re.compile(
    r"\b(?:phone|mobile|mob|cell|call|tel|telephone|whatsapp|contact|landline|ph|dial|helpline|fax|text|sms|reach)\b"
    r"[a-z ./]{0,14}[:\-–.( ]*$"
)
_OTHER_NUMBER = re.compile(
    r"(?:₹|\b(?:rs|inr|usd|salary|ctc|stipend|pay|id|ref|reference|req|requisition|code|number|no|gstin|cin|isbn|account"
    r"|invoice|order|pin|version|[a-z]+-))[\s.:#\-–]*$|[$€£]\s*$"
)
_MONEY_AFTER = re.compile(
    r"\s*(?:/-|(?:/\s?|per )?(?:month|annum|year|day|pm|pa)\b|(?:inr|rs|rupees|lakh|lpa|crore)\b)"
)
_BEFORE, _AFTER = 32, 14  # characters that are looked at around a number


def numbers_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the numbers begin and end among these digits and what parts them; the longest from each place."""
    groups = [match.span() for match in _GROUP.finditer(text, start, end)]
    if len(groups) > _MOST_GROUPS:
        yield start, end
        return
    first = 0
    while first < len(groups):
        last = next((last for last in _lasts(groups, first) if _is_number(text, groups[first : last + 1])), None)
        if last is None:
            first += 1
            continue
        yield _begin(text, groups[first][0], groups[last][1], start), groups[last][1]
        first = last + 1


def _lasts(groups: list[tuple[int, int]], first: int) -> Iterator[int]:
    """The groups with which a number from here may end, farthest first."""
    digits, last = 0, first
    while last < len(groups) and (digits := digits + groups[last][1] - groups[last][0]) <= _LONGEST:
        last += 1
    yield from range(last - 1, first - 1, -1)


def _begin(text: str, at: int, end: int, start: int) -> int:
    """With its plus, and the bracket that is closed within it."""
    while at > start and (text[at - 1] == "+" or text.count(")", at, end) > text.count("(", at, end)):
        at -= 1
    return at


def _is_number(text: str, spans: list[tuple[int, int]]) -> bool:
    groups = [text[start:end] for start, end in spans]
    begin, end = spans[0][0], spans[-1][1]
    parts = "".join(text[left[1] : right[0]] for left, right in pairwise(spans))
    sizes = tuple(map(len, groups))
    before = text[max(0, begin - _BEFORE) : begin].lower().rstrip("+(")
    if sizes in _DATE_GROUPS or _are_years(groups) or ("." in parts and not _is_dotted_number(groups)):
        return False
    digits = "".join(groups)
    if text[max(0, begin - 2) : begin].endswith(("+", "+(")):
        return 9 <= len(digits) <= _LONGEST
    if _are_round(groups) or _MONEY_AFTER.match(text[end : end + _AFTER].lower()):
        return False
    if _CALL.search(before):
        return 7 <= len(digits) <= _LONGEST
    return not _OTHER_NUMBER.search(before) and (_is_mobile(groups) or _is_landline(groups))


def _is_mobile(groups: list[str]) -> bool:
    sizes = tuple(map(len, _without_code(groups)))
    digits = "".join(_without_code(groups))
    return sizes in _MOBILE_GROUPS and _plain(digits)[0] in "6789"


def _is_landline(groups: list[str]) -> bool:
    """With 0 and the code of a town, or a toll-free one."""
    digits = _plain("".join(groups))
    if digits.startswith(("1800", "1860")):
        return len(digits) in (10, 11) and len(groups[0]) in (4, len(digits))
    if digits.startswith("91") and len(digits) == 12:
        return len(groups[0]) == 2 and digits[2] != "0"
    return len(digits) == 11 and digits[0] == "0" and digits[1] in "12345678" and len(groups) <= 4


def _without_code(groups: list[str]) -> list[str]:
    """Without 91 or 0, alone or at the start of the first group."""
    count = sum(map(len, groups))
    for code in ("91", "0"):
        if count == 10 + len(code) and _plain(groups[0]).startswith(code):
            rest = groups[0][len(code) :]
            return [rest, *groups[1:]] if rest else groups[1:]
    return groups


def _is_dotted_number(groups: list[str]) -> bool:
    return tuple(map(len, _without_code(groups))) in _DOTTED_GROUPS


def _are_years(groups: list[str]) -> bool:
    return all(len(group) == 4 and _plain(group)[:2] in ("19", "20") for group in groups)


def _are_round(groups: list[str]) -> bool:
    """Both ends of a range of pay: “70000 - 85000”."""
    return len(groups) == 2 and all(_plain(group).endswith("00") for group in groups)


def _plain(digits: str) -> str:
    """Digits of any script as 0–9."""
    return "".join(str(int(digit)) for digit in digits)
