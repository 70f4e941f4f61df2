"""Turns an annex into the draft of a criteria set's file, every doubt a TODO in it; it writes no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct

from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.draft_defaults import usual_grades, usual_policy
from parcli.criteria.drafting.draft_nodes import DraftNodes
from parcli.criteria.drafting.heading import heading_of
from parcli.criteria.drafting.tree import Tree, is_marked, tree_of
from parcli.criteria.drafting.yaml_text import Block, Content, Todo, yaml_text
from parcli.messages.annex_todo import todo_text
from parcli.model.annex import Annex
from parcli.model.text import Lang
from parcli.model.unit import Level

_SCHEMA_LINE = "# yaml-language-server: $schema=criteria-set.schema.json\n"
_USUAL_TOTAL = 100
_USUAL_LEVEL: Level = "commune"
_POLICY_TODOS: Mapping[str, str] = MappingProxyType(
    {
        "rounding": "policy-rounding",
        "missing": "policy-missing",
        "appraised_blank": "policy-appraised",
        "not_applicable": "policy-not-applicable",
        "did_not_arise": "policy-did-not-arise",
        "ranking": "policy-ranking",
        "grade_on": "policy-grade-on",
        "adjustments": "policy-adjustments",
    }
)


class DraftHead(Struct, frozen=True):
    """What was asked for; level and year are None where the annex is to tell."""

    id: str
    level: Level | None
    year: int | None
    this_year: int
    lang: Lang = "vi"


class Draft(Struct, frozen=True):
    """The text of the file; how many leaves have a rule of each kind; the codes of leaves without one.

    ``todos`` counts everything that is left to the author.
    """

    text: str
    kinds: Mapping[str, int]
    unclear: tuple[str, ...]
    todos: int


def draft_of(annex: Annex, head: DraftHead) -> Draft:
    """Return the draft that an annex gives."""
    return _Drafting(annex, head).draft()


class _Drafting:
    def __init__(self, annex: Annex, head: DraftHead) -> None:
        self._head = head
        self._heading = heading_of(annex.heading)
        self._tree: Tree = tree_of(annex)
        self._kinds: Counter[str] = Counter()
        self._unclear: list[str] = []
        self._nodes = DraftNodes(self._todo, self._kinds, self._unclear)
        self._todos = 0

    def draft(self) -> Draft:
        content = {**self._top(), "": None, "policy": self._policy(), " ": None}
        content |= {
            "grades": self._doubtful(usual_grades(), "grades"),
            "  ": None,
            **self._roots(),
            **self._adjustments(),
        }
        text = _SCHEMA_LINE + yaml_text(content)
        return Draft(text, dict(self._kinds), tuple(self._unclear), self._todos)

    def _todo(self, value: Content, *doubts: Doubt) -> Content:
        if not doubts:
            return value
        self._todos += len(doubts)
        texts = tuple(todo_text(doubt.code, doubt.params, self._head.lang) for doubt in doubts)
        return Todo(value, texts)

    def _doubtful(self, value: Content, code: str, *, sure: bool = False) -> Content:
        return value if sure else self._todo(value, Doubt(code))

    def _top(self) -> dict[str, Content]:
        head = self._head
        level = head.level or self._heading.level or _USUAL_LEVEL
        year = head.year or self._heading.year or head.this_year
        title = self._heading.title
        total = sum((root.row.max_points or Fraction(0) for root in self._tree.roots), Fraction(0))
        is_whole = total == _USUAL_TOTAL
        return {
            "id": head.id,
            "title": self._doubtful(title or head.id, "title", sure=bool(title)),
            "level": self._doubtful(level, "level", sure=head.level is not None),
            "status": self._doubtful("illustrative", "status", sure=self._heading.is_illustrative),
            **self._frame(),
            **self._legal_basis(),
            "modelled_on": self._modelled_on(),
            "applies": self._doubtful({"from": year, "to": None}, "applies", sure=head.year is not None),
            "total": total if is_whole else self._todo(total, Doubt("total", {"sum": total})),
        }

    def _frame(self) -> dict[str, Content]:
        """Return what says that a set leaves criteria to others, where the annex does."""
        return {"frame": True} if any(is_marked(each.row, "node.open") for each in self._tree.walk()) else {}

    def _legal_basis(self) -> dict[str, Content]:
        decision = self._heading.decision
        return {} if decision is None else {"legal_basis": self._doubtful([decision], "legal-basis")}

    def _modelled_on(self) -> Content:
        """Return what a set follows, which one that nobody has checked has to say."""
        heading = self._heading
        if heading.modelled_on:
            return list(heading.modelled_on)
        number = (heading.decision or {}).get("number")
        return self._todo([number or heading.title or self._head.id], Doubt("modelled-on"))

    def _policy(self) -> Content:
        usual = usual_policy(adjusted=bool(self._tree.blocks))
        return Block({key: self._doubtful(value, _POLICY_TODOS[key]) for key, value in usual.items()})

    def _roots(self) -> dict[str, Content]:
        roots = self._tree.roots
        if not self._tree.has_parts:
            return {"areas": [self._nodes.node(root) for root in roots]}
        return {"parts": [self._nodes.part(root) for root in roots]}

    def _adjustments(self) -> dict[str, Content]:
        if not self._tree.blocks:
            return {}
        return {"   ": None, "adjustments": [self._nodes.block(block) for block in self._tree.blocks]}
