"""Words that `score` says beside its results, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

SCORED_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "findings-shown-by": Text("Xem từng phát hiện: {command}", "To see each finding: {command}"),
        "kept-first": Text(
            "Muốn chấm thử mà không lưu thì thêm --no-store.", "To score without storing, add --no-store."
        ),
        "percent-of-unrounded": Text(
            "Tỷ lệ tính từ số chưa làm tròn.", "Percentages are of figures that are not rounded."
        ),
        "units-in-files": Text(", {number} đơn vị", ", {number} units"),
        "files-checked": Text(
            "{files} tệp đã kiểm tra{units}, {failed} tệp không dùng được.",
            "{files} files checked{units}, {failed} could not be used.",
        ),
        "file-of-units": Text("{file}: {number} đơn vị.", "{file}: {number} units."),
        "units-without-more": Text(
            "Không có phát hiện nào khác: {number} đơn vị ({names}).",
            "Nothing else to report: {number} units ({names}).",
        ),
        "place-of-units": Text("{place} ({number} đơn vị)", "{place} ({number} units)"),
        "place-of-unit": Text("{place} ({unit})", "{place} ({unit})"),
    }
)
