"""Every address that the site has a view for, made of the URLconf itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, URLResolver

from profiles.models import Profile
from profiles.sections import SECTIONS
from tests.site.visitors import JOB, ROW, TOKEN

KEY = "an-indexnow-key"
# What stands in an address in place of a route's piece; the first that fits counts.
PIECES = {
    "compare-roles/<pair:pair>": "compare-roles/data-scientist-vs-ml-engineer/",
    "<pairfile:pair>": "data-scientist-vs-ml-engineer",
    "<trio:slugs>": "data-scientist-vs-ml-engineer-vs-welder/",
    "<field:family>": "data-ai",
    "<rolefield:family>": "data-ai",
    "<category:category>": "tool",
    "skills/<roleslug:slug>": "skills/python/",
    "companies/<roleslug:slug>": "companies/acme/",
    "jobs/role/<roleslug:slug>": "jobs/role/welder/",
    "jobs/in/<roleslug:slug>": "jobs/in/pune/",
    "<roleslug:slug>": "data-scientist/",
    "<int:number>": "2",
    "jobs/<opening:key>": f"jobs/{JOB}-data-scientist/",
    "admin/profiles/application/<int:key>": f"admin/profiles/application/{ROW}",
    "<int:key>": str(JOB),
    "data/<path:name>": "data/README.md",
    "<kind:kind>-<file:number>": "roles-2",
    "<kind:kind>": "roles",
    "<feed:name>": "pay",
    "^(?P<key>[A-Za-z0-9-]{8,128})\\.txt\\Z": f"{KEY}.txt",
    "<uuid:token>": TOKEN,
    "profile/saved/new/": f"profile/saved/new/?job={JOB}",
    "profile/searches/new/": "profile/searches/new/?mode=remote",
    "<key:key>": str(ROW),
    "<key:number>.pdf": "1.pdf",
    "<key:job>": str(JOB),
    "<purpose:purpose>": "files",
    "<resume_file:file>": "resume.json",
    "<compared:slugs>": "data-scientist-vs-ml-engineer",
    "<slug:slug>": "data-scientist",
    "admin/autocomplete/": "admin/autocomplete/?app_label=roles&model_name=salaryrange&field_name=role&term=d",
    "(?P<url>.*)$": "nothing-of-ours/",
}
APP_LIST = re.compile(r"\^\(\?P<app_label>[^)]*\)/\$")
OPEN = re.compile(r"[<>(^\\$]")  # of a piece that nothing was put in for


@dataclass(frozen=True)
class Route:
    """pieces: as the URLconf writes them; view: its name as reverse() knows it, the pieces of one without a name."""

    view: str
    pieces: str

    def addresses(self) -> list[str]:
        """One, or where it stands for all sections of a profile one of each."""
        if "<section:section>" not in self.pieces:
            return [f"/{_filled(self.pieces)}"]
        owned = {slug: section.model.objects.filter(profile__token=TOKEN) for slug, section in SECTIONS.items()}
        return [
            "/" + self.pieces.replace("<section:section>", slug).replace("<key:key>", str(rows.first().pk))
            for slug, rows in owned.items()
        ]


def routes(patterns: Iterable[URLPattern | URLResolver], space: str = "", before: str = "") -> Iterator[Route]:
    for pattern in patterns:
        pieces = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, inside, pieces)
        else:
            yield Route(f"{space}{pattern.name or pieces}", pieces)


def _filled(pieces: str) -> str:
    """Raises ValueError for a piece that PIECES has nothing for."""
    filled = APP_LIST.sub("roles/", pieces)
    for piece, words in PIECES.items():
        filled = filled.replace(piece, words)
    if match := re.match(r"admin/(\w+)/(\w+)/<(?:path:object_)?id>", filled):
        first = apps.get_model(match[1], match[2])._default_manager.order_by("pk").first()
        filled = filled.replace(match[0], f"admin/{match[1]}/{match[2]}/{first.pk}")
    if "<path:content_type_id>" in filled:
        of_profiles = ContentType.objects.get_for_model(Profile).pk
        filled = f"admin/r/{of_profiles}/{Profile.objects.get(token=TOKEN).pk}/"
    if "<int:pk>" in filled:
        filled = filled.replace("<int:pk>", str(Authenticator.objects.get(type="webauthn").pk))
    if OPEN.search(filled):
        raise ValueError(f"/{pieces}: say in PIECES of {__name__} what stands in its address.")
    return filled
