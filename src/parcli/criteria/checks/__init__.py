"""Checks what a well-formed criteria set says and collects every mistake; builds nothing."""

from __future__ import annotations

from parcli.criteria.checks.doubtful import warn_of_doubtful
from parcli.criteria.checks.frame import check_frame
from parcli.criteria.checks.grades import check_caps, check_grades
from parcli.criteria.checks.head import check_head
from parcli.criteria.checks.replaced import check_replaces
from parcli.criteria.checks.rules import check_rule
from parcli.criteria.checks.stated import check_stated
from parcli.criteria.checks.tree import check_tree, leaves
from parcli.criteria.checks.words import check_words
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart
from parcli.criteria.yaml_nodes import YamlMap

__all__ = ["check_all"]


def check_all(part: SetPart, document: YamlMap, mistakes: Mistakes, *, stem: str) -> None:
    """Add a finding for every mistake in a file's content; ``stem`` is the file's name without ``.yaml``."""
    check_words(document, mistakes)
    check_head(part, mistakes, stem=stem)
    check_tree(part, mistakes)
    check_frame(part, mistakes)
    check_replaces(part, mistakes)
    check_stated(part, mistakes)
    for leaf in leaves(part):
        if leaf.rule is not None and leaf.sound("max", "scored_by"):
            check_rule(leaf.rule, leaf, mistakes)
    check_grades(part, mistakes)
    check_caps(part, mistakes)
    if not mistakes.fatal:
        warn_of_doubtful(part, mistakes)
