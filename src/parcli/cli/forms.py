"""Prints a result in the form that is asked for: table, JSON, CSV or Markdown; lays out none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from rich.console import Console

from parcli.cli.options import RankFormat, TableFormat, TreeFormat
from parcli.cli.output import console_on, write_csv, write_json
from parcli.cli.session import Session
from parcli.model.text import Lang

T = TypeVar("T")


class Forms(Struct, Generic[T], frozen=True):
    """The forms of one kind of result; those that its command does not offer are left out."""

    table: Callable[[Console, T, Lang], None]
    document: Callable[[T, Lang], object]
    rows: Callable[[T, Lang], Iterable[Sequence[object]]] | None = None
    markdown: Callable[[T, Lang], str] | None = None

    def show(self, result: T, output: TableFormat | TreeFormat | RankFormat, session: Session) -> None:
        """Print a result to the session's output."""
        if output.value == "json":
            write_json(session.out, self.document(result, session.lang))
        elif output.value == "csv" and self.rows is not None:
            write_csv(session.out, self.rows(result, session.lang), session.lang)
        elif output.value == "md" and self.markdown is not None:
            session.out.write(self.markdown(result, session.lang))
        else:
            self.table(console_on(session.out), result, session.lang)
