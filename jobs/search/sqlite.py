"""Triggers for each row, and an FTS5 table that reads jobs_openjob's words."""

from jobs.search.marks import INVENTED, LEAST_YEARS, MOST_YEARS
from jobs.search.postgresql import COMPARED, NAMES_ONLY
from jobs.search.terms import SPELLED_OUT

# SQLite can't look for what is between < and >, so the tags of a cleaned description are told one by one.
TAGS = ("p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "u", "h2", "h3", "h4", "div", "span", "blockquote")
CONCERNED = {  # which jobs a change of a row concerns, by its table; {row} is NEW or OLD
    "jobs_job": "j.id = {row}.id",
    "jobs_jobplace": "j.id = {row}.job_id",
    "jobs_jobskill": "j.id = {row}.job_id",
    "jobs_company": "j.company_id = {row}.id",
    "roles_location": "j.id IN (SELECT job_id FROM jobs_jobplace WHERE location_id = {row}.id)",
    "roles_skill": "j.id IN (SELECT job_id FROM jobs_jobskill WHERE skill_id = {row}.id)",
}
ROWS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}

FTS = "jobs_openjob_words"
_FTS = f"""
CREATE VIRTUAL TABLE {FTS} USING fts5(
  words, content='jobs_openjob', content_rowid='job_id', tokenize='porter unicode61')
"""
_FTS_FORGET = f"INSERT INTO {FTS} ({FTS}, rowid, words) VALUES ('delete', OLD.job_id, OLD.words)"  # noqa: S608
_FTS_LEARN = f"INSERT INTO {FTS} (rowid, words) VALUES (NEW.job_id, NEW.words)"  # noqa: S608
_FORGET = "DELETE FROM jobs_openjob WHERE job_id IN (SELECT j.id FROM jobs_job j WHERE {concerned})"
_GONE = "DELETE FROM jobs_openjob WHERE job_id = OLD.id"
_LIST = f"""
INSERT INTO jobs_openjob (job_id, posted_at, pay, years_from, years_to, marks, words)
SELECT j.id, j.posted_at, coalesce(j.pay_max, 0), coalesce(j.years_min, {LEAST_YEARS}),
  coalesce(j.years_max, {MOST_YEARS}),
  trim(coalesce('r' || j.role_id, '') || coalesce(' m' || nullif(j.mode, ''), '')
    || coalesce(' e' || nullif(j.employment, ''), '') || CASE WHEN j.is_sample THEN ' {INVENTED}' ELSE '' END
    || coalesce((SELECT group_concat(' p' || location_id, '') FROM jobs_jobplace WHERE job_id = j.id), '')
    || coalesce((SELECT group_concat(' s' || skill_id, '') FROM jobs_jobskill WHERE job_id = j.id), '')),
  (SELECT {{words}} FROM (SELECT {{without_tags}} AS plain))
FROM jobs_job j JOIN jobs_company c ON c.id = j.company_id WHERE j.status = 'open' AND {{concerned}}
"""  # noqa: S608 words of ours
_WORDS = """lower(' ' || j.title || ' , ' || c.name || ' , ' || j.places_words || ' , '
  || coalesce((SELECT group_concat(l.name || ' ' || p.words, ' , ') FROM jobs_jobplace p
    JOIN roles_location l ON l.id = p.location_id WHERE p.job_id = j.id), '') || ' , '
  || coalesce((SELECT group_concat(k.name || ' , ' || s.words, ' , ') FROM jobs_jobskill s
    JOIN roles_skill k ON k.id = s.skill_id WHERE s.job_id = j.id), '') || ' , ' || j.description)"""


def made() -> list[str]:
    kept = [
        f"CREATE TRIGGER {FTS}_insert AFTER INSERT ON jobs_openjob BEGIN {_FTS_LEARN}; END",
        f"CREATE TRIGGER {FTS}_delete AFTER DELETE ON jobs_openjob BEGIN {_FTS_FORGET}; END",
        f"CREATE TRIGGER {FTS}_update AFTER UPDATE ON jobs_openjob BEGIN {_FTS_FORGET}; {_FTS_LEARN}; END",
    ]
    return [_FTS, *kept, *(_trigger(table, event) for table in CONCERNED for event in _events(table))]


def dropped() -> list[str]:
    """With what is in the table, so that it can be filled anew."""
    triggers = [f"DROP TRIGGER IF EXISTS {table}_listed_{event}" for table in CONCERNED for event in _events(table)]
    own = [f"DROP TRIGGER IF EXISTS {FTS}_{event}" for event in ROWS]
    return [*triggers, *own, f"DROP TABLE IF EXISTS {FTS}"]


def list_all() -> str:
    return _list("true")


def _events(table: str) -> tuple[str, ...]:
    return ("update",) if table in NAMES_ONLY else tuple(ROWS)


def _trigger(table: str, event: str) -> str:
    when = ""
    if event == "update":
        when = " WHEN " + " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in COMPARED[table])
    return f"CREATE TRIGGER {table}_listed_{event} AFTER {event} ON {table}{when} BEGIN {_steps(table, event)} END"


def _steps(table: str, event: str) -> str:
    if (table, event) == ("jobs_job", "delete"):
        return f"{_GONE};"
    steps = []
    for row in ROWS[event]:
        concerned = CONCERNED[table].format(row=row)
        steps += [_FORGET.format(concerned=concerned), _list(concerned)]
    if event == "update" and table not in ("jobs_jobplace", "jobs_jobskill"):
        steps = steps[2:]  # the same jobs before and after
    return "".join(f"{step};" for step in steps)


def _list(concerned: str) -> str:
    """In two layers, as SQLite reads no deeper than a hundred."""
    words = "plain"
    for entity, sign in (("&amp;", "&"), ("&nbsp;", " "), *SPELLED_OUT):
        words = f"replace({words}, '{entity}', '{sign}')"
    without_tags = f"replace({_WORDS}, '</', '<')"
    for tag in TAGS:
        without_tags = f"replace({without_tags}, '<{tag}>', ' ')"
    return _LIST.format(words=words, without_tags=without_tags, concerned=concerned)
