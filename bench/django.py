"""The project's Django in a process of the bench: as `make run` has it, quiet."""

import os


def start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onjob.settings")
    os.environ |= {"DEBUG": "False", "LOG_LEVEL": "ERROR"}
    import django

    django.setup()
