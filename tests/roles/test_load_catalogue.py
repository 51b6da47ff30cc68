"""`load_catalogue`: all or nothing, twice changes nothing, and an editor's work stays."""

import hashlib
import json
from collections.abc import Callable
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comparisons.models import ComparisonNote
from roles.catalogue import rows
from roles.models import CatalogueRow, Location, Responsibility, Role, RoleSkill, SalaryRange, Skill, SkillAlias, Source
from tests.factories import ComparisonNoteFactory, PairFactory, RoleFactory, SalaryRangeFactory, SkillFactory

pytestmark = pytest.mark.django_db

Row = dict[str, Any]
Files = dict[str, list[Row]]


def row(model: str, **fields: object) -> Row:
    return {"model": model, "fields": fields}


def role(slug: str, name: str) -> Row:
    return row(
        "roles.role",
        slug=slug,
        name=name,
        plural=f"{name}s",
        article="a",
        family="data",
        summary=f"A {name.lower()} works with data.",
        experience_min=1,
        experience_max=8,
        experience_source=["survey"],
        status="published",
        reviewed_on="2026-11-23",
    )


FILES: Files = {
    "10_reference.json": [
        row("roles.location", slug="india", name="India", kind="country"),
        row("roles.source", slug="survey", name="A survey", publisher="Acme", method="survey"),
    ],
    "20_skills.json": [
        row("roles.skill", slug="python", name="Python", in_sentence="Python", category="language"),
        row("roles.skill", slug="sql", name="SQL", in_sentence="SQL", category="language"),
        row("roles.skillalias", skill=["python"], name="python3"),
    ],
    "30_roles.json": [
        role("data-analyst", "Data Analyst"),
        role("data-engineer", "Data Engineer"),
        row("roles.rolealias", role=["data-analyst"], slug="mis-analyst", name="MIS Analyst"),
        row(
            "roles.responsibility",
            role=["data-analyst"],
            text="Clean billing data",
            gerund="cleaning billing data",
            position=1,
        ),
        row(
            "roles.roleskill",
            role=["data-analyst"],
            skill=["sql"],
            kind="core",
            importance=90,
            rank=1,
            evidence_count=7,
            source=["survey"],
        ),
    ],
    "40_pay.json": [
        row(
            "roles.salaryrange",
            role=["data-analyst"],
            location=["india"],
            source=["survey"],
            p25=400_000,
            p50=600_000,
            p75=900_000,
            basis="reported",
            confidence="b",
            sample_size=40,
            period_start="2025-01-01",
            period_end="2025-06-30",
        ),
    ],
    "50_notes.json": [
        row(
            "comparisons.comparisonnote",
            first=["data-engineer"],
            second=["data-analyst"],
            verdict="One feeds the tables, the other reads them.",
            is_published=True,
            reviewed_on="2026-11-23",
        ),
    ],
}
TOTAL = sum(len(rows) for rows in FILES.values())
MODELS = (Location, Source, Skill, SkillAlias, Role, Responsibility, RoleSkill, SalaryRange, ComparisonNote)


@pytest.fixture
def files() -> Files:
    return deepcopy(FILES)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., str]:
    """Loads exactly these files; returns what the command printed."""

    def run(files: dict[str, list[Row] | str], **options: object) -> str:
        for old in tmp_path.iterdir():
            old.unlink()
        for name, content in files.items():
            text = content if isinstance(content, str) else written(content)
            (tmp_path / name).write_text(text, encoding="utf-8")
        out = StringIO()
        call_command("load_catalogue", path=tmp_path, stdout=out, **options)
        return out.getvalue()

    return run


