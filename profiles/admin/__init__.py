"""What the desk sees of profiles and applications: enough to help, and each opening is counted."""

from profiles.admin.applications import ApplicationAdmin
from profiles.admin.profiles import ProfileAdmin

__all__ = ["ApplicationAdmin", "ProfileAdmin"]
