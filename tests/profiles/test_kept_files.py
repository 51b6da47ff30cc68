"""A file that its owner wants kept: for them alone, and gone when they say so."""

import io
import json
import zipfile

import pytest

from profiles.models import Consent, KeptFile, Profile, Reading
from tests.factories import KeptFileFactory
from tests.profiles.brought import FILES, IMPORT, TEXT, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("python_is_known", "plenty")]


def test_a_file_is_kept_only_where_that_is_ticked(profile, owner):
    content = FILES["resume.pdf"]()
    bring(owner, content, "../Asha's “CV”.pdf", is_kept="on")
    kept = KeptFile.objects.get()
    assert (kept.name, kept.kind, kept.size, kept.profile) == ("Asha's “CV”.pdf", "pdf", len(content), profile)
    assert Consent.objects.is_given(profile.user, "files")
    page = owner.get(IMPORT).content.decode()
    assert f"/profile/files/{kept.pk}/" in page
    answer = owner.get(f"/profile/files/{kept.pk}/")
    assert answer.content == content
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Type"] == "application/octet-stream"


def test_a_kept_file_is_deleted_by_one_button(profile, owner):
    kept = KeptFileFactory(profile=profile)
    assert owner.get(f"/profile/files/{kept.pk}/remove/").status_code == 405
    owner.post(f"/profile/files/{kept.pk}/remove/")
    assert not KeptFile.objects.exists()


def test_taking_back_consent_deletes_the_files_and_no_more(profile, owner):
    bring(owner, TEXT, is_kept="on")
    assert "delete the files" in owner.get("/profile/privacy/").content.decode()
    owner.post("/profile/privacy/files/withdraw/")
    assert not KeptFile.objects.exists()
    assert not Consent.objects.is_given(profile.user, "files")
    assert Profile.objects.exists()


def test_kept_files_go_with_the_profile_and_with_the_account(profile, owner):
    bring(owner, TEXT, is_kept="on")
    owner.post("/profile/privacy/profile/withdraw/")
    assert not KeptFile.objects.exists()
    assert not Consent.objects.current(profile.user).exists()


def test_the_copy_of_everything_has_the_files_as_they_came(profile, owner):
    content = FILES["resume.docx"]()
    bring(owner, content, "cv.docx", is_kept="on")
    with zipfile.ZipFile(io.BytesIO(owner.get("/profile/export.zip").content)) as file:
        assert file.read(f"files/profiles-keptfile-{KeptFile.objects.get().pk}-cv.docx") == content
        assert "cv.docx" in file.read("README.txt").decode()
        [reading] = json.loads(file.read("profiles-reading.json"))
        assert reading["understood"]["kind"] == "docx"


def test_three_files_are_the_most(profile, owner):
    KeptFileFactory.create_batch(3, profile=profile)
    answer = bring(owner, TEXT, is_kept="on")
    assert "3 files are the most that are kept" in answer.content.decode()
    assert not Reading.objects.exists()
    assert bring(owner, TEXT).status_code == 302


def test_a_file_that_cannot_be_read_is_not_kept(profile, owner):
    bring(owner, b"%PDF-1.4 and no more", "a.pdf", is_kept="on")
    assert not KeptFile.objects.exists()
    assert not Consent.objects.filter(purpose="files").exists()


def test_the_same_file_is_kept_once(profile, owner):
    for name in ("one.txt", "two.txt"):
        bring(owner, TEXT, name, is_kept="on")
    assert KeptFile.objects.get().name == "one.txt"
