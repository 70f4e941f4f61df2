"""Turns the branches of an annex into nodes of a criteria set's file with their rules; it knows no head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from parcli.criteria.drafting.clauses import amount_behind, key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.left_over import shortened, tells_points
from parcli.criteria.drafting.notes import Notes, notes_meant
from parcli.criteria.drafting.phrases import read
from parcli.criteria.drafting.rule_reading import is_exact, rule_meant
from parcli.criteria.drafting.rule_saying import RuleText
from parcli.criteria.drafting.rule_yaml import rule_content
from parcli.criteria.drafting.tree import Block as BlockOfPoints
from parcli.criteria.drafting.tree import Branch, is_marked
from parcli.criteria.drafting.understood import Understood
from parcli.criteria.drafting.wording import understand
from parcli.criteria.drafting.yaml_text import Block, Code, Content
from parcli.messages.annex_grammar import BULLET
from parcli.model.annex import AnnexLine, AnnexRow
from parcli.model.rules import PointsRule

_UNCLEAR = frozenset({"rule-not-stated", "rule-not-understood"})
_BULLETS = ("-", "–", "+", "*", "•")

Mark = Callable[..., Content]  # puts doubts above a value


class DraftNodes:
    """Makes nodes; counts rules by kind and names the leaves whose rule was not understood."""

    def __init__(self, todo: Mark, kinds: Counter[str], unclear: list[str]) -> None:
        self._todo = todo
        self._kinds = kinds
        self._unclear = unclear

    def part(self, branch: Branch) -> Content:
        """Return a part with its areas."""
        areas: Content = [self.node(area) for area in branch.children]
        reference = notes_meant(branch.row).reference
        doubts = _left_out(branch.row)
        cited: dict[str, Content] = {"reference": reference} if reference else {}
        return Block({**self._head(branch, *doubts), **cited, "areas": areas})

    def block(self, block: BlockOfPoints) -> Content:
        """Return a bonus or penalty block; one without items is an item itself."""
        row, branch = block.branch.row, block.branch
        cap: Content = row.max_points
        if cap is None:
            stated = is_marked(row, "node.uncapped")
            cap = "none" if stated else self._todo("none", Doubt("block-uncapped"))
        doubts = _left_out(row) if branch.children else ()
        code = self._todo(Code(branch.code), *doubts)
        head = {"code": code, "title": _title(row), "sign": block.sign, "cap": cap}
        items = branch.children or [Branch(row, f"{branch.code}.1")]
        return Block({**head, "items": [self.node(item) for item in items]})

    def node(self, branch: Branch) -> Content:
        """Return an area or criterion with all below it."""
        return self._inner(branch) if branch.children else self._leaf(branch)

    def _head(self, branch: Branch, *doubts: Doubt) -> dict[str, Content]:
        row = branch.row
        most: Content = row.max_points
        if most is None:
            most = self._todo(Fraction(0), Doubt("max-not-read", {"place": row.max_place}))
        code = self._todo(Code(branch.code), *branch.doubts, *doubts)
        return {"code": code, "title": _title(row), "max": most}

    def _inner(self, branch: Branch) -> Content:
        notes, doubts = notes_meant(branch.row), _left_out(branch.row)
        cited: dict[str, Content] = {"reference": notes.reference} if notes.reference else {}
        children: Content = [self.node(child) for child in branch.children]
        return Block({**self._head(branch, *doubts), **cited, "criteria": children})

    def _leaf(self, branch: Branch) -> Content:
        row, notes = branch.row, notes_meant(branch.row)
        if is_marked(row, "node.open"):
            return Block({**self._head(branch), **_keys(notes), "open": True})
        understood = _rule_of(row)
        most = row.max_points or Fraction(0)
        if _UNCLEAR & {doubt.code for doubt in understood.doubts}:
            self._unclear.append(branch.code)
        else:
            self._kinds[understood.rule.kind] += 1
        if understood.scored_by != "self":
            notes.keys.setdefault("scored_by", understood.scored_by)
        if understood.did_not_arise:
            notes.keys.setdefault("did_not_arise", understood.did_not_arise)
        if understood.guidance:
            notes.guidance.append(understood.guidance)
        unread = (
            Doubt("note-not-understood", {"text": shortened(t)}) for t in notes.unread if tells_points(t)
        )
        rule = self._todo(rule_content(understood.rule, most), *understood.doubts, *unread)
        return Block({**self._head(branch), **_keys(notes), "rule": rule})


def _rule_of(row: AnnexRow) -> Understood:
    """Return the rule in exact words where the row has them, else as far as its wording is understood."""
    most, lines = row.max_points or Fraction(0), _lines(row)
    exact = rule_meant(RuleText(row.how, tuple(map(_without_bullet, lines))), most)
    if exact is not None:
        return Understood(exact)
    return _partly_exact(row, lines, most) or understand(_title(row), most, how=row.how, lines=lines)


def _partly_exact(row: AnnexRow, lines: tuple[AnnexLine, ...], most: Fraction) -> Understood | None:
    """Return the rule whose first sentence is in exact words, where others have been changed by hand.

    The usual words would read less out of it than it says: a rate where two numbers are named.
    """
    if not row.how or not is_exact(row.how[0]) or (len(row.how) == 1 and not lines):
        return None
    known = tuple(text for text in row.how if is_exact(text))
    rule = rule_meant(RuleText(known, tuple(map(_without_bullet, lines))), most)
    if rule is None:
        said = "; ".join((*row.how, *(line.text for line in lines)))
        return Understood(PointsRule(), doubts=(Doubt("rule-not-understood", {"text": shortened(said)}),))
    others = [text for text in row.how if text not in known]
    doubts = tuple(Doubt("clause-not-understood", {"text": shortened(text)}) for text in others)
    return Understood(rule, doubts=doubts, guidance="; ".join(others))


def _keys(notes: Notes) -> dict[str, Content]:
    """Return the keys of a leaf beside its rule, in the order of the packaged sets."""
    content: dict[str, Content] = {"reference": notes.reference} if notes.reference else {}
    for key in ("scored_by", "evidence", "not_applicable", "did_not_arise", "missing"):
        if key in notes.keys:
            content[key] = notes.keys[key]
    if notes.due_in:
        content["due_in"] = list(notes.due_in)
    if notes.guidance:
        content["guidance"] = "; ".join(notes.guidance)
    return content


def _title(row: AnnexRow) -> str:
    """Return the title on one line, without options that are written below it in its cell."""
    first, *rest = row.title.split("\n")
    return " ".join([first, *(line for line in rest if not _is_option(line, row))])


def _lines(row: AnnexRow) -> tuple[AnnexLine, ...]:
    written = (line for line in row.title.split("\n")[1:] if _is_option(line, row))
    return (*map(AnnexLine, written), *row.lines)


def _is_option(line: str, row: AnnexRow) -> bool:
    most = Fraction(100) if row.max_points is None else row.max_points
    return line.strip().startswith(_BULLETS) or amount_behind(key_of(line), most) is not None


def _without_bullet(line: AnnexLine) -> AnnexLine:
    return AnnexLine(line.text.removeprefix(BULLET), line.points, line.how)


def _left_out(row: AnnexRow) -> tuple[Doubt, ...]:
    """Return the doubt that repeats the words of a row which has no rule of its own."""
    said = (*row.how, *(line.text for line in _lines(row)))
    texts = (*(text for text in said if read(text, ("node",)) is None), *notes_meant(row).guidance)
    return (Doubt("text-left-out", {"text": shortened("; ".join(texts))}),) if texts else ()
