"""Checks the writing of every text of a file: Unicode form, and nothing else."""

from __future__ import annotations

import unicodedata
from typing import Any

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.yaml_nodes import YamlMap, YamlSeq


def check_words(document: YamlMap, mistakes: Mistakes) -> None:
    """Warn of texts that are not in NFC: they look right and match nothing that is typed."""
    _visit(document, document.line, mistakes)


def _visit(value: Any, line: int, mistakes: Mistakes) -> None:
    if isinstance(value, YamlMap):
        for key, item in value.items():
            _visit(item, value.lines[key], mistakes)
    elif isinstance(value, YamlSeq):
        for item, item_line in zip(value, value.lines, strict=True):
            _visit(item, item_line, mistakes)
    elif isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        mistakes.add("text-not-nfc", line, text=unicodedata.normalize("NFC", value))
