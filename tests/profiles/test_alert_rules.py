"""When mail is due, what searches and mails are called, the one form of a search: the pure parts."""

import datetime
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.listing.address import FILTERS, LISTING, asked, is_clean, path
from jobs.listing.chips import Chip
from profiles.alerts.due import INDIA, before
from profiles.alerts.searches import canonical, href, kept, search_of
from profiles.alerts.wording import called, counted_jobs, shares, subject


def at(text: str) -> datetime.datetime:
    """ "25 08:00": November 2026, India's time."""
    return datetime.datetime.strptime(f"2026-11-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=INDIA)


@pytest.mark.parametrize(
    ("told", "now", "is_daily", "is_weekly"),
    [
        ("25 08:00", "25 23:59", False, False),
        ("25 23:59", "26 00:00", True, False),  # another day in India
        ("25 00:00", "25 05:29", False, False),  # the day before in UTC, the same in India
        ("25 05:31", "26 05:29", True, False),  # the same day in UTC, another in India
        ("25 08:00", "24 08:00", False, False),  # the clock went back
        ("18 23:59", "24 23:59", True, False),  # six days later
        ("18 23:59", "25 00:00", True, True),
        ("18 00:00", "25 00:00", True, True),
        ("01 12:00", "25 12:00", True, True),
    ],
)
def test_when_mail_is_due(told, now, is_daily, is_weekly):
    times = before(at(now).astimezone(datetime.UTC))
    assert ((at(told) < times.daily), (at(told) < times.weekly)) == (is_daily, is_weekly)


TYPED = st.text(st.characters(codec="utf-8"), max_size=120)


@given(st.dictionaries(st.sampled_from([*FILTERS, "sort", "page", "other"]), TYPED))
def test_a_search_has_one_form_which_reads_as_itself(typed):
    search = kept(typed)
    query = canonical(search)
    assert search_of(query) == search
    assert canonical(search_of(query)) == query
    assert not {"days", "sort", "page", "other"} & {name for name, _ in search}


@given(st.dictionaries(st.sampled_from(FILTERS), TYPED))
def test_its_link_is_the_one_address_of_the_list(typed):
    query = canonical(kept(typed))
    search = asked(dict(parse_qsl(query)))
    assert path(search) == (href(query) if query else LISTING)
    assert is_clean(parse_qsl(query, keep_blank_values=True), search)


@pytest.mark.parametrize(
    ("chips", "words"),
    [
        ([], "Jobs"),
        ([("role", "Data Analyst"), ("city", "Pune"), ("mode", "Remote")], "Data Analyst jobs in Pune, remote"),
        ([("q", "“C++”")], "“C++” jobs"),
        ([("q", "“night”"), ("role", "Nurse")], "Nurse jobs, “night”"),
        ([("city", "Pune"), ("pay", "₹8 lakh a year or more")], "Jobs in Pune, ₹8 lakh a year or more"),
        ([("skill", "SQL"), ("employment", "Full time"), ("years", "2 years of experience")],
         "Jobs, SQL, full time, 2 years of experience"),
    ],
)  # fmt: skip
def test_what_a_search_is_called(chips, words):
    assert called([Chip(name, says, "") for name, says in chips], 100) == words


def test_a_long_name_is_cut_at_a_word():
    assert called([Chip("q", "“" + "word " * 40 + "”", "")], 30) == "“word word word word word…"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no new job"), (1, "1 new job"), (100, "100 new jobs"), (101, "100+ new jobs")]
)
def test_counted(count, words):
    assert counted_jobs(count, "new") == words


def test_the_subject_says_what_is_in_it():
    assert subject(["Nurse jobs"], 2) == "2 new jobs: Nurse jobs"
    assert subject(["Nurse jobs", "Welder jobs"], 101) == "100+ new jobs for 2 searches"
    assert len(subject(["x" * 120], 1)) <= 100


@pytest.mark.parametrize(
    ("counts", "most", "given_"),
    [
        ([], 20, []),
        ([3], 20, [3]),
        ([30], 20, [20]),
        ([30, 2, 30], 20, [9, 2, 9]),
        ([5, 5, 5], 2, [1, 1, 0]),
        ([0, 4], 3, [0, 3]),
    ],
)
def test_shares_of_a_mail(counts, most, given_):
    assert shares(counts, most) == given_


@given(st.lists(st.integers(0, 120), max_size=60), st.integers(0, 30))
def test_shares_fill_the_mail_and_give_nobody_more_than_there_is(counts, most):
    given_ = shares(counts, most)
    assert sum(given_) == min(most, sum(counts))
    assert all(have <= there for have, there in zip(given_, counts, strict=True))
    short = [have for have, there in zip(given_, counts, strict=True) if have < there]
    assert all(have <= least + 1 for least in short for have in given_)