def written(rows: list[Row]) -> str:
    """One row a line, the first on line 2."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def stored() -> dict[str, list[tuple[object, ...]]]:
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in (*MODELS, CatalogueRow)}


def without(files: Files, file: str, **fields: object) -> None:
    """Take out the one row of a file that has these values."""
    [found] = [row for row in files[file] if row["fields"].items() >= fields.items()]
    files[file].remove(found)


# --- What it does


def test_first_load_adds_every_row_and_says_so(load, files):
    out = load(files)
    assert "20_skills.json: 3 added, 0 updated, 0 unchanged\n" in out
    assert f"Catalogue loaded: {TOTAL} added, 0 updated, 0 unchanged in " in out.splitlines()[-1]
    assert [line.split(":")[0] for line in out.splitlines()[:-1]] == sorted(FILES)
    pay = SalaryRange.objects.get()
    assert (pay.role.slug, pay.location.slug, pay.p50, pay.experience_min) == ("data-analyst", "india", 600_000, None)


def test_second_load_changes_nothing_and_says_so(load, files):
    load(files)
    before = stored()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        out = load(files)
    assert f"Catalogue loaded: 0 added, 0 updated, {TOTAL} unchanged in " in out
    assert stored() == before
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_cost_of_a_second_load_does_not_grow_with_the_rows(load, files):
    def cost() -> int:
        load(files)
        with CaptureQueriesContext(connection) as queries:
            load(files)
        return len(queries)

    few = cost()
    files["20_skills.json"] += [row("roles.skillalias", skill=["sql"], name=f"sql {number}") for number in range(50)]
    assert cost() == few


def test_changed_row_of_a_file_is_updated(load, files):
    load(files)
    files["40_pay.json"][0]["fields"]["p75"] = 950_000
    out = load(files)
    assert "40_pay.json: 0 added, 1 updated, 0 unchanged\n" in out
    assert SalaryRange.objects.get().p75 == 950_000
    assert f" {TOTAL} unchanged in " in load(files)


def test_duty_loaded_before_duties_had_a_kind_gets_one(load, files):
    """The record of such a load knows of no kind: the row mustn't look as if an editor had emptied it."""
    load(files)
    duty = {"role": ["data-analyst"], "text": "Clean billing data", "gerund": "cleaning billing data", "position": 1}
    old_digest = hashlib.sha256(json.dumps(duty, sort_keys=True).encode()).hexdigest()
    CatalogueRow.objects.filter(model="roles.responsibility").update(digest=old_digest)
    files["24_work_kinds.json"] = [row("roles.workkind", slug="data-cleaning", name="data cleaning")]
    [found] = [row for row in files["30_roles.json"] if row["model"] == "roles.responsibility"]
    found["fields"]["kind"] = ["data-cleaning"]
    assert "1 added, 1 updated" in load(files).splitlines()[-1]
    assert Responsibility.objects.get().kind.name == "data cleaning"


def test_rows_may_stand_in_any_order_and_file(load, files):
    rows = [row for rows in files.values() for row in rows]
    load({"all.json": rows[::-1]})
    assert ComparisonNote.objects.get().first.slug == "data-engineer"


def test_row_under_a_new_slug_takes_the_name_of_the_old_one(load, files):
    load(files)
    skill = files["20_skills.json"][1]
    skill["fields"]["slug"] = "structured-query-language"
    without(files, "30_roles.json", skill=["sql"])
    out = load(files)
    assert "no longer in any file: 2 withdrawn\n" in out
    assert sorted(Skill.objects.values_list("slug", "name")) == [
        ("python", "Python"),
        ("structured-query-language", "SQL"),
    ]


def test_pair_that_the_gate_judged_does_not_keep_a_role(load, files):
    load(files)
    PairFactory(first=Role.objects.get(slug="data-analyst"), second=Role.objects.get(slug="data-engineer"))
    without(files, "30_roles.json", slug="data-engineer")
    without(files, "50_notes.json", second=["data-analyst"])
    assert "no longer in any file: 2 withdrawn\n" in load(files)
    assert list(Role.objects.values_list("slug", flat=True)) == ["data-analyst"]


def test_parent_is_withdrawn_once_its_last_child_refers_elsewhere(load, files):
    load(files)
    files["10_reference.json"][1]["fields"]["slug"] = "acme-survey"
    for written in files.values():
        for one in written:
            for name in ("source", "experience_source"):
                if one["fields"].get(name) == ["survey"]:
                    one["fields"][name] = ["acme-survey"]
    load(files)
    assert list(Source.objects.values_list("slug", flat=True)) == ["acme-survey"]
    assert set(Role.objects.values_list("experience_source__slug", flat=True)) == {"acme-survey"}


def test_dry_run_says_everything_and_leaves_nothing(load, files):
    out = load(files, dry_run=True)
    assert f"Dry run, nothing was written: {TOTAL} added, 0 updated, 0 unchanged in " in out
    assert not any(stored().values())


