from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet, URLField
from django.http import HttpRequest

from jobs.company_names import company_key
from jobs.models import Company, Job, JobStatus
from roles.admin.desk import WIDE, DeskAdmin, MissingFilter, count_of


class CompanyMissing(MissingFilter):
    def gaps(self) -> dict[str, tuple[str, Q]]:
        return {
            "about": ("no words about it", Q(about="")),
            "website": ("no website", Q(website="")),
            "jobs": ("no open job", Q(open_count=0)),
        }


class CompanyForm(forms.ModelForm):
    def clean(self) -> None:
        """The key follows from the name; the form has no field of it, so it is compared here."""
        super().clean()
        key = company_key(self.cleaned_data.get("name", ""))
        if "name" not in self.cleaned_data:
            return
        if not key:
            self.add_error("name", "Write a name with letters or digits.")
        elif Company.objects.filter(key=key).exclude(pk=self.instance.pk).exists():
            self.add_error("name", "There is a company of this name.")
        else:
            self.instance.key = key


@admin.register(Company)
class CompanyAdmin(DeskAdmin):
    form = CompanyForm
    list_display = ["name", "open_jobs", "is_verified", "website", "is_sample"]
    list_filter = [CompanyMissing, "is_verified", "is_sample"]
    search_fields = ["name", "key"]
    prepopulated_fields = {"slug": ["name"]}
    formfield_overrides = WIDE | {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (
            None,
            {
                "description": "Who offers work. Two spellings of one name, or two legal forms of it, are one company.",
                "fields": ["name", "slug", "website", "about"],
            },
        ),
        (
            "Applications",
            {
                "description": "For jobs that are written here and have no address of their own to apply at.",
                "fields": ["applications_email"],
            },
        ),
        (
            "What readers may rely on",
            {
                "description": "“Verified” stands on every page of its jobs. Tick it only after you asked the company "
                "itself, at an address of its own website.",
                "fields": ["is_verified", "is_sample"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Company]:
        open_jobs = count_of(Job.objects.filter(status=JobStatus.OPEN), by="company")
        return super().get_queryset(request).annotate(open_count=open_jobs)

    @admin.display(ordering="open_count")
    def open_jobs(self, company: Company) -> int:
        return company.open_count
