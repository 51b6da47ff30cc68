"""Reads the documents beside it, which have the shape of each service's public documentation and invented companies."""

from pathlib import Path

from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.posting import Document, Parsed

DOCUMENTS = Path(__file__).parent / "documents"

# Each document with its kind and the address that it is said to be from.
KINDS = {
    "greenhouse.json": ("greenhouse", "https://boards-api.greenhouse.io/v1/boards/banyanledger/jobs?content=true"),
    "greenhouse-half.json": ("greenhouse", "https://boards-api.greenhouse.io/v1/boards/banyanledger/jobs?content=true"),
    "lever.json": ("lever", "https://api.lever.co/v0/postings/peacockpay?mode=json&skip=0&limit=100"),
    "ashby.json": ("ashby", "https://api.ashbyhq.com/posting-api/job-board/nimbusfarm?includeCompensation=true"),
    "smartrecruiters-list.json": (
        "smartrecruiters",
        "https://api.smartrecruiters.com/v1/companies/OxcartTools/postings",
    ),
    "smartrecruiters-posting.json": ("smartrecruiters", "https://api.smartrecruiters.com/v1/companies/OxcartTools/x"),
    "workable.json": ("workable", "https://apply.workable.com/api/v1/widget/accounts/monsoonmaps?details=true"),
    "recruitee.json": ("recruitee", "https://hillandleaf.recruitee.com/api/offers/"),
    "jobposting.html": ("schema", "https://clove.example/careers/sn"),
    "jobposting-slips.html": ("schema", "https://lanterns.example/jobs"),
    "sitemap.xml": ("schema", "https://clove.example/sitemap.xml"),
    "sitemap-index.xml": ("schema", "https://clove.example/sitemap.xml"),
    "indeed.xml": ("xml", "https://desk.example/feed.xml"),
    "jobs.rss": ("rss", "https://kites.example/feed"),
    "jobs.atom": ("rss", "https://loom.example/feed"),
    "openings.csv": ("csv", ""),
}


def document(name: str) -> Document:
    return Document(KINDS[name][1], (DOCUMENTS / name).read_bytes())


def parse(name: str) -> Parsed:
    return ADAPTERS[KINDS[name][0]].parse(document(name), "Given Company")


def parse_bytes(kind: str, body: bytes, address: str = "", media_type: str = "") -> Parsed:
    return ADAPTERS[kind].parse(Document(address, body, media_type), "Given Company")
