"""Tell search engines by IndexNow which pages changed."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from onjob.pages.indexnow import Refused, check, send_all
from onjob.pages.models import PublicPage
from roles.words import counted

SHOWN = 10  # addresses of a dry run


class Command(BaseCommand):
    help = (
        "Tells the search engines that take part in IndexNow which pages are new, changed or gone since they were last "
        "told. Without --send it only lists them. Run `note_changes` before."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--send", action="store_true", help="send it, rather than list what would be sent")

    def handle(self, *, send: bool, **options: object) -> None:
        try:
            if send:
                count = send_all(lambda number: self.stdout.write(f"Sent: {counted(number, 'page')}"))
                self.stdout.write(f"IndexNow was told of {counted(count, 'page')}.")
            else:
                self._list()
                check()
        except Refused as refused:
            raise CommandError(str(refused)) from refused

    def _list(self) -> None:
        untold = PublicPage.objects.untold().order_by("pk")
        count = untold.count()
        for page in untold[:SHOWN]:
            self.stdout.write(f"{'gone' if page.gone_at else 'there':6} {page.path}")
        if count > SHOWN:
            self.stdout.write(f"… and {count - SHOWN:,} more")
        self.stdout.write(f"Dry run, nothing was sent: {counted(count, 'page')} to tell of. Send with --send.")
