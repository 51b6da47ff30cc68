"""Triggers for each statement, and the indexes. A change of many rows takes each job up once.

Words are stemmed as in English, but none is left out as too common: IT is a trade.
"""

from jobs.search.marks import INVENTED, LEAST_YEARS, MOST_YEARS
from jobs.search.terms import SIGNS, SPELLED_OUT

LONGEST_DESCRIPTION = 100_000  # characters; the words of one row can't take more than a megabyte

# What of a row stands in jobs_openjob; another column's change leaves it alone.
OF_A_JOB = (
    *("company_id", "title", "status", "description", "role_id", "mode", "employment", "years_min", "years_max"),
    *("pay_max", "places_words", "posted_at", "is_sample"),
)
KEYS = {  # which jobs a change of a row concerns, by its table
    "jobs_job": "SELECT id FROM {rows}",
    "jobs_jobplace": "SELECT job_id FROM {rows}",
    "jobs_jobskill": "SELECT job_id FROM {rows}",
    "jobs_company": "SELECT j.id FROM {rows} r JOIN jobs_job j ON j.company_id = r.id",
    "roles_location": "SELECT p.job_id FROM {rows} r JOIN jobs_jobplace p ON p.location_id = r.id",
    "roles_skill": "SELECT s.job_id FROM {rows} r JOIN jobs_jobskill s ON s.skill_id = r.id",
}
COMPARED = {  # in an update: columns whose change counts
    "jobs_job": OF_A_JOB,
    "jobs_jobplace": ("job_id", "location_id", "words"),
    "jobs_jobskill": ("job_id", "skill_id", "words"),
    "jobs_company": ("name",),
    "roles_location": ("name",),
    "roles_skill": ("name",),
}
NAMES_ONLY = ("jobs_company", "roles_location", "roles_skill")  # a new one has no jobs yet

DICTIONARY = (
    "CREATE TEXT SEARCH DICTIONARY jobs_stems (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION jobs_words (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION jobs_words ALTER MAPPING FOR"
    " asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart"
    " WITH jobs_stems",
)
NO_DICTIONARY = (
    "DROP TEXT SEARCH CONFIGURATION IF EXISTS jobs_words",
    "DROP TEXT SEARCH DICTIONARY IF EXISTS jobs_stems",
)

