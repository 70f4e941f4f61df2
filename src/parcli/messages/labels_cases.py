"""The labels of what ``parindex criteria test`` reports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

CASE_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "cases-none-of": Text(
            "{id}: chưa có ví dụ; viết vào {file}.", "{id}: no worked examples; write them into {file}."
        ),
        "cases-of-frame": Text(
            "{id}: bộ khung không chấm điểm; ví dụ viết cho bộ tiêu chí mở rộng nó.",
            "{id}: a frame scores nobody; write examples for the set that extends it.",
        ),
        "cases-set-unusable": Text(
            "{id}: bộ tiêu chí có lỗi nên chưa chạy ví dụ nào.",
            "{id}: the criteria set has errors, no example was run.",
        ),
        "cases-unusable": Text(
            "{id}: tệp ví dụ {file} có lỗi nên chưa chạy ví dụ nào.",
            "{id}: the examples in {file} have errors, none was run.",
        ),
        "cases-all-passed": Text("{id}: {number} ví dụ, đều đúng.", "{id}: {number} run, all right."),
        "cases-some-failed": Text(
            "{id}: {number} ví dụ, {passed} đúng, {failed} SAI.",
            "{id}: {number} run, {passed} right, {failed} WRONG.",
        ),
        "cases-covered": Text(
            "{leaves} ví dụ về {criteria}/{all} tiêu chí, {units} ví dụ về kết quả cả đơn vị",
            "of single criteria: {leaves} ({criteria} of {all} criteria); of whole results: {units}",
        ),
        "cases-untested": Text("Tiêu chí chưa có ví dụ: {codes}", "Criteria without an example: {codes}"),
        "cases-in-all": Text(
            "Tất cả: {sets} bộ tiêu chí, {number} ví dụ, {failed} sai.",
            "In all: {sets} criteria sets, {number} examples, {failed} wrong.",
        ),
        "case-result": Text("Kết quả", "Result"),
        "case-passed": Text("đúng", "right"),
        "case-failed": Text("SAI", "WRONG"),
        "case-whole-unit": Text("Cả đơn vị", "Whole result"),
        "case-given": Text("Kê khai", "Given"),
        "case-awarded": Text("Hội đồng chấm", "Council"),
        "case-expected": Text("Phải được", "Expected"),
        "case-got": Text("Đã ra", "Got"),
        "case-why": Text("Vì", "Because"),
        "case-clause": Text("Căn cứ", "Clause"),
        "case-finding": Text("Phát hiện", "Finding"),
        "case-blank": Text("(để trống)", "(blank)"),
        "case-pair": Text("{first} và {second}", "{first} and {second}"),
        "case-others-full": Text("các tiêu chí khác đạt điểm tối đa", "the other criteria at their maximum"),
        "case-others-blank": Text("các tiêu chí khác để trống", "the other criteria blank"),
        "case-points": Text("{points} điểm", "{points} points"),
        "case-points-published": Text(
            "{points} điểm (công bố {published})", "{points} points (published {published})"
        ),
        "case-of": Text("điểm tối đa áp dụng {of}", "applicable maximum {of}"),
        "case-grade": Text("xếp loại {grade}", "grade {grade}"),
        "case-no-grade": Text("không xếp loại", "no grade"),
        "case-refused": Text("bị từ chối", "refused"),
        "case-with-finding": Text("phát hiện {code}", "finding {code}"),
        "case-cap": Text("hạ loại: {reference}", "grade lowered: {reference}"),
    }
)
