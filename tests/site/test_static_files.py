"""What a style or script imports is in it once it is served, and it has another name as soon as any of it changes."""

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from onjob.static_files import bundle

FILES = {
    "css/site.css": "@layer base, page;\nbody { margin: 0 }\n",
    "css/both.css": '@import "site.css";\n\nh2 { color: red }\n',
    "css/pair.css": '/* Two. */\n@import "both.css";\n@import "site.css";\np { margin: 0 }\n',
    "css/other.css": '@import url("https://example.org/x.css");\nq { quotes: none }\n',
    "js/site.js": 'import "./search.js";\nimport "./copy.js";\n',
    "js/search.js": "const wait = 1;\n",
    "js/copy.js": "const button = 2;\n",
}


@pytest.fixture
def collect(settings, tmp_path):
    """Collects files as a server does, and gives what is served by a file's plain name."""
    settings.STATIC_ROOT = tmp_path / "served"
    storage = {"BACKEND": "onjob.static_files.BundledStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": storage}
    finder = "django.contrib.staticfiles.finders.FileSystemFinder"
    settings.STATICFILES_FINDERS, settings.STATICFILES_DIRS = [finder], [tmp_path / "ours"]

    def collect(files: dict[str, str]) -> dict[str, tuple[str, str]]:
        for name, text in files.items():
            path = tmp_path / "ours" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        call_command("collectstatic", interactive=False, verbosity=0)
        names = {name: staticfiles_storage.stored_name(name) for name in files}
        return {name: (stored, (settings.STATIC_ROOT / stored).read_text()) for name, stored in names.items()}

    return collect


def test_what_is_imported_stands_in_its_place_and_once():
    assert bundle("css/pair.css", FILES.__getitem__) == (
        "/* Two. */\n@layer base, page;\nbody { margin: 0 }\n\nh2 { color: red }\np { margin: 0 }\n"
    )
    assert bundle("js/site.js", FILES.__getitem__) == "const wait = 1;\nconst button = 2;\n"


def test_what_is_not_ours_stays():
    assert bundle("css/other.css", FILES.__getitem__) == FILES["css/other.css"]


def test_a_file_that_imports_what_is_missing_is_an_error():
    with pytest.raises(KeyError):
        bundle("css/pair.css", {"css/pair.css": FILES["css/pair.css"]}.__getitem__)


def test_files_are_served_with_what_they_import(collect):
    files = {name: text for name, text in FILES.items() if name != "css/other.css"}
    served = collect(files)
    for name in files:
        assert served[name][1] == bundle(name, files.__getitem__)


def test_a_change_of_what_is_imported_gives_another_name(collect):
    files = {name: text for name, text in FILES.items() if name != "css/other.css"}
    before = collect(files)
    after = collect(files | {"css/site.css": "body { margin: 1px }\n"})
    changed = {name for name in files if before[name][0] != after[name][0]}
    assert changed == {"css/site.css", "css/both.css", "css/pair.css"}
    assert "margin: 1px" in after["css/pair.css"][1]
