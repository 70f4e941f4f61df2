"""Turns the content of a criteria set's file into the set and every finding about it; opens no file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from parcli.criteria.build import build_set
from parcli.criteria.checks import check_all
from parcli.criteria.checks.replaced import check_superseded
from parcli.criteria.frames import extended
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart
from parcli.criteria.source import FrameFinder
from parcli.criteria.yaml_nodes import YamlMap, parse_yaml
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding

Checked = tuple[CriteriaSet | None, tuple[Finding, ...]]
OlderSets = Callable[[str], CriteriaSet | None]


def set_in(content: bytes, path: Path, frame_of: FrameFinder, *, older: OlderSets | None = None) -> Checked:
    """Return the set (None where there are errors) and every finding, by line; ``path`` is only named.

    ``frame_of`` gives the file of a frame by its id, and is asked only where the set extends one. ``older``
    gives a superseded set that is at hand; without it nobody looks whether what is replaced was ever there.
    """
    mistakes = Mistakes(path.name)
    document = parse_yaml(content, mistakes)
    if document is not None and "extends" in document and document.get("frame") is not True:
        document = _extended(document, mistakes, frame_of)
    if document is None:
        return None, mistakes.all()
    return _checked(document, path, mistakes, older)


def _checked(document: YamlMap, path: Path, mistakes: Mistakes, older: OlderSets | None = None) -> Checked:
    part = SetPart.model_validate(document, context=mistakes)
    check_all(part, document, mistakes, stem=path.stem)
    superseded = older(part.supersedes) if older and part.supersedes else None
    if superseded is not None:
        check_superseded(part, superseded, mistakes)
    if mistakes.fatal:
        return None, mistakes.all()
    return build_set(part, str(path), mistakes=mistakes), mistakes.all()


def _extended(local: YamlMap, mistakes: Mistakes, frame_of: FrameFinder) -> YamlMap | None:
    """Return a local set together with its frame, None where there is no frame to go by."""
    name, line = local["extends"], local.lines["extends"]
    found = frame_of(name) if isinstance(name, str) else None
    if found is None:
        mistakes.add("frame-unknown", line, id=str(name))
        return None
    path, content = found
    own = Mistakes(path.name)
    frame = parse_yaml(content, own)
    if frame is not None and frame.get("frame") is not True:
        mistakes.add("extends-no-frame", line, id=str(name), file=path.name)
        return None
    if frame is None or _checked(frame, path, own)[0] is None:
        mistakes.add("frame-invalid", line, id=str(name), file=path.name)
        return None
    mistakes.frame_name = path.name
    return extended(local, frame, mistakes)
