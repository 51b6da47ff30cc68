"""Whether anything changed that a judgement depends on: rows, templates, code, and which reviews are too old."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from comparisons.gate.rules import oldest_fresh
from roles.models import Role

APPS = ("roles", "comparisons")
WORDS = ("comparisons", "includes")  # folders of templates


def digest(today: date) -> str:
    """The same as long as all pairs would be judged the same. A query for each model of the catalogue, and one."""
    seen = hashlib.sha256()
    for model in _models():
        for row in model._default_manager.order_by("pk").values_list().iterator():
            seen.update(repr(row).encode())
    for path in _files():
        seen.update(path.read_bytes())
    old = Role.objects.filter(reviewed_on__lt=oldest_fresh(today)).order_by("pk")
    seen.update(repr(list(old.values_list("pk"))).encode())
    return seen.hexdigest()


def _models() -> Iterator[type[Model]]:
    """Those that `load_catalogue` knows, by their natural key: what is worked out from them has none."""
    models = (model for app in APPS for model in apps.get_app_config(app).get_models())
    return (model for model in models if hasattr(model, "natural_key"))


def _files() -> Iterator[Path]:
    """Contents rather than times: a fresh copy of the code is no change."""
    for app in APPS:
        yield from sorted(Path(apps.get_app_config(app).path).rglob("*.py"))
    for folder in WORDS:
        yield from sorted((settings.BASE_DIR / "templates" / folder).rglob("*.html"))
