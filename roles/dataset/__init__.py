"""The open dataset: the catalogue as CSV and JSON with a licence, a data dictionary and a version.

Made from the database; the same data gives the same bytes. Dates are ISO 8601, money is whole rupees a year, an empty
cell is an unknown or absent value.
"""

from roles.dataset.build import build, write

__all__ = ["build", "write"]
