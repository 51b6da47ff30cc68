"""The tables of a “download of your data” from LinkedIn: those that say something of a person's work, and no other.
Messages, contacts and the rest of the archive aren't even unpacked."""

from profiles.importing.extracting.answers import MOST_CHARACTERS, Extracted, Trouble, Unreadable
from profiles.importing.extracting.zipped import Zipped

TABLES = (
    "Profile.csv",
    "Profile Summary.csv",
    "Positions.csv",
    "Education.csv",
    "Skills.csv",
    "Certifications.csv",
    "Languages.csv",
    "Projects.csv",
    "Email Addresses.csv",
    "PhoneNumbers.csv",
)


def read(content: bytes) -> Extracted:
    """Raises Unreadable."""
    zipped = Zipped(content)
    within = {_table(name): name for name in reversed(zipped.names)}  # the first of a name
    wanted = [(table, within[table]) for table in TABLES if table in within]
    if not wanted:
        raise Unreadable(Trouble.ARCHIVE_UNKNOWN)
    files: list[tuple[str, str]] = []
    left = MOST_CHARACTERS
    for table, name in wanted:
        text = _decoded(b"".join(zipped.chunks(name)))
        files.append((table, text[:left]))
        left -= min(left, len(text))
    return Extracted(files=tuple(files), is_cut=left == 0)


def _table(name: str) -> str:
    """ "Jobs/Positions.csv" is "Positions.csv", in LinkedIn's capitals."""
    last = name.rpartition("/")[2].lower()
    return next((table for table in TABLES if table.lower() == last), "")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
