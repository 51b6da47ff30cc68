"""A line of the log, without what a database says of the values that it refused: they can be anybody's."""

import logging
import re

# PostgreSQL ends its messages with the row, the statement or the value. Python goes on with these words, if at all.
OF_VALUES = re.compile(
    r"\n(?:DETAIL|CONTEXT|QUERY|LINE \d+): .*?(?=\n\n(?:The above exception|During handling of)|\Z)", re.DOTALL
)


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return OF_VALUES.sub("", super().format(record))
