"""Words of a report's Word files that are not in their templates, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

# who heads an office, by the first words of its name
OFFICE_HEADS: Mapping[str, str] = MappingProxyType(
    {
        "ủy ban nhân dân": "doc-head-committee",
        "ubnd": "doc-head-committee",
        "bộ": "doc-head-ministry",
        "sở": "doc-head-department",
    }
)

DOCUMENT_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        # who issues
        "doc-office-unknown": Text("[Tên cơ quan ban hành]", "[Issuing office]"),
        "doc-head-committee": Text("Chủ tịch", "Chairperson"),
        "doc-head-ministry": Text("Bộ trưởng", "Minister"),
        "doc-head-department": Text("Giám đốc", "Director"),
        "doc-head-other": Text("Thủ trưởng", "Head"),
        "doc-headed": Text("{head} {office}", "{head}, {office}"),
        # what it is of
        "doc-basis-decision": Text("Quyết định số {number}", "Decision {number}"),
        "doc-basis-circular": Text("Thông tư số {number}", "Circular {number}"),
        "doc-basis-decree": Text("Nghị định số {number}", "Decree {number}"),
        "doc-basis-plan": Text("Kế hoạch số {number}", "Plan {number}"),
        "doc-basis-guidance": Text("Hướng dẫn số {number}", "Guidance {number}"),
        "doc-basis-other": Text("Văn bản số {number}", "Document {number}"),
        "doc-basis-dated": Text("{basis} ngày {date}", "{basis} of {date}"),
        "doc-basis-issued": Text("{basis} của {issuer}", "{basis}, {issuer}"),
        "doc-basis-titled": Text("{basis} {title}", "{basis}: {title}"),
        # heads of columns
        "doc-rank": Text("Hạng", "Rank"),
        "doc-unit": Text("Đơn vị", "Unit"),
        "doc-claimed": Text("Điểm tự đánh giá", "Self-assessed points"),
        "doc-appraised": Text("Điểm thẩm định", "Appraised points"),
        "doc-points": Text("Điểm đạt được", "Points"),
        "doc-max": Text("Điểm tối đa", "Maximum"),
        "doc-percent": Text("Chỉ số (%)", "Index (%)"),
        "doc-grade": Text("Xếp loại", "Grade"),
        "doc-remark": Text("Ghi chú", "Remark"),
        "doc-areas-percent": Text("Tỷ lệ đạt của lĩnh vực (%)", "Attainment of the area (%)"),
        "doc-areas-points": Text("Điểm của lĩnh vực", "Points of the area"),
        "doc-code": Text("Mã", "Code"),
        "doc-area": Text("Lĩnh vực", "Area"),
        "doc-mean-points": Text("Điểm bình quân", "Mean points"),
        "doc-mean-percent": Text("Bình quân (%)", "Mean (%)"),
        "doc-highest": Text("Cao nhất (%)", "Highest (%)"),
        "doc-lowest": Text("Thấp nhất (%)", "Lowest (%)"),
        "doc-lost-all": Text("Tổng điểm mất", "Points lost in all"),
        "doc-area-percent": Text("Tỷ lệ (%)", "Per cent"),
        "doc-lost": Text("Điểm mất", "Points lost"),
        "doc-area-rank": Text("Hạng", "Rank"),
        "doc-total": Text("Tổng cộng", "Total"),
        "doc-criterion": Text("Tiêu chí", "Criterion"),
        "doc-got": Text("Điểm / tối đa", "Points of maximum"),
        "doc-reason": Text("Lý do", "Reason"),
        "doc-rule": Text("Cách chấm, căn cứ", "Rule and clause"),
        "doc-period": Text("Kỳ", "Period"),
        # captions, and what tables tell those who cannot see them
        "doc-table-ranking": Text("Kết quả và xếp hạng: {block}", "Results and ranks: {block}"),
        "doc-table-ranking-described": Text(
            "Mỗi dòng là một đơn vị, xếp theo thứ hạng: {count} dòng.",
            "One row for each unit in order of rank; rows: {count}.",
        ),
        "doc-table-areas": Text("Kết quả theo lĩnh vực: {block}", "Results by area: {block}"),
        "doc-table-areas-described": Text(
            "Mỗi dòng là một lĩnh vực: {count} dòng.", "One row for each area; rows: {count}."
        ),
        "doc-table-unit": Text("Điểm theo lĩnh vực của {unit}", "Points by area: {unit}"),
        "doc-table-unit-described": Text(
            "Mỗi dòng là một lĩnh vực, dòng cuối là tổng: {count} dòng.",
            "One row for each area, the last one is the total; rows: {count}.",
        ),
        "doc-table-losses": Text("Các tiêu chí mất nhiều điểm nhất", "Criteria that lost most"),
        "doc-table-losses-described": Text(
            "Mỗi dòng là một tiêu chí, mất nhiều điểm nhất trước: {count} dòng.",
            "One row for each criterion, the most points lost first; rows: {count}.",
        ),
        "doc-table-history": Text("Kết quả các kỳ", "Results over the periods"),
        "doc-table-history-described": Text(
            "Mỗi dòng là một kỳ, cũ nhất trước: {count} dòng.",
            "One row for each period, the oldest first; rows: {count}.",
        ),
        "doc-losses-more": Text(
            "Còn {number} tiêu chí khác mất tổng cộng {points} điểm.",
            "Other criteria ({number}) lost {points} points in all.",
        ),
        "doc-losses-unknown": Text(
            "Chưa có điểm từng tiêu chí.", "There are no points of single criteria yet."
        ),
        "doc-part-of": Text("{caption} (phần {part}/{parts})", "{caption} (part {part} of {parts})"),
    }
)
