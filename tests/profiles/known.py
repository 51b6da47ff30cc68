"""What the catalogue's files know, for tests that need no database."""

from datetime import date

from profiles.importing.understanding import Known
from roles.matching.matcher import SkillMatcher
from tests.catalogue_files import skill_names, town_names

TODAY = date(2026, 11, 25)
KNOWN = Known(SkillMatcher(skill_names()), frozenset(name.name.lower() for name in town_names()))