def test_dry_run_finds_what_the_database_refuses(load, files):
    files["40_pay.json"][0]["fields"]["p50"] = 1_000_000
    with pytest.raises(CommandError, match="Percentiles must rise"):
        load(files, dry_run=True)


# --- An editor's work


def test_row_that_an_editor_changed_is_kept_and_listed(load, files):
    load(files)
    SalaryRange.objects.update(p75=1_200_000)
    files["40_pay.json"][0]["fields"]["p75"] = 950_000
    out = load(files)
    assert "40_pay.json: 0 added, 0 updated, 0 unchanged, 1 kept (changed by an editor)\n" in out
    assert "  40_pay.json, line 2: salary range data-analyst / india / – / – / survey / 2025-01-01\n" in out
    assert SalaryRange.objects.get().p75 == 1_200_000


def test_row_that_an_editor_set_back_is_ours_again(load, files):
    load(files)
    SalaryRange.objects.update(p75=1_200_000)
    load(files)
    SalaryRange.objects.update(p75=900_000)
    files["40_pay.json"][0]["fields"]["p75"] = 950_000
    load(files)
    assert SalaryRange.objects.get().p75 == 950_000


def test_row_is_not_taken_for_an_editors_when_its_model_gets_a_new_field(load, files, monkeypatch):
    fields_of = rows.fields_of
    with monkeypatch.context() as before:
        before.setattr(rows, "fields_of", lambda model: {n: f for n, f in fields_of(model).items() if n != "p90"})
        load(files)
    files["40_pay.json"][0]["fields"]["p90"] = 1_400_000
    assert "40_pay.json: 0 added, 1 updated, 0 unchanged\n" in load(files)
    assert SalaryRange.objects.get().p90 == 1_400_000


def test_change_that_the_file_makes_too_is_adopted(load, files):
    load(files)
    SalaryRange.objects.update(p75=950_000)
    files["40_pay.json"][0]["fields"]["p75"] = 950_000
    assert f"0 updated, {TOTAL} unchanged" in load(files)
    files["40_pay.json"][0]["fields"]["p75"] = 990_000
    assert "1 updated" in load(files)


def test_row_that_an_editor_deleted_stays_deleted_with_all_that_hangs_on_it(load, files):
    load(files)
    Role.objects.get(slug="data-analyst").delete()
    files["30_roles.json"].append(row("roles.rolealias", role=["data-analyst"], slug="new-alias", name="New Alias"))
    out = load(files)
    # The role, its alias, the new alias, its duty and its skill.
    assert "30_roles.json: 0 added, 0 updated, 1 unchanged, 5 left out (removed by an editor)\n" in out
    assert "  30_roles.json, line 2: role data-analyst\n" in out
    assert list(Role.objects.values_list("slug", flat=True)) == ["data-engineer"]
    assert not SalaryRange.objects.exists()
    assert not ComparisonNote.objects.exists()


def test_row_that_would_refer_to_what_an_editor_deleted_stays_as_it_is(load, files):
    other = row("roles.source", slug="other", name="Another survey", publisher="Acme", method="survey")
    files["10_reference.json"].append(other)
    load(files)
    Source.objects.get(slug="other").delete()
    files["30_roles.json"][0]["fields"]["experience_source"] = ["other"]
    out = load(files)
    assert "30_roles.json: 0 added, 0 updated, 4 unchanged, 1 kept" in out
    assert Role.objects.get(slug="data-analyst").experience_source.slug == "survey"


def test_row_that_an_editor_added_is_kept_when_a_file_brings_another(load, files):
    RoleFactory(slug="data-analyst", summary="The editor's own words.")
    out = load(files)
    assert "1 kept (changed by an editor)" in out
    assert Role.objects.get(slug="data-analyst").summary == "The editor's own words."


def test_row_that_an_editor_added_is_left_alone(load, files):
    load(files)
    SkillFactory(slug="power-bi")
    load(files)
    del files["50_notes.json"]
    load(files)
    assert Skill.objects.filter(slug="power-bi").exists()


