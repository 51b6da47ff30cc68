"""Addresses: a person's own pages, and what everybody may see."""

from django.urls import register_converter

from profiles.sections import KeyConverter, SectionConverter

register_converter(SectionConverter, "section")
register_converter(KeyConverter, "key")
