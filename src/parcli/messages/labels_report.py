"""The labels of what ``parindex report`` tells about the files that it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

REPORT_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "report-written": Text(
            "Đã lập báo cáo cấp {level}, {period}: {units} đơn vị.",
            "Report of level {level}, {period}: {units} units.",
        ),
        "report-kept": Text(
            "Không ghi đè {number} tệp đã có; thêm --force để ghi đè: {names}.",
            "Files that were there and stay as they are: {number}; --force replaces them: {names}.",
        ),
    }
)
