"""What stands in an exported annex beside its rows: in Vietnamese, as decisions are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ANNEX_SHEET: Mapping[str, str] = MappingProxyType(
    {
        "sheet": "Phụ lục",
        "annex": "PHỤ LỤC",
        "column-code": "STT",
        "column-title": "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
        "column-max": "Điểm tối đa",
        "column-how": "Cách chấm",
        "column-notes": "Căn cứ, ghi chú",
        "total": "Tổng điểm",
        "based-on": "Ban hành kèm theo {basis}",
        "modelled-on": "Theo mẫu: {text}",
        "applies": "Áp dụng cho năm {years}",
    }
)
