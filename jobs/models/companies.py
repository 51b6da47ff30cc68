"""Who offers work."""

from django.db import models

from jobs.addresses import company_path
from roles.models.constraints import slug_shape, text_given
from roles.models.reference import SlugQuerySet


class Company(models.Model):
    """An employer, or the agency that hires for one."""

    name = models.CharField(max_length=120, help_text="As it calls itself: “Tata Consultancy Services”.")
    key = models.CharField(
        max_length=120,
        unique=True,
        editable=False,
        help_text="Its name without case, stops and legal form: “Acme Pvt. Ltd.” and “ACME” are one company.",
        error_messages={"unique": "There is a company of this name."},
    )
    slug = models.SlugField(max_length=80, unique=True)
    website = models.URLField(max_length=300, blank=True)
    about = models.TextField(blank=True, help_text="A few sentences, plain text, ours.")
    applications_email = models.EmailField(
        "where applications go",
        blank=True,
        help_text="An e-mail address that the company gave for it. Each application to one of its jobs that takes them "
        "here is sent there. Empty: they wait for you under “Applications”.",
    )
    is_verified = models.BooleanField(
        "verified", default=False, help_text="Somebody of ours made sure that these adverts are the company’s own."
    )
    is_sample = models.BooleanField(
        "invented", default=False, help_text="To try the site out; never shown to crawlers."
    )

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "companies"
        constraints = [slug_shape("company"), text_given("company", "name", "key")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return company_path(self.slug)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
