"""Everything personal. Nothing here is shown on a page that is the same for everyone."""

from profiles.models.applications import (
    Application,
    ApplicationCopy,
    ApplicationDraft,
    ApplicationEvent,
)
from profiles.models.consents import Consent, DeletionWarning, ProfileView, Viewer
from profiles.models.profiles import MOST_TARGETS, Part, Profile, ShownPart
from profiles.models.sections import (
    Certificate,
    Education,
    Experience,
    Language,
    Level,
    ProfileLink,
    ProfileSkill,
    Project,
)
from profiles.models.shapes import ProfileRow

__all__ = [
    "MOST_TARGETS",
    "Application",
    "ApplicationCopy",
    "ApplicationDraft",
    "ApplicationEvent",
    "Certificate",
    "Consent",
    "DeletionWarning",
    "Education",
    "Experience",
    "Language",
    "Level",
    "Part",
    "Profile",
    "ProfileLink",
    "ProfileRow",
    "ProfileSkill",
    "ProfileView",
    "Project",
    "ShownPart",
    "Viewer",
]
