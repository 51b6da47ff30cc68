"""What a shared link shows: which card, its address, and the card as an answer."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response

from comparisons.cards import Card, SiteCard, card_of, digest
from comparisons.comparison import Comparison

DAY, YEAR = 86_400, 31_536_000  # seconds


@dataclass(frozen=True)
class SharedImage:
    """What a page's head says of its card. `href` changes with the card's content."""

    href: str
    alt: str


def site_card() -> SiteCard:
    return SiteCard(settings.SITE_NAME, _host())


def comparison_card(comparison: Comparison) -> Card | None:
    """None when the face can't set a word of it."""
    card = card_of(comparison, site=settings.SITE_NAME, address=_host())
    return card if card.can_be_set else None


def comparison_card_path(comparison: Comparison) -> str:
    return f"{comparison.path[:-1]}.png"


def site_image() -> SharedImage:
    return _site_image(site_card())


@lru_cache(maxsize=1)
def _site_image(card: SiteCard) -> SharedImage:
    """Every page asks for it, and it hangs on settings alone."""
    return _shared(reverse("card"), card)


def comparison_image(comparison: Comparison) -> SharedImage:
    """The comparison's own card, or the site's where there is none."""
    card = comparison_card(comparison)
    return _shared(comparison_card_path(comparison), card) if card else site_image()


def _shared(path: str, card: Card | SiteCard) -> SharedImage:
    return SharedImage(f"{path}?v={digest(card)}", card.alt)


def card_response(request: HttpRequest, card: Card | SiteCard) -> HttpResponse:
    """For a day, or a year where the address names the content (`?v=`). The picture may stand on other sites."""
    name = digest(card)
    etag = f'"{name}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        _drawn(card, name), content_type="image/png"
    )
    response["ETag"] = etag
    is_named = request.GET.get("v") == name
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if is_named else f"public, max-age={DAY}"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _drawn(card: Card | SiteCard, name: str) -> bytes:
    """Drawing takes a tenth of a second. A name never means other bytes; Django's own cache holds 300 of them."""
    from comparisons.cards.drawing import draw  # Pillow takes 4 MB, and most workers draw nothing

    return caches["cards"].get_or_set(f"card:{name}", lambda: draw(card), timeout=None)


def _host() -> str:
    return urlsplit(settings.SITE_URL).netloc
