"""What each kind of feed says, from documents in its public form."""

import datetime
from decimal import Decimal

import pytest

from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.posting import Posting, Refused, StatedPay, UnreadableFeed
from tests.jobs.feeds.reading import DOCUMENTS, KINDS, parse, parse_bytes


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


def titles(name: str) -> list[str]:
    return [posting.title for posting in parse(name).postings]


def test_greenhouse_says_everything():
    first, second = parse("greenhouse.json").postings
    assert first == Posting(
        key="4012345",
        url="https://job-boards.greenhouse.io/banyanledger/jobs/4012345",
        title="Data Analyst & Storyteller",
        company="Banyan Ledger",
        description="<p>You will turn ledgers into <strong>answers</strong>.</p><ul><li>SQL every day</li></ul>",
        places=("Pune, Maharashtra",),
        mode="Hybrid",
        employment="Full-time",
        experience="2 to 5 years",
        # of two zones the one in rupees, from paise
        pay=StatedPay(Decimal(900000), Decimal(1400000), "INR", "year", "Annual range, India – Fixed pay"),
        skills=("SQL", "Excel", "Python"),
        posted_at=utc(2026, 11, 2, 4),  # 09:30 in India
        closes_at=utc(2026, 12, 15, 18, 29, 59),
    )
    # No place of its own, so its offices'; never published for the first time, so when it changed.
    assert (second.places, second.posted_at) == (("Chennai, India", "Pune"), utc(2026, 11, 11, 13, 15))
    assert (second.company, second.pay) == ("Given Company", None)


def test_half_a_greenhouse_board_keeps_what_is_good():
    read = parse("greenhouse-half.json")
    (clerk,) = read.postings
    assert (clerk.key, clerk.title, clerk.posted_at, clerk.pay) == ("3", "Senior Clerk", None, None)
    assert read.refused == (
        Refused("1", "It has no title."),
        Refused("2", "It has no address."),
        Refused("", "It has no title."),
        Refused("", "It has no title."),
        Refused("3", "Another opening of this feed has the same key."),
    )


def test_lever_joins_the_parts_of_its_text():
    engineer, associate = parse("lever.json").postings
    assert engineer.description == (
        "<div>We move money.</div><div>You keep it moving.</div><h3>What you bring &amp; show</h3>"
        "<ul><li>Go or Java</li><li>Four years of services</li></ul><div>We answer everyone.</div>"
    )
    assert (engineer.is_remote, engineer.mode, engineer.places) == (True, "remote", ("Bengaluru", "Remote, India"))
    assert engineer.pay == StatedPay(
        Decimal(2400000), Decimal(3600000), "INR", "year", "Fixed pay; shares come on top."
    )
    assert engineer.posted_at == utc(2026, 11, 2, 6, 13, 20)  # 1793600000 s since 1970
    assert engineer.apply_url.endswith("77902/apply")
    assert (associate.is_remote, associate.mode, associate.employment) == (None, "", "Internship")
    assert associate.description == "<p>Help people pay.</p><p>Every day &amp; politely.</p>"


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("https://api.lever.co/v0/postings/p?mode=json&skip=0&limit=2", "skip=2&limit=2"),
        ("https://api.lever.co/v0/postings/p?mode=json&skip=40&limit=1", "skip=41&limit=1"),
        ("https://api.lever.co/v0/postings/p?mode=json&skip=0&limit=100", ""),  # a page that isn't full is the last
        ("https://api.lever.co/v0/postings/p?mode=json", ""),
        ("https://api.lever.co/v0/postings/p?limit=0", ""),
        ("", ""),
    ],
)
def test_lever_has_another_page_after_a_full_one(address, more):
    body = b'[{"id": "a"}, {"id": "b"}]'
    found = parse_bytes("lever", body, address).more
    assert found == ((f"https://api.lever.co/v0/postings/p?mode=json&{more}",) if more else ())


