"""A module for each kind of address."""
