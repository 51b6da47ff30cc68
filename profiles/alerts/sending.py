"""Who is told of what: decided and noted first, then sent, then noted as told.

A process may be killed at any point. Before the mail is noted as on its way, nothing has happened. After that the next
run sends it, under the same Message-ID, so that mail programs which look at it show it once. Where a process was killed
between the two notes nobody knows whether the mail went out: it is sent once more, and never a third time.
"""

import datetime
import logging
import smtplib
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jobs.listing.choices import Choices
from profiles.alerts.due import before
from profiles.alerts.finding import new_keys
from profiles.alerts.mail import Found, Letter, message
from profiles.alerts.models import Arrival
from profiles.alerts.searches import options_of
from profiles.models import AlertMail, Profile, SavedSearch
from profiles.models.saved import SavedSearchQuerySet

logger = logging.getLogger(__name__)

LEASE = datetime.timedelta(minutes=10)  # for which a process has a mail for itself; sending takes seconds
MOST_TRIES = 24
MAILS_BY_CONNECTION = 50
FAR = datetime.timedelta(days=3650)


class Outcome(StrEnum):
    SENT = "sent"
    NOTHING_NEW = "nothing new"
    BUSY = "being sent by another"
    LATER = "failed, to be tried again"
    REFUSED = "refused by the address"
    GIVEN_UP = "given up"


@dataclass
class Sender:
    """One run. upto: the newest arrival that it tells of; is_early: those who aren't due yet are told too."""

    now: datetime.datetime
    upto: int
    is_early: bool = False
    is_dry: bool = False
    connection: BaseEmailBackend = field(default_factory=get_connection)
    handed_over: int = 0

    @property
    def today(self) -> datetime.date:
        return timezone.localdate(self.now)

    def due(self) -> SavedSearchQuerySet:
        times = before(self.now + FAR if self.is_early else self.now)
        return SavedSearch.objects.mailed().due(times.daily, times.weekly)

    def tell(self, profile: int, options: Choices | None = None) -> Outcome:
        """All that is new in the due searches of this profile (its key), in one mail."""
        with transaction.atomic():
            letter = self._take(profile, options)
        if isinstance(letter, Outcome):
            return letter
        return Outcome.SENT if self.is_dry else self._send(letter)

    # --- Decided and noted

    def _take(self, key: int, options: Choices | None) -> Letter | Outcome:
        """What another process is at is left to it."""
        locked = Profile.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
        profile = locked.select_related("user").filter(pk=key).first()
        if profile is None:
            return Outcome.BUSY
        mail, _ = AlertMail.objects.get_or_create(profile=profile)
        if mail.busy_until and mail.busy_until > timezone.now():
            return Outcome.BUSY
        due = list(self.due().filter(profile=profile))
        waiting = [search for search in due if search.telling]
        if mail.code and not waiting:  # its searches were stopped or removed
            _empty(mail)
        if mail.tries >= MOST_TRIES or (mail.is_repeated and mail.busy_until):
            finish(mail, waiting, self.now)
            return Outcome.GIVEN_UP
        return self._letter(mail, profile, self._found(waiting or due, options))

    def _found(self, searches: Sequence[SavedSearch], options: Choices | None) -> list[Found]:
        """What is new for each; noted as being told of where there is something, as told where there is nothing."""
        if not searches:
            return []
        options = options or options_of(search.query for search in searches)
        found = [Found(each, new_keys(each, options, each.telling or self.upto, self.today)) for each in searches]
        ends = [(search.told, search.telling or self.upto) for search in searches]
        Arrival.objects.forget_untold(min(told for told, _ in ends), max(upto for _, upto in ends))
        keys = [each.search.pk for each in found if each.keys]
        handled = SavedSearch.objects.filter(pk__in=[search.pk for search in searches])
        handled.filter(pk__in=keys, telling=None).update(telling=self.upto)
        without = handled.exclude(pk__in=keys)
        without.filter(telling=None, told__lt=self.upto).update(told=self.upto)
        without.filter(telling__isnull=False).update(told=F("telling"), telling=None)
        return [each for each in found if each.keys]

    def _letter(self, mail: AlertMail, profile: Profile, found: Sequence[Found]) -> Letter | Outcome:
        if not found:
            _empty(mail)
            return Outcome.NOTHING_NEW
        mail.is_repeated = mail.is_repeated or mail.busy_until is not None
        mail.code, mail.tries = mail.code or uuid.uuid4(), mail.tries + 1
        mail.busy_until = timezone.now() + LEASE
        mail.save()
        return Letter(profile.pk, profile.user.email, mail.code, mail.stop_url, tuple(found))

    # --- Sent, and noted as told

    def _send(self, letter: Letter) -> Outcome:
        """What fails is logged by the profile's number: an error's text has the address in it."""
        try:
            mail = message(letter, self.today)
            mail.connection = self._opened()
            mail.send()
        except (OSError, ValueError) as error:  # of SMTP; of an address that can't be written
            logger.error("no mail to profile %s: %s", letter.profile, type(error).__name__)
            with suppress(OSError):
                self.connection.close()
            return self._failed(letter, is_for_good=is_refusal(error))
        self._note(letter)
        return Outcome.SENT

    def _opened(self) -> BaseEmailBackend:
        """One connection for several mails; servers take only so many by one."""
        if self.handed_over % MAILS_BY_CONNECTION == 0:
            self.connection.close()
        self.handed_over += 1
        self.connection.open()
        return self.connection

    def _failed(self, letter: Letter, *, is_for_good: bool) -> Outcome:
        if is_for_good:
            self._note(letter)
            return Outcome.REFUSED
        AlertMail.objects.filter(profile=letter.profile, code=letter.code).update(busy_until=None)
        return Outcome.LATER

    @transaction.atomic
    def _note(self, letter: Letter) -> None:
        for mail in AlertMail.objects.select_for_update().filter(profile=letter.profile, code=letter.code):
            finish(mail, [found.search for found in letter.found], self.now)


def finish(mail: AlertMail, searches: Sequence[SavedSearch], now: datetime.datetime) -> None:
    """Its searches are told of; no mail is on its way."""
    told = SavedSearch.objects.filter(pk__in=[search.pk for search in searches], telling__isnull=False)
    told.update(told=F("telling"), telling=None, told_at=now)
    mail.sent_at = now
    _empty(mail)


def _empty(mail: AlertMail) -> None:
    mail.code, mail.tries, mail.busy_until, mail.is_repeated = None, 0, None, False
    mail.save()


def is_refusal(error: Exception) -> bool:
    """Whether the address itself will never take mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, ValueError)
