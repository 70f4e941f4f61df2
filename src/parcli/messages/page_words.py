"""Words of the report's page, by key, in both languages; ``{name}`` places are filled by the caller."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.page_words_charts import CHART_WORDS
from parcli.model.text import Text

PAGE_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        **CHART_WORDS,
        # the page
        "skip": Text("Đến nội dung chính", "Skip to the contents"),
        "contents": Text("Mục lục", "Contents"),
        "standing-draft": Text("Dự thảo", "Draft"),
        "standing-final": Text("Chính thức", "Final"),
        "period": Text("Kỳ đánh giá", "Period"),
        "stage": Text("Số liệu", "Figures"),
        "stage-self": Text("tự đánh giá", "self-assessed"),
        "stage-final": Text("kết quả thẩm định", "appraised"),
        "stage-published": Text("kết quả đã công bố", "published results"),
        "made-at": Text("Lập lúc", "Made at"),
        "made-by": Text("Công cụ", "Tool"),
        "set-id": Text("Bộ tiêu chí", "Criteria set"),
        # sections
        "overview": Text("Kết quả chung", "Overview"),
        "ranking": Text("Xếp hạng", "Ranking"),
        "areas": Text("Lĩnh vực", "Areas"),
        "changes": Text("So với kỳ trước", "Changes"),
        "earlier": Text("Các kỳ trước", "Earlier periods"),
        "sheets": Text("Từng đơn vị", "Each unit"),
        "sheets-how": Text(
            "Chọn một đơn vị để xem điểm từng lĩnh vực, nơi mất điểm và ô số liệu trong tệp của đơn vị.",
            "Choose a unit to see its areas, where it loses points, and the cells of its workbook.",
        ),
        "printed-without-trees": Text(
            "Bản in không kèm bảng toàn bộ tiêu chí của từng đơn vị. Bảng đó ở cuối phần của mỗi đơn vị trong"
            " tệp này; mở bảng nào trước khi in thì bảng đó được in.",
            "Printed without each unit's table of all criteria. It stands at the end of the unit's part in"
            " this file; a table that is opened before printing is printed.",
        ),
        "sheets-how-published": Text(
            "Chọn một đơn vị để xem kết quả theo lĩnh vực và qua các kỳ.",
            "Choose a unit to see its areas and its results over the periods.",
        ),
        "method": Text("Phương pháp và nguồn số liệu", "Method and sources"),
        "back": Text("Về bảng xếp hạng", "Back to the ranking"),
        # overview
        "units": Text("Số đơn vị", "Units"),
        "mean": Text("Bình quân", "Mean"),
        "median": Text("Trung vị", "Median"),
        "median-is": Text("Trung vị: {median}", "Median: {median}"),
        "mean-is": Text("Bình quân: {mean}", "Mean: {mean}"),
        "highest": Text("Cao nhất", "Highest"),
        "lowest": Text("Thấp nhất", "Lowest"),
        "mind": Text("Lưu ý về số liệu", "About the data"),
        "warn-incomplete": Text(
            "{count} đơn vị có kết quả chưa đầy đủ.", "Units with an incomplete result: {count}."
        ),
        "warn-provisional": Text(
            "{count} đơn vị có kết quả tạm tính, còn tiêu chí chưa thẩm định.",
            "Units with a provisional result, not appraised throughout: {count}.",
        ),
        "warn-unranked": Text("{count} đơn vị không có hạng.", "Units without a rank: {count}."),
        "warn-errors": Text(
            "{count} đơn vị có lỗi trong tệp số liệu (xem mục Phương pháp và nguồn số liệu).",
            "Units with errors in their workbooks: {count} (see Method and sources).",
        ),
        "warn-contradictions": Text(
            "{count} đơn vị có số liệu in khác nhau giữa các nguồn công bố.",
            "Units whose figures differ between publications: {count}.",
        ),
        "warn-corrections": Text(
            "{count} đơn vị có kết quả đã đính chính sau công bố.",
            "Units with a result corrected after publication: {count}.",
        ),
        "warn-mixed-sets": Text(
            "Các đơn vị được chấm theo những bộ tiêu chí khác nhau.",
            "The units were scored by different criteria sets.",
        ),
        "warn-partial-field": Text(
            "Báo cáo chỉ có một phần số đơn vị được xếp hạng.",
            "The report has only a part of the units that were ranked.",
        ),
        "warn-not-official": Text(
            "Bộ tiêu chí chưa phải, hoặc chưa hoàn toàn là, văn bản chính thức.",
            "The criteria set is not, or not in all parts, an official one.",
        ),
        # tables
        "figure": Text("Hình", "Figure"),
        "table": Text("Bảng", "Table"),
        "rank": Text("Hạng", "Rank"),
        "rank-in-block": Text("Hạng trong khối", "Rank in block"),
        "rank-of-all": Text("Hạng chung", "Rank of all"),
        "unit": Text("Đơn vị", "Unit"),
        "block": Text("Khối", "Block"),
        "points": Text("Điểm", "Points"),
        "percent": Text("Tỷ lệ %", "Per cent"),
        "grade": Text("Xếp loại", "Grade"),
        "trend": Text("Diễn biến", "Trend"),
        "total": Text("Tổng cộng", "Total"),
        "area": Text("Lĩnh vực", "Area"),
        "criterion": Text("Tiêu chí", "Criterion"),
        "code": Text("Mã", "Code"),
        "maximum": Text("Điểm tối đa", "Maximum"),
        "reached": Text("Điểm đạt", "Reached"),
        "lost": Text("Điểm mất", "Points lost"),
        "reason": Text("Vì sao", "Why"),
        "cell": Text("Ô số liệu, minh chứng", "Cell, evidence"),
        "remark": Text("Ghi chú", "Remark"),
        "change": Text("Tăng, giảm", "Change"),
        "places": Text("Số bậc", "Places"),
        "change-since": Text("So với {period}", "Since {period}"),
        "rank-of": Text("Hạng {period}", "Rank {period}"),
        "percent-of": Text("Tỷ lệ {period}", "Per cent {period}"),
        "counts-table": Text("Số đơn vị theo xếp loại; tỷ lệ % đạt", "Units by grade; per cent reached"),
        "counts-table-points": Text("Số đơn vị theo xếp loại; điểm đạt", "Units by grade; points"),
        "results-table": Text("Kết quả chung: tỷ lệ % đạt", "Results: per cent reached"),
        "results-table-points": Text("Kết quả chung: điểm đạt", "Results: points"),
        "regions-table": Text("Theo vùng: tỷ lệ % đạt", "By region: per cent reached"),
        "regions-table-points": Text("Theo vùng: điểm đạt", "By region: points"),
        "region": Text("Vùng", "Region"),
        "group": Text("Nhóm", "Group"),
        "of-units": Text("trong số {size} đơn vị", "of {size}"),
        "of-at-least-units": Text("trong số ít nhất {size} đơn vị", "of at least {size}"),
        "rank-is": Text("hạng {rank}", "rank {rank}"),
        "ranking-table": Text(
            "Điểm theo lĩnh vực và kết quả của từng đơn vị", "Points by area and result of each unit"
        ),
        "ranking-table-percent": Text(
            "Tỷ lệ đạt (%) theo lĩnh vực và kết quả của từng đơn vị",
            "Per cent reached by area and result of each unit",
        ),
        "ranking-table-plain": Text("Kết quả của từng đơn vị", "Result of each unit"),
        "heat-from": Text("tỷ lệ đạt: dưới 50 %", "reached: below 50%"),
        "heat-to": Text("từ 95 %", "95% or more"),
        "areas-table": Text("Lĩnh vực: {block}", "Areas: {block}"),
        "mean-points": Text("Điểm bình quân", "Mean points"),
        "mean-percent": Text("Bình quân %", "Mean %"),
        "best": Text("Cao nhất %", "Best %"),
        "least": Text("Thấp nhất %", "Lowest %"),
        "lost-sum": Text("Tổng điểm mất", "Sum of points lost"),
        "lost-share": Text("Tỷ lệ mất", "Share lost"),
        "lost-share-full": Text(
            "Điểm mất trên tổng điểm tối đa áp dụng", "Points lost of the applicable maximum"
        ),
        "losing-units": Text("Đơn vị mất điểm", "Units losing"),
        "criteria-table": Text("Tiêu chí mất nhiều điểm nhất: {block}", "Criteria lost most: {block}"),
        "changes-table": Text(
            "Hạng và tỷ lệ đạt, {before} và {now}", "Ranks and per cent, {before} and {now}"
        ),
        "movers": Text(
            "Bảng chỉ nêu các đơn vị tăng nhiều nhất và giảm nhiều nhất.",
            "The table names only the units that rose most and those that fell most.",
        ),
        "break-set": Text(
            "Không so sánh {now} với {before}: bộ tiêu chí đã thay đổi.",
            "No comparison of {now} with {before}: the criteria set changed.",
        ),
        "break-kind": Text(
            "Không so sánh {now} với {before}: một kỳ là cả năm, một kỳ là một phần của năm.",
            "No comparison of {now} with {before}: one is a whole year, one a part of a year.",
        ),
        "break-part": Text(
            "Không so sánh {now} với {before}: hai kỳ là hai phần khác nhau của năm.",
            "No comparison of {now} with {before}: they are different parts of a year.",
        ),
        "history-table": Text("Kết quả và thứ hạng qua các kỳ", "Results and ranks over the periods"),
        "result-of": Text("Kết quả {period}", "Result {period}"),
        "rank-change": Text("Tăng, giảm bậc", "Places moved"),
        # a unit's sheet
        "rank-printed": Text("Hạng in trong công bố", "Rank as printed"),
        "rule": Text("Quy tắc chấm", "Rule"),
        "not-ranked": Text("Không có hạng: {reason}.", "No rank: {reason}."),
        "is-provisional": Text(
            "Kết quả tạm tính: còn tiêu chí chưa thẩm định, tính theo điểm tự đánh giá.",
            "Provisional: what is not appraised yet counts as self-assessed.",
        ),
        "is-incomplete": Text(
            "Kết quả chưa đầy đủ: còn tiêu chí chưa có điểm.", "Incomplete: some criteria have no points."
        ),
        "has-findings": Text("Tệp số liệu có {counted}.", "The workbook has {counted}."),
        "has-errors": Text("{count} lỗi", "errors ({count})"),
        "has-warnings": Text("{count} cảnh báo", "warnings ({count})"),
        "counted-and": Text("{first} và {second}", "{first} and {second}"),
        "is-correction": Text("Đính chính sau công bố: {reason}", "Corrected after publication: {reason}"),
        "is-contradicted": Text("Nguồn khác in: {others}", "Printed elsewhere: {others}"),
        "unit-areas-table": Text("Điểm theo lĩnh vực: {unit}", "Points by area: {unit}"),
        "unit-areas-percent": Text("Tỷ lệ đạt theo lĩnh vực: {unit}", "Attainment by area: {unit}"),
        "block-mean": Text("Bình quân khối %", "Block mean %"),
        "block-best": Text("Cao nhất khối %", "Block best %"),
        "losses-table": Text("Tiêu chí mất điểm: {unit}", "Criteria that lost points: {unit}"),
        "past-table": Text("Kết quả các kỳ: {unit}", "Results over the periods: {unit}"),
        "whole-table": Text(
            "Toàn bộ tiêu chí, điểm và ô số liệu: {unit}", "All criteria, their points and cells: {unit}"
        ),
        "bold-is-sum": Text(
            "Điểm in đậm là tổng điểm các tiêu chí bên dưới",
            "Points in bold are the sum of the criteria below",
        ),
        "total-is-sum": Text(
            "Tổng điểm các lĩnh vực, cộng điểm thưởng, trừ điểm phạt, làm tròn theo bộ tiêu chí",
            "The sum of the areas, with bonus and less penalty points, rounded as the set says",
        ),
        "state-not_applicable": Text("không áp dụng", "not applicable"),
        # method
        "ranked-by-percent": Text(
            "Các đơn vị được xếp hạng theo tỷ lệ % điểm đạt.", "Units are ranked by percentage."
        ),
        "ranked-by-points": Text("Các đơn vị được xếp hạng theo điểm.", "Units are ranked by points."),
        "ranks-printed": Text(
            "Hạng là hạng in trong văn bản công bố.", "Ranks are those that the publications print."
        ),
        "percent-means": Text(
            "Tỷ lệ % là điểm đạt trên điểm tối đa áp dụng cho đơn vị.",
            "A percentage is the points of the maximum that applies to the unit.",
        ),
        "lost-means": Text(
            "Điểm mất là điểm tối đa áp dụng trừ điểm đạt.",
            "Points lost are the applicable maximum less the points.",
        ),
        "mean-means": Text(
            "Bình quân, cao nhất và thấp nhất tính riêng cho từng khối.",
            "Means and extremes are of each block by itself.",
        ),
        "status": Text("Tình trạng", "Status"),
        "set-official": Text("chính thức", "official"),
        "set-partial": Text("một phần chính thức", "partly official"),
        "set-illustrative": Text("minh họa", "illustrative"),
        "meaning-hash": Text("Mã băm nội dung", "Hash of its meaning"),
        "legal-basis": Text("Căn cứ", "Legal basis"),
        "modelled-on": Text("Phỏng theo", "Modelled on"),
        "rules-table": Text("Quy tắc chấm của bộ tiêu chí {set}", "The rules of the criteria set {set}"),
        "sources-table": Text("Nguồn của kết quả", "Where the results come from"),
        "source": Text("Nguồn", "Source"),
        "results": Text("Số kết quả", "Results"),
        "run": Text("Lần chấm {number}, parindex {version}", "Run {number}, parindex {version}"),
        "run-short": Text("Lần chấm", "Run"),
        "findings-table": Text("Phát hiện khi đọc và chấm các tệp", "Findings made in the workbooks"),
        "finding": Text("Phát hiện", "Finding"),
        "severity": Text("Mức độ", "Severity"),
        "severity-error": Text("Lỗi", "Error"),
        "severity-warning": Text("Cảnh báo", "Warning"),
        "severity-info": Text("Lưu ý", "Note"),
        "count": Text("Số lần", "Times"),
        # tools of the table
        "find": Text("Tìm đơn vị", "Find a unit"),
        "find-how": Text("gõ có dấu hoặc không dấu", "with or without marks"),
        "all": Text("Tất cả", "All"),
        "count-of": Text("#/# đơn vị", "# of # units"),
        "save-csv": Text("Lưu CSV", "Save CSV"),
    }
)
