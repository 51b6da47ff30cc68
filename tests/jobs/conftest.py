import datetime

import pytest
from django.utils import timezone


@pytest.fixture
def on_25_november(monkeypatch) -> None:
    """2026, half past eleven in India."""
    now = datetime.datetime(2026, 11, 25, 6, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
