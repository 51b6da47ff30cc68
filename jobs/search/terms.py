"""What typed words ask for: pure. The databases take the words of adverts apart in the same way."""

import re

LONGEST = 100  # characters looked at
# Names that would lose what tells them apart where words are taken apart at every sign. Longer ones first.
SPELLED_OUT = (
    ("c++", " cplusplus "),
    ("c#", " csharp "),
    ("f#", " fsharp "),
    ("asp.net", " asp dotnet "),
    ("vb.net", " vb dotnet "),
    (" .net", " dotnet "),
    ("(.net", " dotnet "),
    ("/.net", " dotnet "),
    (",.net", " dotnet "),
    (">.net", " dotnet "),
)
SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—‘’“”•·₹…\r\n\t"  # between words
# Every advert has these, or none; "it" is a trade.
EMPTY = {
    *("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"),
    *("job", "jobs", "opening", "openings", "vacancy", "vacancies"),
}
_BETWEEN = re.compile(rf"[\s\x00-\x1f\x7f{re.escape(SIGNS)}]+")


def spelled_out(text: str) -> str:
    """ "C++/C# Developer" → "  cplusplus / csharp  developer"."""
    plain = f" {text.lower()}"
    for name, words in SPELLED_OUT:
        plain = plain.replace(name, words)
    return plain


def terms(typed: str) -> tuple[str, ...]:
    """The words that an advert must have, all of them, each once: "Jobs in “Pune”, C++" → ("pune", "cplusplus").

    Without any sign that a database would read something into.
    """
    words = (word for word in _BETWEEN.split(spelled_out(typed[:LONGEST])) if any(map(str.isalnum, word)))
    return tuple(dict.fromkeys(word for word in words if word not in EMPTY))
