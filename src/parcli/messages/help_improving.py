"""What the commands on lost points and improvement do, as their help says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

IMPROVING_HELP: Mapping[str, Text] = MappingProxyType(
    {
        "gaps": Text(
            "Cho biết mất điểm ở đâu: theo lĩnh vực, tiêu chí, cách chấm; của một cấp hoặc một đơn vị.",
            "Show where points are lost: by area, criterion and rule; of a level or of one unit.",
        ),
        "opt-gaps-unit": Text(
            "Một đơn vị (tên hoặc mã), đặt cạnh bình quân của khối.",
            "One unit (name or code), beside the mean of its block.",
        ),
        "opt-gaps-top": Text(
            "Số tiêu chí in trong bảng; 0: tất cả. JSON và CSV luôn có đủ.",
            "How many criteria the table prints; 0: all. JSON and CSV have them all.",
        ),
        "whatif": Text(
            "Thử đổi vài câu trả lời của một đơn vị: điểm, xếp loại, hạng sẽ ra sao.",
            "Try a few other answers of a unit: what its points, grade and rank would be.",
        ),
        "arg-result-unit": Text("Tên hoặc mã của đơn vị đã chấm.", "Name or code of a unit with a result."),
        "arg-changes": Text(
            'Mã tiêu chí và giá trị mới, viết như trong bảng: "1.1.2=95%" "3.4=Có"; một dòng dưới tiêu chí:'
            ' "1.2.1:Báo cáo gửi chậm=0" hoặc "1.2.1:1=0".',
            'Code and new value, written as in the workbook: "1.1.2=95%" "3.4=Yes"; for a row below a'
            ' criterion, its name or number: "1.2.1:1=0".',
        ),
        "opt-result-level": Text(
            "Cấp; bỏ trống khi chỉ có một cấp hoặc đơn vị chỉ thuộc một cấp.",
            "The level; may be left out where there is one only, or the unit has one.",
        ),
    }
)
