"""The version of the data moves with every change of a table that pages show, whoever makes it."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

from comparisons.models import ComparisonNote, Judging, Pair
from jobs.models import FeedRun, JobFeed, JobQuestion, JobReport, JobSource, OpenJob
from roles import change_triggers
from roles.models import CatalogueRow, DataVersion, Report, Role, RoleSkill, Skill
from tests.constraints import FACTORIES
from tests.factories import (
    CatalogueRowFactory,
    ComparisonNoteFactory,
    JudgingFactory,
    PairFactory,
    ReportFactory,
    RoleFactory,
    SkillFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

# OpenJob is only ever written by triggers of tables that are shown.
NOT_SHOWN = {CatalogueRow, DataVersion, FeedRun, JobFeed, JobQuestion, JobReport, JobSource, Judging, OpenJob, Report}
PERSONAL = list(apps.get_app_config("profiles").get_models())
SHOWN = [
    model
    for app in ("roles", "comparisons", "jobs")
    for model in apps.get_app_config(app).get_models(include_auto_created=True)
    if model not in NOT_SHOWN
]


def number() -> int:
    return DataVersion.objects.get().number


class Moves:
    """`with moves: …` fails when the version stays where it was."""

    def __enter__(self) -> None:
        self.before = number()

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        assert error or number() > self.before


moves = Moves()


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model.__name__)
def test_a_row_of_every_shown_table_moves_it_when_added_changed_or_deleted(model: type[models.Model]):
    """A model that fails here lacks CountChanges at the end of its last migration."""
    row = FACTORIES[model]()
    with moves:
        model._base_manager.filter(pk=row.pk).update(id=F("id"))
    with moves:
        model._base_manager.filter(pk=row.pk)._raw_delete(using="default")  # this table alone
    with moves:
        row.save_base(raw=True, force_insert=True)


def test_it_says_when():
    before = timezone.now().replace(microsecond=0)
    RoleFactory()
    assert before <= DataVersion.objects.get().changed_at <= timezone.now()


def test_the_ways_past_a_rows_own_save_move_it_too():
    role, other = RoleFactory(core={"sql": 90}), RoleFactory()
    with moves:
        Role.objects.bulk_update([role, other], ["summary"])
    with moves:
        Skill.objects.bulk_create([SkillFactory.build(slug="python"), SkillFactory.build(slug="excel")])
    with moves:
        Skill.objects.bulk_create([SkillFactory.build(slug="go"), SkillFactory.build(slug="go")], ignore_conflicts=True)
    with moves, connection.cursor() as cursor:
        cursor.execute("UPDATE roles_role SET summary = 'Another.' WHERE slug = %s", [role.slug])
    with moves:
        RoleSkill.objects.all().delete()


def test_what_goes_along_with_a_deleted_row_moves_it():
    note = ComparisonNoteFactory()
    PairFactory(first=note.first, second=note.second)
    with moves:
        note.first.delete()
    assert not ComparisonNote.objects.exists()
    assert not Pair.objects.exists()


def test_what_is_rolled_back_takes_its_number_along():
    RoleFactory()
    before = DataVersion.objects.values().get()
    with transaction.atomic():
        RoleFactory(core={"sql": 90})
        assert number() > before["number"]
        transaction.set_rollback(True)
    assert DataVersion.objects.values().get() == before


@pytest.mark.parametrize("factory", [ReportFactory, CatalogueRowFactory, JudgingFactory, UserFactory])
def test_what_no_page_shows_leaves_it(factory):
    RoleFactory()
    before = number()
    factory()
    assert number() == before


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model.__name__)
def test_what_is_one_persons_own_leaves_it(model: type[models.Model]):
    """Public pages don't show it: else each change of one profile would have all of them built anew."""
    row = FACTORIES[model]()
    before = number()
    row.save()
    row.delete()
    assert number() == before


def test_a_session_leaves_it(editor_client):
    before = number()
    editor_client.get("/admin/")
    assert Session.objects.exists()
    assert number() == before


def test_a_lost_row_comes_back_with_the_next_change():
    DataVersion.objects.all().delete()
    RoleFactory()
    assert number() >= 1


def test_triggers_are_taken_away_and_made_again():
    role = RoleFactory()
    before = number()
    with connection.cursor() as cursor:
        for statement in change_triggers.dropped(connection.vendor, ["roles_role"]):
            cursor.execute(statement)
        role.save()
        assert number() == before
        for statement in change_triggers.made(connection.vendor, ["roles_role"]):
            cursor.execute(statement)
    with moves:
        role.save()
