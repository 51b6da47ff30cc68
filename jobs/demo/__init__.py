"""Openings of invented companies, made out of the catalogue, to try the site out with."""