def test_same_row_made_by_an_editor_is_adopted(load, files):
    Location.objects.create(slug="india", name="India", kind="country")
    assert "10_reference.json: 1 added, 0 updated, 1 unchanged\n" in load(files)
    files["10_reference.json"][0]["fields"]["name"] = "All India"
    load(files)
    assert Location.objects.get().name == "All India"


def test_note_written_the_other_way_round_is_the_same_note(load, files):
    roles = [RoleFactory(slug=slug) for slug in ("data-analyst", "data-engineer")]
    ComparisonNoteFactory(first=roles[0], second=roles[1], verdict="The editor's verdict.")
    out = load(files)
    assert "50_notes.json: 0 added, 0 updated, 0 unchanged, 1 kept (changed by an editor)\n" in out
    assert ComparisonNote.objects.get().verdict == "The editor's verdict."


def test_force_brings_changed_and_removed_rows_back_and_lists_them(load, files):
    load(files)
    before = stored()
    SalaryRange.objects.update(p75=1_200_000)
    Role.objects.get(slug="data-engineer").delete()
    assert "1 kept (changed by an editor)" in load(files)
    out = load(files, force=True)
    assert "40_pay.json: 0 added, 0 updated, 0 unchanged, 1 overwritten (had been changed by an editor)\n" in out
    assert "  40_pay.json, line 2: salary range data-analyst / india / – / – / survey / 2025-01-01\n" in out
    assert "role data-engineer\n" in out
    assert "restored (had been removed by an editor)" in out
    assert SalaryRange.objects.get().p75 == 900_000
    assert {name: len(rows) for name, rows in stored().items()} == {name: len(rows) for name, rows in before.items()}
    assert f"0 updated, {TOTAL} unchanged in" in load(files)


def test_force_leaves_what_only_editors_made(load, files):
    load(files)
    SkillFactory(slug="power-bi")
    load(files, force=True)
    assert Skill.objects.filter(slug="power-bi").exists()


def test_forced_dry_run_leaves_an_editors_work(load, files):
    load(files)
    SalaryRange.objects.update(p75=1_200_000)
    assert "1 overwritten" in load(files, force=True, dry_run=True)
    assert SalaryRange.objects.get().p75 == 1_200_000


def test_force_withdraws_a_row_that_an_editor_changed(load, files):
    load(files)
    SalaryRange.objects.update(p75=1_200_000)
    files["40_pay.json"] = []
    assert "no longer in any file: 1 withdrawn\n" in load(files, force=True)
    assert not SalaryRange.objects.exists()


@pytest.mark.parametrize("on_a_terminal", [True, False])
def test_a_bar_shows_the_progress_on_a_terminal_only(load, files, monkeypatch, capsys, on_a_terminal):
    monkeypatch.setattr("sys.stderr.isatty", lambda: on_a_terminal, raising=False)
    load(files)
    assert (f"| 0/{TOTAL} [" in capsys.readouterr().err) == on_a_terminal


def test_at_most_twenty_kept_rows_are_listed(load, files):
    files["20_skills.json"] += [row("roles.skillalias", skill=["sql"], name=f"sql {number}") for number in range(25)]
    load(files)
    SkillAlias.objects.filter(skill__slug="sql").update(skill=Skill.objects.get(slug="python"))
    out = load(files)
    assert out.count(": other name sql ") == 20
    assert "  and 5 more\n" in out


# --- Rows that no file holds any more


def test_withdrawn_role_goes_with_its_rows(load, files):
    load(files)
    del files["50_notes.json"]
    files["30_roles.json"] = [role("data-engineer", "Data Engineer")]
    files["40_pay.json"] = []
    out = load(files)
    # The note, the role, its alias, duty, skill and pay.
    assert "no longer in any file: 6 withdrawn\n" in out
    assert list(Role.objects.values_list("slug", flat=True)) == ["data-engineer"]
    assert CatalogueRow.objects.count() == 6


def test_withdrawn_row_that_an_editor_changed_is_kept_and_told_once(load, files):
    load(files)
    SalaryRange.objects.update(p75=1_200_000)
    files["40_pay.json"] = []
    out = load(files)
    assert "no longer in any file: 1 kept though no longer in the catalogue" in out
    assert "  salary range data-analyst / india" in out
    assert "no longer in any file" not in load(files)
    assert SalaryRange.objects.get().p75 == 1_200_000


