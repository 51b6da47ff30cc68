"""Files that can't be read, or mean harm, or are too many: each gets an answer, and the server goes on."""

import io
import json
import os
import tempfile
import time
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from profiles.importing import sentences
from profiles.importing.extracting import running
from profiles.importing.extracting.answers import MOST_BYTES, Trouble
from profiles.importing.extracting.turns import turn
from profiles.importing.uploads import MOST_REQUEST
from profiles.models import Reading
from profiles.views import importing
from tests.factories import ProfileFactory
from tests.profiles.brought import CONFIRM, FILES, IMPORT, TEXT, as_shown, bring
from tests.profiles.hostile import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("python_is_known", "plenty")]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_an_answer_in_time_and_the_next_one_is_read(profile, owner, name):
    file_name, make, _ = HOSTILE[name]
    content = make()
    started = time.monotonic()
    answer = bring(owner, content, file_name)
    assert time.monotonic() - started < running.LONGEST + 4
    if answer.status_code == 200:
        assert 'role="alert"' in answer.content.decode()
        assert not Reading.objects.exists()
    else:
        assert owner.get(answer["Location"]).status_code == 200
    assert owner.get("/healthz/").status_code == 200


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose a file, or paste a text."),
        ({"text": " "}, "Choose a file, or paste a text."),
        ({"text": "x" * 60_001}, "longer than 60,000 characters"),
        ({"text": "....... ......"}, sentences.OF_TROUBLE[Trouble.NO_TEXT]),
        ({"text": "the weather is fine and the sea is blue today"}, "We found nothing in it that belongs"),
    ],
)
def test_what_cannot_be_read_says_why_and_keeps_what_was_typed(profile, owner, sent, words):
    answer = owner.post(IMPORT, sent)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert sent.get("text", "").strip() in answer.content.decode()
    assert not Reading.objects.exists()


def test_a_file_and_a_text_at_once_are_one_too_many(profile, owner):
    answer = bring(owner, TEXT, text="And this one")
    assert "one at a time" in answer.content.decode()
    assert "And this one" in answer.content.decode()


def test_a_file_above_the_limit_is_named_as_that_and_never_held(profile, owner):
    answer = bring(owner, b"%PDF-" + b"0" * (MOST_BYTES + 2**20), "big.pdf")
    assert "This file is larger than 5 MB" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


class Untouchable(io.RawIOBase):
    """A body that nobody may read."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise AssertionError("The body is read.")


def test_a_gigabyte_is_refused_before_it_is_read(profile, owner):
    whole = {
        "CONTENT_LENGTH": str(2**30),
        "wsgi.input": Untouchable(),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    answer = owner.post(IMPORT, **whole)
    assert answer.status_code == 413
    assert "This file is larger than 5 MB" in answer.content.decode()
    assert MOST_REQUEST < 2**30
    assert Client().post(IMPORT, **whole).status_code == 302


def test_a_second_file_in_the_same_form_is_not_looked_at(profile, owner):
    files = [SimpleUploadedFile("one.txt", TEXT), SimpleUploadedFile("two.pdf", b"%PDF-")]
    assert owner.post(IMPORT, {"file": files, "other": SimpleUploadedFile("x.txt", TEXT)})["Location"] == CONFIRM
    assert Reading.objects.get().understood["kind"] == "text"


def test_who_brings_too_many_is_asked_to_wait(profile, owner, monkeypatch):
    monkeypatch.setattr(importing, "PACE", replace(importing.PACE, times=2))
    for _ in range(2):
        assert owner.post(IMPORT, {"text": TEXT.decode()}).status_code == 302
    answer = owner.post(IMPORT, {"text": TEXT.decode()})
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert "Come back in " in answer.content.decode()
    assert "Frobnicator" in answer.content.decode()
    other = Client()
    other.force_login(ProfileFactory().user)
    assert other.post(IMPORT, {"text": TEXT.decode()}).status_code == 302


def test_while_others_are_read_one_is_asked_to_come_again(profile, owner, own_turns, monkeypatch):
    monkeypatch.setattr(running, "LONGEST_WAIT", 0.1)
    with turn(own_turns, 0), turn(own_turns, 0):
        answer = bring(owner, FILES["resume.pdf"](), "a.pdf")
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Try again in a minute" in answer.content.decode()
    assert bring(owner, FILES["resume.pdf"](), "a.pdf").status_code == 302


def test_the_bytes_are_left_nowhere(profile, owner, tmp_path, monkeypatch, settings):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "own"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "own")
    (tmp_path / "own").mkdir()
    for name in ("a.txt", "a.pdf"):  # the second isn't one, and is refused
        bring(owner, TEXT + b"Date of Birth: 9 May 1991\n" + b" " * 3_000_000, name)
    assert os.listdir(tmp_path / "own") == []
    assert "9 May 1991" not in json.dumps(Reading.objects.get().understood)


@pytest.mark.parametrize("letters", [r"\u0000", r"\ud800", r"\udfff\ud800", r"\uffff", r"\u202e", r"\ud83d\ude00"])
def test_letters_that_no_database_holds_are_no_trouble(profile, owner, letters):
    skills = f'"skills": [{{"name": "Python{letters}"}}]'
    resume = f'{{"basics": {{"name": "Asha {letters} Rao", "summary": "{letters}"}}, {skills}}}'
    assert bring(owner, resume.encode(), "resume.json")["Location"] == CONFIRM
    assert owner.get(CONFIRM).status_code == 200
    owner.post(CONFIRM, as_shown(owner) | {"kept": ["all-skills"]})
    profile.refresh_from_db()
    assert profile.name.startswith("Asha")
    assert profile.profileskill_rows.count() == 1
