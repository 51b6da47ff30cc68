"""Reads posting lists as they are packed. One query."""

import io
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connection

from profiles.fit.models import PostingList

_COPY = "COPY (SELECT skill, jobs, points FROM fit_postinglist WHERE skill IN ({})) TO STDOUT (FORMAT binary)"
_HEAD = struct.Struct("!11sII")  # what every file of this format begins with
_FIELDS = struct.Struct("!h")  # how many a row has; below zero: the end
_LENGTH = struct.Struct("!I")
_KEY = struct.Struct("!q")


class Packed(NamedTuple):
    """skill: its key; jobs, points: as PostingList has them."""

    skill: int
    jobs: bytes | memoryview
    points: bytes | memoryview


def packed_lists(skills: Iterable[int]) -> list[Packed]:
    """Of those of these keys that there are."""
    if connection.vendor == "postgresql":
        return list(_copied(skills))
    rows = PostingList.objects.filter(skill__in=list(skills))
    return [Packed(*row) for row in rows.values_list("skill", "jobs", "points")]


def _copied(skills: Iterable[int]) -> Iterator[Packed]:
    """Bytes as they are: in an answer to SELECT each would be two letters, which takes longer than all the rest."""
    file = io.BytesIO()
    with connection.cursor() as cursor:
        cursor.copy_expert(_COPY.format(", ".join(str(int(skill)) for skill in skills)), file)
    content, place = file.getbuffer(), _HEAD.size
    while _FIELDS.unpack_from(content, place)[0] >= 0:
        place += _FIELDS.size
        fields = []
        for _ in Packed._fields:
            [length] = _LENGTH.unpack_from(content, place)
            place += _LENGTH.size + length
            fields.append(content[place - length : place])
        yield Packed(_KEY.unpack(fields[0])[0], *fields[1:])
