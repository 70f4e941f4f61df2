"""The one-sentence texts of errors about lost points and improvement."""

from __future__ import annotations

from parcli.model.text import Text

IMPROVING_ERRORS: dict[str, Text] = {
    "losses-published-only": Text(
        "Kỳ {period} chỉ có kết quả đã công bố, không biết điểm của từng tiêu chí: hãy chấm các bảng tự đánh"
        " giá bằng parindex score.",
        "Of {period} only published results are known, without points by criterion: score the workbooks with"
        " parindex score.",
    ),
    "answers-not-kept": Text(
        "Kết quả kỳ {period} của “{name}” được lưu khi câu trả lời chưa được giữ: hãy chấm lại bảng của"
        " đơn vị bằng parindex score.",
        "The result of “{name}” in {period} was stored before answers were kept: score its workbook again"
        " with parindex score.",
    ),
    "result-set-not-at-hand": Text(
        "Bộ tiêu chí {id} đã chấm “{name}” kỳ {period} không có hoặc không dùng được: đặt lại tệp của bộ"
        " đó vào thư mục bộ tiêu chí.",
        "Criteria set {id}, which scored “{name}” in {period}, is not at hand or cannot be used: put its"
        " file back into the folder of sets.",
    ),
    "result-set-altered": Text(
        "Bộ tiêu chí {id} đã bị sửa sau khi chấm “{name}” kỳ {period}: khôi phục tệp cũ, hoặc chấm lại"
        " bảng của đơn vị.",
        "Criteria set {id} was altered after it scored “{name}” in {period}: restore its file, or score the"
        " workbook again.",
    ),
    "result-scored-otherwise": Text(
        "Câu trả lời đã lưu của “{name}” kỳ {period} nay cho kết quả khác kết quả đã lưu: hãy chấm lại"
        " bảng của đơn vị.",
        "The answers kept of “{name}” in {period} now give another result than the stored one: score the"
        " workbook again.",
    ),
    "change-unreadable": Text(
        "Không hiểu “{text}”: ghi MÃ=GIÁ TRỊ, ví dụ 1.1.2=95%, hoặc MÃ:DÒNG=GIÁ TRỊ cho một dòng dưới"
        " tiêu chí.",
        "“{text}” cannot be read: write CODE=VALUE, as in 1.1.2=95%, or CODE:ROW=VALUE for a row below it.",
    ),
    "change-twice": Text(
        "Tiêu chí {code} được nhập hai lần: chỉ ghi một giá trị.", "{code} is given twice: give it one value."
    ),
    "change-code-unknown": Text(
        "Bộ tiêu chí {id} không có mã {code}; mã gần giống: {near}.",
        "Criteria set {id} has no code {code}; codes like it: {near}.",
    ),
    "change-not-scored": Text(
        "Mục {code} là tổng của các mục bên dưới: nhập giá trị cho {below}.",
        "{code} is the sum of what is below it: give values to {below}.",
    ),
    "change-row-unknown": Text(
        "Tiêu chí {code} không có dòng “{row}”; các dòng: {rows}.",
        "{code} has no row “{row}”; its rows: {rows}.",
    ),
    "change-row-none": Text(
        "Tiêu chí {code} không có dòng nào bên dưới: ghi {code}=GIÁ TRỊ.",
        "{code} has no rows below it: write {code}=VALUE.",
    ),
    "plan-goal-needed": Text(
        "Nêu đúng một mục tiêu: --to XẾP-LOẠI, --to-rank HẠNG hoặc --points ĐIỂM.",
        "Name exactly one goal: --to GRADE, --to-rank RANK or --points POINTS.",
    ),
    "plan-grade-unknown": Text(
        "Không có xếp loại “{text}”; các xếp loại: {known}.",
        "There is no grade “{text}”; the grades: {known}.",
    ),
    "plan-points-unreadable": Text(
        "Không hiểu --points “{text}”: ghi một số điểm lớn hơn 0, ví dụ 4 hoặc 2,5.",
        "--points “{text}” cannot be read: write a number of points above 0, as in 4 or 2.5.",
    ),
    "plan-not-ranked": Text(
        "“{name}” chưa được xếp hạng nên không lập kế hoạch theo hạng được: dùng --to hoặc --points.",
        "“{name}” has no rank, so that no plan can be made for one: use --to or --points.",
    ),
    "plan-file-needed": Text(
        "Định dạng {format} cần tên tệp: thêm -o TỆP.{format}.",
        "Format {format} needs a file's name: add -o FILE.{format}.",
    ),
    "plan-file-unknown": Text(
        "Không rõ định dạng của tệp {path}: dùng đuôi {known}, hoặc thêm --format.",
        "The format of {path} is not clear: use the ending {known}, or add --format.",
    ),
    "plan-file-otherwise": Text(
        "Đuôi của tệp {path} không phải của định dạng {format}: đổi đuôi thành .{format}, hoặc bỏ --format.",
        "The ending of {path} is not that of format {format}: name it .{format}, or leave out --format.",
    ),
    "plan-file-exists": Text(
        "Tệp {path} đã có và được giữ nguyên: chọn tên khác, hoặc thêm --force để ghi đè.",
        "File {path} exists and was left as it is: choose another name, or add --force to replace it.",
    ),
    "unit-published-only": Text(
        "Kỳ {period}, đơn vị “{name}” chỉ có kết quả đã công bố, không biết điểm và số liệu của từng tiêu"
        " chí: hãy chấm bảng tự đánh giá của đơn vị bằng parindex score.",
        "Of “{name}” in {period} only a published result is known, without points and answers by criterion:"
        " score the unit's workbook with parindex score.",
    ),
}
