"""What people bring in tests, and how a browser sends it."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from profiles.models import Reading
from tests.profiles import made_resumes as resumes
from tests.profiles.files import zipped

IMPORT, CONFIRM, AWAY = "/profile/import/", "/profile/import/confirm/", "/profile/import/throw-away/"
TEXT = b"""Asha Testperson
Pune | +91 98765 43210
Date of Birth: 12/03/1990
SKILLS
Python, Frobnicator 9
EXPERIENCE
Data Analyst, Infosys Ltd, Pune
Jan 2020 - Present
- Built reports for 12 stores
"""
JSON = {
    "basics": {"name": "Asha Testperson", "phone": "+91 98765 43210"},
    "work": [{"name": "Infosys Ltd", "position": "Data Analyst", "startDate": "2020-01", "highlights": ["Built it"]}],
    "skills": [{"name": "Python"}],
}
LINKEDIN = {
    "Profile.csv": "First Name,Last Name,Headline\nAsha,Testperson,Data Analyst\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Infosys Ltd,Data Analyst,Built it,Pune,Jan 2020,\n",
    "Skills.csv": "Name\nPython\n",
}


def bring(client: Client, content: bytes, name: str = "resume.txt", **more: str):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content), **more})


def as_shown(client: Client) -> dict[str, object]:
    """What a browser sends when nothing on the page is touched."""
    form = client.get(CONFIRM).context["form"]
    ticked = [choice.key for group in form.groups for choice in group.choices if choice.is_ticked]
    return {text.key: text.value for text in form.texts} | {"kept": ticked, "reading": Reading.objects.get().pk}


FILES = {
    "resume.pdf": lambda: resumes.one_column(resumes.person(1)),
    "resume.docx": lambda: resumes.word(resumes.person(1)),
    "resume.txt": lambda: TEXT,
    "resume.json": lambda: json.dumps(JSON).encode(),
    "linkedin.zip": lambda: zipped(LINKEDIN),
}
