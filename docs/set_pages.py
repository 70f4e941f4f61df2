"""Makes the reference page of each packaged criteria set: tree, maxima, rules, grades, policies, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcli.criteria.library import Library
from parcli.messages.labels import label
from parcli.messages.numbers import number_text
from parcli.messages.policy_text import cap_line, grade_lines, leaf_lines, policy_lines
from parcli.messages.rules_text import rule_lines
from parcli.model.criteria_set import Adjustment, CriteriaSet, Node
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped

_LANG: Lang = "vi"
_STATUS_NOTES = {
    "official": "Bộ tiêu chí được nhập từ quyết định nêu ở trên.",
    "partial": "Chỉ một phần của bộ tiêu chí được lấy từ văn bản đã công bố.",
    "illustrative": "**Minh họa, không phải bộ tiêu chí chính thức.**",
}
_MARKED = "Mục ghi “một phần” có điểm tối đa lấy từ văn bản đã công bố."


def set_pages(note: str) -> dict[str, str]:
    """Return the text of each page by its path in the folder of reference pages; ``note`` stands on each."""
    sets = [loaded.criteria_set for loaded in Library().all(frames=True)]
    pages = {f"sets/{each.id}.md": _page(each, note) for each in sets}
    return {**pages, "sets/README.md": _overview(sets, note)}


def _overview(sets: Sequence[CriteriaSet], note: str) -> str:
    rows = ["| bộ tiêu chí | cấp | áp dụng | tiêu chí được chấm | tình trạng |", "|---|---|---|--:|---|"]
    for each in sets:
        facts = (label(f"level-{each.level}", _LANG), _years(each), str(len(each.leaves())))
        status = label(f"status-short-{each.status}", _LANG)
        rows.append(f"| [`{each.id}`]({each.id}.md) | {' | '.join(facts)} | {status} |")
    return "\n\n".join(["# Các bộ tiêu chí kèm theo", note, "\n".join(rows)]) + "\n"


def _page(criteria_set: CriteriaSet, note: str) -> str:
    parts = [f"# {escaped(criteria_set.title.in_(_LANG))}", note, _facts(criteria_set)]
    marked = any(node.status == "partial" for node in criteria_set.walk())
    parts.append(_STATUS_NOTES[criteria_set.status] + (f" {_MARKED}" if marked else ""))
    if criteria_set.note is not None:
        parts.append(escaped(criteria_set.note.in_(_LANG)))
    parts += ["## Nguồn", "\n".join(f"- {escaped(line)}" for line in _sources(criteria_set))]
    parts += ["## Xếp loại", *_grades(criteria_set)]
    parts += ["## Cách tính", "\n".join(f"- {line}" for line in policy_lines(criteria_set.policy, _LANG))]
    parts += ["## Tiêu chí", *(_table(root, criteria_set) for root in criteria_set.roots)]
    parts += [_block(block, criteria_set) for block in criteria_set.adjustments]
    return "\n\n".join(parts) + "\n"


def _facts(criteria_set: CriteriaSet) -> str:
    facts = [
        f"`{criteria_set.id}`",
        f"cấp: {label(f'level-{criteria_set.level}', _LANG)}",
        f"áp dụng: {_years(criteria_set)}",
        f"tổng điểm: {number_text(criteria_set.total, _LANG)}",
        f"chỉ số: {criteria_set.index}",
    ]
    if criteria_set.supersedes is not None:
        facts.append(f"thay: [`{criteria_set.supersedes}`]({criteria_set.supersedes}.md)")
    return " · ".join(facts)


def _years(criteria_set: CriteriaSet) -> str:
    first, last = criteria_set.applies_from, criteria_set.applies_to
    if last is None:
        return f"từ {first}"
    return str(first) if first == last else f"{first}–{last}"


def _sources(criteria_set: CriteriaSet) -> Iterator[str]:
    for basis in criteria_set.legal_basis:
        yield ", ".join(part for part in (basis.number, basis.date, basis.issuer) if part)
    yield from criteria_set.modelled_on


def _grades(criteria_set: CriteriaSet) -> Iterator[str]:
    for block, scale in criteria_set.grades.items():
        title = criteria_set.blocks.get(block)
        if title is not None:
            yield f"Khối {escaped(title.in_(_LANG))}:"
        elif len(criteria_set.grades) > 1:
            yield "Chung:"
        yield "\n".join(f"- {escaped(line)}" for line in grade_lines(scale, _LANG))
    names = {grade.id: grade.name for scale in criteria_set.grades.values() for grade in scale.grades}
    if criteria_set.caps:
        yield "\n".join(f"- {escaped(cap_line(cap, names, _LANG))}" for cap in criteria_set.caps)


def _table(root: Node, criteria_set: CriteriaSet) -> str:
    title = f"### {escaped(root.code)}. {escaped(root.title.in_(_LANG))}: {_maximum(root)}"
    rows = ["| mã | tiêu chí | tối đa | cách chấm |", "|---|---|--:|---|"]
    rows += [_row(node, criteria_set) for node in root.walk() if node is not root or node.is_leaf]
    return "\n".join([title, "", *rows])


def _block(block: Adjustment, criteria_set: CriteriaSet) -> str:
    cap = label("capped-at", _LANG, cap=block.cap) if block.cap is not None else ""
    rows = ["| mã | nội dung | tối đa | cách chấm |", "|---|---|--:|---|"]
    rows += [_row(node, criteria_set) for item in block.items for node in item.walk()]
    return "\n".join([f"### {block.code}. {escaped(block.title.in_(_LANG))}{cap}", "", *rows])


def _row(node: Node, criteria_set: CriteriaSet) -> str:
    title = escaped(node.title.in_(_LANG))
    lines: list[str] = []
    if node.rule is not None:
        lines += rule_lines(node.rule, node.max_points, _LANG)
        lines += leaf_lines(node, criteria_set.policy, _LANG)
    named = title if node.is_leaf else f"**{title}**"
    return f"| {escaped(node.code)} | {named} | {_maximum(node)} | {'<br>'.join(map(escaped, lines))} |"


def _maximum(node: Node) -> str:
    mark = f" ({label(f'status-short-{node.status}', _LANG)})" if node.status is not None else ""
    return f"{number_text(node.max_points, _LANG)}{mark}"
