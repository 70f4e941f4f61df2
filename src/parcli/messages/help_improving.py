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
        "plan": Text(
            "Lập kế hoạch đạt một xếp loại, một hạng hoặc thêm điểm với ít công sức nhất.",
            "Plan how to reach a grade, a rank or more points with the least effort.",
        ),
        "opt-plan-to": Text("Xếp loại cần đạt, ví dụ Tốt.", "The grade to reach, by its name or id."),
        "opt-plan-rank": Text(
            "Hạng cần đạt, các đơn vị khác giữ nguyên.", "The rank to reach, other units staying as they are."
        ),
        "opt-plan-points": Text("Số điểm cần thêm.", "How many points more."),
        "opt-plan-alternatives": Text("Số phương án (mặc định 3).", "How many plans (3 by default)."),
        "opt-plan-exclude": Text(
            "Mã tiêu chí, lĩnh vực để nguyên; ghi được nhiều lần.",
            "Code of a criterion or area to leave alone; may be repeated.",
        ),
        "opt-plan-format": Text(
            "table (mặc định), json, md, docx, xlsx; bỏ trống khi đuôi của tệp nói rõ.",
            "table (default), json, md, docx, xlsx; may be left out where the file's ending tells it.",
        ),
        "opt-plan-output": Text("Ghi vào tệp này.", "Write to this file."),
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
