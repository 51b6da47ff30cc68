import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.feeds import amounts, times, words
from jobs.feeds.posting import StatedPay


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("  Data\n\tAnalyst  ", "Data Analyst"),
        ("<b>Senior</b> Clerk", "Senior Clerk"),
        ("Cook<br>Pune", "Cook Pune"),
        ("R&amp;D", "R&D"),
        ("AT&T", "AT&T"),
        ("&amp;lt;b&amp;gt;Chef&amp;lt;/b&amp;gt;", "Chef"),
        ("Nurse<script>alert(1)</script>", "Nurse"),
        ("Pay < 5 & > 3", "Pay < 5 & > 3"),
        ("a\x00b\x1fc\u202ed\ud800e\ufefff\u200bg", "abcdefg"),
        ("<scr<b>ipt>x", "x"),
        (7, "7"),
        (Decimal("2.5"), "2.5"),
        (True, ""),
        (None, ""),
        (["a"], ""),
        ({"a": 1}, ""),
    ],
)
def test_line(said, line):
    assert words.line(said) == line


@given(st.text() | st.text(alphabet="<>&;/abscript!#x0lgtamp "), st.integers(1, 50))
def test_a_line_is_one_short_line_without_tags(said, limit):
    line = words.line(said, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert not words._TAG.search(line)
    line.encode()


@pytest.mark.parametrize(
    ("said", "markup"),
    [
        ("<p>As it came &amp; stays</p>", "<p>As it came &amp; stays</p>"),
        ("&lt;p&gt;Escaped &amp;amp; once&lt;/p&gt;", "<p>Escaped &amp; once</p>"),
        ("One.\n\nTwo & three\nlines", "<p>One.</p><p>Two &amp; three<br>lines</p>"),
        ("R&amp;D", "<p>R&amp;D</p>"),
        ("5 &lt; 6", "<p>5 &lt; 6</p>"),
        ("a\x00b", "<p>ab</p>"),
        ("", ""),
        (None, ""),
        (["<p>"], ""),
    ],
)
def test_markup(said, markup):
    assert words.markup(said) == markup


@given(st.text())
def test_markup_is_bounded_and_writable(said):
    words.markup(said * 3).encode()
    assert len(words.markup(said * 50)) <= words.DESCRIPTION


@pytest.mark.parametrize(
    ("said", "page", "address"),
    [
        ("https://a.example/x?y=1&amp;z=2#top", "", "https://a.example/x?y=1&z=2#top"),
        (" http://a.example ", "", "http://a.example"),
        ("/jobs/1", "https://a.example/feed", "https://a.example/jobs/1"),
        ("//b.example/1", "https://a.example/feed", "https://b.example/1"),
        ('https://a.example/é b"<', "", "https://a.example/%C3%A9%20b%22%3C"),
        ("https://a.example/?q=1&copy=2", "", "https://a.example/?q=1&copy=2"),
        ("/jobs/1", "", ""),
        ("", "https://a.example/feed", ""),
        ("javascript:alert(1)", "https://a.example/", ""),
        ("java\nscript:alert(1)", "https://a.example/", ""),
        ("data:text/html,x", "", ""),
        ("ftp://a.example/x", "", ""),
        ("https://user:pass@a.example/", "", ""),
        ("https://[::1", "", ""),
        ("https://a.example:99999/", "", ""),
        ("https:///x", "", ""),
        ("https://a b.example/", "", ""),
        ("https://a.example/" + "x" * 2000, "", ""),
        (5, "", ""),
        (None, "", ""),
    ],
)
def test_web_address(said, page, address):
    assert words.web_address(said, page) == address


@given(st.text(), st.text() | st.just("https://a.example/b/c"))
def test_a_web_address_is_one_or_nothing(said, page):
    address = words.web_address(said, page)
    assert address == "" or address.startswith(("http://", "https://"))
    assert address.isascii()
    assert address.isprintable()
    assert words.web_address(address) == address


def test_a_long_key_stays_itself_and_short():
    assert words.key(" a\x00  b ") == "a b"
    assert len(words.key("x" * 1000)) == 64
    assert words.key("x" * 1000) != words.key("x" * 999)


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2026-11-02T09:30:00+05:30", utc(2026, 11, 2, 4)),
        ("2026-11-02T09:30:00Z", utc(2026, 11, 2, 9, 30)),
        ("2026-11-02T09:30:00.346+0000", utc(2026, 11, 2, 9, 30, 0, 346000)),
        ("2026-11-02 09:30:00 UTC", utc(2026, 11, 2, 9, 30)),
        ("2026-11-02", utc(2026, 11, 1, 18, 30)),  # midnight in India
        ("Mon, 02 Nov 2026 09:30:00 GMT", utc(2026, 11, 2, 9, 30)),
        ("2 Nov 2026", utc(2026, 11, 1, 18, 30)),
        ("02/11/2026", utc(2026, 11, 1, 18, 30)),  # day first
        ("2-Nov-2026", utc(2026, 11, 1, 18, 30)),
        ("2 November 2026", utc(2026, 11, 1, 18, 30)),
        ("2 Brumaire 2026", None),
        ("31/02/2026", None),
        ("2/11-2026", None),
        ("November 2, 2026", utc(2026, 11, 1, 18, 30)),
        ("1793600000", utc(2026, 11, 2, 6, 13, 20)),
        ("1793600000000", utc(2026, 11, 2, 6, 13, 20)),
        (1793600000, utc(2026, 11, 2, 6, 13, 20)),
        (1793600000000, utc(2026, 11, 2, 6, 13, 20)),
        ("1926-01-01", None),  # the past century
        ("1999-12-31T23:59:59Z", None),
        ("2000-01-01T00:00:00Z", utc(2000, 1, 1)),
        ("9999-12-31", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("2026-13-45", None),
        ("yesterday", None),
        ("", None),
        (0, None),
        (-1, None),
        (True, None),
        (Decimal("NaN"), None),
        (10**30, None),
        ("1" * 500, None),
        ("٢٠٢٦-11-02", None),
        (None, None),
        ([], None),
    ],
)
def test_moment(said, moment):
    assert times.moment(said) == moment