def test_ashby_takes_salary_for_pay_and_leaves_shares_alone():
    read = parse("ashby.json")
    (manager,) = read.postings
    assert manager.pay == StatedPay(Decimal(3000000), Decimal(4200000), "INR", "year", "₹30L – ₹42L")
    assert manager.places == ("Hyderabad", "Kochi, Kerala, India", "Chennai")
    assert (manager.is_remote, manager.mode, manager.employment) == (False, "Hybrid", "FullTime")
    assert read.refused == (Refused("245ff46b-1441-4773-bcd3-c8c90baa598b", "The employer doesn't list it."),)


def test_smartrecruiters_lists_documents_and_pages():
    read = parse("smartrecruiters-list.json")
    assert read.postings == ()
    assert read.more == ("https://api.smartrecruiters.com/v1/companies/OxcartTools/postings/74983486",)
    assert len(read.refused) == 2  # one without an id, one whose id would lead elsewhere


def test_smartrecruiters_has_another_page_while_there_is_more():
    body = b'{"offset": 100, "limit": 100, "totalFound": 250, "content": [{"id": "x"}]}'
    more = parse_bytes("smartrecruiters", body, "https://api.smartrecruiters.com/v1/companies/A/postings?q=1").more
    assert more == (
        "https://api.smartrecruiters.com/v1/companies/A/postings/x",
        "https://api.smartrecruiters.com/v1/companies/A/postings?limit=100&offset=101",
    )


def test_smartrecruiters_posting_has_its_four_sections():
    (designer,) = parse("smartrecruiters-posting.json").postings
    assert designer.description == "<p>We make tools.</p><p>You draw them.</p><ul><li>CAD</li></ul>"
    assert (designer.company, designer.mode, designer.is_remote) == ("Oxcart Tools", "hybrid", False)
    assert (designer.places, designer.employment) == (("Coimbatore, TN, India",), "Full-time")
    assert (designer.experience, designer.key) == ("Mid-Senior Level", "74983486")


def test_workable_leaves_out_hidden_places():
    surveyor, cartographer = parse("workable.json").postings
    assert (surveyor.places, surveyor.company) == (("Shillong, Meghalaya, India",), "Monsoon Maps")
    assert surveyor.posted_at == utc(2026, 11, 4, 18, 30)  # 5 November begins in India
    assert (cartographer.is_remote, cartographer.mode, cartographer.places) == (True, "remote", ("India",))


def test_recruitee_reads_translations_and_the_last_day():
    taster, blender = parse("recruitee.json").postings
    assert taster.description == "<p>You taste.</p><p>A nose.</p>"
    assert taster.pay == StatedPay(Decimal(40000), Decimal(55000), "INR", "month")
    assert taster.closes_at == utc(2026, 12, 1, 18, 29, 59)  # the day's last second in India
    assert (taster.places, taster.mode, taster.company) == (
        ("Darjeeling, West Bengal, India",),
        "on-site",
        "Hill & Leaf",
    )
    assert (blender.title, blender.description, blender.pay) == ("Blender", "<p>You blend.</p>", None)


def test_page_with_a_job_posting():
    (nurse,) = parse("jobposting.html").postings
    assert (nurse.key, nurse.url) == ("SN-88", "https://clove.example/careers/staff-nurse")
    assert nurse.description == "<p>You care for people.</p>"
    assert nurse.places == ("Kochi, KL, India", "Thrissur, Kerala")
    assert nurse.pay == StatedPay(Decimal(25000), Decimal("32000.5"), "INR", "month")
    assert (nurse.employment, nurse.experience) == ("FULL_TIME, CONTRACTOR", "24 months")
    assert nurse.skills == ("Wound care", "Patience")
    assert nurse.closes_at == utc(2026, 12, 31, 18, 29)


