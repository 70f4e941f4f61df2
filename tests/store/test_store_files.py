"""The file itself: how it is opened, what refuses it, what no statement can change, and its backups."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from parcli.errors import StoreError
from parcli.messages.catalog import error_text
from parcli.messages.errors import ERRORS
from parcli.model.register import Selection
from parcli.store import connection as store_connection
from parcli.store import open_store
from parcli.store.backups import latest_backup
from parcli.store.migrations import Migration
from parcli.store.schema import APPEND_ONLY, MIGRATIONS
from parcli.store.sqlite_store import SqliteStore
from store.register_values import LEVEL, NOW, PERIOD, clock, file_run, opened, printed, simple_run

NEXT = len(MIGRATIONS) + 1
ADDED = Migration(NEXT, "a note on runs", ("ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT ''",))
BROKEN = Migration(NEXT, "wrong", ("CREATE TABLE half (a TEXT)", "INSERT INTO nowhere VALUES (1)"))

# of tables that are empty in the fixture's store
ROWS = (
    "INSERT INTO finding VALUES (1, 0, 'x', '', '{}')",
    "INSERT INTO result_part VALUES (1, 'x', '')",
    "INSERT INTO withdrawal VALUES (1, NULL, 1, 'x', '', '')",
    "INSERT INTO reinstatement VALUES (1, 1)",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a store with one run, one published result and one lock."""
    made = tmp_path / "parindex.db"
    with opened(made) as store:
        store.save_run(file_run("so-noi-vu.xlsx", "bản 1"))
        store.save_published((printed(),), file="a.csv", sha256="1")
        store.lock(PERIOD, LEVEL, "PAR")
    return made


def refusal(path: Path) -> StoreError:
    """Return the error that opening and reading the file raises."""
    with pytest.raises(StoreError) as raised, opened(path) as store:
        store.results(Selection())
    return raised.value


def sentence(error: StoreError) -> str:
    return error_text(error.code, error.params, "vi")


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_the_journal_is_a_file_that_is_deleted(path: Path) -> None:
    assert [("delete",)] == query(path, "PRAGMA journal_mode")


def test_a_file_that_somebody_turned_to_wal_is_turned_back(path: Path) -> None:
    assert [("wal",)] == query(path, "PRAGMA journal_mode = WAL")

    with opened(path) as store:
        store.runs()

    assert [("delete",)] == query(path, "PRAGMA journal_mode")