@pytest.mark.parametrize("use", ["protected", "cascading"])
def test_withdrawn_row_that_an_editors_row_refers_to_is_kept(load, files, use):
    load(files)
    analyst = Role.objects.get(slug="data-analyst")
    if use == "protected":
        RoleSkill.objects.create(role=analyst, skill=Skill.objects.get(slug="python"), kind="secondary", importance=5)
        without(files, "20_skills.json", slug="python")
        without(files, "20_skills.json", name="python3")
    else:
        SalaryRangeFactory(role=analyst)
        files["30_roles.json"] = [role("data-engineer", "Data Engineer")]
        files["40_pay.json"] = files["50_notes.json"] = []
    out = load(files)
    assert "1 kept though no longer in the catalogue (changed by an editor, or still in use)\n" in out
    assert Skill.objects.filter(slug="python").exists()
    assert Role.objects.filter(slug="data-analyst").exists()


def test_record_of_a_row_that_is_gone_everywhere_is_forgotten(load, files):
    load(files)
    SkillAlias.objects.all().delete()
    without(files, "20_skills.json", name="python3")
    assert "no longer in any file" not in load(files)
    assert CatalogueRow.objects.count() == TOTAL - 1


# --- What it refuses, all of it

PAY = FILES["40_pay.json"][0]["fields"]
PAYROLL = {"label": "x"} | {source: ["survey"] for source in ("tax_source", "pf_source", "professional_tax_source")}
FAULTS = {
    "broken JSON": ('[\n{"model": "roles.skill",}\n]', r"60\.json, line 2, column \d+: broken JSON"),
    "no list": ('{"model": "roles.skill"}', r"60\.json must hold one list"),
    "two lists": ("[] []", r"60\.json, line 1, column 4: broken JSON: Extra data"),
    "too deep": ("[" * 100_000, r"60\.json: broken JSON"),
    "a list in the list": ('[\n["roles.skill"]\n]', r"60\.json, line 2: a row is written"),
    "a key too many": ('[\n{"model": "roles.skill", "pk": 1, "fields": {}}\n]', r"60\.json, line 2: a row is written"),
    "the same field twice": (
        '[\n{"model": "roles.skill", "fields": {"slug": "a", "slug": "b"}}\n]',
        r"60\.json, line 2: “slug” stands twice",
    ),
    "not a number": (
        '[\n{"model": "roles.skill", "fields": {"slug": NaN}}\n]',
        r"60\.json, line 2: NaN is no number",
    ),
    "unknown model": ([row("roles.wish", slug="x")], r"60\.json, line 2: the catalogue has no model “roles\.wish”"),
    "model of another app": ([row("accounts.user", email="x@example.org")], r"line 2: .* no model “accounts\.user”"),
    "our own records": ([row("roles.cataloguerow", key="x")], r"line 2: .* no model “roles\.cataloguerow”"),
    "unknown field": ([row("roles.location", slug="x", nmae="X")], r"line 2: a location has no field “nmae”"),
    "an id": ([row("roles.location", id=1, slug="x")], r"line 2: a location has no field “id”"),
    "reference to nothing": (
        [row("roles.skillalias", skill=["cobol"], name="cobol-85")],
        r"60\.json, line 2: skill: there is no skill “cobol”",
    ),
    "reference that is no list": (
        [row("roles.skillalias", skill="python", name="py")],
        r"line 2: skill: write the skill as a list",
    ),
    "missing reference": ([row("roles.skillalias", name="py")], r"line 2: skill: say which skill it belongs to"),
    "missing value": (
        [row("roles.location", slug="x", kind="city")],
        r"line 2: location x: name: This field cannot be blank",
    ),
    "empty number": (
        [row("roles.roleskill", role=["data-engineer"], skill=["sql"], kind="core", importance=None)],
        r"line 2: role skill data-engineer / sql: importance: This field cannot be null",
    ),
    "not one of the choices": (
        [row("roles.location", slug="x", name="X", kind="planet")],
        r"line 2: location x: kind: Value 'planet' is not a valid choice",
    ),
    "too long": (
        [row("roles.location", slug="x", name="X" * 61, kind="city")],
        r"line 2: location x: name: Ensure this value has at most 60 characters",
    ),
    "a text for a number": ([row("roles.salaryrange", **PAY | {"p50": "6L"})], r'line 2: p50: "6L" is not a whole'),
    "a fraction": ([row("roles.salaryrange", **PAY | {"p50": 6.5})], r"line 2: p50: 6\.5 is not a whole number"),
    "true for a number": ([row("roles.salaryrange", **PAY | {"p50": True})], r"line 2: p50: true is not a whole"),
    "a text for a list": ([row("roles.payrollyear", label="x", slabs="[[4, 5]]")], r"line 2: slabs: .* is not a list"),
    "steps that fall": (
        [row("roles.payrollyear", **PAYROLL | {"slabs": [[8, 5], [4, 10]]})],
        r"line 2: payroll year x: .*slabs: The limits must rise",
    ),
    "a number beyond any column": (
        [row("roles.salaryrange", **PAY | {"p50": 10**30, "source": ["survey"], "experience_min": 1})],
        r"line 2: salary range .*: p50: Ensure this value is less than",
    ),
    "no such day": (
        [row("roles.salaryrange", **PAY | {"period_start": "2025-02-30"})],
        r"line 2: period_start: .*invalid date",
    ),
    "a character that can't be stored": (
        [row("roles.location", slug="x", name="X\0", kind="city")],
        r"line 2: name: the text holds a character",
    ),
    "the same row twice": (
        [row("roles.location", slug="india", name="India", kind="country")],
        r"60\.json, line 2: location india stands in 10_reference\.json, line 2 already",
    ),
    "refused by a check": (
        [row("roles.salaryrange", **PAY | {"p25": 700_000, "experience_min": 2})],
        r"60\.json, line 2: salary range data-analyst .*: Percentiles must rise",
    ),
    "refused as a second of its name": (
        [
            row("roles.skill", slug="r", name="R", in_sentence="R", category="language"),
            row("roles.skill", slug="python-3", name="PYTHON", in_sentence="Python", category="language"),
        ],
        r"60\.json, line 3: skill python-3: There is a skill of this name",
    ),
    "a pair of one": (
        [row("comparisons.comparisonnote", first=["data-analyst"], second=["data-analyst"])],
        r"60\.json, line 2: .*: Choose two different roles",
    ),
    "the same pair twice": (
        [row("comparisons.comparisonnote", first=["data-analyst"], second=["data-engineer"])],
        r"60\.json, line 2: comparison note data-analyst / data-engineer stands in 50_notes\.json, line 2 already",
    ),
}


