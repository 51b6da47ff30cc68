"""Finds a Chromium, or installs Debian's."""

import fcntl
import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT_GET = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120")


def find() -> str | None:
    """CHROME_PATH, else the first of the usual names; None: there is none."""
    return shutil.which(os.environ.get("CHROME_PATH", "")) or next(filter(None, map(shutil.which, NAMES)), None)


def find_or_install() -> str | None:
    """None: there is none, and it can't be installed from Debian's packages (that takes root). Of several processes one
    installs it, and the others wait."""
    with open(__file__) as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not find() and os.geteuid() == 0 and shutil.which("apt-get"):
            install()
    return find()


def install() -> None:
    print("\nInstalling Debian's chromium for the browser tests ...", flush=True)
    for words in (("update",), ("install", "--no-install-recommends", "chromium")):
        apt_get = subprocess.run(  # noqa: S603
            (*APT_GET, *words),
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if apt_get.returncode:
            print(f"apt-get {' '.join(words)} failed:\n{apt_get.stdout[-2000:]}", flush=True)
