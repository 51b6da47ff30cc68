"""Degrees as in India, from the 10th class to a doctorate, and the grades that go with them: pure."""

import re

# What people write, and what the degree is called here. The longer comes first where one begins like another.
_DEGREES = (
    (r"ph\.?\s?d\.?|doctor(?:ate)? of philosophy|doctorate", "Ph.D."),
    (r"m\.?\s?phil\.?", "M.Phil."),
    (r"(?:pgdm|p\.g\.d\.m\.?|post[ -]?graduate diploma in management)", "PGDM"),
    (r"(?:pgdca|p\.g\.d\.c\.a\.?)", "PGDCA"),
    (r"(?:pg|post[ -]?graduate|p\.g\.)\s?diploma", "PG Diploma"),
    (r"m\.?\s?b\.?\s?b\.?\s?s\.?", "MBBS"),
    (r"m\.?\s?b\.?\s?a\.?|masters? (?:of|in) business administration", "MBA"),
    (r"m\.?\s?c\.?\s?a\.?|masters? (?:of|in) computer applications?", "MCA"),
    (r"m\.?\s?tech\.?|masters? (?:of|in) technology", "M.Tech"),
    (r"m\.?\s?sc\.?|masters? (?:of|in) science", "M.Sc"),
    (r"m\.?\s?com\.?|masters? (?:of|in) commerce", "M.Com"),
    (r"m\.?\s?pharm(?:acy|a)?\.?|masters? (?:of|in) pharmacy", "M.Pharm"),
    (r"m\.?\s?arch\.?", "M.Arch"),
    (r"m\.?\s?ed\.?|masters? (?:of|in) education", "M.Ed"),
    (r"m\.?\s?des\.?", "M.Des"),
    (r"m\.?\s?s\.?\s?w\.?", "MSW"),
    (r"m\.e\.?|\bME(?=\s|,|$)|masters? (?:of|in) engineering", "M.E."),
    (r"m\.a\.?|\bMA(?=\s|,|$)|masters? (?:of|in) arts", "M.A."),
    (r"m\.s\.?|\bMS(?=\s(?:in|-)|,|$)", "M.S."),
    (r"b\.?\s?tech\.?|bachelors? (?:of|in) technology", "B.Tech"),
    (r"b\.?\s?c\.?\s?a\.?|bachelors? (?:of|in) computer applications?", "BCA"),
    (r"b\.?\s?b\.?\s?a\.?|bachelors? (?:of|in) business administration", "BBA"),
    (r"b\.?\s?b\.?\s?m\.?", "BBM"),
    (r"b\.?\s?m\.?\s?s\.?", "BMS"),
    (r"b\.?\s?h\.?\s?m\.?\s?(?:s|ct)\.?", "BHM"),
    (r"b\.?\s?sc\.?|bachelors? (?:of|in) science", "B.Sc"),
    (r"b\.?\s?com\.?|bachelors? (?:of|in) commerce", "B.Com"),
    (r"b\.?\s?pharm(?:acy|a)?\.?|bachelors? (?:of|in) pharmacy", "B.Pharm"),
    (r"b\.?\s?arch\.?|bachelors? (?:of|in) architecture", "B.Arch"),
    (r"b\.?\s?des\.?", "B.Des"),
    (r"b\.?\s?p\.?\s?ed\.?", "B.P.Ed"),
    (r"b\.?\s?ed\.?|bachelors? (?:of|in) education", "B.Ed"),
    (r"b\.?\s?v\.?\s?sc\.?", "B.V.Sc"),
    (r"b\.?\s?voc\.?", "B.Voc"),
    (r"b\.?\s?d\.?\s?s\.?", "BDS"),
    (r"b\.?\s?p\.?\s?t\.?", "BPT"),
    (r"b\.?\s?s\.?\s?w\.?", "BSW"),
    (r"b\.e\.?|\bBE(?=\s|,|$|\()|bachelors? (?:of|in) engineering", "B.E."),
    (r"b\.a\.?|\bBA(?=\s|,|$|\()|bachelors? (?:of|in) arts", "B.A."),
    (r"ll\.?\s?m\.?", "LL.M."),
    (r"ll\.?\s?b\.?|bachelors? of laws?", "LL.B."),
    (r"d\.?\s?pharm(?:acy|a)?\.?", "D.Pharm"),
    (r"d\.?\s?el\.?\s?ed\.?", "D.El.Ed"),
    (r"\bgnm\b|general nursing", "GNM"),
    (r"\banm\b", "ANM"),
    (r"\bi\.?t\.?i\.?\b(?!\s?(?:college|limited))", "ITI"),
    (r"(?:polytechnic )?diploma|\bdce\b|\bdme\b", "Diploma"),
    (r"chartered accountan(?:t|cy)|\bca[ -](?:final|inter(?:mediate)?|foundation|ipcc)\b", "CA"),
    (r"company secretary", "CS"),
    (
        r"10\s?\+\s?2|(?:12|xii)\s?(?:th)?(?:\s?(?:std\.?|standard|class|grade))?(?![\w%./-])|class\s?(?:12|"
        r"xii)(?:th)?|\bh\.?\s?s\.?\s?c\.?\b|higher secondary|senior secondary|sr\.? secondary|"
        r"intermediate|\bp\.?u\.?c\.?\b|pre[ -]?university|plus two|\+\s?2\b",
        "12th",
    ),
    (
        r"(?:10|x)\s?th(?:\s?(?:std\.?|standard|class|grade))?|class\s?(?:10|x)(?:th)?|\bs\.?\s?s\.?\s?l\.?\s?c\.?|"
        r"\bs\.?\s?s\.?\s?c\.?\b|matric(?:ulation)?|high school|"
        r"secondary school|\bsecondary\b",
        "10th",
    ),
)
_COMPILED = [(re.compile(rf"(?<![\w.])(?:{words})(?!\w)", re.IGNORECASE), name) for words, name in _DEGREES]
_CAPITALS = re.compile(r"\b(?:ME|MA|MS|BE|BA)\b")