@pytest.mark.parametrize(("content", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_bad_row_refuses_everything_and_names_its_place(load, files, content, words):
    with pytest.raises(CommandError, match=words) as refused:
        load({**files, "60.json": content})
    assert str(refused.value).startswith("Nothing was loaded. ")
    assert not any(stored().values())


def test_refused_update_leaves_what_was_there(load, files):
    load(files)
    before = stored()
    files["30_roles.json"][0]["fields"]["summary"] = "Another summary."
    files["40_pay.json"][0]["fields"]["p25"] = 700_000
    with pytest.raises(CommandError, match=r"40_pay\.json, line 2: salary range .*: Percentiles must rise"):
        load(files)
    assert stored() == before


def test_reference_to_a_withdrawn_row_is_refused(load, files):
    load(files)
    without(files, "20_skills.json", slug="sql")
    with pytest.raises(CommandError, match=r"30_roles\.json, line 6: skill: there is no skill “sql”"):
        load(files)


def test_file_that_is_no_text_is_refused(load, files, tmp_path):
    load(files)
    (tmp_path / "60.json").write_bytes(b'["caf\xe9"]')
    with pytest.raises(CommandError, match=r"60\.json is not UTF-8 text"):
        call_command("load_catalogue", path=tmp_path)


def test_directory_without_fixtures_is_refused_and_withdraws_nothing(load, files, tmp_path):
    load(files)
    with pytest.raises(CommandError, match=r"There is no \.json file in"):
        call_command("load_catalogue", path=tmp_path / "nowhere")
    assert Role.objects.count() == 2


def test_byte_order_mark_and_windows_line_ends_do_no_harm(load, files):
    load({name: "\ufeff" + written(rows).replace("\n", "\r\n") for name, rows in files.items()})
    assert Role.objects.count() == 2
