"""Mails about an application. Sent once what they tell of is certain; one that fails is noted, and loses nothing."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from profiles.applying.states import Delivery, State
from profiles.documents.downloads import named_after
from profiles.models import Application, ApplicationCopy
from profiles.models.applications import TO_BE_MAILED
from profiles.typed import one_line

logger = logging.getLogger(__name__)

REFUSED = (OSError, ValueError)  # what smtplib raises, and what a bad address or subject makes of a mail
LONGEST_SUBJECT = 200  # characters


def deliver(copy_key: int) -> bool:
    """To the employer: the résumé, the answers, how to reach the person. Never the score: it isn't even read. Whether
    it went out; what was withdrawn meanwhile doesn't."""
    waiting = _unscored().filter(delivery__in=TO_BE_MAILED)
    copy = waiting.exclude(application__status=State.WITHDRAWN).filter(pk=copy_key).first()
    if copy is None:
        return False
    is_out = send(_to_employer(copy), copy.application_id)
    sent = {"delivery": Delivery.MAILED, "mailed_at": timezone.now()} if is_out else {"delivery": Delivery.FAILED}
    ApplicationCopy.objects.filter(pk=copy.pk).update(**sent)
    return is_out


def withdrawal_of(application: Application) -> EmailMessage | None:
    """What the employer is told, where something went to them by mail. Ready before it is certain: with their profile
    somebody's applications go too."""
    copy = _unscored().filter(application=application, delivery=Delivery.MAILED).order_by("-number").first()
    if copy is None:
        return None
    text = render_to_string("profiles/applications/mail_withdrawn.txt", {"copy": copy, **_site()})
    subject = _subject(f"Withdrawn: {copy.advert['title']}, {copy.contact['name']}")
    return EmailMessage(subject, text, None, [copy.recipient])


def tell_person(application_key: int) -> None:
    """That something changed, and where to read it. Nothing of it but the job's title stands in the mail."""
    application = Application.objects.select_related("profile__user").filter(pk=application_key).first()
    if application:
        address = f"{settings.SITE_URL}{reverse('applications:receipt', args=[application.pk])}"
        words = {"title": application.title, "address": address, **_site()}
        text = render_to_string("profiles/applications/mail_changed.txt", words)
        subject = _subject(f"News of your application: {application.title}")
        send(EmailMessage(subject, text, None, [application.profile.user.email]), application_key)


def _unscored() -> QuerySet[ApplicationCopy]:
    return ApplicationCopy.objects.defer("score", "formula_version", "fit")


def _to_employer(copy: ApplicationCopy) -> EmailMessage:
    contact = copy.contact
    text = render_to_string("profiles/applications/mail_application.txt", {"copy": copy, **_site()})
    subject = _subject(f"Application: {copy.advert['title']}, {contact['name']}")
    message = EmailMessage(subject, text, None, [copy.recipient], reply_to=[contact["email"]])
    message.attach(named_after(contact["name"], "pdf"), copy.pdf, "application/pdf")
    return message


def send(message: EmailMessage, application_key: int) -> bool:
    """Whether it went out. Nothing of the person is logged."""
    try:
        message.send()
    except REFUSED as error:
        logger.error("mail about application %s failed: %s", application_key, type(error).__name__)
        return False
    return True


def _subject(words: str) -> str:
    return one_line(words)[:LONGEST_SUBJECT]


def _site() -> dict[str, str]:
    return {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
