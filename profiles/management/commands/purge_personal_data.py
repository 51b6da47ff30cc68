"""Delete what has been kept long enough."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandParser
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone

from profiles.models import DeletionWarning
from profiles.notices import Purpose
from profiles.retention import UNUSED, WARNING, Due, end_purpose

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Deletes personal data that has been kept long enough, and warns of it by e-mail. Safe to run at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done; do and send nothing.")

    def handle(self, *, dry_run: bool, **options: object) -> None:
        due = Due(timezone.now())
        counts = {
            "sign-ups that nobody confirmed": self.each(due.unconfirmed, dry_run),
            "unused accounts": self.each(due.unused, dry_run),
            "warnings that a sign-in made void": self.all_of(due.void_warnings, dry_run),
            "warnings sent": len(due.to_warn) if dry_run else sum(map(self.warn, due.to_warn)),
            "profiles without consent": self.end(due.profiles_without_consent, Purpose.PROFILE, dry_run),
            "public pages without consent": self.end(due.pages_without_consent, Purpose.PUBLIC, dry_run),
            "kept files without consent": self.all_of(due.files_without_consent, dry_run),
            "readings that nobody confirmed": self.all_of(due.old_readings, dry_run),
            "mail without consent": self.end(due.mail_without_consent, Purpose.ALERTS, dry_run),
            "days of looks": self.all_of(due.old_looks, dry_run),
            "applications that were never sent": self.all_of(due.old_drafts, dry_run),
        }
        self.report(counts, dry_run)

    def each(self, accounts: models.QuerySet, dry_run: bool) -> int:
        """Each in a transaction of its own, asked for once more: somebody may be signing in just now."""
        keys = list(accounts.values_list("pk", flat=True))
        return len(keys) if dry_run else sum(self.delete_one(accounts, key) for key in keys)

    @transaction.atomic
    def delete_one(self, accounts: models.QuerySet, key: int) -> int:
        account = accounts.model.objects.select_for_update().filter(pk=key, pk__in=accounts.values("pk")).first()
        if account:
            account.delete()
        return int(account is not None)

    def all_of(self, rows: models.QuerySet, dry_run: bool) -> int:
        count = rows.count()
        if not dry_run:
            rows.delete()
        return count

    def end(self, profiles: models.QuerySet, purpose: Purpose, dry_run: bool) -> int:
        found = list(profiles.select_related("user"))
        for profile in [] if dry_run else found:
            end_purpose(profile.user, purpose)
        return len(found)

    def warn(self, user: models.Model) -> int:
        """1 when the mail went out. When it couldn't, no warning is noted, so nothing is deleted for it."""
        words = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "days": WARNING.days}
        text = render_to_string("profiles/deletion_warning.txt", words | {"months": UNUSED.days * 12 // 365})
        try:
            send_mail(f"Your account at {settings.SITE_NAME} will be deleted", text, None, [user.email])
        except OSError as error:  # what smtplib raises
            logger.error("no warning could be sent to account %s: %s", user.pk, type(error).__name__)
            return 0
        DeletionWarning.objects.create(user=user)
        return 1

    def report(self, counts: dict[str, int], dry_run: bool) -> None:
        width = max(map(len, counts))
        self.stdout.write("Would be done:" if dry_run else "Done:")
        for what, count in counts.items():
            self.stdout.write(f"  {what:<{width}}  {count:>6}")
