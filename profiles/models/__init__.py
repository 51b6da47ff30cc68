"""Everything personal. Nothing here is shown on a page that is the same for everyone."""

from profiles.models.applications import (
    Application,
    ApplicationCopy,
    ApplicationDraft,
    ApplicationEvent,
)
from profiles.models.consents import Consent, DeletionWarning, ProfileView, Viewer
from profiles.models.imports import MOST_FILES, READING_KEPT, Held, KeptFile, Reading
from profiles.models.profiles import MOST_TARGETS, Part, Profile, ShownPart
from profiles.models.saved import AlertMail, Often, SavedJob, SavedSearch
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
    "MOST_FILES",
    "MOST_TARGETS",
    "READING_KEPT",
    "AlertMail",
    "Application",
    "ApplicationCopy",
    "ApplicationDraft",
    "ApplicationEvent",
    "Certificate",
    "Consent",
    "DeletionWarning",
    "Education",
    "Experience",
    "Held",
    "KeptFile",
    "Language",
    "Level",
    "Often",
    "Part",
    "Profile",
    "ProfileLink",
    "ProfileRow",
    "ProfileSkill",
    "ProfileView",
    "Project",
    "Reading",
    "SavedJob",
    "SavedSearch",
    "ShownPart",
    "Viewer",
]
