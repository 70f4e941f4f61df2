"""Finds the templates of reports: packaged ones, and those of an office's folder in their stead.

It takes a folder, gives Jinja environments, texts and the names that are known; it renders and writes
nothing. What an office puts in its folder runs sandboxed, and reaches no file but those beside it and the
packaged ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from parcli.errors import WrongUsage
from parcli.model.text import Lang
from parcli.report.sandbox import SealedEnvironment

PACKAGED = "packaged/"  # before a name: the packaged template, whatever the office's folder holds
LABELS = "labels.toml"
PAGE_TEMPLATES = (
    "page.html.j2",
    "unit.html.j2",
    "frame.html.j2",
    "overview.html.j2",
    "ranking.html.j2",
    "areas.html.j2",
    "changes.html.j2",
    "sheets.html.j2",
    "method.html.j2",
    "parts.html.j2",
)
ASSETS = ("page.css", "page.js")
MARKDOWN_TEMPLATES = (
    "report.md.j2",
    "overview.md.j2",
    "ranking.md.j2",
    "areas.md.j2",
    "history.md.j2",
    "units.md.j2",
    "method.md.j2",
)
WORD_TEMPLATES = ("decision.docx", "notice.docx")
TEMPLATES = (*PAGE_TEMPLATES, *ASSETS, *MARKDOWN_TEMPLATES, *WORD_TEMPLATES)
ENDINGS = (".j2", ".css", ".js", ".docx")
_HERE = Path(__file__).resolve().parent


class Templates:
    """The templates of reports; ``folder`` is an office's, None for the packaged ones alone.

    Raises:
        WrongUsage: there is no such folder, or a template in it is no file of that folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.own: dict[str, Path] = {} if folder is None else _own_files(folder)

    def __reduce__(self) -> tuple[type[Templates], tuple[Path | None]]:
        # compiled templates do not go to another process: it compiles its own
        return Templates, (self.folder,)

    @cached_property
    def html(self) -> Environment:
        """The environment of the page's templates: every value in them is escaped."""
        return self._environment()

    def markdown(self, finalize: Callable[[object], object]) -> Environment:
        """Return the environment of Markdown's templates; ``finalize`` makes each value literal."""
        return self._environment(finalize=finalize, keep_trailing_newline=True)

    def text(self, name: str) -> str:
        """Return the text of a template or an asset.

        Raises:
            KeyError: there is none of that name.
            WrongUsage: an office's file is not UTF-8, or cannot be read.
        """
        path = self.path(name)
        if path is None:
            raise KeyError(name)
        return _read(path)

    def path(self, name: str) -> Path | None:
        """Return where a template stands, None where there is none of that name."""
        if name in self.own:
            return self.own[name]
        known = name.removeprefix(PACKAGED)
        return packaged_path(known) if known in TEMPLATES else None

    def _environment(self, **options: Any) -> Environment:
        # packaged templates are code of the program: only an office's are locked in
        kind = Environment if self.folder is None else SealedEnvironment
        return kind(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            **options,
        )

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = self.path(name)
        return None if path is None else (_read(path), str(path), lambda: True)


@lru_cache(maxsize=1)
def packaged_templates() -> Templates:
    """Return the packaged templates, compiled once."""
    return Templates()


def packaged_path(name: str, lang: Lang = "vi") -> Path:
    """Return where a packaged template or asset stands; a Word file has its text in a language."""
    if name in WORD_TEMPLATES:
        path = Path(name)
        return _HERE / "word" / "templates" / f"{path.stem}.{lang}{path.suffix}"
    kind = "markdown" if name in MARKDOWN_TEMPLATES else "html"
    return _HERE / kind / "templates" / name


def _own_files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise WrongUsage("template-folder-missing", path=str(folder))
    return dict(_templates_in(folder))


def _templates_in(folder: Path) -> Iterator[tuple[str, Path]]:
    inside = folder.resolve()
    for path in sorted(folder.iterdir()):
        if not path.name.endswith(ENDINGS):
            continue
        if path.resolve().parent != inside or not path.is_file():
            raise WrongUsage("template-outside", path=str(path), folder=str(folder))
        yield path.name, path


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise WrongUsage("template-not-utf8", path=str(path)) from error
    except OSError as error:
        raise WrongUsage("file-unreadable", path=str(path)) from error
