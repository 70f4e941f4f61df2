"""``parindex criteria import``, ``export`` and ``new``: a draft from an annex, an annex, next year's set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from parcli.cli.exit_codes import Exit
from parcli.cli.localised import session_in
from parcli.cli.options import LevelChoice
from parcli.cli.output import console_on, print_findings, safe
from parcli.cli.session import Session
from parcli.cli.tables import count_line
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.workflows.office import now, office_at
from parcli.workflows.request import year_from

if TYPE_CHECKING:  # what reads and writes workbooks is loaded by the commands that do
    from parcli.workflows.drafting import Drafted, Succeeded

_Year = Annotated[
    int | None,
    typer.Option("--year", metavar="YEAR", help="opt-set-year", show_default=False),
]
_SetFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE.yaml", help="opt-set-file", show_default=False)
]


def draft(
    ctx: typer.Context,
    annex: Annotated[Path, typer.Argument(metavar="ANNEX.xlsx", help="arg-annex")],
    output: _SetFile = None,
    set_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="opt-set-id", show_default=False)
    ] = None,
    level: Annotated[
        LevelChoice | None, typer.Option("--level", help="opt-level", show_default=False)
    ] = None,
    year: _Year = None,
) -> Exit:
    """Write a draft from an annex and say what was understood."""
    from parcli.workflows.drafting import DraftOrder, import_annex

    session = session_in(ctx)
    order = DraftOrder(annex, output, set_id, level.value if level else None, year_from(year))
    drafted = import_annex(order, office_at(Path.cwd()), clock=now, lang=session.lang)
    _path(drafted.path, session)
    if not session.quiet:
        _report(console_on(session.err), drafted, session.lang)
    return Exit.FINE


def export(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="arg-set")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="ANNEX.xlsx", help="opt-annex-file")],
    force: Annotated[bool, typer.Option("--force", help="opt-force")] = False,
) -> Exit:
    """Write a set as an annex."""
    from parcli.workflows.drafting import export_annex

    session = session_in(ctx)
    criteria_set = export_annex(name, output, office_at(Path.cwd()), clock=now, force=force)
    _path(output, session)
    if not session.quiet:
        status = label(f"status-{criteria_set.status}", session.lang)
        told = label("annex-written", session.lang, id=criteria_set.id, status=status)
        console_on(session.err).print(told, soft_wrap=True)
    return Exit.FINE


def new(
    ctx: typer.Context,
    new_id: Annotated[str, typer.Argument(metavar="NEW-ID", help="arg-new-id")],
    old: Annotated[str, typer.Option("--from", metavar="ID", help="opt-from-set", show_default=False)],
    year: _Year = None,
    output: _SetFile = None,
) -> Exit:
    """Write next year's set from last year's."""
    from parcli.workflows.drafting import start_successor

    session = session_in(ctx)
    office = office_at(Path.cwd())
    made = start_successor(new_id, old, office, year=year_from(year), output=output, clock=now)
    _path(made.path, session)
    if not session.quiet:
        _report_successor(console_on(session.err), made, session.lang)
    return Exit.FINE


def _path(path: Path, session: Session) -> None:
    console_on(session.out).print(safe(str(path)), soft_wrap=True)


def _report(console: Console, drafted: Drafted, lang: Lang) -> None:
    draft, path = drafted.draft, safe(str(drafted.path))
    print_findings(console, drafted.unseen, lang)
    known = sum(draft.kinds.values())
    total = known + len(draft.unclear)
    lines = [label("draft-written", lang, path=path)]
    if known:
        counts = tuple(f"{number} {label(f'kind-{kind}', lang)}" for kind, number in draft.kinds.items())
        lines.append(label("draft-understood", lang, number=known, all=total, kinds=counts))
    else:
        lines.append(label("draft-understood-none", lang, all=total))
    if draft.unclear:
        codes = tuple(map(safe, draft.unclear))
        lines.append(label("draft-unclear", lang, number=len(codes), codes=codes))
    if draft.todos:
        lines.append(label("draft-todos", lang, number=draft.todos))
    for line in lines:
        console.print(line, soft_wrap=True)
    console.print(count_line(drafted.findings, lang))
    console.print(label("draft-next", lang, path=path), soft_wrap=True)


def _report_successor(console: Console, made: Succeeded, lang: Lang) -> None:
    path = safe(str(made.path))
    console.print(
        label("successor-written", lang, old=made.old.id, path=path, year=str(made.year)), soft_wrap=True
    )
    first = made.old.applies_from
    named = {"old": made.old.id, "path": path, "id": made.path.stem}
    for key, holds in (
        ("overlaps", made.overlaps),
        ("early", made.year < first),
        ("hides", made.hides_packaged),
        ("cases", made.has_cases),
        ("comment", made.has_comment),
    ):
        if holds:
            told = label(f"successor-{key}", lang, year=str(made.year), first=str(first), **named)
            console.print(told, soft_wrap=True)
    console.print(count_line(made.findings, lang))
    console.print(label("successor-next", lang, old=made.old.id, path=path), soft_wrap=True)
