"""Readers report what is wrong, without an account."""
