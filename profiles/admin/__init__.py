"""What the desk sees of profiles: enough to help, and each opening is counted."""

from profiles.admin.profiles import ProfileAdmin

__all__ = ["ProfileAdmin"]
