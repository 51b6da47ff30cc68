"""What a person brings: a file, or a text that they paste."""

from typing import Any

from django import forms

from profiles.importing import sentences
from profiles.importing.extracting.answers import MOST_BYTES, MOST_CHARACTERS, Trouble
from profiles.models import MOST_FILES
from profiles.typed import plain_name

ACCEPTED = ".pdf,.docx,.txt,.md,.json,.zip"


class BringForm(forms.Form):
    file = forms.FileField(
        label="A file",
        required=False,
        allow_empty_file=True,  # what reads it says so in its own words
        max_length=1_000,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="PDF, Word (.docx), plain text, JSON Resume, or the ZIP file of “Download your data” at LinkedIn. "
        f"At most {sentences.MEGABYTES} MB; of a PDF the first 15 pages are read.",
    )
    text = forms.CharField(
        label="Or its text",
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        help_text="Copy it there, paste it here.",
        error_messages={"max_length": f"This is longer than {MOST_CHARACTERS:,} characters. Leave some of it out."},
    )
    is_kept = forms.BooleanField(label="Keep the file too, so that I can download it again", required=False)

    def __init__(self, *args: Any, held: int = 0, **options: Any) -> None:
        """held: how many files are kept already. Any: whatever Django passes."""
        super().__init__(*args, **options, auto_id="profile-%s", label_suffix="")
        self.held = held

    def clean(self) -> None:
        super().clean()
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        if self.errors:
            return
        if not file and not text:
            raise forms.ValidationError("Choose a file, or paste a text.")
        if file and text:
            self.add_error("text", "Bring a file or a text, one at a time.")
        if file and file.size > MOST_BYTES:
            self.add_error("file", sentences.OF_TROUBLE[Trouble.TOO_BIG])
        if file and self.cleaned_data["is_kept"] and self.held >= MOST_FILES:
            self.add_error("is_kept", f"{MOST_FILES} files are the most that are kept. Remove one first.")

    def brought(self) -> tuple[str, bytes]:
        """The file's name, "" for a text, and what is in it."""
        file = self.cleaned_data["file"]
        return (plain_name(file.name), file.read()) if file else ("", self.cleaned_data["text"].encode())

    def refuse(self, sentence: str) -> None:
        self.add_error("file" if self.cleaned_data.get("file") else "text", sentence)
