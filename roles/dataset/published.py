"""The dataset as it lies ready for download."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roles.dataset.describe import NAME


@dataclass(frozen=True)
class Published:
    """What the last export wrote into a directory. package: datapackage.json (Any: JSON)."""

    directory: Path
    package: dict[str, Any]

    @property
    def version(self) -> str:
        return self.package["version"]

    @property
    def archive(self) -> str:
        return f"{NAME}-{self.version}.zip"

    @property
    def archive_bytes(self) -> int:
        return (self.directory / self.archive).stat().st_size

    @property
    def catalogue_files(self) -> list[str]:
        """The JSON files, by name."""
        return sorted(path.name for path in (self.directory / "json").glob("*.json"))

    @property
    def earlier(self) -> list[str]:
        """Archives of earlier versions, newest first."""
        archives = (path.name for path in self.directory.glob(f"{NAME}-*.zip"))
        return sorted((name for name in archives if name != self.archive), reverse=True)

    def file(self, name: str) -> Path | None:
        """A file of the dataset by its path in it; None for anything else."""
        offered = [self.archive, "datapackage.json", "README.md", "LICENSE.txt", *self.earlier]
        offered += [resource["path"] for resource in self.package["resources"]]
        offered += [f"json/{file}" for file in self.catalogue_files]
        return self.directory / name if name in offered else None


def published(directory: Path) -> Published | None:
    """None while nothing was exported."""
    try:
        package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Published(directory, package)
