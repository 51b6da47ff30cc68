"""What a person is told when a file can’t be read: what is the matter, and what to do. Pure."""

from profiles.importing.extracting.answers import MOST_BYTES, Trouble
from profiles.importing.kinds import Wrong

MEGABYTES = MOST_BYTES // 2**20
_OTHERWISE = "You can also paste its text."

OF_WRONG = {
    Wrong.OTHER_ENDING: "This file isn’t what its name says. Save it again as PDF or DOCX.",
    Wrong.TWO_KINDS: "This file is two kinds of file at once, so we don’t open it. Save it again as PDF or DOCX.",
    Wrong.OLD_WORD: "We can’t read this kind of document. Open it and save it as PDF or DOCX.",
    Wrong.LOCKED_WORD: "This document is protected by a password. Remove the password and try again.",
    Wrong.PICTURE: f"This is a picture, and we read only text. Bring the PDF or DOCX file. {_OTHERWISE}",
    Wrong.UNKNOWN: "We read PDF, DOCX, plain text, JSON Resume and the ZIP file that LinkedIn gives you. "
    f"This is none of them. {_OTHERWISE}",
}

OF_TROUBLE = {
    Trouble.ARCHIVE_UNKNOWN: "This ZIP file isn’t a download of your data from LinkedIn: it has no Profile.csv or "
    "Positions.csv in it.",
    Trouble.BROKEN: f"This file is damaged, or isn’t finished. Save it again and try once more. {_OTHERWISE}",
    Trouble.BUSY: "We are busy with files of others. Try again in a minute.",
    Trouble.DECLARES: "This document holds instructions that Word never writes, so we don’t open it. Save it again as "
    "PDF or DOCX.",
    Trouble.EMPTY: "This file is empty.",
    Trouble.ENCRYPTED: "This file is protected by a password. Remove the password and try again.",
    Trouble.MACROS: "This document holds macros, which are programs, so we don’t open it. Save it as PDF or as a DOCX "
    "without macros.",
    Trouble.NO_TEXT: "There is no text in this file: it is most likely a scan or a picture. Bring the file it was made "
    f"from. {_OTHERWISE}",
    Trouble.SLOW: f"Reading this file took too long, so we stopped. Save it again as PDF or DOCX. {_OTHERWISE}",
    Trouble.TOO_BIG: f"This file is larger than {MEGABYTES} MB. Leave out pictures, or save it in a smaller size.",
    Trouble.TOO_MANY_PARTS: "This file has far more parts than a résumé needs, so we don’t open it.",
    Trouble.UNPACKS_TOO_BIG: "This file unpacks to far more than a résumé, so we stopped. Save it again as PDF or "
    f"DOCX. {_OTHERWISE}",
    Trouble.UNSAFE_NAMES: "This ZIP file names places outside itself, so we don’t open it.",
}

NOTHING_FOUND = (
    "We found nothing in it that belongs into a profile: no work, skill, degree, name or number. Is it a scanned "
    "picture, or another document?"
)
NOT_JSON = "This isn’t JSON: a bracket, a comma or a quotation mark is missing or too many."
NOT_A_RESUME = "This JSON file has none of the parts of a JSON Resume: basics, work, education, skills."
JSON_TOO_LARGE = "This JSON file is larger than 512 KB, or is nested more deeply than a JSON Resume."
