"""The one door from a public page to the visitor: a line that is the same for everybody, which leads to what is theirs.
For who is signed in, a small script says their score in its place."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from jobs.models import Job
from profiles.fit.addresses import compared_fit_path, job_fit_path, role_fit_path
from roles.facts import RoleFacts
from roles.models import Role

register = template.Library()


@register.simple_tag
def fit_line(*of: Role | RoleFacts | Job) -> SafeString:
    """Of a job, a role, or of two or three roles. No query, and nothing of the request."""
    first = of[0]
    if isinstance(first, Job):
        return _line(job_fit_path(first.pk), "How well does this job fit you?")
    slugs = [role.slug for role in of if not isinstance(role, Job)]
    if len(slugs) == 1:
        return _line(role_fit_path(slugs[0]), "How well does this role fit you?")
    return _line(compared_fit_path(*slugs), "How well do these roles fit you?")


def _line(href: str, words: str) -> SafeString:
    """In a box whose content the script replaces; one line high, before and after."""
    return mark_safe(  # noqa: S308 escaped here
        f'<div class="fit-line" aria-live="polite"><a href="{escape(href)}" rel="nofollow">{escape(words)}</a></div>'
    )
