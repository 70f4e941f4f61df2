"""Findings of templates' stamps and of several workbooks of one unit: code, severity, what, remedy."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.text import Text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

LEFT_BLANK = Text("để trống", "blank")

TABLE: dict[str, Entry] = {
    "stamp-damaged": entry(
        WARNING,
        "Trang tính ẩn nhận dạng biểu mẫu bị hỏng; bảng được nhận dạng theo các dòng ghi phía trên bảng.",
        "Kiểm tra đơn vị, kỳ và bộ tiêu chí trong kết quả; lần sau dùng biểu mẫu chưa qua chỉnh sửa.",
        en="The hidden sheet that identifies the template is damaged; the workbook is read by its labels.",
        remedy_en="Check unit, period and set of the result; use an unaltered template next time.",
    ),
    "stamp-wording-changed": entry(
        WARNING,
        "Lời văn của bộ tiêu chí {id} đã thay đổi sau khi biểu mẫu được tạo; quy tắc chấm không đổi.",
        "Xem lại những tiêu chí mà lời văn đã sửa; tạo lại biểu mẫu cho kỳ sau.",
        en="The wording of criteria set {id} has changed since the template was made; its rules have not.",
        remedy_en="Look at the criteria whose wording changed; make new templates for the next period.",
    ),
    "stamp-unit-overruled": entry(
        WARNING,
        "Biểu mẫu được tạo cho “{stamped}”; theo --unit, bảng được tính cho “{unit}”.",
        "Nếu không đúng, bỏ --unit và dùng biểu mẫu của đơn vị.",
        en="The template was made for “{stamped}”; as --unit says, it counts for “{unit}”.",
        remedy_en="If that is wrong, drop --unit and use the unit's own template.",
    ),
    "stamp-label-differs": entry(
        WARNING,
        "Ô này ghi “{stated}”, còn biểu mẫu được tạo cho “{stamped}”; dùng theo biểu mẫu.",
        "Sửa lại ô này, hoặc tạo biểu mẫu mới bằng parindex template.",
        en="The cell says “{stated}”, but the template was made for “{stamped}”, which counts.",
        remedy_en="Correct the cell, or make a new template with parindex template.",
    ),
    "merged-from": entry(
        INFO,
        "Kết quả được gộp từ {count} tệp: {files}.",
        "Nếu có tệp không thuộc đơn vị và kỳ này, bỏ tệp đó ra rồi chấm lại.",
        en="The result is merged from {count} files: {files}.",
        remedy_en="If one of them is not of this unit and period, take it out and score again.",
    ),
    "file-duplicate": entry(
        INFO,
        "Tệp {file} giống hệt {other}; chỉ dùng một tệp.",
        "Không cần làm gì; có thể xóa bản sao.",
        en="File {file} is an exact copy of {other}; one of them is used.",
        remedy_en="Nothing to do; the copy can be deleted.",
    ),
    "parts-conflict": entry(
        ERROR,
        "Tiêu chí {code}, {role}: ô này ghi “{second}” nhưng ô {other} ghi “{first}”; không dùng"
        " giá trị nào.",
        "Thống nhất giữa các bộ phận, sửa cho hai tệp khớp nhau rồi chấm lại. Kết quả chưa đầy đủ, trừ khi"
        " tiêu chí đã có điểm của vòng sau: điểm ấy được tính.",
        en="Criterion {code}, {role}: this cell says “{second}”, but {other} says “{first}”; neither"
        " is used.",
        remedy_en="Settle it between the offices, make the two files agree and score again. The result is"
        " incomplete, unless the criterion has points of a later round: those count.",
    ),
    "claim-changed-later": entry(
        WARNING,
        "Tiêu chí {code}, {role}: tệp của vòng sau ghi “{second}”, còn đơn vị đã kê khai “{first}”"
        " (ô {other}); số liệu của đơn vị được giữ nguyên.",
        "Nếu đơn vị được phép sửa, sửa trong bảng của đơn vị; nếu không thì khôi phục ô này.",
        en="Criterion {code}, {role}: the later round's file says “{second}”, the unit claimed “{first}”"
        " (cell {other}); what the unit claimed stands.",
        remedy_en="If the unit may correct it, correct its own workbook; else restore the cell.",
    ),
    "parts-block-differs": entry(
        WARNING,
        "Các tệp của đơn vị ghi khối khác nhau: {blocks}; dùng “{used}”.",
        "Ghi cùng một khối trong các tệp, hoặc dùng --block.",
        en="The unit's files name different blocks: {blocks}; “{used}” is used.",
        remedy_en="Name the same block in all of them, or use --block.",
    ),
    "claims-differ-from-register": entry(
        WARNING,
        "Điểm tự chấm trong bảng của vòng thẩm định khác điểm đơn vị đã tự chấm (lượt chấm {run}) ở {number}"
        " tiêu chí: {changes}.",
        "Chấm lại cùng với bảng của đơn vị để giữ điểm đơn vị đã tự chấm, hoặc sửa bảng của vòng thẩm định.",
        en="The points claimed in this round's workbook differ from those that the unit claimed (run {run})"
        " in {number} criteria: {changes}.",
        remedy_en="Score it together with the unit's own workbook, whose claims then stand, or correct it.",
    ),
    "appraisal-replaced": entry(
        WARNING,
        "Kết quả đã thẩm định đang lưu (lượt chấm {run}, {points} điểm) được thay bằng kết quả tạm tính theo"
        " điểm đơn vị tự chấm trong tệp này.",
        "Nếu không định thay, rút lại lượt chấm này (parindex runs withdraw), rồi chấm tệp này cùng với bảng"
        " đã thẩm định ({file}).",
        en="The stored result, which was appraised (run {run}, {points} points), is replaced by a provisional"
        " one of the points that the unit claims in this file.",
        remedy_en="If that is not meant, take this run back (parindex runs withdraw), then score this file"
        " together with the appraised workbook ({file}).",
    ),
    "appraisals-left-out": entry(
        WARNING,
        "Kết quả đang lưu (lượt chấm {run}, {points} điểm) đã có điểm thẩm định của {number} tiêu chí mà kết"
        " quả mới, thay kết quả đó, không có: {codes}.",
        "Nếu không định thay, rút lại lượt chấm này (parindex runs withdraw), rồi chấm tệp này cùng với bảng"
        " đã thẩm định ({file}).",
        en="The stored result (run {run}, {points} points) has appraised points of {number} criteria that the"
        " new one, which replaces it, has none of: {codes}.",
        remedy_en="If that is not meant, take this run back (parindex runs withdraw), then score this file"
        " together with the appraised workbook ({file}).",
    ),
    "claims-left-out": entry(
        ERROR,
        "Bảng của vòng thẩm định không có điểm tự chấm, cũng không có điểm thẩm định của {number} tiêu chí mà"
        " kết quả đang lưu (lượt chấm {run}) đã có điểm: {codes}; kết quả đang lưu được giữ nguyên.",
        "Chấm tệp này cùng với bảng của đơn vị ({file}): điểm thẩm định được cập nhật, điều đơn vị đã kê khai"
        " không đổi.",
        en="This round's workbook has neither claimed nor appraised points in {number} criteria for which the"
        " stored result (run {run}) has some: {codes}; the stored result is kept.",
        remedy_en="Score it together with the unit's own workbook ({file}): appraised points are updated,"
        " what the unit claimed is not touched.",
    ),
    "self-result-stands": entry(
        WARNING,
        "Bảng không có điểm tự chấm nào; kết quả tự đánh giá của lượt chấm {run} vẫn có hiệu lực.",
        "Không cần làm gì; nếu đơn vị đã sửa điểm tự chấm thì chấm bảng của đơn vị.",
        en="The workbook has no self-assessed points; the self-assessment of run {run} stands and is not"
        " replaced.",
        remedy_en="Nothing to do; if the unit has corrected its self-assessment, score its own workbook.",
    ),
    "tables-not-joined-again": entry(
        WARNING,
        "Kết quả trước đó của {number} đơn vị (lượt {runs}) có ghép {tables}, lượt này không ghép bảng nào:"
        " kết quả mới đã lưu không còn điểm từ đó.",
        "Nếu không cố ý: chấm lại kèm --with như lượt {runs}, hoặc rút lại lượt này bằng lệnh"
        ' parindex runs withdraw {run} --reason "LÝ DO".',
        en="Units whose earlier results (run {runs}) were joined with {tables}: {number}. This run joins no"
        " table: the new results, which are stored, are without the points from there.",
        remedy_en="If that is not meant, score again with --with as in run {runs}, or take this run back:"
        ' parindex runs withdraw {run} --reason "WHY".',
    ),
}
