"""Reads a page as a careful reader would: what it finds wrong with nesting, words and repetition."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "th", "td", "caption", "summary", "title", "label", "option"}
SENTENCES = {"p", "dd"}
MUST_HOLD_TEXT = BLOCKS | {"section", "ul", "ol", "dl", "table", "tbody", "tr", "details", "nav", "article", "div"}
MAY_BE_EMPTY = {"td", "option"}
# Where templates put a gerund.
SPLICED = r"\b(?:focus(?:es)? on|hired for|rather be|time into|it into|and into)\s+([\w-]+)"
STRAY = r"\.\.|\s[,;:?]|\s\.(?!\w)|,,|[{}]|\bNone\b(?! of)|\(\)|“”|\bno of\b|\w'|'\w"
LONG = 8  # words that make a paragraph worth saying only once

# Letters whose names begin with a vowel sound: an MLOps engineer, an SQL query, but a UX designer.
VOWEL_NAMED = set("AEFHILMNORSX")
SOUNDS_LIKE_YOU = ("uni", "use", "usu", "eu", "one", "once", "util")
SPOKEN = {"FIFO", "HAZOP", "NOC", "REST", "SOC"}  # short forms that are said as a word
SILENT_H = ("hour", "honest", "honour", "heir")


@lru_cache(maxsize=1)  # a page is read for its title, then for its words
def parse(html: str) -> Element:
    """The page as a tree without namespaces, not to be changed. Raises html5lib's ParseError where the nesting is
    wrong."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def text_of(element: Element) -> str:
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterable[str]:
    if element.tag in ("script", "style", "svg") or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        separate = child.tag in BLOCKS or child.tag in ("br", "ul", "dl", "div")
        yield " " if separate else ""
        yield from _texts(child)
        yield " " if separate else ""
        yield child.tail or ""


def blocks(tree: Element, tags: set[str] = BLOCKS) -> list[str]:
    """The texts of the innermost blocks, in order; what stands under a figure (`dd.small`) and single facts
    (`dd.fact`) are no prose."""
    found = [e for e in tree.iter() if e.tag in tags and not any(c.tag in BLOCKS for c in e.iter() if c is not e)]
    if tags is not BLOCKS:
        found = [e for e in found if not (e.tag == "dd" and e.get("class") in ("small", "fact"))]
    return [text_of(element) for element in found]


def faults(html: str, imperatives: set[str] = frozenset()) -> list[str]:
    """Everything wrong with a page's words, in words. imperatives: verbs that may not stand where a gerund belongs."""
    tree = parse(html)
    found = [f"empty <{e.tag}>" for e in tree.iter() if _is_empty(e)]
    for text in blocks(tree):
        found += [f"{fault}: {text}" for fault in word_faults(text, imperatives)]
    main = next(tree.iter("main"))
    said = Counter(text for text in blocks(main, {"p", "dd"}) + _plain_items(main) if len(text.split()) >= LONG)
    found += [f"said {times} times: {text}" for text, times in said.items() if times > 1]
    ends = (text for text in blocks(main, SENTENCES) if len(text.split()) >= LONG)
    found += [f"no full stop: {text}" for text in ends if not re.search(r"[.?:!]$", text)]
    return found


def _plain_items(main: Element) -> list[str]:
    """List items that are no link: a link may well stand in two lists."""
    return [text_of(item) for item in main.iter("li") if not any(child.tag == "a" for child in item.iter())]


def _is_empty(element: Element) -> bool:
    if element.tag not in MUST_HOLD_TEXT or element.tag in MAY_BE_EMPTY:
        return False
    is_wordless = not any(map(str.strip, _texts(element)))
    return is_wordless and not any(child.tag in ("svg", "input", "button") for child in element.iter())


def word_faults(text: str, imperatives: set[str] = frozenset()) -> list[str]:
    found = [f"doubled “{m[1]}”" for m in re.finditer(r"\b(?!plus)([A-Za-z]+)\s+\1\b", text, re.I)]
    articles = re.finditer(r"(?<![&\w])(an?)\s+(\w+)", text, re.I)
    found += [f"article “{m[0]}”" for m in articles if not _right_article(*m.groups())]
    found += [f"splice “{m[0]}”" for m in re.finditer(SPLICED, text) if m[1] in imperatives]
    found += [f"stray “{m[0]}”" for m in re.finditer(STRAY, text)]
    return found


def _right_article(article: str, word: str) -> bool:
    return (article.lower() == "an") == _begins_with_vowel_sound(word)


def _begins_with_vowel_sound(word: str) -> bool:
    if word[0].isdigit():
        return word.startswith(("8", "11", "18"))
    if (word.isupper() or re.match(r"[A-Z]{2}", word)) and word not in SPOKEN:
        return word[0] in VOWEL_NAMED
    low = word.lower()
    if low.startswith((*SILENT_H, "xcode")):
        return True
    return low[0] in "aeiou" and not low.startswith(SOUNDS_LIKE_YOU)
