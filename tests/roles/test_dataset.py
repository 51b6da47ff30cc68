"""The open dataset: its files, its version, what it leaves out, and that a portal can be made of it."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from roles.catalogue.export import FILES
from roles.catalogue.files import APPS, is_loaded
from roles.dataset import build, write
from roles.models import CatalogueRow, Role, SalaryRange
from tests.factories import (
    ComparisonNoteFactory,
    PayrollYearFactory,
    RoleAliasFactory,
    RoleFactory,
    SalaryRangeFactory,
    SkillAliasFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

LABELS = [label for labels in FILES.values() for label in labels]


@pytest.fixture
def role():
    role = RoleFactory(
        slug="data-analyst", core={"sql": 90}, duties=["Chart trends"], suits="like, “commas”\nwrite short"
    )
    SalaryRangeFactory(role=role, source=SourceFactory(attribution="Print me.\nAnd me."))
    return role


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode(), newline="")))


def version(files: dict[str, bytes]) -> str:
    return json.loads(files["datapackage.json"])["version"]


# --- What is in it


def test_every_model_of_the_catalogue_is_in_it():
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    keyed = {model._meta.label_lower for model in models if hasattr(model, "natural_key")}
    assert {label for label in keyed if is_loaded(*label.split("."))} == set(LABELS)


def test_tables_hold_the_rows(role):
    files = build()
    [row] = table(files, "roles")
    assert (row["slug"], row["suits"], row["overview"]) == ("data-analyst", "like, “commas”\nwrite short", "")
    [pay] = table(files, "pay")
    assert (pay["role"], pay["p50"], pay["experience_min"], pay["source"]) == (
        "data-analyst",
        "1000000",
        "",
        "pay-survey",
    )
    [skill] = table(files, "role-skills")
    assert (skill["role"], skill["skill"], skill["importance"]) == ("data-analyst", "sql", "90")


def test_a_list_is_json_in_its_cell():
    PayrollYearFactory(slabs=[[400_000, 5], [800_000, 10]])
    files = build()
    [year] = table(files, "payroll")
    assert (year["slabs"], year["surcharges"], year["pf_source"]) == (
        "[[400000, 5], [800000, 10]]",
        "[]",
        "fund-scheme",
    )
    [payroll] = [each for each in json.loads(files["datapackage.json"])["resources"] if each["name"] == "payroll"]
    assert {field["name"] for field in payroll["schema"]["fields"] if field["type"] == "array"} == {
        "slabs",
        "surcharges",
    }


def test_drafts_and_what_belongs_to_them_stay_at_home(role):
    draft = RoleFactory(slug="secret-role", status="draft", core={"hidden": 50}, duties=["Hide things"])
    RoleAliasFactory(role=draft, slug="secret-alias")
    SalaryRangeFactory(role=draft)
    ComparisonNoteFactory(first=role, second=draft)
    ComparisonNoteFactory(first=role, second=RoleFactory(slug="other"), is_published=False, verdict="Unfinished words.")
    everything = b"".join(data for name, data in build().items() if not name.endswith(".zip"))
    for word in (b"secret", b"Hide things", b"Unfinished"):
        assert word not in everything


def test_licence_holds_the_notices_of_all_sources(role):
    text = build()["LICENSE.txt"].decode()
    assert "CC-BY" not in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in text
    assert "Print me.\nAnd me.\n" in text


def test_dictionary_is_true_of_every_table(role):
    SkillAliasFactory()
    files = build()
    package = json.loads(files["datapackage.json"])
    assert len(package["resources"]) == len(LABELS)
    for resource in package["resources"]:
        data = files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
        assert len(rows) == resource["rows"]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert all(field["description"].endswith((".", "”", ")", "…")) for field in fields), fields
        for row in rows:
            assert all(_fits(value, field) for value, field in zip(row, fields, strict=True)), row
        assert f"## {resource['path']}" in files["README.md"].decode()


def _fits(value: str, field: dict) -> bool:
    constraints = field.get("constraints", {})
    if value == "":
        return "required" not in constraints
    if field["type"] == "integer":
        return value.isdecimal()
    return value in constraints.get("enum", [value])


def test_archive_holds_every_other_file(role):
    files = build()
    name = f"onjob-data-{version(files)}"
    archive = zipfile.ZipFile(io.BytesIO(files.pop(f"{name}.zip")))
    assert archive.testzip() is None
    assert {entry: archive.read(entry) for entry in archive.namelist()} == {
        f"{name}/{path}": data for path, data in files.items()
    }


# --- Same data, same bytes


def test_same_data_gives_the_same_bytes_whatever_its_ids(role):
    first = build()
    fields = {field: getattr(role, field) for field in ("slug", "suits")}
    pay = SalaryRange.objects.get().source
    role.delete()
    again = RoleFactory(**fields, core={"sql": 90}, duties=["Chart trends"])
    SalaryRangeFactory(role=again, source=pay)
    assert build() == first


def test_a_change_gives_another_version(role):
    before = version(build())
    assert before.startswith("2026-11-01-")
    SalaryRange.objects.update(p50=1_000_001)
    assert version(build()) != before


def test_second_export_writes_nothing_and_a_changed_one_keeps_the_earlier_archive(role, tmp_path, capsys):
    call_command("export_dataset", to=tmp_path)
    assert write(tmp_path) == []
    earlier = set(tmp_path.glob("*.zip"))
    SalaryRange.objects.update(p50=1_000_001)
    assert "csv/pay.csv" in write(tmp_path)
    assert earlier < set(tmp_path.glob("*.zip"))


# --- There and back


def test_real_catalogue_goes_there_and_back_and_gives_the_same_pages(client, tmp_path):
    call_command("load_catalogue", verbosity=0)
    roles = list(Role.objects.published().order_by("slug"))
    pages = ["/", "/roles/", "/compare-roles/", "/sources/", "/compare-roles/data-scientist-vs-ml-engineer/"]
    pages += [page for role in roles[::12] for page in (f"/roles/{role.slug}/", f"/salaries/{role.slug}/")]
    pages += ["/salaries/", "/skills/", "/skills/python/"]
    before = {page: client.get(page).content for page in pages}
    files = build()
    write(tmp_path)
    for label in reversed(LABELS):
        apps.get_model(label).objects.all().delete()
    CatalogueRow.objects.all().delete()
    assert "data-scientist" not in client.get("/roles/").content.decode()
    call_command("load_catalogue", path=tmp_path / "json", verbosity=0)
    assert build() == files
    assert {page: client.get(page).content for page in pages} == before


def test_fixtures_are_what_the_export_writes(settings, tmp_path):
    """So they are sorted, complete and formatted, and an editor's work can be brought back into them."""
    from roles.catalogue.export import write as write_catalogue

    call_command("load_catalogue", verbosity=0)
    for path in write_catalogue(tmp_path):
        assert path.read_text(encoding="utf-8") == (Path(settings.BASE_DIR) / "fixtures" / path.name).read_text(
            encoding="utf-8"
        ), path.name
    assert {path.name for path in (Path(settings.BASE_DIR) / "fixtures").glob("*.json")} == {
        f"{name}.json" for name in FILES
    }


