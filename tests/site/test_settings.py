"""Settings come from the environment, are all explained, and refuse to be unsafe."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.raw import ROOT

PRODUCTION = {
    "DEBUG": "False",
    "SITE_URL": "https://onjob.example",
    "SECRET_KEY": "long and random: 0123456789 abcdefghij ABCDEFGHIJ !$%&/()=",
    "DATABASE_URL": "sqlite://:memory:",
    "EMAIL_URL": "smtp+tls://user:p%40ss@mail.example:587",
}


def run(*arguments: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """Python in `folder`, whose environment has only these variables."""
    bare = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603
        (sys.executable, *arguments), cwd=folder, env=bare | variables, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the settings without a .env."""
    (tmp_path / "onjob").mkdir()
    shutil.copy(ROOT / "onjob/settings.py", tmp_path / "onjob/settings.py")
    return tmp_path


def test_every_variable_is_explained_and_every_explained_one_is_read():
    read = set(re.findall(r"""\benv(?:\.\w+)?\(\s*["'](\w+)["']""", (ROOT / "onjob/settings.py").read_text()))
    explained = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(read) == sorted(explained)


def test_without_a_secret_key_nothing_starts(clone: Path):
    started = run("-c", "import onjob.settings", folder=clone)
    assert started.returncode != 0
    assert "SECRET_KEY" in started.stderr


def test_example_copied_but_not_filled_in_does_not_start(clone: Path):
    shutil.copy(ROOT / ".env.example", clone / ".env")
    started = run("-c", "import onjob.settings", folder=clone)
    assert started.returncode != 0
    assert "SECRET_KEY" in started.stderr


def test_defaults_are_safe(clone: Path):
    (clone / ".env").write_text("SECRET_KEY=x\n")
    show = "from onjob.settings import *; print(DEBUG, ALLOWED_HOSTS, SITE_URL, DATABASES['default']['NAME'])"
    shown = run("-c", show, folder=clone).stdout
    assert shown == f"False ['127.0.0.1', '127.0.0.1', 'localhost'] http://127.0.0.1:8000 {clone}/db.sqlite3\n"


@pytest.mark.parametrize("half", [{"LLM_URL": "http://127.0.0.1:1/v1"}, {"LLM_URL": "ftp://a", "LLM_MODEL": "small"}])
def test_half_a_language_model_does_not_start(clone: Path, half: dict[str, str]):
    refused = run("-c", "import onjob.settings", folder=clone, SECRET_KEY="x", **half)
    assert "LLM_URL starts with" in refused.stderr


def test_environment_wins_over_the_file(clone: Path):
    (clone / ".env").write_text("SECRET_KEY=x\nSITE_NAME=File\nPORT=9000\n")
    show = "from onjob.settings import *; print(SITE_NAME, SITE_URL)"
    assert run("-c", show, folder=clone, SITE_NAME="Shell").stdout == "Shell http://127.0.0.1:9000\n"


def test_deployment_check_finds_nothing_to_mend():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr
    assert "no issues (0 silenced)" in checked.stdout


def test_deployment_check_does_find_that_mail_goes_nowhere():
    checked = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION | {"EMAIL_URL": "consolemail://"}
    )
    assert checked.returncode != 0
    assert "accounts.W001" in checked.stderr


def test_mail_server_is_read_from_its_address():
    show = "from onjob.settings import *; print(EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD)"
    shown = run("-c", f"{show}; print(EMAIL_USE_TLS, DEFAULT_FROM_EMAIL)", **PRODUCTION).stdout
    assert shown == "mail.example 587 user p@ss\nTrue OnJob <noreply@onjob.example>\n"


def test_deployment_check_does_find_a_missing_https():
    checked = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION | {"SITE_URL": "http://a.b"}
    )
    assert checked.returncode != 0
