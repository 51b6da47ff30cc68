"""Applications that were sent here, for editors to hand on and to say what the employer answered."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from profiles.applying.applications import NotAllowed, move
from profiles.applying.mails import deliver
from profiles.applying.states import By, State, next_states
from profiles.documents.downloads import named_after
from profiles.file_answer import as_file
from profiles.forms.fields import OneLine
from profiles.models import Application, ApplicationCopy, ProfileView, Viewer
from profiles.models.applications import LONGEST_NOTE, TO_BE_MAILED
from roles.admin.desk import ConditionFilter, DeskAdmin

WITHDRAWN = "Withdrawn: nothing of it is shown any more."
UNSEEN = ("score", "formula_version", "fit")  # what is the person's alone isn't even read


class ApplicationForm(forms.ModelForm):
    """What the employer answered, and words for the person."""

    to = forms.ChoiceField(label="The employer’s answer", required=False)
    words = OneLine(
        label="In a few words",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text="The person reads this, and gets a mail that something changed.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Any: whatever Django passes."""
        super().__init__(*args, **options)
        states = next_states(self.instance.way, self.instance.status, By.DESK)
        self.fields["to"].choices = [("", "as before"), *((state.value, state.label) for state in states)]

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("words") and not self.cleaned_data.get("to"):
            self.add_error("to", "Say what the words are about.")


class DeliveryFilter(ConditionFilter):
    title = "what waits"
    parameter_name = "waits"

    def conditions(self) -> dict[str, tuple[str, Q]]:
        is_live = ~Q(status=State.WITHDRAWN)
        return {
            "mail": ("a mail that didn’t go out", is_live & Q(copies__delivery__in=TO_BE_MAILED)),
            "desk": ("to be handed on", Q(status=State.SENT, copies__delivery="desk")),
        }

    def queryset(self, request: HttpRequest, rows: QuerySet) -> QuerySet:
        return super().queryset(request, rows).distinct()


@admin.register(Application)
class ApplicationAdmin(DeskAdmin):
    """Sent for real jobs. Nothing of the fit score, of what was withdrawn, of what somebody noted for themselves."""

    form = ApplicationForm
    list_display = ["__str__", "title", "company_name", "status", "delivery", "applied_at", "changed_at"]
    list_filter = [DeliveryFilter, "status"]
    search_fields = ["title", "company_name"]
    actions = ["send_again"]
    readonly_fields = [
        "advert",
        "company_name",
        "status",
        "applied_at",
        "delivery",
        "person",
        "answers",
        "resume",
        "history",
    ]
    fields = [*readonly_fields, "to", "words"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        copies = ApplicationCopy.objects.defer(*UNSEEN, "resume", "advert").order_by("-number")
        newest = Prefetch("copies", copies, to_attr="newest_first")
        return super().get_queryset(request).at_the_desk(timezone.now()).prefetch_related(newest)

    @admin.display(description="job")
    def advert(self, application: Application) -> str:
        address = reverse("admin:jobs_job_change", args=[application.job_id])
        return format_html('<a href="{}">{}</a>', address, application.title)

    @admin.display(description="how it goes")
    def delivery(self, application: Application) -> str:
        copy = _copy(application)
        return copy.get_delivery_display() if copy else ""

    @admin.display
    def person(self, application: Application) -> str:
        copy = _readable(application)
        if copy is None:
            return WITHDRAWN
        return format_html_join(" · ", "{}", ((words,) for words in copy.contact.values() if words))

    @admin.display
    def answers(self, application: Application) -> str:
        copy = _readable(application)
        if copy is None:
            return WITHDRAWN
        pairs = ((each["words"], each["answer"] or "no answer") for each in copy.answers)
        return format_html_join("", "<p><strong>{}</strong> {}</p>", pairs) or "Nothing was asked."

    @admin.display(description="résumé")
    def resume(self, application: Application) -> str:
        if _readable(application) is None:
            return WITHDRAWN
        address = reverse("admin:profiles_application_resume", args=[application.pk])
        return format_html('<a href="{}">The résumé (PDF)</a>', address)

    @admin.display
    def history(self, application: Application) -> str:
        lines = (
            (timezone.localtime(event.at).strftime("%d %b %Y, %H:%M"), event.get_after_display(), event.note)
            for event in application.events.all()
        )
        return format_html_join("", "<p>{}: {} {}</p>", lines)

    def get_urls(self) -> list[URLPattern]:
        resume = self.admin_site.admin_view(require_safe(self.resume_file))
        return [path("<int:key>/resume.pdf", resume, name="profiles_application_resume"), *super().get_urls()]

    def resume_file(self, request: HttpRequest, key: int) -> HttpResponse:
        """Reading it is counted, as opening the application is."""
        application = self.get_object(request, str(key))
        copy = _readable(application) if application and self.has_view_permission(request, application) else None
        if copy is None:
            raise Http404("No such résumé.")
        ProfileView.objects.count_one(application.profile, Viewer.STAFF)
        return as_file(copy.pdf, "application/pdf", named_after(copy.contact["name"], "pdf"))

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> HttpResponse:
        """Each opening is counted, and the person sees it. Any: as Django declares it."""
        application = self.get_object(request, object_id)
        if application and not application.is_withdrawn and self.has_view_permission(request, application):
            ProfileView.objects.count_one(application.profile, Viewer.STAFF)
        return super().change_view(request, object_id, *args, **options)

    def save_model(self, request: HttpRequest, application: Application, form: forms.ModelForm, change: bool) -> None:
        """Only by the one writer: what happened meanwhile may not allow it any more."""
        to = form.cleaned_data.get("to")
        if not to:
            return
        try:
            move(application, State(to), By.DESK, form.cleaned_data["words"])
        except NotAllowed as refusal:
            self.message_user(request, str(refusal), messages.ERROR)

    @admin.action(description="Send the mail to the employer again", permissions=["change"])
    def send_again(self, request: HttpRequest, applications: QuerySet[Application]) -> None:
        """Those whose mail didn't go out."""
        waiting = ApplicationCopy.objects.filter(application__in=applications, delivery__in=TO_BE_MAILED)
        went_out = [deliver(key) for key in waiting.values_list("pk", flat=True)]
        self.message_user(request, f"Sent: {sum(went_out)} of {len(went_out)}.")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, application: Application | None = None) -> bool:
        """Its owner withdraws it, or the profile goes."""
        return False


def _copy(application: Application) -> ApplicationCopy | None:
    """The newest."""
    return next(iter(application.newest_first), None)


def _readable(application: Application) -> ApplicationCopy | None:
    return None if application.is_withdrawn else _copy(application)
