"""Writes the generated pages of docs/reference: commands, findings, report templates, each criteria set.

Run ``python docs/make_reference.py``; a test compares the pages with what this script would write.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from set_pages import set_pages
from template_page import template_page

from parcli.cli.app import TABLE, run
from parcli.messages.findings import FINDINGS
from parcli.messages.labels import label

FOLDER = Path(__file__).resolve().parent / "reference"
GROUPS = {
    "criteria": ("list", "show", "check", "test", "diff", "new", "import", "export", "schema"),
    "runs": ("list", "show", "diff", "withdraw", "backup"),
}
_NOTE = "<!-- Trang này do docs/make_reference.py ghi ra từ mã nguồn; sửa mã nguồn rồi chạy lại. -->"


def pages() -> dict[str, str]:
    """Return the text of each generated page by file name."""
    return {
        "commands.md": _commands(),
        "findings.md": _findings(),
        "report-templates.md": template_page(_NOTE),
        **set_pages(_NOTE),
    }


def command_names() -> Iterator[tuple[str, ...]]:
    """Yield every command that a user can type, groups before what is in them."""
    for name in TABLE:
        yield (name,)
        for inner in GROUPS.get(name, ()):
            yield name, inner


def _commands() -> str:
    parts = ["# Các lệnh", _NOTE, _fenced("")]
    for names in command_names():
        typed = " ".join(names)
        parts += [f"## parindex {typed}", _fenced(typed)]
    return "\n\n".join(parts) + "\n"


def _fenced(typed: str) -> str:
    output = io.StringIO()
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.redirect_stdout(output):
            run([*typed.split(), "--help", "--lang", "vi"])
    finally:
        os.environ.pop("COLUMNS")
        if width is not None:
            os.environ["COLUMNS"] = width
    return f"```text\n{output.getvalue().rstrip()}\n```"


def _findings() -> str:
    rows = ["| mã | mức độ | nội dung | cách xử lý |", "|---|---|---|---|"]
    for code, entry in sorted(FINDINGS.items()):
        severity = label(f"severity-{entry.severity}", "vi")
        rows.append(f"| `{code}` | {severity} | {_cell(entry.message.vi)} | {_cell(entry.remedy.vi)} |")
    intro = (
        "Mã không đổi giữa các phiên bản, dùng được trong chương trình khác (`--format json`)."
        " Chữ trong ngoặc nhọn là phần thay đổi theo từng trường hợp."
    )
    return "\n\n".join(["# Các phát hiện", _NOTE, intro, "\n".join(rows)]) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write the pages, and take away those of sets that are no longer packaged."""
    made = pages()
    for name, text in made.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")
    for path in (FOLDER / "sets").glob("*.md"):
        if f"sets/{path.name}" not in made:
            path.unlink()


if __name__ == "__main__":
    main()
