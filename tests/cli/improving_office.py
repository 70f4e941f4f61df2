"""Makes an office with three departments under a set of most rule kinds, for ``whatif`` and ``plan``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cli.small_office import HEAD, Office
from support.workbooks import Grid, write

SET = """
id: cai-thien
title: Bộ tiêu chí thử
index: PAR
level: department
status: illustrative
modelled_on: [Không mô phỏng văn bản nào]
applies: {from: 2020, to: 2025}
total: 20
policy:
  rounding: {digits: 2, mode: half_up, stage: publication}
  missing: zero
  appraised_blank: confirmed
  not_applicable: exclude
  did_not_arise: exclude
  ranking: {by: percent, precision: published, ties: competition}
  grade_on: published
  adjustments: {in_percent: true, ceiling: total, floor: zero}
grades:
  - {id: excellent, name: {vi: Xuất sắc, en: Excellent}, from: 90%}
  - {id: good, name: {vi: Tốt, en: Good}, from: 80%}
  - {id: fair, name: {vi: Khá, en: Fair}, from: 60%}
  - {id: weak, name: {vi: Yếu, en: Weak}, from: 0%}
caps:
  - {at_most: fair, when: {criterion: "2.2", below: 1}, reference: "Điều 9"}
areas:
  - code: "1"
    title: {vi: Chỉ đạo điều hành, en: Steering}
    max: 10
    reference: Điều 5
    criteria:
      - code: "1.1"
        title: {vi: Ban hành kế hoạch, en: Plan issued}
        max: 2
        rule:
          kind: choice
          options:
            - {label: {vi: Đúng hạn, en: On time}, points: 2}
            - {label: {vi: Chậm, en: Late}, points: 1}
            - {label: {vi: Không ban hành, en: Not issued}, points: 0}
      - code: "1.2"
        title: {vi: Mức độ hoàn thành kế hoạch, en: Completion of the plan}
        max: 4
        rule:
          kind: tiers
          of: {ratio: [nhiệm vụ hoàn thành, nhiệm vụ trong kế hoạch]}
          tiers:
            - {above: 90%, points: 4}
            - {from: 70%, to: 90%, points: 2}
            - {below: 70%, points: 0}
      - code: "1.3"
        title: {vi: Nội dung báo cáo, en: Content of reports}
        max: 2
        rule:
          kind: checklist
          mode: each
          items:
            - {label: Đủ số liệu, points: 1}
            - {label: Nêu tồn tại, points: 0.5}
            - {label: Nêu nhiệm vụ, points: 0.5}
      - code: "1.4"
        title: {vi: Thời hạn báo cáo, en: Timeliness of reports}
        max: 2
        effort: 3
        rule:
          kind: deduction
          floor: 0
          items:
            - {label: Báo cáo chậm, each: 0.5}
            - {label: Báo cáo không gửi, each: 1}
  - code: "2"
    title: {vi: Thủ tục hành chính, en: Procedures}
    max: 10
    reference: Điều 6
    criteria:
      - code: "2.1"
        title: {vi: Tỷ lệ hồ sơ đúng hạn, en: Files on time}
        max: 5
        rule: {kind: proportion, of: {percent: tỷ lệ hồ sơ đúng hạn}}
      - code: "2.2"
        title: {vi: Xin lỗi khi chậm, en: Apologies for delay}
        max: 1
        rule:
          kind: choice
          options:
            - {label: {vi: Có, en: "Yes"}, points: 1}
            - {label: {vi: Không, en: "No"}, points: 0}
      - code: "2.3"
        title: {vi: Mức độ hài lòng, en: Satisfaction}
        max: 4
        scored_by: survey
        rule: {kind: survey}
adjustments:
  - code: X
    title: {vi: Điểm trừ, en: Penalty}
    sign: penalty
    cap: 2
    items:
      - code: X.1
        title: {vi: Vi phạm bị nhắc nhở, en: Reprimands}
        max: 2
        reference: Điều 8
        rule: {kind: count, items: [{label: Văn bản nhắc nhở, each: 0.5}], cap: 2}
"""
HEADS = ["Mã", "Tiêu chí", "Điểm tối đa", "Số liệu kê khai", "Tự chấm", "Thẩm định", "Điều tra XHH"]
UNITS = ("S1,Sở Một,department,,,,,,", "S2,Sở Hai,department,,,,,,", "S3,Sở Ba,department,,,,,,")


def improving_office(folder: Path) -> Office:
    """Return an office in which Sở Một has 13.06 of 20 points, Sở Hai 17.5, Sở Ba 16."""
    (folder / "bang").mkdir(parents=True)
    (folder / "criteria").mkdir()
    (folder / "parindex.toml").touch()
    (folder / "units.csv").write_text(HEAD + "\n".join(UNITS), encoding="utf-8")
    (folder / "criteria" / "cai-thien.yaml").write_text(SET, encoding="utf-8")
    office = Office(folder)
    hand_in(office, "Sở Một")
    hand_in(office, "Sở Hai", plan="Đúng hạn", done="30/30", late=0, on_time="100%", apology="Có", survey=2.5)
    hand_in(office, "Sở Ba", plan="Đúng hạn", on_time="80%", late=0, apology="Có", survey=3.5, reminded=0)
    assert 3 > office.run("score", "bang").code
    return office


def hand_in(office: Office, name: str, **answers: Any) -> Path:
    """Write a department's workbook; what is not told is as Sở Một answers it."""
    return write(office.folder / "bang" / f"{name}.xlsx", _rows(name, _SO_MOT | answers))


_SO_MOT: dict[str, Any] = {
    "plan": "Chậm",
    "done": "24/30",
    "figures": "Có",
    "late": 1,
    "on_time": "91,2%",
    "apology": "Không",
    "survey": 3,
    "reminded": 1,
    "appraised": {},
}


def _rows(name: str, said: dict[str, Any]) -> Grid:
    given = said["appraised"]
    return [
        ["Đơn vị", name],
        ["Kỳ đánh giá", "Năm 2024"],
        ["Bộ tiêu chí", "cai-thien"],
        [],
        HEADS,
        ["1", "Chỉ đạo điều hành", 10],
        ["1.1", "Ban hành kế hoạch", 2, said["plan"], None, given.get("1.1")],
        ["1.2", "Mức độ hoàn thành kế hoạch", 4, said["done"], None, given.get("1.2")],
        ["1.3", "Nội dung báo cáo", 2, None, None, given.get("1.3")],
        [None, "Đủ số liệu", None, said["figures"]],
        [None, "Nêu tồn tại", None, "Không"],
        [None, "Nêu nhiệm vụ", None, "Có"],
        ["1.4", "Thời hạn báo cáo", 2, None, None, given.get("1.4")],
        [None, "Báo cáo chậm", None, said["late"]],
        [None, "Báo cáo không gửi", None, 0],
        ["2", "Thủ tục hành chính", 10],
        ["2.1", "Tỷ lệ hồ sơ đúng hạn", 5, said["on_time"], None, given.get("2.1")],
        ["2.2", "Xin lỗi khi chậm", 1, said["apology"], None, given.get("2.2")],
        ["2.3", "Mức độ hài lòng", 4, None, None, None, said["survey"]],
        ["X", "Điểm trừ"],
        ["X.1", "Vi phạm bị nhắc nhở", 2, said["reminded"], None, given.get("X.1")],
    ]