_GRADES = (
    (
        re.compile(
            r"\b(c\.?g\.?p\.?a|g\.?p\.?a|s\.?g\.?p\.?a|c\.?p\.?i|ogpa)\b\.?\s*(?:\(?\s*(?:of|obtained|score|"
            r":|–|-|=|is)\s*)*(\d{1,2}(?:\.\d{1,2})?)(?:\s?/\s?(\d{1,2}(?:\.0)?)|"
            r"\s?out of\s?(\d{1,2}))?",
            re.I,
        ),
        (1, 2, 3, 4),
    ),
    (
        re.compile(
            r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s*(?:/\s?(\d{1,2}(?:\.0)?)\s*)?\(?\s*(c\.?g\.?p\.?a|"
            r"g\.?p\.?a|s\.?g\.?p\.?a|c\.?p\.?i|ogpa)\b",
            re.I,
        ),
        (3, 1, 2, 2),
    ),
)
PERCENT = re.compile(
    r"(?<![\d.])(\d{2,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent(?:age)?\b)|\b(?:percentage|percent|marks|"
    r"aggregate)\b\s*(?:of|obtained|:|–|-|=)*\s*(\d{2}(?:\.\d{1,2})?)(?![\d.])",
    re.I,
)
_CLASS = re.compile(
    r"\b(first class(?: with distinction)?|second class|third class|first division|second division|distinction|"
    r"grade [a-e]\+?)(?!\w)",
    re.I,
)


def degree(text: str) -> tuple[str, int, int] | None:
    """The degree that a line names first, and its place."""
    found = [(match.start(), -match.end(), name) for pattern, name in _COMPILED if (match := _first(pattern, text))]
    if not found:
        return None
    start, end, name = min(found)
    return name, start, -end


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Without words that are degrees in capitals only: "be", "me", "ma"."""
    for match in pattern.finditer(text):
        if len(match[0].strip()) != 2 or "." in match[0] or _CAPITALS.fullmatch(match[0].strip()) or match[0] == "+2":
            return match
    return None


def grade(text: str) -> str:
    """ "8.1 CGPA", "8.1/10 CGPA", "72 %", "First class"; "" where none is stated."""
    for pattern, (name, value, most, other) in _GRADES:
        match = pattern.search(text)
        if match and float(match[value]) <= 10:
            scale = match[most] or match[other]
            return f"{match[value]}{'/' + scale if scale else ''} {match[name].replace('.', '').upper()}"
    percent = PERCENT.search(text)
    if percent and float(percent[1] or percent[2]) <= 100:
        return f"{percent[1] or percent[2]} %"
    said = _CLASS.search(text)
    return said[1].capitalize() if said else ""
