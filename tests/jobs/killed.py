"""Run by test_sync_killed.py in processes of its own: `python -m tests.jobs.killed start`, `hang`, `finish`."""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onjob.settings")
django.setup()

from jobs.feeds.fetching import Fetched, Validators  # noqa: E402 after the set-up
from jobs.feeds.posting import Document  # noqa: E402
from jobs.models import FeedRun, Job, JobFeed, JobSource  # noqa: E402
from jobs.sync.running import Tools, run  # noqa: E402
from tests.jobs.postings import NOW, quietly, understand  # noqa: E402

OPENINGS = 1_200  # three batches


def fetch(address: str, validators: Validators, most_bytes: int) -> Fetched:
    """A CSV file of so many openings."""
    rows = [f"{n},https://jobs.example/{n},Data Analyst {n},Acme,Numbers" for n in range(OPENINGS)]
    body = "\n".join(["id,url,title,company,description", *rows]).encode()
    return Fetched(Document(address, body, "text/csv"), validators, 1)


def hang_in_the_middle(entries: Sequence[Any], work: str) -> Iterable[Any]:
    """Says so when the second batch is written, and waits to be killed. Any: whatever, as it came."""
    for number, entry in enumerate(entries):
        if "new, by" in work and number == 2:
            print(f"{Job.objects.count()} of {OPENINGS} written", flush=True)
            time.sleep(60)
        yield entry


def step(name: str) -> None:
    if name == "start":
        JobFeed.objects.create(name="Board", kind="csv", account="https://jobs.example/all.csv")
        return
    progress = hang_in_the_middle if name == "hang" else quietly
    record = run(JobFeed.objects.get(), Tools(fetch, understand, "1", progress), NOW)
    outcome = record.outcome if record else "busy"
    print(outcome, Job.objects.count(), JobSource.objects.count(), FeedRun.objects.count(), flush=True)


if __name__ == "__main__":
    step(sys.argv[1])
