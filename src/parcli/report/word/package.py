"""Writes a Word file's bytes so that the same document is the same file; changes nothing a reader sees."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document

from parcli.report.word.xml import legal

_MADE_BY = "parindex"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP archive knows


def document_bytes(document: Document, *, title: str, author: str, made_at: datetime) -> bytes:
    """Return a document as a file; ``author`` is an office: no person made it."""
    properties = document.core_properties
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = legal(title)[:255]  # no property may be longer
    properties.author = legal(author)[:255] or _MADE_BY
    properties.last_modified_by = _MADE_BY
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.comments = properties.keywords = properties.subject = ""
    stream = io.BytesIO()
    document.save(stream)
    return _same_dates(stream)


def _same_dates(stream: io.BytesIO) -> bytes:
    """Return an archive with its entries in their order, all of one date."""
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return made.getvalue()
