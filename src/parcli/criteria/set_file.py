"""Turns the content of a criteria set's file into the set and every finding about it; opens no file."""

from __future__ import annotations

from pathlib import Path

from parcli.criteria.build import build_set
from parcli.criteria.checks import check_all
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart
from parcli.criteria.yaml_nodes import parse_yaml
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding


def set_in(content: bytes, path: Path) -> tuple[CriteriaSet | None, tuple[Finding, ...]]:
    """Return the set (None where there are errors) and every finding, by line; ``path`` is only named."""
    mistakes = Mistakes(path.name)
    document = parse_yaml(content, mistakes)
    if document is None:
        return None, mistakes.all()
    part = SetPart.model_validate(document, context=mistakes)
    check_all(part, document, mistakes, stem=path.stem)
    if mistakes.fatal:
        return None, mistakes.all()
    return build_set(part, str(path), mistakes=mistakes), mistakes.all()
