"""The catalogue's fixtures: read, check, compare with what is stored, write what is ours to write."""

from roles.catalogue.files import Refused
from roles.catalogue.load import load
from roles.catalogue.report import Report

__all__ = ["Refused", "Report", "load"]