def test_page_with_every_common_slip():
    read = parse("jobposting-slips.html")
    cook, waiter = read.postings
    assert (cook.title, cook.company, cook.is_remote) == ("Cook (tandoor)", "Two Lanterns", True)
    assert (cook.pay, cook.places, cook.closes_at) == (StatedPay(words="₹18,000 a month"), ("India",), None)
    assert cook.posted_at == utc(2026, 11, 2, 18, 30)  # 03/11/2026 is a third of November
    assert waiter.pay == StatedPay(Decimal(12000), None, "INR", "month")
    assert (waiter.key, waiter.skills) == ("https://lanterns.example/jobs/2", ("Hindi", "Service"))
    assert [refused.key for refused in read.refused] == ["https://lanterns.example/jobs/3"]


def test_page_without_a_job_posting_says_so():
    read = parse_bytes("schema", b"<html><body>Nothing open</body></html>", "https://a.example/jobs")
    assert read.refused == (Refused("https://a.example/jobs", "The page has no JobPosting that can be read."),)


def test_one_opening_without_an_address_is_at_its_page():
    body = b'<script type="application/ld+json">{"@type":"JobPosting","title":"Cook"}</script>'
    (cook,) = parse_bytes("schema", body, "https://a.example/jobs/cook").postings
    assert (cook.key, cook.url) == ("https://a.example/jobs/cook", "https://a.example/jobs/cook")


def test_sitemap_asks_for_its_own_pages_likely_ones_first():
    assert parse("sitemap.xml").more == (
        "https://clove.example/careers/staff-nurse?a=1&b=2",
        "https://www.clove.example/careers/cook",
        "https://clove.example/about",
    )


def test_sitemap_index_asks_for_sitemaps():
    assert parse("sitemap-index.xml").more == (
        "https://clove.example/sitemap-jobs.xml",
        "https://clove.example/sitemap-pages.xml",
    )


def test_xml_feed_in_the_common_form_and_a_loose_one():
    read = parse("indeed.xml")
    executive, tester, maker = read.postings
    assert (executive.key, executive.company) == ("unique123131", "R&D Ropes")
    assert executive.url == "https://desk.example/view?id=unique123131&src=feed"
    assert executive.places == ("Surat, Gujarat, IN",)
    assert executive.pay == StatedPay(words="₹3–4 lakh per year")
    assert executive.description == "<p>You sell rope.&nbsp;Lots.</p>"
    assert (executive.mode, executive.is_remote, executive.experience) == ("Hybrid remote", False, "2+ years")
    assert executive.closes_at == utc(2026, 12, 20, 18, 29, 59)
    # An ampersand of its own, an entity of HTML, elements within the description, two places.
    assert (tester.title, tester.company) == ("Rope & Knot Tester", "R&D Ropes")
    assert tester.description == "<p>You <b>pull</b>.</p><p>Hard.\xa0</p>"
    assert (tester.places, tester.is_remote) == (("Surat", "Vapi"), True)
    # Elements within elements.
    assert (maker.key, maker.company, maker.places) == ("unique4", "R&D Ropes", ("Bhuj, Gujarat",))
    assert maker.pay == StatedPay(Decimal(15000), Decimal(18000), "INR", "month")
    assert read.refused == (Refused("unique3", "It has no title."),)


def test_rss_with_the_fields_of_a_job_plug_in():
    read = parse("jobs.rss")
    (maker,) = read.postings
    assert (maker.key, maker.url) == ("https://kites.example/?p=71", "https://kites.example/job/kite-maker/")
    assert (maker.company, maker.places) == ("Kite Works LLP", ("Ahmedabad",))
    assert (maker.description, maker.employment) == ("<p>You make kites.</p>", "Part Time")
    assert (maker.pay, maker.posted_at) == (StatedPay(words="₹450 a day"), utc(2026, 11, 16, 5, 30))
    assert read.refused == (Refused("", "It has no address."),)


def test_atom_takes_the_alternate_link():
    (weaver,) = parse("jobs.atom").postings
    assert (weaver.key, weaver.url) == ("tag:loom.example,2026:weaver", "https://loom.example/jobs/weaver")
    assert (weaver.title, weaver.description) == ("Weaver & Dyer", "<div><p>You weave.</p></div>")
    assert (weaver.company, weaver.posted_at) == ("Given Company", utc(2026, 11, 14, 4, 30))


