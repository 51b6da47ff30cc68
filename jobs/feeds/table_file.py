"""A table as CSV, exported from a spreadsheet: a row of headings, then one opening a row.

Read: RFC 4180. Headings are matched by name (`fields.py`), in any order and case; what is between the values (comma,
semicolon, tab, bar) is found from the headings; UTF-8 with or without a mark, UTF-16, Windows-1252.
"""

import csv
import re
from collections.abc import Iterator

from jobs.feeds.decoding import decoded
from jobs.feeds.entries import own_address, parsed, posting
from jobs.feeds.fields import column_of, entry, plain_name
from jobs.feeds.posting import Document, Parsed, Posting, UnreadableFeed

BETWEEN = (",", ";", "\t", "|")
MOST_COLUMNS = 200
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")  # one by one: io.StringIO would take four bytes a character


class TableFile:
    def address(self, account: str) -> str:
        """Where the file lies, if it isn't uploaded."""
        return own_address(account)

    def parse(self, document: Document, company: str) -> Parsed:
        rows = _rows(decoded(document))
        columns = _columns(next(rows, []))
        return parsed(rows, lambda row: _posting(row, columns, company, document.address))


def _rows(text: str) -> Iterator[list[str]]:
    """Rows that say something. Raises UnreadableFeed."""
    text = text.lstrip()
    if text[:4].lower() == "sep=":  # a line of Excel's own
        text = text.partition("\n")[2]
    between = _between(text.partition("\n")[0])
    reader = csv.reader((line[0] for line in _LINE.finditer(text) if line[0]), delimiter=between)
    try:
        yield from (row for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        raise UnreadableFeed(f"Line {reader.line_num} of the table can't be read: {error}.") from error


def _between(headings: str) -> str:
    """The mark that parts the headings into the most that are known."""

    def known(mark: str) -> int:
        return len(column_of(_names(headings[:10_000].split(mark)[:MOST_COLUMNS])))

    return max(BETWEEN, key=known)


def _columns(headings: list[str]) -> dict[str, int]:
    columns = column_of(_names(headings[:MOST_COLUMNS]))
    if "title" not in columns or not columns.keys() & {"url", "apply_url"}:
        raise UnreadableFeed("The first row needs the headings “title” and “url” (or “apply url”).")
    return columns


def _names(headings: list[str]) -> list[str]:
    return [plain_name(heading) for heading in headings]


def _posting(row: list[str], columns: dict[str, int], company: str, page: str) -> Posting:
    said = {field: row[place].strip() for field, place in columns.items() if place < len(row)}
    return posting(entry(said, company), page)
