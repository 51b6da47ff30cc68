"""The page of a company and its open jobs."""

import datetime

import pytest
from django.conf import settings

from jobs.models import Company, Job
from tests.factories import SEEN, CompanyFactory, JobFactory
from tests.graphs import graph_faults, node_of, types_of
from tests.prose import parse, text_of

pytestmark = pytest.mark.django_db

PAGE = "/companies/acme/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def acme() -> Company:
    return CompanyFactory(name="Acme", slug="acme", website="https://www.acme.example/", about="It makes anvils.")


def html_of(client, path: str = PAGE) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_its_open_jobs_come_newest_first(client, acme):
    old = JobFactory(company=acme, title="Old")
    new = JobFactory(company=acme, title="New", posted_at=SEEN + DAY, at=["pune"])
    JobFactory(company=acme, title="Shut", status="closed", closed_at=SEEN, closed_because="gone")
    JobFactory(company=acme, title="Secret", status="draft")
    JobFactory(title="Elsewhere")
    html = html_of(client)
    assert html.index(new.get_absolute_url()) < html.index(old.get_absolute_url())
    for absent in ("Shut", "Secret", "Elsewhere"):
        assert absent not in html
    text = text_of(parse(html))
    for part in ("2 open jobs", "It makes anvils.", "acme.example", "Pune; pay not stated; 3 November 2026"):
        assert part in text, part


@pytest.mark.parametrize(
    ("is_verified", "said"), [(True, "made sure that these"), (False, "Not verified: nobody of ours made sure yet")]
)
def test_it_says_what_verified_means(client, acme, is_verified, said):
    Company.objects.update(is_verified=is_verified)
    assert said in html_of(client)


def test_search_engines_are_shown_it_while_a_real_job_is_open(client, acme):
    assert 'content="noindex, ' in html_of(client)
    job = JobFactory(company=acme, is_sample=True)
    assert 'content="noindex, ' in html_of(client)
    Job.objects.filter(pk=job.pk).update(is_sample=False)
    html = html_of(client)
    assert "noindex" not in html
    assert types_of(html) == ["CollectionPage", "Organization", "ItemList", "BreadcrumbList"]
    assert graph_faults(html, settings.SITE_URL) == []
    assert node_of(html, "Organization")["sameAs"] == "https://www.acme.example/"


def test_an_unknown_company_and_an_unknown_page_are_not_found(client, acme):
    for path in ("/companies/nobody/", "/companies/acme/2/", "/companies/acme/0/", "/companies/acme/99999999999999/"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize("form", ["/companies/acme", "/companies/ACME/", "/companies/acme/1/"])
def test_every_other_form_is_one_redirect_away(client, acme, form):
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


def test_more_than_fifty_go_over_pages_of_which_the_first_is_shown_to_search_engines(client, acme):
    JobFactory.create_batch(51, company=acme)
    first, second = html_of(client), html_of(client, "/companies/acme/2/")
    assert (first.count('<time datetime="2026'), second.count('<time datetime="2026')) == (50, 1)
    assert 'href="/companies/acme/2/"' in first
    assert ("noindex" in first, "noindex" in second) == (False, True)
    assert "51 open jobs" in second


def test_the_budget_is_four_queries_and_the_version(client, acme, django_assert_max_num_queries):
    JobFactory.create_batch(5, company=acme, at=["pune"])
    with django_assert_max_num_queries(1 + 4):
        client.get(PAGE)
