"""What reading needs of the catalogue. The one module here that reads the database."""

from profiles.importing.understanding import Known
from roles.matching.catalogue import skill_matcher
from roles.models import Location, LocationAlias
from roles.models.reference import LocationKind


def known_now() -> Known:
    """Three queries; two more after a change of the data."""
    cities = Location.objects.filter(kind=LocationKind.CITY)
    names = [*cities.values_list("name", flat=True)]
    for name, town in LocationAlias.objects.filter(location__in=cities).values_list("name", "town"):
        names += [name, town]
    return Known(skill_matcher(), frozenset(name.lower() for name in names if name))
