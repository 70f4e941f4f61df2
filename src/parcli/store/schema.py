"""The tables of the store as migrations, oldest first; what has been released is never edited, only added to.

Names, not ``SELECT *``, read these tables. The SQL is what SQLite and PostgreSQL share, except for
``STRICT``, ``WITHOUT ROWID`` and the body of the triggers. Exact numbers are text ("81.25", "1/3"),
``*_scaled`` the same in millionths, to order by; a period is text ("2023-H1") with ``period_order``.
"""

from __future__ import annotations

from parcli.store.migrations import Migration

_FIRST_TABLES = (
    "migration",
    "run",
    "run_file",
    "edition",
    "placement",
    "grade",
    "outline",
    "outline_node",
    "result",
    "result_part",
    "node",
    "finding",
    "import",
    "published",
    "import_row",
    "period_lock",
    "withdrawal",
    "reinstatement",
)
APPEND_ONLY = (*_FIRST_TABLES, "result_answers")

_RUNS = (
    """
    CREATE TABLE run (
        number INTEGER PRIMARY KEY,
        created_at TEXT NOT NULL,
        tool_version TEXT NOT NULL,
        options TEXT NOT NULL,  -- JSON object
        fingerprint TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE run_file (
        run INTEGER NOT NULL REFERENCES run (number),
        position INTEGER NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('scored', 'failed', 'unchanged')),
        message TEXT NOT NULL,
        PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX run_file_content ON run_file (sha256, outcome)",
)

# What many results share is stored once: the edition of a set, where a unit stands, a grade, a tree's titles.
_SHARED = (
    """
    CREATE TABLE edition (
        number INTEGER PRIMARY KEY,
        criteria_set TEXT NOT NULL,
        title_vi TEXT NOT NULL,
        title_en TEXT NOT NULL,  -- empty for none
        status TEXT NOT NULL,
        meaning_hash TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        ranking_by TEXT NOT NULL,
        ranking_precision TEXT NOT NULL,
        ranking_ties TEXT NOT NULL,
        rounding_digits INTEGER NOT NULL,
        rounding_mode TEXT NOT NULL,
        grades TEXT NOT NULL  -- JSON: the scale of each block
    ) STRICT
    """,
    "CREATE INDEX edition_of_set ON edition (criteria_set, meaning_hash)",
    """
    CREATE TABLE placement (
        number INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        block TEXT NOT NULL,
        region TEXT NOT NULL,
        parent TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX placement_of_unit ON placement (unit)",
    """
    CREATE TABLE grade (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        name_vi TEXT NOT NULL,
        name_en TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE outline (
        number INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE outline_node (
        outline INTEGER NOT NULL REFERENCES outline (number),
        position INTEGER NOT NULL,
        depth INTEGER NOT NULL,
        role TEXT NOT NULL,
        code TEXT NOT NULL,
        title_vi TEXT NOT NULL,
        title_en TEXT NOT NULL,  -- empty for none
        max_points TEXT NOT NULL,
        rule TEXT NOT NULL,
        PRIMARY KEY (outline, position)
    ) STRICT, WITHOUT ROWID
    """,
)

# A result repeats level and unit of its placement, because the index that finds the newest needs them.
_RESULTS = (
    """
    CREATE TABLE result (
        number INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES run (number),
        index_name TEXT NOT NULL,
        level TEXT NOT NULL,
        period TEXT NOT NULL,
        period_order INTEGER NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('self', 'final')),
        unit TEXT NOT NULL,
        placement INTEGER NOT NULL REFERENCES placement (number),
        edition INTEGER NOT NULL REFERENCES edition (number),
        outline INTEGER NOT NULL REFERENCES outline (number),
        grade INTEGER REFERENCES grade (number),
        provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
        incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1)),
        points TEXT NOT NULL,
        points_scaled INTEGER NOT NULL,
        max_points TEXT NOT NULL,
        applicable_max TEXT NOT NULL,
        percent TEXT,
        percent_scaled INTEGER,
        published_points TEXT NOT NULL,
        published_percent TEXT,
        file TEXT NOT NULL,
        correction TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX result_standing ON result (stage, level, period, index_name, unit)",
    "CREATE INDEX result_of_unit ON result (unit, period)",
    "CREATE INDEX result_of_run ON result (run)",
    """
    CREATE TABLE node (
        result INTEGER NOT NULL REFERENCES result (number),
        position INTEGER NOT NULL,
        points TEXT NOT NULL,
        points_scaled INTEGER NOT NULL,
        applicable_max TEXT NOT NULL,
        state TEXT NOT NULL,
        place TEXT NOT NULL,
        explanation_vi TEXT,
        explanation_en TEXT,
        PRIMARY KEY (result, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE finding (
        result INTEGER NOT NULL REFERENCES result (number),
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        place TEXT NOT NULL,
        params TEXT NOT NULL,  -- JSON object, see store.params
        PRIMARY KEY (result, position)
    ) STRICT, WITHOUT ROWID
    """,
)

# A published row is stored once, whichever imports have it: it counts as long as one of them does.
_PUBLISHED = (
    """
    CREATE TABLE import (
        number INTEGER PRIMARY KEY,
        imported_at TEXT NOT NULL,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE published (
        number INTEGER PRIMARY KEY,
        digest TEXT NOT NULL,  -- of everything that is printed
        occurrence INTEGER NOT NULL,  -- 2 for the second row of a file that says the same
        index_name TEXT NOT NULL,
        level TEXT NOT NULL,
        period TEXT NOT NULL,
        period_order INTEGER NOT NULL,
        unit TEXT NOT NULL,
        placement INTEGER NOT NULL REFERENCES placement (number),
        name_as_printed TEXT NOT NULL,
        score_as_printed TEXT NOT NULL,
        points TEXT,
        max_points TEXT,
        percent TEXT,
        percent_scaled INTEGER,
        rank INTEGER,
        rank_of INTEGER,
        grade TEXT NOT NULL,
        change_as_printed TEXT NOT NULL,
        rank_change_as_printed TEXT NOT NULL,
        areas TEXT NOT NULL,  -- JSON object
        area_ranks TEXT NOT NULL,  -- JSON object
        note TEXT NOT NULL,
        source TEXT NOT NULL,
        place TEXT NOT NULL,
        correction TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX published_content ON published (digest, occurrence, number)",
    "CREATE INDEX published_of_period ON published (level, period, index_name)",
    "CREATE INDEX published_of_unit ON published (unit, period)",
    """
    CREATE TABLE import_row (
        published INTEGER NOT NULL REFERENCES published (number),
        import INTEGER NOT NULL REFERENCES import (number),
        PRIMARY KEY (published, import)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX import_row_of_import ON import_row (import)",
    """
    CREATE TABLE period_lock (
        number INTEGER PRIMARY KEY,
        index_name TEXT NOT NULL,
        level TEXT NOT NULL,
        period TEXT NOT NULL,
        locked_at TEXT NOT NULL,
        UNIQUE (index_name, level, period)
    ) STRICT
    """,
)

# What is withdrawn stays where it is and does not count any more. A reinstatement is a result that counts
# again in a locked period, in place of other figures: the withdrawal's reason is that of the correction.
_WITHDRAWALS = (
    """
    CREATE TABLE withdrawal (
        number INTEGER PRIMARY KEY,
        run INTEGER UNIQUE REFERENCES run (number),
        import INTEGER UNIQUE REFERENCES import (number),
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        withdrawn_at TEXT NOT NULL,
        tool_version TEXT NOT NULL,
        CHECK ((run IS NULL) <> (import IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE reinstatement (
        result INTEGER NOT NULL REFERENCES result (number),
        withdrawal INTEGER NOT NULL REFERENCES withdrawal (number),
        PRIMARY KEY (result, withdrawal)
    ) STRICT, WITHOUT ROWID
    """,
)

# The files of a result that was made from several; one that was made from a single file has none here.
_PARTS = (
    """
    CREATE TABLE result_part (
        result INTEGER NOT NULL REFERENCES result (number),
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (result, path)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX result_part_content ON result_part (sha256)",
)

# What each unit answered, so that it can be scored again under another edition; see store.answers.
_ANSWERS = (
    """
    CREATE TABLE result_answers (
        result INTEGER PRIMARY KEY REFERENCES result (number),
        content BLOB NOT NULL
    ) STRICT
    """,
)

# By the path of its file a result is found at once, however many a run has; and so is what failed of a file.
_PATHS = (
    "CREATE INDEX result_of_file ON result (run, file)",
    "DROP INDEX result_of_run",
    "CREATE INDEX run_file_failed ON run_file (path) WHERE outcome = 'failed'",
)


def _refusals(table: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ("UPDATE", "DELETE")
    )


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "runs, results, published results, locks, withdrawals",
        (
            *_RUNS,
            *_SHARED,
            *_RESULTS,
            *_PARTS,
            *_PUBLISHED,
            *_WITHDRAWALS,
            *(statement for table in _FIRST_TABLES for statement in _refusals(table)),
        ),
    ),
    Migration(2, "answers of results", (*_ANSWERS, *_refusals("result_answers"))),
    Migration(3, "results by their files", _PATHS),
)
