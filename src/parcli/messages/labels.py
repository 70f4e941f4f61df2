"""Short words of tables, headings and help, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.messages.labels_annotate import ANNOTATE_LABELS
from parcli.messages.labels_cases import CASE_LABELS
from parcli.messages.labels_causes import CAUSES_LABELS
from parcli.messages.labels_claims import CLAIMS_LABELS
from parcli.messages.labels_drafts import DRAFT_LABELS
from parcli.messages.labels_editions import EDITION_LABELS
from parcli.messages.labels_forms import FORM_LABELS
from parcli.messages.labels_frames import FRAME_LABELS
from parcli.messages.labels_gaps import GAPS_LABELS
from parcli.messages.labels_parts import PARTS_LABELS
from parcli.messages.labels_plan import PLAN_LABELS
from parcli.messages.labels_ranking import RANKING_LABELS
from parcli.messages.labels_reconcile import RECONCILE_LABELS
from parcli.messages.labels_report import REPORT_LABELS
from parcli.messages.labels_robustness import ROBUSTNESS_LABELS
from parcli.messages.labels_runs import RUN_LABELS
from parcli.messages.labels_scored import SCORED_LABELS
from parcli.messages.labels_template import TEMPLATE_LABELS
from parcli.messages.labels_whatif import WHATIF_LABELS
from parcli.model.finding import Param
from parcli.model.text import Lang, Text

LABELS: Mapping[str, Text] = MappingProxyType(
    {
        # table heads
        "area": Text("Lĩnh vực", "Area"),
        "points": Text("Điểm", "Points"),
        "max": Text("Tối đa", "Maximum"),
        "applicable": Text("Áp dụng", "Applicable"),
        "percent": Text("%", "%"),
        "total": Text("Tổng cộng", "Total"),
        "grade": Text("Xếp loại", "Grade"),
        "code": Text("Mã", "Code"),
        "title": Text("Nội dung", "Title"),
        "unit": Text("Đơn vị", "Unit"),
        "level": Text("Cấp", "Level"),
        "block": Text("Khối", "Block"),
        "period": Text("Kỳ", "Period"),
        "criteria-set": Text("Bộ tiêu chí", "Criteria set"),
        "status": Text("Tình trạng", "Status"),
        "stage": Text("Giai đoạn", "Stage"),
        "file": Text("Tệp", "File"),
        "place": Text("Vị trí", "Place"),
        "severity": Text("Mức độ", "Severity"),
        "message": Text("Nội dung", "Message"),
        "remedy": Text("Cách xử lý", "Remedy"),
        "finding-code": Text("Mã phát hiện", "Finding"),
        "column": Text("Cột", "Column"),
        "header": Text("Tiêu đề cột", "Header"),
        "role": Text("Vai trò", "Role"),
        "value": Text("Giá trị", "Value"),
        "applies": Text("Năm áp dụng", "Years"),
        "leaves": Text("Số mục chấm", "Scored items"),
        "leaves-count": Text("{number} mục chấm điểm", "{number} scored items"),
        "set-id": Text("Bộ tiêu chí", "Set"),
        # severities
        "severity-error": Text("Lỗi", "Error"),
        "severity-warning": Text("Cảnh báo", "Warning"),
        "severity-info": Text("Lưu ý", "Note"),
        # statuses and stages
        "status-official": Text("chính thức", "official"),
        "status-partial": Text("một phần chính thức", "partly official"),
        "status-illustrative": Text(
            "minh họa, không phải bộ tiêu chí chính thức", "illustrative, not official"
        ),
        "status-short-official": Text("chính thức", "official"),
        "status-short-partial": Text("một phần", "partly"),
        "status-short-illustrative": Text("minh họa", "illustrative"),
        "stage-self": Text("tự đánh giá", "self-assessment"),
        "stage-final": Text("kết quả", "result"),
        "level-ministry": Text("bộ", "ministry"),
        "level-province": Text("tỉnh", "province"),
        "level-department": Text("sở, ban, ngành", "department"),
        "level-division": Text("phòng, chi cục", "division"),
        "level-district": Text("huyện", "district"),
        "level-commune": Text("xã", "commune"),
        "state-missing": Text("chưa có điểm", "no points yet"),
        "state-not_applicable": Text("không áp dụng", "not applicable"),
        "state-pending": Text("chưa đến kỳ chấm", "not due yet"),
        "state-not-covered": Text("không tự đánh giá", "not self-assessed"),
        # lines of a result
        "provisional": Text(
            "Tạm tính: một số điểm là điểm tự chấm, chưa được thẩm định.",
            "Provisional: some points are self-assessed and not yet appraised.",
        ),
        "incomplete": Text(
            "Chưa đầy đủ: có tiêu chí chưa có điểm hoặc điểm không dùng được.",
            "Incomplete: some criteria have no usable points.",
        ),
        "coverage": Text(
            "Tính trên {covered} trong {all} tiêu chí chấm điểm.", "Over {covered} of {all} scored criteria."
        ),
        "grade-provisional": Text("tạm tính", "provisional"),
        "grade-incomplete": Text("chưa đầy đủ", "incomplete"),
        "yes": Text("có", "yes"),
        "no": Text("không", "no"),
        "errors-count": Text("Số lỗi", "Errors"),
        "warnings-count": Text("Số cảnh báo", "Warnings"),
        "head-provisional": Text("Tạm tính", "Provisional"),
        "head-incomplete": Text("Chưa đầy đủ", "Incomplete"),
        "head-adjustments": Text("Thưởng trừ", "Adjustments"),
        "no-grade": Text("không xếp loại", "no grade"),
        "bonus": Text(
            "Điểm thưởng: +{points} (cộng được {raw}{cap})", "Bonus: +{points} (earned {raw}{cap})"
        ),
        "penalty": Text(
            "Điểm trừ: −{points} (bị trừ {raw}{cap})", "Penalty: −{points} (taken off {raw}{cap})"
        ),
        "capped-at": Text(", tối đa {cap}", ", at most {cap}"),
        "cap-lowered": Text(
            "Hạ từ {before} xuống {after}: {reference}", "Lowered from {before} to {after}: {reference}"
        ),
        "cap-by-clause": Text("điều khoản của bộ tiêu chí", "a clause of the criteria set"),
        "no-findings": Text("Không có phát hiện nào.", "Nothing to report."),
        "findings-count": Text(
            "Phát hiện: {errors} lỗi, {warnings} cảnh báo, {infos} lưu ý.",
            "Findings: errors {errors}, warnings {warnings}, notes {infos}.",
        ),
        "kept": Text("Đã lưu lượt {run} vào {store}.", "Stored as run {run} in {store}."),
        "kept-before": Text(
            "Không lưu lại: {store} đã có kết quả này.", "Not stored again: {store} has these results."
        ),
        "files-unchanged": Text(
            "{number} tệp không đổi từ lần chấm trước, không chấm lại.",
            "{number} files unchanged since they were scored, not scored again.",
        ),
        "files-twice": Text(
            "{number} tệp không được lưu: các bảng của cùng một đơn vị không gộp được.",
            "{number} files not stored: workbooks of one unit that cannot be merged.",
        ),
        "results-lacking": Text(
            "{number} kết quả không được lưu: bảng thiếu điểm mà kết quả đang lưu đã có.",
            "{number} results not stored: their workbooks lack points that the stored ones have.",
        ),
        "results-merged": Text(
            "{number} kết quả được gộp từ nhiều tệp.", "{number} results are merged from several files."
        ),
        "units-missing": Text(
            "{number} đơn vị trong danh sách chưa có bảng: {names}.",
            "Registered units that have handed in nothing: {number} ({names}).",
        ),
        "files-passed-over": Text(
            "{number} tệp không phải {read} được bỏ qua: {names}.",
            "Files passed over because they are not {read}: {number} ({names}).",
        ),
        "places-more": Text("{place} và {number} ô khác", "{place} and {number} more"),
        "points-unused": Text(
            "Bảng điểm có {number} đơn vị không có bảng tự đánh giá: {names}.",
            "The tables of points name {number} units without a workbook: {names}.",
        ),
        "progress": Text("Đang chấm", "Scoring"),
        "rank": Text("Hạng", "Rank"),
        "rank-block": Text("Hạng khối", "In block"),
        "rank-region": Text("Hạng vùng", "In region"),
        "change-points": Text("± điểm", "± points"),
        "change-rank": Text("± hạng", "± rank"),
        "region": Text("Vùng", "Region"),
        "origin": Text("Nguồn", "Origin"),
        "origin-own": Text("chấm tại đây", "scored here"),
        "origin-published": Text("đã công bố", "published"),
        "note": Text("Ghi chú", "Note"),
        "ranking-of": Text("Xếp hạng {what}", "Ranking {what}"),
        **RANKING_LABELS,
        "grade-counts": Text("Số đơn vị theo xếp loại: {counts}.", "Units by grade: {counts}."),
        "mean-percent": Text("Trung bình {mean} % của {number} đơn vị.", "Mean {mean}% over {number} units."),
        "changes-since": Text("± so với kỳ {period}.", "± since {period}."),
        "footnote-published": Text(
            "Kết quả nhập từ nơi khác công bố, không phải do phần mềm này chấm.",
            "Imported from what others published, not scored here.",
        ),
        "nobody-ranked": Text("Chưa đơn vị nào được xếp hạng.", "No unit is ranked."),
        "nobody-ranked-final": Text(
            "Chưa có kết quả thẩm định, mới có kết quả tự đánh giá: thêm --stage self.",
            "There are no final results, self-assessed ones alone: add --stage self.",
        ),
        "nobody-ranked-self": Text(
            "Chưa có kết quả theo tự đánh giá: chấm bằng lệnh parindex score … --stage self.",
            "There are no self-assessed results: score with parindex score … --stage self.",
        ),
        "printed-rank": Text("Hạng công bố", "Printed rank"),
        "rank-of": Text("Trong số", "Of"),
        "at-least": Text("ít nhất {number}", "at least {number}"),
        "ranks-printed": Text(
            "Hạng theo công bố; chỉ biết {known} đơn vị trong số {of}.",
            "Ranks as printed; only {known} of {of} units are known.",
        ),
        "ranks-printed-all": Text("Hạng theo công bố.", "Ranks as printed."),
        "ranks-among-known": Text(
            "Chỉ biết {known} đơn vị trong số {of}: hạng chỉ tính trong các đơn vị này.",
            "Only {known} of {of} units are known: the ranks are among these alone.",
        ),
        "rank-contradicted": Text(
            "{name}: hạng công bố là {printed}, hạng tính từ số liệu là {rank}.",
            "{name}: the printed rank is {printed}, the figures give {rank}.",
        ),
        "files-summary": Text(
            "{scored} tệp đã chấm{units}, {failed} tệp không dùng được.",
            "{scored} files scored{units}, {failed} could not be used.",
        ),
        "score-summary": Text(
            "{scored} tệp đã chấm{units} (có phát hiện: {findings}), {failed} tệp không dùng được,"
            " {unchanged} tệp không đổi, {missing} đơn vị chưa có bảng.",
            "{scored} files scored{units} (with findings: {findings}), {failed} could not be used,"
            " {unchanged} unchanged, {missing} units have handed in nothing.",
        ),
        "pending-leaves": Text("{number} tiêu chí chưa đến kỳ chấm.", "Criteria not due yet: {number}."),
        # explanation
        "lost": Text("mất {points}", "lost {points}"),
        "lost-share": Text("{share} tổng điểm mất", "{share} of all lost points"),
        "reference": Text("Căn cứ: {reference}", "Reference: {reference}"),
        "rule": Text("Quy tắc", "Rule"),
        "answer": Text("Kê khai: {text}", "Declared: {text}"),
        "confirmed": Text(
            "Hội đồng để trống ô thẩm định: giữ điểm tự đánh giá",
            "appraisal cell left blank: the unit's own points are confirmed",
        ),
        "by-stage-self": Text("theo tự đánh giá", "self-assessed"),
        "by-stage-appraised_1": Text("theo thẩm định lần 1", "first appraisal"),
        "by-stage-appraised_2": Text("theo thẩm định lần 2", "second appraisal"),
        "by-stage-survey": Text("theo điều tra xã hội học", "survey"),
        "by-stage-imported": Text("theo chỉ số nhập vào", "imported index"),
        "by-stage-leaders": Text("theo lãnh đạo đánh giá", "leaders' assessment"),
        # criteria sets
        "set-modelled-on": Text("Mô phỏng theo: {text}", "Modelled on: {text}"),
        "set-legal-basis": Text("Căn cứ pháp lý: {text}", "Legal basis: {text}"),
        "set-total": Text("Tổng điểm: {total}", "Total: {total}"),
        "set-clean": Text("{file}: hợp lệ ({id}).", "{file}: valid ({id})."),
        "grades": Text("Xếp loại", "Grades"),
        "grades-of-block": Text("Xếp loại của {block}", "Grades of {block}"),
        "policies": Text("Quy định chung", "Policies"),
        "caps": Text("Điều khoản hạ xếp loại", "Clauses that lower a grade"),
        "adjustments": Text("Điểm thưởng, điểm trừ", "Bonus and penalty"),
        # project folder
        "init-written": Text("Đã tạo {path}.", "Made {path}."),
        "init-kept": Text("{path} đã có, giữ nguyên.", "{path} was there and is left as it is."),
        "units-not-used": Text(
            "Danh sách đơn vị {path} không được dùng vì bên cạnh không có parindex.toml:"
            " chạy “parindex init” trong thư mục đó để dùng.",
            "The list of units {path} is not used, because there is no parindex.toml beside it:"
            " run “parindex init” in that folder to use it.",
        ),
        "init-next": Text("Việc cần làm tiếp theo:", "What comes next:"),
        "init-settings": Text(
            "1. Mở parindex.toml, ghi tên cơ quan, các cấp và khối đang dùng, bộ tiêu chí của từng cấp.",
            "1. Open parindex.toml and enter the office's name, its levels and blocks, each level's set.",
        ),
        "init-units": Text(
            "2. Mở units.csv bằng Excel, ghi mỗi đơn vị một dòng, lưu dạng “CSV UTF-8”.",
            "2. Open units.csv in Excel, enter each unit in a row of its own, save it as “CSV UTF-8”.",
        ),
        "init-score": Text(
            "3. Trong thư mục đó, chạy: parindex score TỆP.xlsx",
            "3. In that folder, run: parindex score FILE.xlsx",
        ),
        **ANNOTATE_LABELS,
        **CASE_LABELS,
        **CAUSES_LABELS,
        **CLAIMS_LABELS,
        **EDITION_LABELS,
        **DRAFT_LABELS,
        **FORM_LABELS,
        **FRAME_LABELS,
        **GAPS_LABELS,
        **PARTS_LABELS,
        **PLAN_LABELS,
        **RECONCILE_LABELS,
        **REPORT_LABELS,
        **ROBUSTNESS_LABELS,
        **RUN_LABELS,
        **SCORED_LABELS,
        **TEMPLATE_LABELS,
        **WHATIF_LABELS,
        # publication
        "published": Text(
            "Đã công bố và khóa lúc {time}: chỉ số {index}, kỳ {period}, cấp {level}, {number} đơn vị."
            " Từ nay muốn sửa kết quả phải thêm --reason và nêu lý do.",
            "Published and locked at {time}: {index} {period}, level {level}, units: {number}."
            " From now on a correction needs --reason.",
        ),
        "published-at": Text("Công bố lúc", "Published at"),
        "published-none": Text(
            "Chưa công bố kỳ nào: chạy parindex publish --period KỲ --level CẤP để công bố.",
            "No period is published yet: parindex publish --period PERIOD --level LEVEL publishes one.",
        ),
        "publish-imported": Text(
            "Trong đó {number} đơn vị không chấm ở đây mà chỉ có kết quả nhập từ bảng đã công bố: {units}.",
            "Of these, units not scored here, with an imported published result only: {number} ({units}).",
        ),
        "publish-provisional": Text(
            "Cảnh báo: {number} đơn vị còn điểm tự chấm, chưa được thẩm định: {units}."
            " Hãy bổ sung điểm thẩm định rồi chấm lại với --reason.",
            "Warning: units with self-assessed points not yet appraised: {number} ({units})."
            " Add the appraisal, then score again with --reason.",
        ),
        "publish-incomplete": Text(
            "Cảnh báo: {number} đơn vị có tiêu chí chưa có điểm dùng được: {units}."
            " Hãy sửa các bảng đó rồi chấm lại với --reason.",
            "Warning: units with criteria without usable points: {number} ({units})."
            " Correct their workbooks, then score again with --reason.",
        ),
        "publish-missing": Text(
            "Cảnh báo: {number} đơn vị trong danh sách chưa có kết quả: {units}."
            " Hãy thu bảng của các đơn vị đó rồi chấm với --reason.",
            "Warning: units of the register without a result: {number} ({units})."
            " Collect their workbooks, then score them with --reason.",
        ),
        "units-and-more": Text("{units} và {number} đơn vị khác", "{units} and {number} more"),
        # demo
        "demo-written": Text("Đã ghi ví dụ vào thư mục {folder}.", "The example is now in folder {folder}."),
        "demo-next": Text("Thử tiếp trong thư mục {folder}:", "Try next, in folder {folder}:"),
        "demo-runs": Text("$ {command}", "$ {command}"),
        # comparisons
        "change": Text("Thay đổi", "Change"),
        "change-in-points": Text("{change} điểm", "{change} points"),
        "change-in-percent": Text("{change} điểm %", "{change} percentage points"),
        "change-in-rank": Text("{change} bậc", "{change} places"),
        "grade-changed": Text("đổi xếp loại", "grade changed"),
        "source": Text("Nguồn công bố", "Source"),
        "made-from": Text(
            "Đơn vị được thành lập từ {names}; kết quả của các đơn vị đó xem riêng theo mã.",
            "The unit was made from {names}; see their results on their own, by code.",
        ),
        "compare-area-rank": Text("hạng {rank}", "rank {rank}"),
        "compare-other": Text("{period}: nơi khác in {text}", "{period}: printed elsewhere: {text}"),
        "compare-predecessors": Text(
            "Các đơn vị trước đó (nêu để biết, không so sánh):", "Made from (shown, not compared):"
        ),
        "compare-mixed-sets": Text(
            "Kỳ {period}: các đơn vị được chấm theo nhiều bộ tiêu chí, thứ hạng chỉ để tham khảo.",
            "{period}: units were scored by different criteria sets, ranks are for orientation only.",
        ),
        # imported tables
        "index": Text("Chỉ số", "Index"),
        "results": Text("Kết quả", "Results"),
        "import-counts": Text(
            "{file}: đọc được {read} kết quả, {new} mới, {known} đã có.",
            "{file}: {read} results read, {new} new, {known} known already.",
        ),
        "import-store": Text(
            "Giữ trong {store}, tách riêng với kết quả chấm.",
            "Kept in {store}, apart from results scored here.",
        ),
        "import-store-made": Text(
            "Đã tạo {store} để giữ kết quả; số nhập vào được tách riêng với kết quả chấm.",
            "{store} was made to keep results; imported ones stand apart from those scored here.",
        ),
        # help
        "usage": Text("Cách dùng:", "Usage:"),
        "metavar-options": Text("[TÙY CHỌN]", "[OPTIONS]"),
        "metavar-command": Text("LỆNH [ĐỐI SỐ]...", "COMMAND [ARGS]..."),
        "arguments": Text("Đối số", "Arguments"),
        "options": Text("Tùy chọn", "Options"),
        "commands": Text("Lệnh", "Commands"),
        "common-options": Text("Tùy chọn chung", "Common options"),
        "try-help": Text("Gõ '{command} --help' để xem cách dùng.", "Type '{command} --help' for help."),
        "error": Text("Lỗi: {message}", "Error: {message}"),
    }
)


def label(key: str, lang: Lang, **params: Param) -> str:
    """Return a label with its params filled in."""
    return fill(LABELS[key], params, lang)
