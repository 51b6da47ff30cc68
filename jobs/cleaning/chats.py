"""Links that lead into a private chat: pure. They hold somebody's number or name, so they aren't kept; that there was
one is, as a mark in the text, for the reader and for the rules."""

import re

WHATSAPP, TELEGRAM = "[WhatsApp link]", "[Telegram link]"
_REST = r"(?:[/?#](?:[^\s<>\"'\[\]()]*[^\s<>\"'\[\]().,:;!?])?)?"
_WHATSAPP = r"(?:wa\.me|wa\.link|(?:api|chat|web)\.whatsapp\.com|(?:www\.)?whatsapp\.com/channel)"
_TELEGRAM = r"(?:t\.me|telegram\.(?:me|dog))"
CHAT = rf"(?:https?://|\b)(?:(?P<whatsapp>{_WHATSAPP})|{_TELEGRAM})(?![\w-]|\.\w){_REST}"
_CHAT = re.compile(CHAT, re.IGNORECASE)


def chat_mark(address: str) -> str:
    """ "" for an address that leads elsewhere."""
    found = _CHAT.match(address.strip())
    if found is None:
        return ""
    return WHATSAPP if found["whatsapp"] else TELEGRAM
