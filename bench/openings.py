"""Openings of any number: the real postings of a file, or made up ones, as unevenly spread as real ones are."""

import csv
import datetime
import gzip
import io
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.text import slugify

from bench.prepare import settle
from jobs.models import Company, Job, JobPlace, JobSkill, OpenJob
from jobs.search import keeping
from jobs.search.postgresql import INDEX
from roles.models import Location, Role, Skill

SEED = 2026
BATCH = 20_000
DAYS = 365  # that made up openings were posted in
COMPANIES = 20_000
LONGEST = 400  # characters of a description, which is that of the role
MODES = {"onsite": "office", "remote": "remote", "hybrid": "hybrid", "": ""}
EMPLOYMENTS = ("full_time",) * 16 + ("internship",) * 2 + ("contract", "part_time")
RANKS = ("", "", "", "Senior ", "Junior ", "Lead ", "Assistant ")

OLDER = {"posted_at": "posted_at - interval '29 minutes' * n"}  # the last of forty copies by 19 hours
COPIED: tuple[tuple[type[models.Model], tuple[str, ...], dict[str, str]], ...] = (
    (Job, ("id",), OLDER),
    (JobPlace, ("job_id",), {"id": "nextval(pg_get_serial_sequence('jobs_jobplace', 'id'))"}),
    (JobSkill, ("job_id",), {"id": "nextval(pg_get_serial_sequence('jobs_jobskill', 'id'))"}),
    (OpenJob, ("job_id",), OLDER),
)


@dataclass(frozen=True)
class Opening:
    """places, skills: slugs; role: a slug or nothing; pay: ₹ a year or None; days: ago."""

    title: str
    company: str
    role: str
    places: Sequence[str]
    skills: Sequence[str]
    mode: str
    years: int
    pay: tuple[int, int] | None
    days: int


def read(path: str) -> Iterator[Opening]:
    """A gzipped CSV of postings, the newest as if of today."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    newest = max(datetime.date.fromisoformat(row["posted_on"]) for row in rows)
    skills = {name.lower(): slug for name, slug in Skill.objects.values_list("name", "slug")}
    places = dict(Location.objects.values_list("name", "slug"))
    for row in rows:
        named = (name.strip().lower() for name in row["skills"].split(";"))
        yield Opening(
            title=row["title"][:160],
            company=row["company"][:120],
            role=row["role_slug"],
            places=[places[name] for name in dict.fromkeys(row["metro"].split("; ")) if name in places],
            skills=list(dict.fromkeys(skills[name] for name in named if name in skills)),
            mode=MODES[row["work_mode"]],
            years=int(row["experience_min_years"] or 0),
            pay=_pay(row["salary_min_inr"], row["salary_max_inr"]),
            days=(newest - datetime.date.fromisoformat(row["posted_on"])).days,
        )


def _pay(low: str, high: str) -> tuple[int, int] | None:
    ends = sorted(int(float(end)) for end in (low, high) if end)
    return (ends[0], ends[-1]) if ends and ends[0] > 0 else None


def made_up(count: int) -> Iterator[Opening]:
    chance = random.Random(SEED)  # noqa: S311 nothing secret
    roles = list(Role.objects.published().order_by("slug").values_list("slug", "name"))
    asked: dict[str, list[str]] = {}
    for role, skill in Role.objects.order_by("slug", "role_skills__rank").values_list(
        "slug", "role_skills__skill__slug"
    ):
        asked.setdefault(role, []).append(skill)
    cities = list(Location.objects.filter(kind="city").order_by("slug").values_list("slug", flat=True))
    for number in range(count):
        slug, name = roles[_skewed(chance, len(roles))]
        low = round(chance.lognormvariate(13.1, 0.6), -4)  # the middle is ₹4.9 lakh
        yield Opening(
            title=f"{chance.choice(RANKS)}{name}",
            company=f"Company {_skewed(chance, COMPANIES)}",
            role=slug if chance.random() < 0.93 else "",
            places=[cities[_skewed(chance, len(cities))]] if chance.random() < 0.6 else [],
            skills=[skill for skill in asked[slug] if skill and chance.random() < 0.35][:8],
            mode=chance.choices(("office", "remote", "hybrid", ""), (70, 14, 6, 10))[0],
            years=chance.choices((0, 1, 2, 3, 5, 8, 12), (38, 40, 9, 6, 4, 2, 1))[0],
            pay=(int(low), int(low * 1.4)) if low >= 10_000 and chance.random() < 0.6 else None,
            days=DAYS - 1 - number * DAYS // count,  # in the order of their days, as they come in
        )


def _skewed(chance: random.Random, count: int) -> int:
    """A place in a list: the first ones are as frequent as in Zipf's law."""
    return min(count - 1, int(count ** chance.random()) - 1)


# --- Into the database


