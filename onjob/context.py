from django.conf import settings
from django.http import HttpRequest

from comparisons.sharing import SharedImage, site_image


def site(request: HttpRequest) -> dict[str, str | SharedImage]:
    """What every page's frame says of the site itself. A view gives the shared_image of a page that has its own."""
    return {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "shared_image": site_image()}
