"""The dataset's files, made and written."""

import hashlib
import io
import zipfile
from pathlib import Path

from django.db.models import Max

from roles.catalogue.export import FILES, as_text
from roles.catalogue.stored import Stored
from roles.dataset.describe import NAME, licence, package, readme
from roles.dataset.tables import all_tables, as_csv
from roles.models import Role

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a ZIP archive can hold


def build() -> dict[str, bytes]:
    """Every file of the dataset by its path, the archive of all of them last."""
    tables = all_tables(Stored())
    files = {f"csv/{table.name}.csv": as_csv(table).encode() for table in tables}
    for name, labels in FILES.items():
        rows = [(table.label, row) for table in tables if table.label in labels for row in table.rows]
        files[f"json/{name}.json"] = as_text(rows).encode()
    version = _version(files)
    files["LICENSE.txt"] = licence().encode()
    files["datapackage.json"] = package(tables, files, version).encode()
    files["README.md"] = readme(tables, version).encode()
    files[f"{NAME}-{version}.zip"] = _archive(files, f"{NAME}-{version}")
    return files


def write(directory: Path) -> list[str]:
    """Write the dataset; returns the files that changed. Archives of earlier versions stay."""
    changed = []
    for name, data in build().items():
        path = directory / name
        if path.exists() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        changed.append(name)
    return changed


def _version(files: dict[str, bytes]) -> str:
    """The day of the newest review and eight digits of the content's SHA-256: "2026-11-24-1f3a9c0d"."""
    newest = Role.objects.aggregate(day=Max("reviewed_on"))["day"]
    digest = hashlib.sha256(b"".join(name.encode() + b"\0" + data for name, data in sorted(files.items())))
    return f"{newest or 'undated'}-{digest.hexdigest()[:8]}"


def _archive(files: dict[str, bytes], folder: str) -> bytes:
    """A ZIP whose bytes depend on the files alone: sorted, without dates."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return data.getvalue()