def fill(openings: Iterable[Opening]) -> int:
    """The database lists them once they are all there. Returns how many."""
    with connection.cursor() as cursor, transaction.atomic():
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")  # no foreign keys, no triggers
        _run(keeping.leave(connection.vendor))
        count = _write(openings)
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        _run(keeping.keep(connection.vendor))
    settle()
    return count


def multiply(times: int) -> int:
    """Each opening so many times, other copies a little older: on PostgreSQL, which would take an hour to read as many
    words one by one. Returns how many there are."""
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DROP INDEX openjob_found_by")
        cursor.execute("SELECT max(id) FROM jobs_job")
        [[step]] = cursor.fetchall()
        copies = f"generate_series(1, {times - 1}) n"
        for model, keys, more in COPIED:
            names = [field.column for field in model._meta.concrete_fields if field.column not in (*keys, *more)]
            values = [*(f"{key} + {step} * n" for key in keys), *more.values(), *names]
            rows = f"SELECT {', '.join(values)} FROM {model._meta.db_table}, {copies}"  # noqa: S608 names of ours
            into = f"{model._meta.db_table} ({', '.join((*keys, *more, *names))})"
            cursor.execute(f"INSERT INTO {into} {rows}{' ORDER BY posted_at' if 'posted_at' in more else ''}")
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        cursor.execute(INDEX)
    settle()
    return step * times


def _run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _write(openings: Iterable[Opening]) -> int:
    keys = {model: dict(model._base_manager.values_list("slug", "pk")) for model in (Role, Location, Skill)}
    words = dict(Role.objects.values_list("slug", "overview"))
    companies: dict[str, int] = {}
    made, now, numbered = 0, timezone.now(), iter(enumerate(openings, start=1))
    while batch := list(islice(numbered, BATCH)):
        new = dict.fromkeys(each.company for _, each in batch if each.company not in companies)
        companies |= {name: len(companies) + place for place, name in enumerate(new, start=1)}
        _insert(Company, ({"id": companies[name], **_company(name, companies[name])} for name in new))
        _insert(Job, (_job(number, each, keys[Role], companies, words, now) for number, each in batch))
        _insert(JobPlace, _parts(batch, "places", "location_id", keys[Location]))
        _insert(JobSkill, _parts(batch, "skills", "skill_id", keys[Skill]))
        made += len(batch)
    return made


Row = dict[str, Any]  # Any: a column's own type


def _company(name: str, number: int) -> Row:
    return {
        "name": name,
        "key": f"{name[:100].lower()} {number}",
        "slug": f"{_slug(name)}-{number}",
    }


def _slug(text: str) -> str:
    return slugify(text.replace("_", " "))[:60].strip("-") or "x"


def _job(
    number: int,
    each: Opening,
    roles: dict[str, int],
    companies: dict[str, int],
    words: dict[str, str],
    now: datetime.datetime,
) -> Row:
    low, high = each.pay or (None, None)
    return {
        "id": number,
        "company_id": companies[each.company],
        "title": each.title,
        "slug": _slug(each.title),
        "status": "open",
        "description": f"<p>{words.get(each.role, '')[:LONGEST]}</p>",
        "role_id": roles.get(each.role),
        "mode": each.mode,
        "employment": EMPLOYMENTS[number % len(EMPLOYMENTS)],
        "years_min": each.years,
        "pay_min": low,
        "pay_max": high,
        "posted_at": now - datetime.timedelta(days=each.days, seconds=number % 3_600),
    }


def _parts(batch: Iterable[tuple[int, Opening]], name: str, column: str, keys: dict[str, int]) -> Iterator[Row]:
    for number, each in batch:
        for slug in getattr(each, name):
            yield {"job_id": number, column: keys[slug]}


def _insert(model: type, rows: Iterable[Row]) -> None:
    """Rows of some columns; the others as the model says."""
    fields = [field for field in model._meta.concrete_fields if field.attname != "id"]
    first, *rest = [*rows] or [None]
    if first is None:
        return
    fixed = {field.attname: field.get_default() for field in fields if field.attname not in first}
    columns = [*first, *fixed]
    table = model._meta.db_table
    lines = ([*row.values(), *fixed.values()] for row in (first, *rest))
    if connection.vendor == "postgresql":
        text = io.StringIO("".join("\t".join(map(_copied, line)) + "\n" for line in lines))
        with connection.cursor() as cursor:
            cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", text)
        return
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", [*map(_adapted, lines)])  # noqa: S608


def _adapted(line: Iterable[Any]) -> list[Any]:
    """Times as Django writes them on SQLite: in UTC, which it doesn't say."""
    return [
        each.astimezone(datetime.UTC).replace(tzinfo=None) if isinstance(each, datetime.datetime) else each
        for each in line
    ]


def _copied(value: Any) -> str:
    """As COPY reads it."""
    if value is None:
        return r"\N"
    return str(value).replace("\\", r"\\").replace("\t", " ").replace("\n", " ").replace("\r", " ")
