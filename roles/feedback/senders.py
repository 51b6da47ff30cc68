"""Who sends, as far as a limit needs to know: a code for a network and a day. The address itself is kept nowhere."""

import datetime
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUSEHOLD = 64  # bits of an IPv6 address that are one line's; the rest its owner may choose afresh for each request


def sender_code(request: HttpRequest, day: datetime.date) -> str:
    """The same for one network all day. Keyed with SECRET_KEY, so that without it no address can be tried out."""
    text = f"{day.isoformat()} {_network(client_address(request))}"
    return salted_hmac("roles.feedback.sender", text, algorithm="sha256").hexdigest()[:16]


def client_address(request: HttpRequest) -> str:
    """Where the request comes from. Behind our proxy its own entry of X-Forwarded-For, which is the last one:
    all before it a client can write as it likes."""
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return entries.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str:
    """What is no address counts as it stands."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address):
        return str(read.ipv4_mapped or IPv6Network((int(read), HOUSEHOLD), strict=False))
    return str(read)
