"""Close the openings that ended by themselves."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobs.models import UNSEEN_DAYS, Job


class Command(BaseCommand):
    help = (
        f"Closes openings whose last day has passed, and those that no feed has listed for {UNSEEN_DAYS} days. "
        "Safe to run at any time."
    )

    def handle(self, **options: object) -> None:
        now = timezone.now()
        expired, unseen = Job.objects.close_expired(now), Job.objects.close_unseen(now)
        self.stdout.write(f"Jobs closed: {expired} whose last day passed, {unseen} not seen for {UNSEEN_DAYS} days.")
