"""Headings, table heads and notes of reports, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

REPORT_PARTS: Mapping[str, Text] = MappingProxyType(
    {
        # the head
        "draft": Text("DỰ THẢO", "DRAFT"),
        "final": Text("CHÍNH THỨC", "FINAL"),
        "head-made": Text("Lập lúc {time} bằng parindex {version}", "Made at {time} by parindex {version}"),
        "head-self": Text("Theo kết quả tự đánh giá", "By self-assessment"),
        "head-illustrative": Text(
            "Chấm theo bộ tiêu chí minh họa, không phải kết quả chính thức của cơ quan nào.",
            "Scored by an illustrative criteria set: not the official result of anybody.",
        ),
        # sections
        "section-overview": Text("Tổng quan", "Overview"),
        "section-ranking": Text("Xếp hạng", "Ranking"),
        "section-areas": Text("Lĩnh vực", "Areas"),
        "section-history": Text("So với các kỳ trước", "Earlier periods"),
        "section-units": Text("Chi tiết từng đơn vị", "Each unit"),
        "section-method": Text("Phương pháp và nguồn số liệu", "Method and sources"),
        # table heads
        "col-rank": Text("Hạng", "Rank"),
        "col-rank-block": Text("Hạng trong khối", "Rank in block"),
        "col-rank-all": Text("Hạng chung", "Rank of all"),
        "col-unit": Text("Đơn vị", "Unit"),
        "col-units": Text("Số đơn vị", "Units"),
        "col-region": Text("Vùng", "Region"),
        "col-points": Text("Điểm", "Points"),
        "col-max": Text("Điểm tối đa", "Maximum"),
        "col-percent": Text("Tỷ lệ (%)", "Percent"),
        "col-grade": Text("Xếp loại", "Grade"),
        "col-change": Text("Tăng, giảm so với {period}", "Change since {period}"),
        "col-change-rank": Text("Tăng, giảm bậc", "Places moved"),
        "col-group": Text("Nhóm", "Group"),
        "col-mean": Text("Bình quân (%)", "Mean (%)"),
        "col-median": Text("Trung vị (%)", "Median (%)"),
        "col-highest": Text("Cao nhất (%)", "Highest (%)"),
        "col-lowest": Text("Thấp nhất (%)", "Lowest (%)"),
        "col-median-points": Text("Trung vị (điểm)", "Median (points)"),
        "col-highest-points": Text("Cao nhất (điểm)", "Highest (points)"),
        "col-lowest-points": Text("Thấp nhất (điểm)", "Lowest (points)"),
        "col-area": Text("Lĩnh vực", "Area"),
        "col-mean-points": Text("Điểm bình quân", "Mean points"),
        "col-lost": Text("Điểm mất", "Points lost"),
        "col-lost-all": Text("Tổng điểm mất", "Points lost in all"),
        "col-code": Text("Mã", "Code"),
        "col-criterion": Text("Tiêu chí", "Criterion"),
        "col-losing": Text("Số đơn vị mất điểm", "Units losing"),
        "col-area-rank": Text("Hạng lĩnh vực", "Rank in the area"),
        "col-area-change": Text("Tăng, giảm (%)", "Change (%)"),
        "col-why": Text("Lý do", "Why"),
        "col-rule": Text("Cách chấm", "Rule"),
        "col-place": Text("Ô trong bảng", "Cell"),
        "col-evidence": Text("Tài liệu, giải trình", "Evidence, explanation"),
        "col-period": Text("Kỳ", "Period"),
        "col-source": Text("Nguồn", "Source"),
        "col-note": Text("Ghi chú", "Note"),
        "row-total": Text("Tổng cộng", "Total"),
        "row-bonus": Text("Điểm thưởng: {title}", "Bonus: {title}"),
        "row-penalty": Text("Điểm trừ: {title}", "Penalty: {title}"),
        "area-numbered": Text("Lĩnh vực {number}", "Area {number}"),
        # captions and notes
        "caption-areas": Text("Tỷ lệ đạt theo lĩnh vực (%)", "Attainment by area (%)"),
        "caption-criteria": Text(
            "Các tiêu chí mất nhiều điểm nhất", "Criteria in which most points were lost"
        ),
        "caption-regions": Text("Theo vùng", "By region"),
        "caption-unit-criteria": Text("Các tiêu chí mất điểm", "Criteria with points lost"),
        "caption-unit-history": Text("Các kỳ", "Periods"),
        "sums-unrounded": Text(
            "Tổng được cộng từ điểm chưa làm tròn nên có thể lệch so với tổng các số đã in.",
            "Totals add up unrounded points and may differ from the sum of the printed ones.",
        ),
        "maxima-applicable": Text(
            "Tỷ lệ và điểm mất tính theo điểm tối đa áp dụng cho từng đơn vị; ở đơn vị có tiêu chí không áp"
            " dụng, điểm này nhỏ hơn điểm tối đa của lĩnh vực.",
            "Percentages and points lost are counted from the maximum that applies to each unit; where a"
            " criterion does not apply to a unit, that is less than the maximum of the area.",
        ),
        "no-losses": Text("Không mất điểm ở tiêu chí nào.", "No points were lost in any criterion."),
        "no-criteria": Text(
            "Kết quả lấy từ nguồn công bố: không có điểm từng tiêu chí.",
            "The result comes from a publication: there are no points of single criteria.",
        ),
        "no-history": Text("Chưa có kết quả của kỳ trước.", "There are no results of earlier periods."),
        "units-elsewhere": Text(
            "Báo cáo có nhiều hơn {number} đơn vị: chi tiết từng đơn vị có trong tệp CSV, hoặc lập riêng bằng"
            " parindex report --unit.",
            "There are more than {number} units: figures of each are in the CSV file, or in a report of its"
            " own by parindex report --unit.",
        ),
        "break": Text("không so sánh được", "not comparable"),
        "state-pending": Text("chưa đến kỳ chấm", "not due yet"),
        "state-missing": Text("chưa có điểm", "no points yet"),
        "note-published": Text("số công bố", "published"),
        "note-incomplete": Text("chưa đầy đủ", "incomplete"),
        "note-provisional": Text("tạm tính", "provisional"),
        "note-correction": Text("đính chính: {reason}", "corrected: {reason}"),
        "note-contradicted": Text("nguồn {source} in {printed}", "{source} prints {printed}"),
        "note-printed-rank": Text("nguồn công bố in hạng {rank}", "the publication prints rank {rank}"),
        "note-errors": Text("bảng số liệu có {number} lỗi", "errors in the workbook: {number}"),
        "note-warnings": Text("bảng số liệu có {number} cảnh báo", "warnings in the workbook: {number}"),
        # method
        "method-set": Text("Bộ tiêu chí {id} ({status}): {units}.", "Criteria set {id} ({status}): {units}."),
        "method-hash": Text("Mã băm nội dung: {hash}", "Content hash: {hash}"),
        "method-basis": Text("Căn cứ: {basis}", "Legal basis: {basis}"),
        "method-modelled": Text("Mô phỏng theo: {basis}", "Modelled on: {basis}"),
        "method-by-percent": Text(
            "Xếp hạng theo tỷ lệ phần trăm đạt được so với điểm tối đa áp dụng.",
            "Ranked by the percentage reached of the applicable maximum.",
        ),
        "method-by-points": Text("Xếp hạng theo điểm.", "Ranked by points."),
        "method-rounding": Text(
            "Số công bố làm tròn đến {digits} chữ số thập phân ({mode}).",
            "Published figures are rounded (decimals: {digits}; {mode}).",
        ),
        "method-rounding-set": Text(
            "Số công bố theo bộ tiêu chí {set} làm tròn đến {digits} chữ số thập phân ({mode}).",
            "Figures published by the criteria set {set} are rounded (decimals: {digits}; {mode}).",
        ),
        "method-as-printed": Text(
            "Số liệu của nguồn công bố được giữ như đã in, không làm tròn thêm.",
            "Figures of publications are kept as they are printed, and are not rounded again.",
        ),
        "method-means-rounded": Text(
            "Số bình quân, trung vị, chênh lệch tính từ số liệu đã in được làm tròn đến {digits} chữ số thập"
            " phân ({mode}).",
            "Means, medians and differences of printed figures are rounded (decimals: {digits}; {mode}).",
        ),
        "rounding-half_up": Text("nửa thì làm tròn lên", "halves up"),
        "rounding-half_even": Text("nửa thì làm tròn về số chẵn", "halves to the even number"),
        "rounding-down": Text("cắt bỏ phần thừa", "cut off"),
        "method-printed": Text(
            "Thứ hạng lấy theo nguồn công bố.", "Ranks are those that the publications print."
        ),
        "method-partial": Text(
            "Chỉ biết kết quả của một phần số đơn vị.", "The results of only a part of the units are known."
        ),
        "method-mixed": Text(
            "Các đơn vị được chấm theo nhiều bộ tiêu chí: thứ hạng chỉ để tham khảo.",
            "Units were scored by different criteria sets: ranks are for orientation only.",
        ),
        "method-run": Text(
            "Lần chấm số {number}, lúc {time}, parindex {version}: {results} kết quả.",
            "Run {number}, {time}, parindex {version}: {results} results.",
        ),
        "method-publication": Text(
            "Nguồn công bố: {source} ({results} kết quả).", "Publication: {source} ({results} results)."
        ),
        "method-no-source": Text("không nêu nguồn", "no source given"),
        "method-finding": Text(
            "{severity} [{code}], {count} lần ở {units}. {text}",
            "{severity} [{code}], found {count} times in {units}. {text}",
        ),
        "method-finding-once": Text(
            "{severity} [{code}] ở {units}. {text}", "{severity} [{code}] in {units}. {text}"
        ),
        "finding-example": Text("Ví dụ: {text}", "For example: {text}"),
        "method-self-sums": Text(
            "Số bình quân, cao nhất, thấp nhất tính trên các đơn vị được xếp hạng.",
            "Means and extremes are over the ranked units.",
        ),
    }
)
