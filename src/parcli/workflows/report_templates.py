"""Reads an office's own templates and labels of reports, and writes the packaged ones out to start from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.report_templates import LABELS_HEAD
from parcli.messages.wording import NO_OWN_WORDS, WORDS
from parcli.model.text import Lang, Text
from parcli.report.context import ReportContext
from parcli.report.own_labels import read_labels
from parcli.report.own_templates import LABELS, TEMPLATES, Templates, packaged_path
from parcli.report.template_faults import check
from parcli.workflows.whole_file import write_whole

_LANGS: tuple[Lang, ...] = ("vi", "en")


class OwnTemplates(Struct, frozen=True):
    """An office's templates of reports, and its own words by key."""

    templates: Templates
    words: Mapping[str, Text] = NO_OWN_WORDS

    def worded(self, contexts: Iterable[ReportContext]) -> tuple[ReportContext, ...]:
        """Return reports in the office's words."""
        return tuple(replace(each, own_words=self.words) for each in contexts)


class Exported(Struct, frozen=True):
    """The files that were written, and those that were there and stay as they are."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def own_templates(folder: Path) -> OwnTemplates:
    """Return what an office put into a folder, checked as far as can be before a report is made.

    Raises:
        WrongUsage: there is no such folder, or something in it cannot be used.
    """
    templates = Templates(folder)
    check(templates)
    labels = folder / LABELS
    return OwnTemplates(templates, read_labels(labels) if labels.exists() else NO_OWN_WORDS)


def export_templates(folder: Path, lang: Lang) -> Exported:
    """Write every packaged template, and a file of labels in which each is a comment; replace no file.

    Raises:
        WrongUsage: the folder cannot be made or written to.
    """
    written, kept = [], []
    for name, content in _packaged(lang):
        path = folder / name
        if path.exists():
            kept.append(path)
        else:
            write_whole(path, content)
            written.append(path)
    return Exported(tuple(written), tuple(kept))


def labels_text(lang: Lang) -> str:
    """Return a file of labels that changes none: every packaged word as a comment below its language."""
    lines = [f"# {LABELS_HEAD.in_(lang)}"]
    for table in _LANGS:
        lines += ["", f"[{table}]"]
        lines += [f"# {key} = {_quoted(text.in_(table))}" for key, text in WORDS.items()]
    return "\n".join(lines) + "\n"


def _packaged(lang: Lang) -> Iterable[tuple[str, bytes]]:
    for name in TEMPLATES:
        yield name, packaged_path(name, lang).read_bytes()
    yield LABELS, labels_text(lang).encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a string of TOML as well
