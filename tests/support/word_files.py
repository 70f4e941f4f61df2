"""Reads Word files for tests: their text by paragraph, their tables, the markup of their parts."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentFile

from parcli.workbook.libreoffice import program


def opened(content: bytes) -> DocumentFile:
    """Return a Word file as python-docx has it."""
    return Document(io.BytesIO(content))


def paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs outside tables that are not empty."""
    return [each.text for each in opened(content).paragraphs if each.text]


def cells(content: bytes, number: int) -> list[list[str]]:
    """Return the text of a table's cells, row by row; the first table is the head of the document."""
    return [[cell.text for cell in row.cells] for row in opened(content).tables[number].rows]


def part(content: bytes, name: str = "word/document.xml") -> str:
    """Return the markup of a part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def read_by_office(files: Sequence[Path], folder: Path) -> list[str]:
    """Return the text that LibreOffice reads in Word files, in one start for all of them."""
    soffice = program()
    assert soffice is not None
    profile = f"-env:UserInstallation={(folder / '.profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    run = [*command, "--outdir", str(folder), *map(str, files)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    return [(folder / f"{path.stem}.txt").read_text(encoding="utf-8-sig") for path in files]
