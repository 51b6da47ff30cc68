"""Which page a report is about, and where its reader goes back to."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme

from roles.addresses import PATH
from roles.models.reports import LONGEST_PAGE

_PATH = re.compile(PATH)


def page_of(address: str) -> str:
    """The path of an address of this site, whole or from its first slash; "" for any other address.

    What stands behind a "?" or "#" is dropped: there a reader's own pay may stand.
    """
    if not url_has_allowed_host_and_scheme(address, allowed_hosts={urlsplit(settings.SITE_URL).netloc}):
        return ""
    path = urlsplit(address).path
    return path if len(path) <= LONGEST_PAGE and _PATH.search(path) else ""