def test_a_last_day_lasts_until_its_end_but_a_time_stays():
    assert times.moment("2026-12-01", ends_day=True) == utc(2026, 12, 1, 18, 29, 59)
    assert times.moment("2026-12-01T10:00:00Z", ends_day=True) == utc(2026, 12, 1, 10)
    assert times.moment("2026-12-01T00:00:00Z", ends_day=True) == utc(2026, 12, 1)


@given(st.text(alphabet="0123456789-/: TZ+.UTCGMNov,") | st.text() | st.integers() | st.decimals())
def test_no_time_is_an_error(said):
    moment = times.moment(said)
    assert moment is None or (times.EARLIEST <= moment < times.LATEST and moment.utcoffset() == datetime.timedelta())


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        (600000, 600000),
        ("6,00,000", 600000),
        ("₹ 6,00,000/-", 600000),
        ("Rs. 25,000", 25000),
        ("INR 25000.50", Decimal("25000.50")),
        ("1,200,000", 1200000),
        ("4.000,00", None),  # whose comma? Not for us to guess
        ("6 LPA", None),
        ("5k", None),
        ("6-9", None),
        (0, None),
        (-1, None),
        ("-5", None),
        (True, None),
        (Decimal("1E+999999"), None),
        (Decimal("Infinity"), None),
        (Decimal("NaN"), None),
        (10**13, None),
        ("٦٠٠", None),
        (None, None),
        ([5], None),
    ],
)
def test_amount(said, amount):
    assert amounts.amount(said) == amount


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("per-year-salary", "year"),
        ("1 YEAR", "year"),
        ("per annum", "year"),
        ("p.a.", "year"),
        ("Annual range, India", "year"),
        ("MONTH", "month"),
        ("monthly", "month"),
        ("per-hour-wage", "hour"),
        ("DAY", "day"),
        ("weekly", "week"),
        ("HUR", "hour"),
        ("WEE", "week"),
        ("Monday", ""),
        ("one time", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_period(said, period):
    assert amounts.period(said) == period


@pytest.mark.parametrize(
    ("said", "currency"), [("inr", "INR"), ("₹", "INR"), ("Rs.", "INR"), ("US Dollar", ""), (5, "")]
)
def test_currency(said, currency):
    assert amounts.currency(said) == currency


def test_pay_whose_low_is_above_its_high_keeps_only_the_words():
    assert amounts.stated(9, 5, "INR", "month", "9 to 5") == StatedPay(words="9 to 5")
    assert amounts.stated(0, None, "INR", "month") is None
    assert amounts.stated(5, None, "INR", "month") == StatedPay(Decimal(5), None, "INR", "month")