_VECTOR = """
CREATE FUNCTION jobs_vector(words text, weight "char") RETURNS tsvector LANGUAGE sql STABLE AS
$$ SELECT setweight(to_tsvector('jobs_words', translate({spelled_out}, {signs}, {spaces})), weight) $$
"""
# While tables are filled, what is known of their sizes is old: a plan would read all of them for each job.
_LIST = f"""
CREATE FUNCTION jobs_list(keys bigint[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$ BEGIN
  DELETE FROM jobs_openjob o WHERE o.job_id = ANY (keys)
    AND NOT EXISTS (SELECT 1 FROM jobs_job j WHERE j.id = o.job_id AND j.status = 'open');
  INSERT INTO jobs_openjob (job_id, posted_at, pay, years_from, years_to, marks, words)
  SELECT j.id, j.posted_at, coalesce(j.pay_max, 0), coalesce(j.years_min, {LEAST_YEARS}),
    coalesce(j.years_max, {MOST_YEARS}),
    string_to_array(concat_ws(' ', 'r' || j.role_id, 'm' || nullif(j.mode, ''), 'e' || nullif(j.employment, ''),
      CASE WHEN j.is_sample THEN '{INVENTED}' END, place.marks, skill.marks), ' '),
    jobs_vector(j.title, 'A') || jobs_vector(c.name, 'B') || jobs_vector(coalesce(skill.words, ''), 'B')
      || jobs_vector(concat_ws(' ', j.places_words, place.words), 'C')
      || jobs_vector(left(regexp_replace(j.description, '<[^>]*>', ' ', 'g'), {LONGEST_DESCRIPTION}), 'D')
  FROM jobs_job j JOIN jobs_company c ON c.id = j.company_id
  CROSS JOIN LATERAL (
    SELECT string_agg('p' || p.location_id, ' ' ORDER BY p.id) AS marks,
      string_agg(l.name || ' ' || p.words, ' ') AS words
    FROM jobs_jobplace p JOIN roles_location l ON l.id = p.location_id WHERE p.job_id = j.id) place
  CROSS JOIN LATERAL (
    SELECT string_agg('s' || s.skill_id, ' ' ORDER BY s.id) AS marks,
      string_agg(k.name || ' , ' || s.words, ' , ') AS words
    FROM jobs_jobskill s JOIN roles_skill k ON k.id = s.skill_id WHERE s.job_id = j.id) skill
  WHERE j.id = ANY (keys) AND j.status = 'open'
  ON CONFLICT (job_id) DO UPDATE SET posted_at = excluded.posted_at, pay = excluded.pay,
    years_from = excluded.years_from, years_to = excluded.years_to, marks = excluded.marks, words = excluded.words;
END $$
"""  # noqa: S608 names of ours
_LIST_CHANGED = """
CREATE FUNCTION {table}_list_{event}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM jobs_list(array_agg(DISTINCT key)) FROM ({keys}) AS concerned (key) HAVING count(*) > 0;
RETURN NULL; END $$
"""
_TRIGGER = """
CREATE TRIGGER {table}_listed_{event} AFTER {event} ON {table} REFERENCING {rows} FOR EACH STATEMENT
EXECUTE FUNCTION {table}_list_{event}()
"""
_ROWS = {
    "insert": "NEW TABLE AS now_there",
    "delete": "OLD TABLE AS before",
    "update": "OLD TABLE AS before NEW TABLE AS now_there",
}
INDEX = (
    "CREATE INDEX openjob_found_by ON jobs_openjob"
    " USING gin (marks, words) WITH (fastupdate = off)"  # a list of what is pending slows reading
)
LIST_ALL = "SELECT jobs_list(array_agg(id)) FROM jobs_job WHERE status = 'open' HAVING count(*) > 0"


def made() -> list[str]:
    triggers = [
        template.format(table=table, event=event, rows=_ROWS[event], keys=_keys(table, event))
        for table in KEYS
        for event in _events(table)
        for template in (_LIST_CHANGED, _TRIGGER)
    ]
    return [*DICTIONARY, _vector(), _LIST, *triggers]


def dropped() -> list[str]:
    triggers = [
        statement.format(table=table, event=event)
        for table in KEYS
        for event in _events(table)
        for statement in (
            "DROP TRIGGER IF EXISTS {table}_listed_{event} ON {table}",
            "DROP FUNCTION IF EXISTS {table}_list_{event}()",
        )
    ]
    functions = ["DROP FUNCTION IF EXISTS jobs_list(bigint[])", 'DROP FUNCTION IF EXISTS jobs_vector(text, "char")']
    return [*triggers, *functions, *NO_DICTIONARY, "DROP INDEX IF EXISTS openjob_found_by"]


def _events(table: str) -> tuple[str, ...]:
    return ("update",) if table in NAMES_ONLY else tuple(_ROWS)


def _keys(table: str, event: str) -> str:
    """The jobs that a statement concerns; an update by what it changed, where the row was and where it is."""
    if event != "update":
        return KEYS[table].format(rows="now_there" if event == "insert" else "before")
    columns = COMPARED[table]
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("b", "n"))
    both = f"before b JOIN now_there n ON n.id = b.id WHERE ROW({old}) IS DISTINCT FROM ROW({new})"
    return " UNION ALL ".join(
        KEYS[table].format(rows=f"(SELECT {row}.* FROM {both}) {alias}")  # noqa: S608 names of ours
        for row, alias in (("b", _alias(table)), ("n", _alias(table)))
    )


def _alias(table: str) -> str:
    return "" if "{rows} r" in KEYS[table] else "r"


def _vector() -> str:
    words = "lower(' ' || words)"
    for name, spelled in SPELLED_OUT:
        words = f"replace({words}, '{name}', '{spelled}')"
    quoted = "'" + SIGNS.replace("'", "''") + "'"
    return _VECTOR.format(spelled_out=words, signs=quoted, spaces="'" + " " * len(SIGNS) + "'")
