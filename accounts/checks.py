from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

CONSOLE = "django.core.mail.backends.console.EmailBackend"


def mail_goes_out(app_configs: Any, **more: Any) -> list[CheckMessage]:
    """Before others are let in. Any: as Django calls checks."""
    if settings.EMAIL_BACKEND != CONSOLE:
        return []
    hint = "Give EMAIL_URL an SMTP server: without mail nobody but you gets a code."
    return [Warning("Mail is printed where the server runs.", hint=hint, id="accounts.W001")]
