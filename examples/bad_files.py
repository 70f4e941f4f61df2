"""Writes files that an office sends by mistake, one kind each; every one must be refused, none read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from example_layout import new_workbook, write_workbook
from example_rows import Answers, Row

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
# The first bytes of a compound file and the name of the stream that holds an encrypted workbook.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = COMPOUND + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)
ANOTHER_YEAR = 2019


@dataclass(frozen=True, slots=True)
class Good:
    """What the mistakes are made of: a good form with its rows, and the rows of another set."""

    form: Answers
    rows: tuple[Row, ...]
    other_rows: tuple[Row, ...]


def plant(folder: Path, number: int, good: Good) -> tuple[Path, ...]:
    """Write so many bad files, the kinds of ``REFUSED_WITH`` in turn, and return them."""
    kinds = tuple(_WRITERS)
    planted = []
    for index in range(number):
        kind = kinds[index % len(kinds)]
        path = folder / f"bad-{index + 1:02}-{kind}.xlsx"
        _WRITERS[kind](path, good)
        planted.append(path)
    return tuple(planted)


def _empty(path: Path, _: Good) -> None:
    path.write_bytes(b"")


def _truncated(path: Path, good: Good) -> None:
    write_workbook(path, good.form, good.rows)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _pdf(path: Path, _: Good) -> None:
    path.write_bytes(PDF)


def _another_year(path: Path, good: Good) -> None:
    labels = dict(good.form.labels) | {"Kỳ đánh giá": f"Năm {ANOTHER_YEAR}"}
    write_workbook(path, replace(good.form, labels=labels, year=ANOTHER_YEAR), good.rows)


def _another_set(path: Path, good: Good) -> None:
    write_workbook(path, good.form, good.other_rows)


def _no_header(path: Path, _: Good) -> None:
    with new_workbook(path, "Công văn") as book:
        sheet = book.add_worksheet("Công văn")
        sheet.write_column(0, 0, ["Kính gửi lãnh đạo", "Biểu sẽ được gửi sau."])


def _encrypted(path: Path, _: Good) -> None:
    path.write_bytes(ENCRYPTED)


_WRITERS: Mapping[str, Callable[[Path, Good], None]] = {
    "empty": _empty,
    "truncated": _truncated,
    "pdf": _pdf,
    "another-year": _another_year,
    "another-set": _another_set,
    "no-header": _no_header,
    "encrypted": _encrypted,
}
REFUSED_WITH: Mapping[str, str] = {
    "empty": "file-empty",
    "truncated": "workbook-damaged",
    "pdf": "file-is-pdf",
    "another-year": "workbook-of-another-year",
    "another-set": "workbook-of-another-set",
    "no-header": "header-not-found",
    "encrypted": "workbook-encrypted",
}
