"""What a template's sheets say around its cells: headings, column heads, guidance, signatures, summaries."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.text import Lang, Text

TEMPLATE_SHEET: Mapping[str, Text] = MappingProxyType(
    {
        # names of sheets
        "sheet-guidance": Text("Hướng dẫn", "Guidance"),
        "sheet-form": Text("Tự chấm điểm", "Self-assessment"),
        "sheet-council-1": Text("Thẩm định lần 1", "Appraisal round 1"),
        "sheet-council-2": Text("Thẩm định lần 2", "Appraisal round 2"),
        "sheet-council-self": Text("Tự chấm", "Self-assessed"),
        "sheet-council-areas": Text("Theo lĩnh vực", "By area"),
        "sheet-council-results": Text("Kết quả", "Results"),
        # heading
        "motto-country": Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "THE SOCIALIST REPUBLIC OF VIET NAM"),
        "motto": Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
        "form-title": Text(
            "Bảng tự chấm điểm Chỉ số cải cách hành chính {period}", "PAR Index self-assessment, {period}"
        ),
        "label-unit": Text("Đơn vị:", "Unit:"),
        "label-unit-code": Text("Mã đơn vị:", "Unit code:"),
        "label-level": Text("Cấp:", "Level:"),
        "label-block": Text("Khối:", "Block:"),
        "label-period": Text("Kỳ đánh giá:", "Period:"),
        "label-criteria-set": Text("Bộ tiêu chí:", "Criteria set:"),
        "set-status": Text("Bộ tiêu chí {status}.", "The criteria set is {status}."),
        # column heads; the words are those that the reader knows
        "head-code": Text("Mã", "Code"),
        "head-title": Text("Tiêu chí, tiêu chí thành phần", "Criterion"),
        "head-max": Text("Điểm tối đa", "Max points"),
        "head-figures": Text("Số liệu kê khai", "Declared"),
        "head-declared": Text("Kê khai", "Declared"),
        "head-numerator": Text("Tử số", "Numerator"),
        "head-denominator": Text("Mẫu số", "Denominator"),
        "head-self": Text("Điểm tự chấm", "Self-assessed"),
        "head-worked": Text("Điểm đạt được", "Points obtained"),
        "head-applicable": Text("Điểm tối đa áp dụng", "Applicable maximum"),
        "head-percent": Text("Tỷ lệ (%)", "Percentage"),
        "head-evidence": Text("Tài liệu kiểm chứng", "Evidence"),
        "head-evidence_number": Text("Số, ký hiệu", "Number"),
        "head-evidence_date": Text("Ngày", "Date"),
        "head-evidence_link": Text("Liên kết", "Link"),
        "head-explanation": Text("Giải trình", "Explanation"),
        "head-survey": Text("Điều tra XHH", "Survey"),
        "head-imported": Text("Điểm nhập", "Imported"),
        "head-leaders": Text("Lãnh đạo đánh giá", "Leaders"),
        "head-appraisal": Text("Điểm thẩm định", "Appraised"),
        "head-appraised_1": Text("Lần 1", "Round 1"),
        "head-appraised_2": Text("Lần 2", "Round 2"),
        "head-note": Text("Ghi chú", "Note"),
        # cells
        "refused": Text("Giá trị không hợp lệ", "Value not accepted"),
        "closed-cell": Text("Ô khóa", "Closed"),
        "range-appraisal": Text("Thẩm định", "Appraisal"),
        # foot
        "footer-page": Text("Trang {page}/{pages}", "Page {page}/{pages}"),
        "sign-date": Text("Ngày …… tháng …… năm ………", "Date: ……………………"),
        "sign-author": Text("NGƯỜI LẬP BIỂU", "PREPARED BY"),
        "sign-head": Text("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF UNIT"),
        "sign-how": Text("(Ký, ghi rõ họ tên)", "(Signature and name)"),
        # the summary of the council
        "council-title-1": Text(
            "Tổng hợp điểm thẩm định lần 1 Chỉ số cải cách hành chính {period}",
            "PAR Index, points appraised in round 1, {period}",
        ),
        "council-title-2": Text(
            "Tổng hợp điểm thẩm định lần 2 Chỉ số cải cách hành chính {period}",
            "PAR Index, points appraised in round 2, {period}",
        ),
        "council-title-self": Text(
            "Tổng hợp điểm tự chấm Chỉ số cải cách hành chính {period}",
            "PAR Index, summary of self-assessed points, {period}",
        ),
        "council-title-areas": Text(
            "Kết quả Chỉ số cải cách hành chính {period} theo lĩnh vực", "PAR Index by area, {period}"
        ),
        "council-title-results": Text(
            "Kết quả Chỉ số cải cách hành chính {period}", "PAR Index, results of {period}"
        ),
        "head-council-1": Text("Điểm thẩm định lần 1", "Appraised, round 1"),
        "head-council-2": Text("Điểm thẩm định lần 2", "Appraised, round 2"),
        "council-blank": Text("Để trống: giữ điểm lần 1.", "Blank: the points of round 1 stand."),
        "head-content": Text("Nội dung", "Criterion"),
        "head-unit": Text("Tên đơn vị", "Name of unit"),
        "head-area": Text("{code}. {title}", "{code}. {title}"),
        "head-area-max": Text("({max} điểm)", "({max} points)"),
        "head-short-self": Text("TC", "Self"),
        "head-short-appraised": Text("TĐ", "Appraised"),
        "head-short-deducted": Text("Bị trừ", "Taken off"),
        "head-short-total": Text("Tổng", "Total"),
        "head-difference": Text("Chênh lệch", "Difference"),
        "head-share": Text("Tỷ lệ", "Share"),
        "head-others": Text("Điểm tác động", "Points of others"),
        "head-adjustments": Text("Điểm cộng, điểm trừ", "Bonus and penalty"),
        "head-total-points": Text("Tổng điểm", "Total points"),
        "head-total": Text("Tổng cộng", "Total"),
        "head-rank": Text("Xếp hạng", "Rank"),
        "row-total": Text("Tổng cộng", "Total"),
        "row-applicable": Text("Điểm tối đa áp dụng", "Applicable maximum"),
        "row-percent": Text("Tỷ lệ (%)", "Percentage"),
        "row-rank": Text("Xếp hạng", "Rank"),
        "council-points": Text("Điểm phải từ 0 đến {max}.", "Points have to be from 0 to {max}."),
        "council-words": Text(
            "Điểm phải từ 0 đến {max}, hoặc ghi: {words}.", "Points from 0 to {max}, or enter: {words}."
        ),
        "council-key": Text(
            "TC: điểm tự chấm. TĐ: điểm thẩm định lần 1. Bị trừ: số điểm lần 2 bớt đi so với lần 1 (số âm:"
            " cộng thêm). Tổng: điểm sau thẩm định lần 2. Chênh lệch: Tổng trừ TC. Tỷ lệ: Tổng trên điểm tối"
            " đa áp dụng.",
            "Self: self-assessed points. Appraised: round 1. Taken off: by round 2 (negative: added). Total:"
            " after round 2. Difference: total less self. Share: total over the applicable maximum.",
        ),
        # periods in words
        "period-year": Text("năm {year}", "{year}"),
        "period-H1": Text("6 tháng đầu năm {year}", "{year}-H1"),
        "period-H2": Text("6 tháng cuối năm {year}", "{year}-H2"),
        "period-Q1": Text("quý I năm {year}", "{year}-Q1"),
        "period-Q2": Text("quý II năm {year}", "{year}-Q2"),
        "period-Q3": Text("quý III năm {year}", "{year}-Q3"),
        "period-Q4": Text("quý IV năm {year}", "{year}-Q4"),
    }
)


def sheet_text(key: str, lang: Lang, **params: Param) -> str:
    """Return a text of a template's sheets with its params filled in."""
    return fill(TEMPLATE_SHEET[key], params, lang)


def period_words(period: Period, lang: Lang) -> str:
    """Return a period in words that the reader of labels understands ("6 tháng đầu năm 2023")."""
    return sheet_text(f"period-{period.part or 'year'}", lang, year=str(period.year))