# --- The page


@pytest.fixture
def exported(role, settings, tmp_path):
    settings.DATASET_ROOT = tmp_path
    write(tmp_path)
    return tmp_path


def test_page_offers_every_file_and_each_can_be_had(client, exported):
    html = client.get("/data/").content.decode()
    names = [path.relative_to(exported).as_posix() for path in exported.rglob("*.*")]
    for name in names:
        response = client.get(f"/data/{name}")
        assert response.status_code == 200
        assert b"".join(response.streaming_content) == (exported / name).read_bytes()
        assert f'href="/data/{name}"' in html or name == "README.md"
    assert version(build()) in html
    assert "10th percentile" in html


@pytest.mark.parametrize(
    "name",
    ["../settings.py", "..%2Fmanage.py", "csv/../../manage.py", "nothing.csv", "csv/", "json", "%00", "/etc/passwd"],
)
def test_nothing_else_can_be_had(client, exported, name):
    assert client.get(f"/data/{name}").status_code in (400, 404)


def test_earlier_versions_stay_to_be_had(client, exported):
    [earlier] = exported.glob("*.zip")
    SalaryRange.objects.update(p50=1_000_001)
    write(exported)
    assert f'href="/data/{earlier.name}"' in client.get("/data/").content.decode()
    response = client.get(f"/data/{earlier.name}")
    assert len(b"".join(response.streaming_content)) == earlier.stat().st_size


def test_page_says_so_while_nothing_was_made(client, settings, tmp_path, db):
    settings.DATASET_ROOT = tmp_path / "none"
    html = client.get("/data/").content.decode()
    assert "It hasn’t been made on this server yet." in html
    assert client.get("/data/datapackage.json").status_code == 404
