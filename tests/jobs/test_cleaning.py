"""An advert's description on its way in: what is let through, how it is laid out, and that once is enough."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jobs.cleaning import LONGEST, as_text, clean

REL = 'rel="nofollow noopener ugc"'
CASES = {
    "nothing": ("", ""),
    "spaces": (" \n\t\xa0 ", ""),
    "a sentence": ("Hello.", "<p>Hello.</p>"),
    "allowed tags": ("<p>a <strong>b</strong> <em>c</em></p>", "<p>a <strong>b</strong> <em>c</em></p>"),
    "b and i": (
        "<b>a</b> <i>b</i> <b><i>c</i></b>",
        "<p><strong>a</strong> <em>b</em> <strong><em>c</em></strong></p>",
    ),
    "strong around em": ("<b>a<i>b</i></b>", "<p><strong>a<em>b</em></strong></p>"),
    "other tags": ("<p><span class=x>a</span> <u>b</u> <font color=red>c</font></p>", "<p>a b c</p>"),
    "boxes are paragraphs": ("<div>a<div>b</div>c</div><section>d</section>", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
    "headings": (
        "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h6>e</h6>",
        "<h3>a</h3><h3>b</h3><h3>c</h3><h4>d</h4><h4>e</h4>",
    ),
    "no gap below the page's headings": ("<h5>a</h5><h5>b</h5>", "<h3>a</h3><h4>b</h4>"),
    "headings aren't strong twice": ("<h2><b>a</b></h2>", "<h3>a</h3>"),
    "a paragraph that somebody made big": (f"<h2>{'a ' * 80}</h2>", f"<p>{('a ' * 80).strip()}</p>"),
    "one break": ("<p>a<br>b</p>", "<p>a<br>b</p>"),
    "two breaks": ("<p>a<br><br>b</p>", "<p>a</p><p>b</p>"),
    "many breaks": ("a<br><br/>\n<br> <br>b<br><br>", "<p>a</p><p>b</p>"),
    "empty paragraphs": ("<p></p><p>&nbsp;</p><p><br></p><p>a</p><p><b> </b></p>", "<p>a</p>"),
    "runs of spaces": ("<p>a \n  b&nbsp;&nbsp;c</p>", "<p>a b c</p>"),
    "a list": ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    "a numbered list": ("<ol><li><p>a</p></li><li>b<p>c</p></li></ol>", "<ol><li>a</li><li>b<br>c</li></ol>"),
    "a list in a list": ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
    "two lists in a row": ("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    "an item without a list": ("<li>a</li>", "<ul><li>a</li></ul>"),
    "empty items": ("<ul><li></li><li>a</li><li>&nbsp;</li></ul>", "<ul><li>a</li></ul>"),
    "bullets in items": ("<ul><li>• a</li><li>- b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    "plain text": ("We are Acme.\nIn Pune.\n\nYou are you.", "<p>We are Acme.<br>In Pune.</p><p>You are you.</p>"),
    "plain text of Windows": ("a\r\nb\r\n\r\nc", "<p>a<br>b</p><p>c</p>"),
    "typed bullets": (
        "You will:\n• code\n• test\nThanks",
        "<p>You will:</p><ul><li>code</li><li>test</li></ul><p>Thanks</p>",
    ),
    "typed bullets with breaks": ("<p>You:<br>• a<br>•b</p>", "<p>You:</p><ul><li>a</li><li>b</li></ul>"),
    "typed bullets in paragraphs": ("<p>• a</p><p>• b</p>", "<ul><li>a</li><li>b</li></ul>"),
    "typed dashes": ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    "stars": ("* a\n* b", "<ul><li>a</li><li>b</li></ul>"),
    "a single dash is a thought": ("We hire\n- today", "<p>We hire<br>- today</p>"),
    "typed numbers": ("1. a\n2) b\n(3) c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
    "a year isn't a number of a list": ("2. a\n2024 was good", "<p>2. a<br>2024 was good</p>"),
    "lines of signs": ("a\n-----\n***\n• \nb", "<p>a<br>b</p>"),
    "escaped once": (
        "&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;/ul&gt;",
        "<p>R&amp;D</p><ul><li>a</li></ul>",
    ),
    "escaped on purpose": ("<p>Write &lt;p&gt; tags</p>", "<p>Write &lt;p&gt; tags</p>"),
    "less than": ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
    "a table": (
        "<table><tr><th>Place</th><td>Pune</td></tr><tr><td><p>Pay</p></td><td><p>₹5 lakh</p></td></tr></table>",
        "<p>Place – Pune<br>Pay – ₹5 lakh</p>",
    ),
    "a table with gaps": ("<table><tr><td></td><td>a</td><td> </td><td>b</td></tr></table>", "<p>a – b</p>"),
    "a list in a table": ("<table><tr><td>a<ul><li>b</li></ul></td></tr></table>", "<p>a</p><ul><li>b</li></ul>"),
    "a term and what it means": ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
    "a link": (
        '<a href="https://acme.in/a?b=1&amp;c=2">x</a>',
        f'<p><a href="https://acme.in/a?b=1&amp;c=2" {REL}>x</a></p>',
    ),
    "a link's own rel": (
        '<a href="http://a.in" rel=dofollow target=_blank>x</a>',
        f'<p><a href="http://a.in" {REL}>x</a></p>',
    ),
    "a strong link": (
        '<b><a href="https://a.in">x</a></b>',
        f'<p><a href="https://a.in" {REL}><strong>x</strong></a></p>',
    ),
    "an empty link": ('<p>a <a href="https://a.in"> </a>b</p>', "<p>a b</p>"),
    "a link to WhatsApp": ('<a href="https://wa.me/919876543210">Chat</a>', "<p>Chat [WhatsApp link]</p>"),
    "a link to Telegram": ("Join https://t.me/acmejobs now", "<p>Join [Telegram link] now</p>"),
    "a link that holds an address": ('<a href="https://a.in/?to=hr%40acme.in">x</a>', "<p>x</p>"),
    "an address in two looks": ("<p>To <b>hr</b>@acme.in!</p>", "<p>To <strong>[e-mail at acme.in]</strong>!</p>"),
    "two addresses in a line": ("<p>a@b.in, <i>c@d.in</i></p>", "<p>[e-mail at b.in], <em>[e-mail at d.in]</em></p>"),
    "joiners of Indian scripts": ("<p>र\u200dक\u200b</p>", "<p>र\u200dक</p>"),
}
HOSTILE = [
    "<script>alert(1)</script>",
    "<style>p{}</style>",
    "<!-- a -->",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='/admin/'>x</a>",
    "<a href='https://acme.in@evil.example/'>x</a>",
    "<a href='mailto:hr@acme.in'>x</a>",
    "<a href='tel:9876543210'>x</a>",
    "<p style='position:fixed' id=a class=b onclick=alert(1)>x</p>",
    "<iframe src=https://evil.example></iframe>",
    "<form action=https://evil.example><input name=a><button>x</button></form>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><p>x</p></template>",
    "<p>a\0b\x07c\ud800d\u202ee</p>",
    "&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;x",
    "<<script>script>alert(1)<</script>/script>",
    "<base href=https://evil.example/><meta http-equiv=refresh content=0><link rel=stylesheet href=x>",
    "<object data=x></object><embed src=x>",
    "<a href='https://a.in/\"onmouseover=alert(1)'>x</a>",
]
SHAPE = re.compile(
    r"(?:[^<>]|</?(?:p|ul|ol|li|strong|em|h3|h4)>|<br>|</a>"
    r'|<a href="https?://[^"<>\s]+" rel="nofollow noopener ugc">)*'
)


@pytest.mark.parametrize(("sent", "stored"), CASES.values(), ids=CASES)
def test_description_is_laid_out_anew(sent, stored):
    assert clean(sent) == stored
    assert clean(stored) == stored


@pytest.mark.parametrize("sent", HOSTILE)
def test_nothing_gets_in_but_what_is_named(sent):
    stored = clean(sent)
    assert SHAPE.fullmatch(stored)
    assert not re.search("alert|evil[.]example|javascript|[\0\x07\ud800\u202e]", stored)
    assert clean(stored) == stored


BITS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<ul>",
            "<ol>",
            "<li>",
            "</li>",
            "</ul>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<h2>",
            "</h2>",
        ),
        *(
            "<h5>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "</table>",
            "<div>",
            "</div>",
            "<a href='https://a.in/'>",
            "</a>",
        ),
        *(
            "<a href='https://wa.me/91987'>",
            "&lt;p&gt;",
            "&amp;",
            "&lt;",
            "\n",
            "\n\n",
            " ",
            "- ",
            "• ",
            "1. ",
            "2. ",
            "(3) ",
        ),
        *(
            "a",
            "hr@acme.in",
            " at ",
            " dot ",
            "@",
            ".",
            "9876543210",
            "98765 ",
            "43210",
            "+91 ",
            "₹",
            "nine ",
            "[",
            "]",
            "(",
            ")",
        ),
        *(
            "wa.me/1",
            "t.me/x",
            "https://a.in/b",
            "\0",
            "\xa0",
            "<script>",
            "</script>",
            "-",
            "—",
            "·",
            "0",
            "é",
            "<",
            ">",
            '"',
        ),
    ]
)


@given(st.one_of(st.lists(BITS, max_size=25).map("".join), st.text(max_size=60)))
@example("<p>- a</p><ul><li>•</li></ul><p>- b</p>")
@example("<p>a@b.cc@d.ee</p>")
@example("<h2>a<br>b<p>c")
@example("<td>- <td>a")
def test_cleaning_again_changes_nothing(sent):
    stored = clean(sent)
    assert clean(stored) == stored
    assert SHAPE.fullmatch(stored)


@given(st.lists(BITS, max_size=25).map("".join))
def test_text_is_lines_of_words_alone(sent):
    lines = as_text(clean(sent)).split("\n")
    assert lines == [""] or all(lines)
    assert all(line == " ".join(line.split()) for line in lines)


def test_text_has_a_line_for_each_line():
    assert as_text(clean("<h2>Work</h2><p>a &amp; b<br>c</p><ul><li>d</li></ul>")) == "Work\na & b\nc\nd"


@pytest.mark.parametrize(
    "sent",
    [
        *(f"{bit}" * (LONGEST // len(bit)) for bit in ("<div>", "<ul><li>", "<b>", "<table><tr><td>", "<p>x", "<h2>")),
        *("9 " * 25_000, "98765 " * 8_000, "a@" * 25_000, "a at b dot " * 4_500, "[at]" * 12_500, "(" * 50_000),
        *("one " * 12_500, "- a\n" * 12_500, "1. a\n" * 10_000, "&lt;p&gt;" * 6_000, "<" * 50_000, "x" * 3_000_000),
    ],
    ids=lambda sent: sent[:12],
)
def test_hostile_length_and_depth_take_less_than_a_second(sent):
    started = time.process_time()
    stored = clean(sent)
    assert time.process_time() - started < 1
    assert len(stored) <= LONGEST
    assert clean(stored) == stored


def test_long_description_ends_with_a_whole_paragraph():
    stored = clean("".join(f"<p>{number} &amp; {'a' * 90}</p>" for number in range(1_000)))
    assert 40_000 < len(stored) <= LONGEST
    assert stored.endswith("a</p>")
