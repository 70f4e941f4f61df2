"""Shows the templates of reports with what each makes, and tells which were written out; makes no report."""

from __future__ import annotations

from pathlib import Path

from parcli.cli.exit_codes import Exit
from parcli.cli.output import console_on, plain_table, print_table, safe
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.messages.report_templates import TEMPLATE_PURPOSES, template_purpose
from parcli.report.own_templates import LABELS, Templates, packaged_path
from parcli.workflows.report_templates import export_templates


def show_templates(folder: Path | None, session: Session) -> Exit:
    """Print each template's name and what it makes, and what a folder puts in place of which."""
    templates = Templates(folder)
    console = console_on(session.out)
    heads = ["template", "template-purpose", *(["template-state"] if folder else [])]
    table = plain_table(*((label(head, session.lang), False) for head in heads))
    for name in TEMPLATE_PURPOSES:
        state = [_state(name, folder, session)] if folder else []
        table.add_row(name, template_purpose(name, session.lang), *state)
    for name in templates.own:
        if name not in TEMPLATE_PURPOSES:
            table.add_row(safe(name), "", label("template-beside", session.lang))
    print_table(console, table)
    if not session.quiet:
        console_on(session.err).print(label("templates-next", session.lang), soft_wrap=True)
    return Exit.FINE


def tell_exported(folder: Path, session: Session) -> Exit:
    """Write the packaged templates to a folder, print where they are, and return the exit code for it."""
    exported = export_templates(folder, session.lang)
    results, messages = console_on(session.out), console_on(session.err)
    for path in exported.written:
        results.print(safe(str(path)), soft_wrap=True)
    if exported.kept:
        names = tuple(safe(path.name) for path in exported.kept)
        kept = label("templates-kept", session.lang, number=len(names), names=names)
        messages.print(kept, soft_wrap=True)
    elif not session.quiet:
        messages.print(label("templates-written", session.lang, folder=safe(str(folder))), soft_wrap=True)
    if not exported.kept:
        return Exit.FINE
    return Exit.FINDINGS if exported.written else Exit.NOTHING


def _state(name: str, folder: Path, session: Session) -> str:
    """Return whether a folder replaces a template; a copy of the packaged one replaces it by the same."""
    own = folder / name
    if not own.is_file():
        return ""
    same = name != LABELS and own.read_bytes() == packaged_path(name, session.lang).read_bytes()
    return label("template-same" if same else "template-own", session.lang)
