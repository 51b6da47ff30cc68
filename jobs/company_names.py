"""What a company is known by, however its name is written. Pure."""

import unicodedata

# Legal forms, as the last words of a name.
FORMS = {
    *("pvt", "private", "ltd", "limited", "llp", "llc", "inc", "incorporated", "corp", "corporation"),
    *("co", "company", "plc", "gmbh", "opc", "p", "ag", "bv"),
}
LETTERS = "LMN"  # kinds of characters: letters, the vowel signs of Indian scripts, digits
_SIGNS = str.maketrans({"&": " and ", "'": None, "’": None, ".": None})


def company_key(name: str) -> str:
    """ "Acme Pvt. Ltd.", "ACME (P) Ltd" → "acme"; "Ltd" → "ltd". Nothing for a name without a letter or digit."""
    plain = _folded(_folded(name)).translate(_SIGNS)  # a second time, as the first can leave what it folds
    words = "".join(sign if unicodedata.category(sign)[0] in LETTERS else " " for sign in plain).split()
    while len(words) > 1 and words[-1] in FORMS:
        words.pop()
    return " ".join(words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
