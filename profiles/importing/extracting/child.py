"""What the process runs that reads one file: `python -I child.py pdf` takes it on standard input and answers in JSON.

Everything it needs is imported before it shuts itself in, since nothing can be opened afterwards.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

# Codecs are imported when they are first used, and names within a ZIP file use these.
import encodings.ascii
import encodings.cp437
import encodings.cp1252
import encodings.latin_1
import encodings.utf_8_sig
import encodings.utf_16
import encodings.utf_16_be
import encodings.utf_16_le  # noqa: F401

from profiles.importing.extracting import guards
from profiles.importing.extracting.answers import MOST_BYTES, Extracted, Kind, Trouble, Unreadable

_GENTLY = 10  # how much others go first


def main(kind: str) -> None:
    read = _reader(Kind(kind))
    os.nice(_GENTLY)
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    in_force = guards.shut_in()
    answer = {**_answer(read, content), "guards": in_force}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    sys.stdout.flush()
    os._exit(0)  # nothing of the file's is run once more


def _reader(kind: Kind) -> Callable[[bytes], Extracted]:
    if kind is Kind.PDF:
        from profiles.importing.extracting import pdf

        return pdf.read
    if kind is Kind.DOCX:
        from profiles.importing.extracting import docx

        return docx.read
    from profiles.importing.extracting import archive

    return archive.read


def _answer(read: Callable[[bytes], Extracted], content: bytes) -> dict[str, object]:
    """A file may make its reader raise anything; whatever it is, it can't be read."""
    try:
        found = read(content)
    except Unreadable as error:
        return {"trouble": error.trouble}
    except MemoryError:
        return {"trouble": Trouble.UNPACKS_TOO_BIG}
    except Exception:
        return {"trouble": Trouble.BROKEN}
    return {"text": found.text, "files": found.files, "pages": found.pages, "is_cut": found.is_cut}


if __name__ == "__main__":
    main(sys.argv[1])