def test_every_table_is_strict(path: Path) -> None:
    tables = query(
        path, "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    )

    assert {(name, 1) for name in APPEND_ONLY} == {
        row for row in tables if not str(row[0]).startswith("sqlite_")
    }


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("action", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_nothing_stored_can_be_changed_or_deleted(path: Path, table: str, action: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for row in ROWS:
            connection.execute(row)
        (column,) = connection.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()

        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            connection.execute(action.format(table=table, column=column))


def test_our_own_connection_cannot_replace_a_row_either(path: Path) -> None:
    with (
        closing(store_connection.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute("INSERT OR REPLACE INTO run VALUES (1, '', '', '', '', '')")


def test_references_are_checked(path: Path) -> None:
    with (
        closing(store_connection.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
    ):
        connection.execute("INSERT INTO finding VALUES (99, 0, 'x', '', '{}')")


def test_a_missing_store_is_not_made_when_it_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        open_store(tmp_path / "parindex.db", create=False, clock=clock)

    assert "store-missing" == raised.value.code
    assert [] == list(tmp_path.iterdir())


def _first_bytes(data: bytes) -> bytes:
    return random.Random(1).randbytes(100) + data[100:]


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _some_bytes(data: bytes) -> bytes:
    return data[:1000]


def _text(data: bytes) -> bytes:
    return "Sở Nội vụ;93,5\n".encode() * len(data)


DAMAGE = pytest.mark.parametrize("damage", [_first_bytes, _half, _some_bytes, _text])


@DAMAGE
def test_a_damaged_file_gives_one_sentence(path: Path, damage: Callable[[bytes], bytes]) -> None:
    path.write_bytes(damage(path.read_bytes()))

    error = refusal(path)

    assert ("store-damaged-no-backup", {"path": str(path)}) == (error.code, error.params)
    assert 1 == len(sentence(error).splitlines())


@DAMAGE
def test_a_damaged_file_names_its_latest_backup(path: Path, damage: Callable[[bytes], bytes]) -> None:
    with opened(path) as store:
        store.backup()
        latest = store.backup()
    path.write_bytes(damage(path.read_bytes()))

    error = refusal(path)

    assert "store-damaged" == error.code
    assert str(latest) in sentence(error)


def test_an_emptied_file_with_backups_is_damaged(path: Path) -> None:
    with opened(path) as store:
        store.backup()
    path.write_bytes(b"")

    assert "store-damaged" == refusal(path).code


def test_a_store_whose_making_was_interrupted_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "parindex.db"
    path.touch()

    with opened(path) as store:
        assert () == store.runs()


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    query(path, "CREATE TABLE invoice (id INTEGER)")
    before = path.read_bytes()

    assert "store-foreign" == refusal(path).code
    assert before == path.read_bytes()


def test_a_store_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    SqliteStore(path, clock=clock, migrations=(*MIGRATIONS, ADDED)).close()
    before = path.read_bytes()

    error = refusal(path)

    assert ("store-newer", {"path": str(path), "version": NEXT, "known": len(MIGRATIONS)}) == (
        error.code,
        error.params,
    )
    assert before == path.read_bytes()


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    assert "store-not-opened" == refusal(tmp_path).code


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "store-not-opened" == refusal(tmp_path / "không có" / "parindex.db").code


def test_a_file_that_cannot_be_written_to_is_read_all_the_same(path: Path) -> None:
    with opened(path) as store:
        store._connection.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]
        assert 1 == len(store.results(Selection()))

        with pytest.raises(StoreError) as raised:
            store.save_run(simple_run(reason="x"))

    assert "store-read-only" == raised.value.code


def test_a_store_that_another_program_holds(path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        closing(holder),
        SqliteStore(path, clock=clock, busy_seconds=0.01) as store,
        pytest.raises(StoreError) as raised,
    ):
        store.save_run(simple_run(reason="x"))

    assert "store-busy" == raised.value.code


def test_a_write_takes_its_lock_before_it_reads_anything(path: Path) -> None:
    entered: list[bool] = []
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        closing(holder),
        closing(store_connection.connect(path, busy_seconds=0)) as connection,
        pytest.raises(sqlite3.OperationalError, match="locked"),
        store_connection.writing(connection),
    ):
        entered.append(True)

    assert [] == entered


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))

    assert "sqlite-too-old" == refusal(path).code


def test_a_fault_of_the_program_is_not_blamed_on_the_file(path: Path) -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such column"),
        store_connection.failures_named(path),
    ):
        connection.execute("SELECT absent")


def test_a_migration_keeps_what_is_stored_and_is_recorded(path: Path) -> None:
    with SqliteStore(path, clock=clock, migrations=(*MIGRATIONS, ADDED)) as store:
        assert 1 == len(store.results(Selection()))

    assert [(version, NOW.isoformat()) for version in range(1, NEXT + 1)] == query(
        path, "SELECT version, applied_at FROM migration ORDER BY version"
    )
    assert [("",)] == query(path, "SELECT note FROM run")


def test_a_migration_makes_a_backup_first(path: Path) -> None:
    SqliteStore(path, clock=clock, migrations=(*MIGRATIONS, ADDED)).close()

    backup = latest_backup(path)

    assert backup is not None
    assert [(len(MIGRATIONS),)] == query(backup, "SELECT max(version) FROM migration")
    with opened(backup) as store:
        assert 1 == len(store.results(Selection()))


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        SqliteStore(path, clock=clock, migrations=(*MIGRATIONS, BROKEN))

    assert [(len(MIGRATIONS),)] == query(path, "SELECT max(version) FROM migration")
    assert [] == query(path, "SELECT name FROM sqlite_master WHERE name = 'half'")


def test_a_new_store_needs_no_backup(path: Path) -> None:
    assert [path] == list(path.parent.iterdir())


def test_migrations_are_numbered_without_gaps() -> None:
    assert list(range(1, len(MIGRATIONS) + 1)) == [migration.version for migration in MIGRATIONS]


def test_backups_of_one_second_have_different_names(path: Path) -> None:
    with opened(path) as store:
        names = [store.backup().name for _ in range(11)]
        newest = latest_backup(path)

    assert ["parindex-20261121-093000.db", "parindex-20261121-093000-2.db"] == names[:2]
    assert newest is not None
    assert "parindex-20261121-093000-11.db" == newest.name


def test_a_backup_holds_what_the_store_holds(path: Path, tmp_path: Path) -> None:
    with opened(path) as store, opened(store.backup(tmp_path / "bản sao" / "2025.db")) as copy:
        assert store.results(Selection()) == copy.results(Selection())
        assert store.published(Selection()) == copy.published(Selection())


def test_a_backup_into_a_folder_gets_a_name(path: Path, tmp_path: Path) -> None:
    with opened(path) as store:
        assert tmp_path / "parindex-20261121-093000.db" == store.backup(tmp_path)


def test_a_backup_never_overwrites(path: Path) -> None:
    with opened(path) as store, pytest.raises(StoreError) as raised:
        store.backup(path)

    assert "backup-exists" == raised.value.code


def test_a_backup_into_a_place_that_cannot_be_written(path: Path) -> None:
    with opened(path) as store, pytest.raises(StoreError) as raised:
        store.backup(path / "2025.db")

    assert "backup-not-written" == raised.value.code


def test_a_backup_that_was_not_finished_is_none(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    (folder / "parindex-20261121-093000.db.77.part").touch()

    assert latest_backup(path) is None


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", [code for code in ERRORS if code.startswith(("store-", "backup-"))])
def test_every_refusal_names_the_file(code: str, lang: str) -> None:
    assert "{path}" in ERRORS[code].in_(lang)  # type: ignore[arg-type]
