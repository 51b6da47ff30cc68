"""A module for each kind of address; the roles' own is at /roles/."""

from django.urls import register_converter

from roles.addresses import SlugConverter
from roles.fields import FieldConverter
from roles.models import SkillCategory


class CategoryConverter:
    """`tool` ⇄ SkillCategory.TOOL."""

    regex = "|".join(SkillCategory.values)
    to_python = SkillCategory
    to_url = str


register_converter(SlugConverter, "roleslug")
register_converter(FieldConverter, "rolefield")
register_converter(CategoryConverter, "category")
