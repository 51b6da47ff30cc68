from django.contrib import admin


class EditorialSite(admin.AdminSite):
    """The editors' desk."""

    site_header = "OnJob editorial desk"
    site_title = "OnJob editorial desk"
    index_title = "What would you like to edit?"
    enable_nav_sidebar = True
