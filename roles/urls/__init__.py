"""A module for each kind of address; the roles' own is at /roles/."""

from django.urls import register_converter

from roles.addresses import SlugConverter

register_converter(SlugConverter, "roleslug")
