"""From an address to its row."""

from django.http import Http404

from roles.models import Role


def role_or_404(slug: str) -> Role:
    """The published role of a slug or an alias, with its experience_source. One query, two for an alias."""
    try:
        [role] = Role.objects.published().select_related("experience_source").resolve(slug)
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    return role
