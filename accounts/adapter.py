"""What allauth asks of us: mails by our own address, addresses that stay on the site, who counts as one visitor."""

import io
import logging
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.message import sanitize_address
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString

logger = logging.getLogger(__name__)

LONGEST_ADDRESS = 254  # characters, of RFC 5321 and of User.email
ADDRESS_UNUSABLE = "No mail can go to this address. Look at it again."
QUIET = 4  # modules of white around a QR code, as its standard asks


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The address or the password isn’t right.",
        "enter_current_password": "This isn’t your password of now.",
        "incorrect_code": "This code isn’t right. Look at the newest mail, or at the app.",
        "incorrect_password": "This password isn’t right.",
        "invalid_login": "The address or the password isn’t right.",
        "too_many_login_attempts": "Too many tries. Wait some minutes, then try again.",
        "rate_limited": "Too many tries. Wait a minute, then try again.",
        "email_taken": "This address can’t be used.",
        "duplicate_email": "This is your address already.",
        "same_as_current": "This is your address already.",
    }

    def is_safe_url(self, url: str) -> bool:
        """Only an address without a host: whoever trusts the Host header, or several hosts, can be led elsewhere."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def clean_email(self, email: str) -> str:
        """One that fits the table, where allauth would cut it, and that mail can go to."""
        if len(email) > LONGEST_ADDRESS:
            raise ValidationError(f"An address has {LONGEST_ADDRESS} characters or fewer.")
        try:
            sanitize_address(email, "utf-8")
        except ValueError as error:  # a UnicodeError too
            raise ValidationError(ADDRESS_UNUSABLE) from error
        return email

    def is_ajax(self, request: HttpRequest) -> bool:
        """Pages are HTML. allauth would answer any form in JSON, a wrong password in it."""
        return request.path == reverse("mfa_login_webauthn") and super().is_ajax(request)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Any: what allauth passes. Addresses in mails are of SITE_URL, whatever the request's Host said."""
        addresses = {
            "site_name": settings.SITE_NAME,
            "site_url": settings.SITE_URL,
            "signup_url": absolute("account_signup"),
            "password_reset_url": absolute("account_reset_password"),
        }
        return super().render_mail(template_prefix, email, context | addresses, headers)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Any: what allauth passes. Where no mail can go out, the 503 page in place of one that waits for a code."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # SMTP's errors too
            logger.error("mail unavailable: %s", type(error).__name__)
            raise ImmediateHttpResponse(_unavailable()) from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Any: as allauth declares them. What it tells of is done already, with mail or without."""
        with suppress(ImmediateHttpResponse):
            super().send_notification_mail(*args, **kwargs)

    def format_email_subject(self, subject: str) -> str:
        return subject

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One limit for an address. allauth's own key has the Host in it, port and all, so each port had its tries.
        Who is signed in has tries for this browser alone: nobody outside of it can use them up. Any: as allauth
        declares them."""
        if request.user.is_authenticated:
            return f"session {request.session.session_key}"
        return str(credentials.get("email", "")).lower()


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code isn’t right, or was used already. Wait for the next one.",
        "unverified_email": "Confirm your e-mail address first.",
    }

    def _get_site_name(self) -> str:
        """allauth's own is the Host header's."""
        return str(settings.SITE_NAME)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to this name for ever: that of SITE_URL, whatever the Host header says."""
        return {"id": urlsplit(settings.SITE_URL).hostname or "", "name": settings.SITE_NAME}

    def build_totp_svg(self, url: str) -> SafeString:
        """As SVG to stand in the page itself: the Content-Security-Policy allows no picture in an address."""
        return qr_svg(url)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """Any: as allauth declares them."""
        return "Passkey"


def _unavailable() -> HttpResponse:
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "600"})


def absolute(name: str) -> str:
    return f"{settings.SITE_URL}{reverse(name)}"


def qr_svg(text: str) -> SafeString:
    """A QR code, a path of one square a dark module."""
    import qrcode  # a third of a second, for the one page that draws one

    code = qrcode.QRCode(border=QUIET)
    code.add_data(text)
    rows = code.get_matrix()
    path = io.StringIO()
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                path.write(f"M{x} {y}h1v1h-1z")
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="QR code for your app"><path d="{1}"/></svg>',
        len(rows),
        path.getvalue(),
    )