def test_table_with_headings_of_its_own():
    read = parse("openings.csv")
    welder, fitter = read.postings
    assert (welder.key, welder.title, welder.company) == ("A-1", "Welder", "Iron & Sons")
    assert (welder.url, welder.apply_url) == ("https://iron.example/apply/1", "https://iron.example/apply/1")
    assert (welder.places, welder.skills) == (("Rajkot", "Morbi"), ("TIG", "MIG"))
    assert welder.description == "<p>Steel, all day.<br>Safely; with a mask.</p>"
    assert welder.pay == StatedPay(Decimal(18000), Decimal(25000), "INR", "month")
    assert (welder.is_remote, welder.mode) == (False, "")
    assert welder.closes_at == utc(2026, 12, 31, 18, 29, 59)
    # A low above its high is a slip, so neither is taken.
    assert (fitter.company, fitter.pay, fitter.is_remote, fitter.mode) == ("Given Company", None, True, "remote")
    assert read.refused == (Refused("A-3", "It has no title."), Refused("A-4", "It has no address."))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_table_as_any_spreadsheet_writes_it(mark, encoding, end):
    rows = [["Title", "URL", "Company"], ["Café manager", "https://a.example/1", f'"Tea{mark} and more"']]
    text = end.join(mark.join(row) for row in rows)
    (manager,) = parse_bytes("csv", text.encode(encoding)).postings
    assert (manager.title, manager.company) == ("Café manager", f"Tea{mark} and more".replace("\t", ""))


def test_table_without_its_headings_says_which():
    with pytest.raises(UnreadableFeed, match="“title” and “url”"):
        parse_bytes("csv", b"Welder,https://a.example/1\n")


@pytest.mark.parametrize("name", [name for name in KINDS if name.endswith((".json", ".html"))])
def test_json_and_pages_in_utf_16_read_the_same(name):
    kind, address = KINDS[name]
    text = (DOCUMENTS / name).read_text("utf-8")
    assert parse_bytes(kind, text.encode("utf-16"), address) == parse(name)


@pytest.mark.parametrize(
    ("kind", "account", "address"),
    [
        (
            "greenhouse",
            "acme",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true&pay_transparency=true",
        ),
        ("lever", "acme", "https://api.lever.co/v0/postings/acme?mode=json&skip=0&limit=100"),
        ("lever", "eu:acme", "https://api.eu.lever.co/v0/postings/acme?mode=json&skip=0&limit=100"),
        ("ashby", "Acme.Co", "https://api.ashbyhq.com/posting-api/job-board/Acme.Co?includeCompensation=true"),
        ("smartrecruiters", "Acme1", "https://api.smartrecruiters.com/v1/companies/Acme1/postings?limit=100&offset=0"),
        ("workable", "acme", "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"),
        ("recruitee", "acme", "https://acme.recruitee.com/api/offers/"),
        ("recruitee", "https://jobs.acme.example/api/offers/", "https://jobs.acme.example/api/offers/"),
        ("xml", "https://acme.example/feed.xml", "https://acme.example/feed.xml"),
    ],
)
def test_account_has_an_address(kind, account, address):
    assert ADAPTERS[kind].address(account) == address


@pytest.mark.parametrize("kind", ADAPTERS)
@pytest.mark.parametrize(
    "account", ["", "a/b", "a b", "../x", "a?b", "javascript://x", "file:///etc/passwd", "ü", "-a"]
)
def test_what_cannot_be_an_account_is_refused(kind, account):
    with pytest.raises(ValueError, match="account"):
        ADAPTERS[kind].address(account)


def test_recruitee_account_cannot_lead_to_another_host():
    with pytest.raises(ValueError, match="Recruitee account"):
        ADAPTERS["recruitee"].address("evil.example")
