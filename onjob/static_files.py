"""Styles and scripts as they are served: what one imports stands in its place, as each file more costs a phone a
journey."""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^(?:@import "|import "\./)([\w.-]+)";\n', re.MULTILINE)


def bundle(name: str, read: Callable[[str], str]) -> str:
    """The text of a file with what it imports, each where it is imported first. read: a file's text by its name."""
    taken = set()

    def text(name: str) -> str:
        taken.add(name)
        return IMPORT.sub(lambda found: once(posixpath.join(posixpath.dirname(name), found[1])), read(name))

    def once(name: str) -> str:
        return "" if name in taken else text(name)

    return text(name)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """paths: by name a storage, and the file's path there (Any: Django's)."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        bundles = InMemoryStorage()
        for name in [name for name in paths if name.endswith((".css", ".js"))]:
            if IMPORT.search(read(name)):
                bundles.save(name, ContentFile(bundle(name, read).encode()))
                paths[name] = bundles, name
        yield from super().post_process(paths, dry_run, **options)
