from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone


class Command(BaseCommand):
    help = (
        "Deletes sessions that ended, and what was noted of them: network address and browser. Let it run every night."
    )

    def handle(self, **_: object) -> None:
        Session.objects.filter(expire_date__lt=timezone.now()).delete()
        forgotten, _by_model = UserSession.objects.exclude(
            session_key__in=Session.objects.values("session_key")
        ).delete()
        self.stdout.write(f"Forgot {forgotten} sessions that ended.")
