"""What a reader sends."""

from django import forms

from roles.feedback.pages import page_of
from roles.models.reports import LONGEST_FACT, LONGEST_SOURCE, LONGEST_TEXT, SHORTEST_TEXT

PAGE_UNKNOWN = "This is no page of ours. Paste the page’s address as it stands in your browser."
TEXT_MISSING = f"Say what is wrong, in {SHORTEST_TEXT} characters or more."
TEXT_TOO_LONG = f"Say it in {LONGEST_TEXT:,} characters or fewer."
SOURCE_TOO_LONG = f"Give an address or a title of {LONGEST_SOURCE} characters or fewer."


class PageField(forms.CharField):
    def to_python(self, value: str | None) -> str:
        """Raises ValidationError for what is no page of this site."""
        text = super().to_python(value)
        page = page_of(text)
        if text and not page:
            raise forms.ValidationError(PAGE_UNKNOWN)
        return page


class FactField(forms.CharField):
    """No reader typed it, so nothing of it is an error that they could mend: it is cut to fit."""

    def to_python(self, value: str | None) -> str:
        words = super().to_python(value).replace("\0", " ").split()
        return " ".join(words)[:LONGEST_FACT].strip()


class LinesField(forms.CharField):
    def to_python(self, value: str | None) -> str:
        """A line break counts as one character, as in the browser, which sends two."""
        return super().to_python(value).replace("\r\n", "\n")


class FeedbackForm(forms.Form):
    """What every form that readers send without an account has."""

    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, auto_id="report-%s", label_suffix="", **kwargs)

    @property
    def is_by_a_program(self) -> bool:
        """Only a program fills in a box that nobody sees."""
        return bool(self.cleaned_data["website"])


class ReportForm(FeedbackForm):
    page = PageField(
        label="Which page is it?",
        help_text="Its address, as it stands in your browser.",
        error_messages={"required": PAGE_UNKNOWN},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    fact = FactField(required=False)
    what_is_wrong = LinesField(
        label="What is wrong, and what would be right?",
        help_text=f"{SHORTEST_TEXT} to {LONGEST_TEXT:,} characters.",
        min_length=SHORTEST_TEXT,
        max_length=LONGEST_TEXT,
        error_messages={"required": TEXT_MISSING, "min_length": TEXT_MISSING, "max_length": TEXT_TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    better_source = forms.CharField(
        label="Where can we check it? (optional)",
        help_text="A web address, or the title of a report or a book.",
        required=False,
        max_length=LONGEST_SOURCE,
        error_messages={"max_length": SOURCE_TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def known_page(self) -> str:
        """The page that the form came with; "" when its reader has to name it."""
        return page_of(self["page"].value() or "")

    @property
    def known_fact(self) -> str:
        return self.fields["fact"].to_python(self["fact"].value())

    def said(self) -> dict[str, str]:
        """What is kept of a valid form."""
        return {name: self.cleaned_data[name] for name in ("page", "fact", "what_is_wrong", "better_source")}
