"""Fills the database of DATABASE_URL for a measurement: python -m bench.prepare 5000"""

import io
import sys
import time

from bench.django import start


def prepare(roles: int) -> None:
    """The real catalogue, judged; grown to so many roles where it has fewer."""
    from django.core.management import call_command

    from roles.models import Role

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", stdout=io.StringIO())
    if Role.objects.count() < roles:
        from bench.catalogue import grow

        grow(roles)
    from bench.judging import judge

    pairs = judge()
    settle()
    print(f"{Role.objects.count():,} roles, {pairs:,} pairs")


def settle() -> None:
    """What the planner knows of so many new rows, and on PostgreSQL what it would clean up beside the measurement."""
    from django.db import connection

    commands = ("VACUUM ANALYZE", "CHECKPOINT") if connection.vendor == "postgresql" else ("ANALYZE",)
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)


if __name__ == "__main__":
    start()
    began = time.monotonic()
    prepare(int(sys.argv[1]))
    print(f"in {time.monotonic() - began:.0f} s", file=sys.stderr)
