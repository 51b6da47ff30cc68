"""Addresses: a person's own pages, and what everybody may see."""
