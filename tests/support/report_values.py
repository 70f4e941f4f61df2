"""Made report contexts for tests: few words in, a whole context out; every figure adds up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from parcli.model.criteria_set import Grade, GradeScale, Node, RankingPolicy
from parcli.model.finding import Severity
from parcli.model.period import Period
from parcli.model.register import Placement, StoredNode
from parcli.model.rules import PointsRule, Rounding
from parcli.model.text import Text
from parcli.ranking.change import Change
from parcli.ranking.groups import summarise
from parcli.ranking.standing import Standing
from parcli.report.context import (
    AreaHead,
    Band,
    CriterionLoss,
    FindingCount,
    GradeAxis,
    GroupArea,
    GroupReport,
    Head,
    Loss,
    Method,
    Past,
    Rank,
    ReportContext,
    RunUsed,
    SetUsed,
    UnitArea,
    UnitReport,
)
from parcli.scoring.rounding import rounded_exact

HALF_UP_2 = Rounding(2, "half_up")
BY_PERCENT = RankingPolicy("percent", "published", "competition")
MEANING = "meaning" * 8
MADE_AT = datetime(2024, 2, 6, 8, 0, tzinfo=UTC)
HOSTILE_NAMES = (
    'Chi cục <b>thử</b> & "XSS" <script>alert(1)</script>',
    "Sở | ống * sao _gạch_ `mã` [liên kết](http://a.b) \\",
    "=1+1",
    "Hai\ndòng",
    "# Đề mục' onmouseover='x",
)
MAXIMA = ("15.5", "14", "17.5", "10", "12", "11", "13", "7")
TITLES = (
    "Công tác chỉ đạo, điều hành cải cách hành chính",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy hành chính nhà nước",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "Tác động của cải cách hành chính",
)
_GRADES = (
    ("excellent", "Xuất sắc", "Excellent", 90),
    ("good", "Tốt", "Good", 80),
    ("fair", "Khá", "Fair", 70),
    ("average", "Trung bình", "Average", 50),
    ("weak", "Yếu", "Weak", 0),
)
_BLOCKS = {"so": Text("Sở, ban, ngành", "Departments"), "nganh-doc": Text("Cơ quan ngành dọc", "Vertical")}
_HUNDRED = Fraction(100)


def made_context(
    units: int = 30, *, years: int = 3, names: Sequence[str] = (), areas: int = 8
) -> ReportContext:
    """Return a context of departments in two blocks, with criteria, losses and earlier years.

    ``names`` are the first units' names. The best unit comes first; no two have the same percentage.
    """
    heads = tuple(
        AreaHead(str(i + 1), Text(TITLES[i]), Fraction(MAXIMA[i])) for i in range(min(areas, len(MAXIMA)))
    )
    most = sum((each.max_points or Fraction(0) for each in heads), Fraction(0))
    made = [_unit(i, names, heads, years=years, of=units) for i in range(units)]
    made.sort(key=lambda unit: -(unit.percent or Fraction(0)))
    made = _ranked([replace(unit, max_points=most, anchor=f"unit-{i + 1}") for i, unit in enumerate(made)])
    periods = tuple(Period(2023 - years + 1 + i) for i in range(years if units else 0))
    blocks = tuple(
        _group("block", [each for each in made if each.block == block], heads, id=block, title=title)
        for block, title in _BLOCKS.items()
        if any(each.block == block for each in made)
    )
    level = _group("level", made, heads)
    return ReportContext(
        head=Head(
            "department",
            Period(2023),
            "PAR",
            "final",
            "draft",
            MADE_AT,
            "0.1.0",
            office="Ủy ban nhân dân tỉnh (ví dụ)",
            before=Period(2022) if years > 1 and units else None,
        ),
        areas=heads,
        units=tuple(made),
        level=level,
        blocks=blocks if len(blocks) > 1 else (replace(level, kind="block"),),
        regions=(),
        periods=periods,
        method=_method(units),
    )


def standing_of(unit: UnitReport) -> Standing:
    """Return a unit as a ranking sees it."""
    placed = Placement(unit.key, unit.name, "department", unit.block)
    figures = unit.points, unit.applicable_max, unit.percent, unit.exact_points, unit.exact_percent
    return Standing(placed, Period(2023), "own", *figures, unit.grade, unit.grade_id)


def _unit(i: int, names: Sequence[str], heads: Sequence[AreaHead], *, years: int, of: int) -> UnitReport:
    name = names[i] if i < len(names) else f"Sở thử {i + 1:02}"
    nodes: list[StoredNode] = []
    for a, head in enumerate(heads):
        nodes += _area_nodes(head, Fraction(95 - i * 40 // max(of, 1) - (i * 7 + a * 11) % 23, 100))
    areas = tuple(_area(node) for node in nodes if node.role == "area")
    exact = sum((node.points for node in nodes if node.role == "area"), Fraction(0))
    most = sum((node.applicable_max for node in nodes if node.role == "area"), Fraction(0))
    percent = exact / most * 100 if most else Fraction(0)
    published = rounded_exact(percent, HALF_UP_2)
    grade = next(each for each in _GRADES if published >= each[3])
    points = rounded_exact(exact, HALF_UP_2)
    return UnitReport(
        key=f"S{i + 1:02}",
        anchor="",
        name=name,
        code=f"S{i + 1:02}",
        block="nganh-doc" if i % 5 == 4 else "so",
        points=points,
        applicable_max=most,
        percent=published,
        exact_points=exact,
        exact_percent=percent,
        lost=most - points,
        grade=Text(grade[1], grade[2]),
        grade_id=grade[0],
        areas=areas,
        nodes=tuple(nodes),
        losses=_losses(nodes),
        history=_history(i, published, most, grade=Text(grade[1], grade[2]), years=years),
        change=None if years < 2 else _change(i),
        source=f"{i + 1:02}.xlsx",
        sha256=f"{i:064x}",
        run=1,
        meaning_hash=MEANING,
    )


def _area_nodes(head: AreaHead, share: Fraction) -> list[StoredNode]:
    """Return an area with two criteria, the first of which has nearly all of the points lost."""
    most = head.max_points or Fraction(0)
    first, second = most * 3 / 5, most * 2 / 5
    points = rounded_exact(most * share, HALF_UP_2)
    lost = most - points
    lost_first = min(first, lost * 4 / 5)
    cell = f"Biểu mẫu!F{int(head.code) * 10}"
    return [
        StoredNode(head.code, head.title, "area", points, most, most, "scored", depth=1),
        _leaf(f"{head.code}.1", first, lost_first, place=cell, rule="tiers"),
        _leaf(f"{head.code}.2", second, lost - lost_first, place=cell, rule="choice"),
    ]


def _leaf(code: str, most: Fraction, lost: Fraction, *, place: str, rule: str) -> StoredNode:
    said = Text(f"Tỷ lệ đạt của tiêu chí {code}", f"Attainment of criterion {code}")
    return StoredNode(
        code, Text(f"Tiêu chí {code}"), "criterion", most - lost, most, most, "scored", place, rule, said, 2
    )


def _area(node: StoredNode) -> UnitArea:
    percent = rounded_exact(node.points / node.applicable_max * 100, HALF_UP_2)
    lost = node.applicable_max - node.points
    return UnitArea(node.code, node.points, node.applicable_max, percent, lost)


def _losses(nodes: Sequence[StoredNode]) -> tuple[Loss, ...]:
    lost = [
        Loss(node, node.code.split(".")[0], node.applicable_max - node.points, evidence="QĐ 01")
        for node in nodes
        if node.rule and node.points < node.applicable_max
    ]
    return tuple(sorted(lost, key=lambda each: -each.lost))


def _change(i: int) -> Change:
    by = Fraction((i * 37) % 9 - 4, 2)
    return Change(points=by, percent=by, rank=(i * 5) % 7 - 3)


def _history(i: int, percent: Fraction, most: Fraction, *, grade: Text, years: int) -> tuple[Past, ...]:
    points = []
    for back in range(years - 1, -1, -1):
        by = _change(i).points or Fraction(0)
        value = percent - back * by
        rank = Rank((i * 3 + back * 5) % 29 + 1, 30) if back else None
        change = None if back == years - 1 else Change(points=by, percent=by)
        points.append(Past(Period(2023 - back), "own", value, most, value, rank, grade, change))
    return tuple(points)


def _ranked(units: Sequence[UnitReport]) -> list[UnitReport]:
    ranked: list[UnitReport] = []
    columns = _columns(units)
    places: dict[str, int] = {}
    for place, unit in enumerate(units, start=1):
        places[unit.block] = places.get(unit.block, 0) + 1
        size = sum(each.block == unit.block for each in units)
        rank = Rank(place, len(units))
        *earlier, last = unit.history
        ranked.append(
            replace(
                unit,
                rank=rank,
                block_rank=Rank(places[unit.block], size),
                history=(*earlier, replace(last, rank=rank)),
                areas=tuple(_area_ranked(area, columns[area.code]) for area in unit.areas),
            )
        )
    return ranked


def _columns(units: Sequence[UnitReport]) -> dict[str, list[Fraction]]:
    """Return the percentages of each area, least first."""
    columns: dict[str, list[Fraction]] = {}
    for area in (area for unit in units for area in unit.areas):
        columns.setdefault(area.code, []).append(area.percent or Fraction(0))
    return {code: sorted(values) for code, values in columns.items()}


def _area_ranked(area: UnitArea, column: Sequence[Fraction]) -> UnitArea:
    better = len(column) - bisect_right(column, area.percent or Fraction(0))
    return replace(area, rank=Rank(better + 1, len(column)))


def _group(kind: Any, units: Sequence[UnitReport], heads: Sequence[AreaHead], **named: Any) -> GroupReport:
    scale = GradeScale(
        "percent", tuple(Grade(key, Text(vi, en), Fraction(at, 100), True) for key, vi, en, at in _GRADES)
    )
    standings = [standing_of(unit) for unit in units]
    return GroupReport(
        kind=kind,
        id=named.get("id", ""),
        title=named.get("title"),
        units=tuple(each.key for each in units),
        summary=summarise(standings, {"": scale}),
        axis=GradeAxis("percent", _bands()),
        areas=tuple(_group_area(head.code, units) for head in heads) if units else (),
        losses=_criteria(units),
    )


def _bands() -> tuple[Band, ...]:
    uppers = (None, *(Fraction(each[3]) for each in _GRADES[:-1]))
    return tuple(
        Band(key, Text(vi, en), Fraction(at), upper, True)
        for (key, vi, en, at), upper in zip(_GRADES, uppers, strict=True)
    )


def _group_area(code: str, units: Sequence[UnitReport]) -> GroupArea:
    found = [area for each in units if (area := each.area(code)) is not None]
    percents = [area.percent or Fraction(0) for area in found]
    points = [area.points or Fraction(0) for area in found]
    lost = sum((area.lost or Fraction(0) for area in found), Fraction(0))
    count = len(found)
    means = sum(points, Fraction(0)) / count, sum(percents, Fraction(0)) / count
    return GroupArea(code, count, *means, max(percents), min(percents), lost)


def _criteria(units: Sequence[UnitReport]) -> tuple[CriterionLoss, ...]:
    leaves: dict[str, list[StoredNode]] = {}
    for unit in units:
        for node in unit.nodes:
            if node.rule:
                leaves.setdefault(node.code, []).append(node)
    made = [
        CriterionLoss(
            code,
            nodes[0].title,
            code.split(".")[0],
            sum((node.applicable_max - node.points for node in nodes), Fraction(0)),
            sum((node.applicable_max for node in nodes), Fraction(0)),
            sum(node.points < node.applicable_max for node in nodes),
            len(nodes),
        )
        for code, nodes in leaves.items()
    ]
    return tuple(sorted(made, key=lambda each: -each.lost))


def _criterion(code: str) -> Node:
    rule = PointsRule(step=Fraction(1, 4))
    return Node(code, Text(f"Tiêu chí {code}"), Fraction(5), "criterion", 2, rule=rule, reference="Mục thử")


def _above_max(count: int) -> FindingCount:
    said = Text("Điểm 3 vượt điểm tối đa 2.", "3 points exceed the maximum of 2.")
    return FindingCount("points-above-max", Severity.ERROR, count, 1, said)


def _method(units: int) -> Method:
    used = SetUsed(
        "thu-2023",
        MEANING,
        "illustrative",
        units,
        BY_PERCENT,
        HALF_UP_2,
        Text("Bộ thử"),
        criteria={code: _criterion(code) for n in range(1, 9) for code in (f"{n}.1", f"{n}.2")},
    )
    return Method(
        "percent",
        HALF_UP_2,
        sets=(used,) if units else (),
        runs=(RunUsed(1, MADE_AT, "0.1.0", units),) if units else (),
        findings=(_above_max(2),) if units else (),
    )
