"""Readers say what is wrong on a page: the form, what is taken, and the way there."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.template.loader import render_to_string
from hypothesis import example, given
from hypothesis import strategies as st

from roles.addresses import PATH
from roles.catalogue import Refused
from roles.catalogue.export import write
from roles.catalogue.load import load
from roles.feedback.pages import page_of
from roles.models import Report
from tests.factories import ReportFactory, RoleFactory, RoleSkillFactory
from tests.prose import faults, parse, text_of

FORM = "/feedback/"
PAGE = "/compare-roles/a-vs-b/"
FACT = "Pay of Data Scientists, Naukri adverts 2022–26, all experience"
TEXT = "The median is that of 2019."
SENT = {"page": PAGE, "fact": FACT, "what_is_wrong": TEXT, "better_source": "https://example.org/pay"}


def main_of(response) -> str:
    return text_of(next(parse(response.content.decode()).iter("main")))


# --- The form


def test_form_says_which_page_and_which_fact(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(FORM, {"page": PAGE, "fact": FACT})
    assert f"Page {PAGE} What it is about “{FACT}”" in main_of(response)
    assert 'id="report-page"' not in response.content.decode()


def test_form_without_a_page_asks_for_it(client):
    response = client.get(FORM)
    assert "Which page is it?" in main_of(response)
    assert "What it is about" not in main_of(response)


@pytest.mark.parametrize("page", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:x"])
def test_form_leads_to_no_other_site(client, page):
    response = client.get(FORM, {"page": page})
    assert "Which page is it?" in main_of(response)
    assert f'href="{page}"' not in response.content.decode()


def test_address_fills_in_nothing_but_page_and_fact(client):
    response = client.get(FORM, {"page": PAGE, "what_is_wrong": "Everything is wrong.", "better_source": "Mine"})
    assert "Everything is wrong." not in response.content.decode()
    assert "Mine" not in response.content.decode()


def test_fact_is_text_and_cut_to_fit(client):
    html = client.get(FORM, {"page": PAGE, "fact": "<b>" + "x" * 300}).content.decode()
    assert f"“&lt;b&gt;{'x' * 197}”" in html


def test_form_says_to_write_nothing_personal_and_what_is_kept(client):
    text = main_of(client.get(FORM, {"page": PAGE}))
    assert "Please write nothing personal" in text
    assert "Your network address isn’t kept" in text


def test_form_is_not_indexed_and_not_kept_by_caches(client):
    response = client.get(FORM, {"page": PAGE})
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert 'rel="canonical"' not in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_form_has_a_cookie_says_so_and_gives_it_up_with_the_browser(client):
    response = client.get(FORM, {"page": PAGE})
    assert response.cookies["csrftoken"]["max-age"] == ""
    assert "Only this page sets a cookie" in response.content.decode()


def test_page_of_thanks_has_no_cookie_and_no_token(client):
    response = client.get("/feedback/thanks/", {"page": PAGE})
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("method", ["head", "get"])
def test_form_is_there_for_reading(client, method):
    assert getattr(client, method)(FORM).status_code == 200


# --- What is sent


def test_report_is_kept_and_its_sender_thanked(client, db, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        response = client.post(FORM, SENT)
    assert (response.status_code, response["Cache-Control"]) == (302, "no-store")
    thanks = client.get(response["Location"])
    assert f'<a href="{PAGE}">Back to {PAGE}</a>' in thanks.content.decode()
    report = Report.objects.get()
    assert {name: getattr(report, name) for name in SENT} == SENT
    assert (report.status, report.decided_at, report.answer_note) == ("new", None, "")


def test_report_holds_no_address_of_its_sender(client, db):
    client.post(FORM, SENT, REMOTE_ADDR="198.51.100.7")
    [row] = Report.objects.values()
    assert not any("198.51" in str(value) for value in row.values())


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"what_is_wrong": ""}, "Say what is wrong, in 10 characters or more."),
        ({"what_is_wrong": "  too few \n\n  "}, "Say what is wrong, in 10 characters or more."),
        ({"what_is_wrong": "x" * 1001}, "Say it in 1,000 characters or fewer."),
        ({"better_source": "x" * 301}, "Give an address or a title of 300 characters or fewer."),
        ({"page": ""}, "This is no page of ours."),
        ({"page": "https://evil.example/"}, "This is no page of ours."),
        ({"page": "/" + "x" * 300}, "This is no page of ours."),
    ],
)
def test_what_cannot_be_taken_is_the_form_again_with_all_that_was_typed(client, db, changes, complaint):
    response = client.post(FORM, SENT | {"better_source": "A report"} | changes)
    assert response.status_code == 200
    assert complaint in main_of(response)
    assert "Not sent yet" in main_of(response)
    for typed in ({"what_is_wrong": TEXT, "better_source": "A report"} | changes).values():
        assert typed.strip()[:20] in unescape(response.content.decode())
    assert not Report.objects.exists()


def test_complaint_belongs_to_its_box(client, db):
    html = client.post(FORM, SENT | {"what_is_wrong": "short"}).content.decode()
    [box] = re.findall(r"<textarea[^>]*>", html)
    assert 'aria-invalid="true"' in box
    assert "report-what_is_wrong_error" in re.search(r'aria-describedby="([^"]+)"', box)[1]
    assert 'id="report-what_is_wrong_error"' in html


def test_line_break_counts_once(client, db):
    client.post(FORM, SENT | {"what_is_wrong": "\r\n".join("x" * 500)})  # 500 letters and 499 breaks
    assert len(Report.objects.get().what_is_wrong) == 999


def test_whole_address_of_a_page_is_understood_without_its_question(client, db, settings):
    settings.SITE_URL = "https://onjob.example"
    client.post(FORM, SENT | {"page": "https://onjob.example/salaries/nurse/?pay=6.5#standing"})
    assert Report.objects.get().page == "/salaries/nurse/"


def test_box_that_nobody_sees_keeps_programs_out(client, db):
    response = client.post(FORM, SENT | {"website": "https://spam.example"})
    assert response["Location"].startswith("/feedback/thanks/")
    assert not Report.objects.exists()


def test_box_that_nobody_sees_is_named_for_those_who_hear_it(client):
    tree = parse(client.get(FORM).content.decode())
    [hidden] = [p for p in tree.iter("p") if p.get("class") == "visually-hidden"]
    assert text_of(hidden) == "Leave this empty"
    [box] = hidden.iter("input")
    assert (box.get("name"), box.get("tabindex"), box.get("autocomplete")) == ("website", "-1", "off")


@pytest.mark.parametrize("page", ["//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example"])
def test_thanks_lead_back_to_this_site_only(client, page):
    html = client.get("/feedback/thanks/", {"page": page}).content.decode()
    assert "evil.example" not in html
    assert "Go to the home page" in html


# --- Which page


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/", "/"),
        (PAGE, PAGE),
        ("/a%20b/", "/a%20b/"),
        ("/roles/?q=1#pay", "/roles/"),
        ("https://onjob.example/roles/", "/roles/"),
        ("http://onjob.example/roles/", "/roles/"),
        ("https://onjob.example//evil.example/", ""),
        ("https://onjob.example", ""),
        ("https://onjob.example.evil.example/", ""),
        ("https://onjob.example@evil.example/", ""),
        ("//onjob.example/roles/", "/roles/"),
        ("roles/", ""),
        ("", ""),
        ("/a\0b/", ""),
        ("http://[", ""),
        ("/" + "a" * 299, "/" + "a" * 299),
        ("/" + "a" * 300, ""),
    ],
)
def test_page_is_a_path_of_this_site(settings, address, page):
    settings.SITE_URL = "https://onjob.example"
    assert page_of(address) == page


@given(st.text(st.sampled_from("/\\.:?#@%a \t\n")) | st.text())
@example("/\t/evil.example")
@example("///evil.example")
def test_no_address_leads_away(address):
    page = page_of(address)
    assert not page or re.search(PATH, page)
    assert urlsplit(urljoin("https://onjob.example/feedback/", page)).netloc == "onjob.example"


# --- The way there


@pytest.mark.parametrize(
    "page", ["/roles/nurse/", "/salaries/nurse/", "/skills/triage/", "/compare-roles/medic-vs-nurse/"]
)
def test_every_kind_of_page_leads_to_the_form(client, db, page):
    for slug in ("nurse", "medic"):
        RoleSkillFactory(role=RoleFactory(slug=slug), skill__slug="triage")
    response = client.get(page, {"pay": "6.5"})
    [link] = re.findall(r'<a class="wrong" href="([^"]+)" rel="nofollow">', response.content.decode())
    assert link == f"/feedback/?page={page}"
    assert f"Page {page}" in main_of(client.get(link))
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_link_beside_a_fact_names_it(client):
    fact = "Pay of “A & B”, 50% <all>"
    html = render_to_string("includes/_wrong.html", {"page": PAGE, "fact": fact})
    [link] = parse(f"<!doctype html><title>x</title>{html}").iter("a")
    assert text_of(link) == f"Is something wrong here: {fact}?"
    address = unescape(re.search(r'href="([^"]+)"', html)[1])
    assert f"What it is about “{fact}”" in main_of(client.get(address))


def test_link_to_the_longest_fact_is_no_longer_than_the_guard_allows(client):
    html = render_to_string("includes/_wrong.html", {"page": PAGE, "fact": "–" * 300})
    assert client.get(unescape(re.search(r'href="([^"]+)"', html)[1])).status_code == 200


def test_pages_read_well(client, db):
    pages = [client.get(FORM), client.get(FORM, {"page": PAGE, "fact": FACT}), client.post(FORM, {})]
    pages += [client.get("/feedback/thanks/"), client.get("/feedback/thanks/", {"page": PAGE})]
    ReportFactory.create_batch(200)
    pages.append(client.post(FORM, SENT))
    assert [fault for page in pages for fault in faults(page.content.decode())] == []


# --- No part of the catalogue


def test_reports_are_no_part_of_the_catalogue(db, tmp_path):
    ReportFactory(what_is_wrong="Only for editors.")
    files = write(tmp_path)
    assert not any("Only for editors." in path.read_text() for path in files)
    load(tmp_path, force=True)
    assert Report.objects.count() == 1


def test_reports_cannot_be_loaded_as_the_catalogue(db, tmp_path):
    (tmp_path / "60.json").write_text('[\n{"model": "roles.report", "fields": {"page": "/"}}\n]')
    with pytest.raises(Refused, match=r"the catalogue has no model “roles\.report”"):
        load(tmp_path)
