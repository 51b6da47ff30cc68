"""Addresses: a person's own pages, and what everybody may see."""

from django.urls import register_converter

from profiles.documents.downloads import ResumeFileConverter
from profiles.fit.addresses import ComparedConverter
from profiles.notices import PurposeConverter
from profiles.sections import KeyConverter, SectionConverter

register_converter(SectionConverter, "section")
register_converter(KeyConverter, "key")
register_converter(PurposeConverter, "purpose")
register_converter(ResumeFileConverter, "resume_file")
register_converter(ComparedConverter, "compared")
