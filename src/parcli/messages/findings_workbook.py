"""Findings of reading workbooks: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.period import FIRST_YEAR, LAST_YEAR

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_CELLS: dict[str, Entry] = {
    "cell-error": entry(
        ERROR,
        "Ô chứa giá trị lỗi {value} nên không dùng được.",
        "Sửa công thức hoặc nhập lại giá trị đúng.",
        en="The cell holds the error value {value} and cannot be used.",
        remedy_en="Correct the formula or enter the right value.",
    ),
    "formula-no-value": entry(
        ERROR,
        "Ô có công thức {formula} nhưng tệp không lưu kết quả tính.",
        "Mở tệp bằng Excel, lưu lại rồi nộp tệp đã lưu.",
        en="The cell has the formula {formula}, but the file holds no result for it.",
        remedy_en="Open the file in Excel, save it, and use the saved file.",
    ),
    "formulas-no-value": entry(
        ERROR,
        "Tệp không lưu kết quả của công thức nào: {count} ô công thức, từ ô này đến {last}, không dùng được.",
        "Mở tệp bằng Excel, lưu lại rồi nộp tệp đã lưu.",
        en="The file holds no result of any formula: {count} cells, from this one to {last}, cannot be used.",
        remedy_en="Open the file in Excel, save it, and use the saved file.",
    ),
    "annotated-copy-not-saved": entry(
        ERROR,
        "Đây là bản sao có chú thích, chưa được Excel tính lại: các ô công thức chưa có kết quả nên chưa dùng"
        " được.",
        "Mở bản sao bằng Excel hoặc LibreOffice và lưu lại, rồi dùng tệp đã lưu.",
        en="This is a copy with comments that Excel has not worked out yet: its formulas hold no results.",
        remedy_en="Open the copy in Excel or LibreOffice, save it, and use the saved file.",
    ),
    "number-two-readings": entry(
        ERROR,
        "“{text}” có thể đọc là {decimal} hoặc {whole} nên không dùng được.",
        "Nhập lại thành số, không gõ dấu phân cách hàng nghìn.",
        en="“{text}” can be read as {decimal} or as {whole} and cannot be used.",
        remedy_en="Enter it as a number, without a mark for thousands.",
    ),
    "points-mark": entry(
        ERROR,
        "Ô chỉ có ký hiệu “{text}”, không rõ là 0, không áp dụng hay chưa chấm.",
        "Nhập số điểm; nếu không chấm thì ghi “Không áp dụng”, “Không phát sinh” hoặc để trống.",
        en="The cell holds only the mark “{text}”: 0, not applicable or not yet scored cannot be told.",
        remedy_en="Enter the points; else write “Not applicable” or “Did not arise” (“Không áp dụng”,"
        " “Không phát sinh” in a Vietnamese form), or leave it blank.",
    ),
    "points-not-a-number": entry(
        ERROR,
        "“{text}” không phải là số.",
        "Nhập một số vào ô này; phần giải thích ghi ở cột giải trình hoặc ghi chú.",
        en="“{text}” is not a number.",
        remedy_en="Enter a number in this cell; put remarks in the column of explanations or notes.",
    ),
    "points-percent": entry(
        ERROR,
        "Ô điểm ghi tỷ lệ phần trăm ({text}) thay cho số điểm.",
        "Nhập số điểm và đặt lại định dạng ô là Number.",
        en="The cell for points holds a percentage ({text}) and not points.",
        remedy_en="Enter the points and set the cell's format to Number.",
    ),
    "answer-merged": entry(
        ERROR,
        "Cột “{header}”: ô gộp {range} nằm trên nhiều dòng, không rõ là của dòng nào nên không được dùng.",
        "Bỏ gộp ô và nhập giá trị riêng cho từng dòng.",
        en="Column “{header}”: the merged cell {range} covers several rows and is used for none of them.",
        remedy_en="Unmerge it and enter each row's own value.",
    ),
    "pair-incomplete": entry(
        ERROR,
        "Chỉ có một trong hai số liệu cần kê khai ({text}).",
        "Nhập đủ tử số và mẫu số, hoặc đủ số liệu kỳ này và kỳ trước.",
        en="Only one of the two numbers is given ({text}).",
        remedy_en="Enter both numerator and denominator, or both this and the last period.",
    ),
    "pair-mixed": entry(
        ERROR,
        "Hai số liệu không cùng loại: một số ghi theo phần trăm ({text} là số thứ nhất), số kia thì không.",
        "Nhập cả hai theo phần trăm hoặc cả hai là số thường.",
        en="Of the two numbers one is a percentage and the other is not (the first is {text}).",
        remedy_en="Enter both as percentages or both as plain numbers.",
    ),
}

_LAYOUT: dict[str, Entry] = {
    "column-ambiguous": entry(
        ERROR,
        "Hai cột đều có thể là cột “{role}”: “{first}” ({other}) và “{second}”; cả hai đều không được dùng.",
        'Đổi tên hoặc bỏ một trong hai cột, hoặc chỉ rõ cột cần đọc, ví dụ --map "{example}".',
        en="Two columns can both be “{role}”: “{first}” ({other}) and “{second}”; neither is used.",
        remedy_en="Rename or remove one of the two columns, or say which to read,"
        ' for example --map "{example}".',
    ),
    "columns-named-alike": entry(
        ERROR,
        "Hai cột đều được chỉ là cột “{role}”: “{first}” ({other}) và “{second}”; cả hai không được dùng.",
        "Chỉ để một cột có vai trò này trong --map hoặc trong [header_words] của parindex.toml.",
        en="Two columns are both said to be “{role}”: “{first}” ({other}) and “{second}”; neither is used.",
        remedy_en="Give the role to one column only, in --map or in [header_words] of parindex.toml.",
    ),
    "header-no-value": entry(
        ERROR,
        "Tiêu đề cột là công thức mà tệp không lưu giá trị, nên không biết đây là cột gì và {count} giá trị"
        " của cột không được dùng.",
        "Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng tiêu đề cột (bảng chưa có: {missing}).",
        en="The column's header is a formula of which the file holds no value: what the column is is not"
        " known, and its {count} values are not used.",
        remedy_en="Open the file in Excel and save it, or type the header (the form lacks: {missing}).",
    ),
    "appraisals-by-order": entry(
        WARNING,
        "Hai cột thẩm định không ghi lần: “{first}” ({other}) được coi là lần 1, “{second}” là lần 2.",
        "Ghi “lần 1”, “lần 2” vào tiêu đề cột nếu hiểu như vậy chưa đúng.",
        en="No round is named: “{first}” ({other}) is taken as the first, “{second}” as the second.",
        remedy_en="Write “lần 1” and “lần 2” in the headers if that is not so.",
    ),
    "column-not-understood": entry(
        ERROR,
        "Không rõ cột “{header}” là cột gì nên {count} giá trị của cột (từ ô {first}) không được dùng.",
        "Nếu là một cột bảng chưa có ({missing}), ghi tiêu đề đúng như vậy hoặc chỉ rõ cột đó là gì,"
        ' ví dụ --map "{example}"; nếu không cần thì xóa cột.',
        en="What the column “{header}” holds is not clear; its {count} values (from {first}) are not used.",
        remedy_en="If it is a column that the form lacks ({missing}), head it so, or say which it is,"
        ' for example --map "{example}"; else delete it.',
    ),
    "column-without-header": entry(
        ERROR,
        "Cột này không có tiêu đề riêng nên {count} giá trị của cột (từ ô {first}) không được dùng.",
        "Ghi tiêu đề cho cột, chọn trong các cột bảng chưa có ({missing}), hoặc chỉ rõ cột đó là gì,"
        ' ví dụ --map "{example}"; nếu không cần thì xóa cột.',
        en="The column has no header of its own; its {count} values (from {first}) are not used.",
        remedy_en="Head it as one of the columns that the form lacks ({missing}), or say which it is,"
        ' for example --map "{example}"; else delete it.',
    ),
    "column-unread": entry(
        WARNING,
        "Cột “{header}” có {count} giá trị nhưng không được đưa vào tính điểm.",
        "Kiểm tra xem điểm trừ hoặc điểm cuối cùng đã có trong cột thẩm định chưa.",
        en="The column “{header}” holds {count} values, but they are not used for the score.",
        remedy_en="Check that deductions or final points are contained in the appraisal column.",
    ),
    "column-derived": entry(
        INFO,
        "Cột “{header}” ({count} giá trị) là cột kết quả hoặc hướng dẫn nên không được đọc.",
        "Không cần làm gì nếu cột này chỉ lặp lại hoặc tính ra từ các cột khác.",
        en="The column “{header}” ({count} values) holds results or instructions and is not read.",
        remedy_en="Nothing is needed if it only repeats other columns or is worked out from them.",
    ),
    "column-other-period": entry(
        WARNING,
        "Cột “{header}” là của năm hoặc kỳ khác nên {count} giá trị của cột không được dùng cho kỳ này.",
        "Không cần làm gì nếu đúng; nếu là của kỳ này thì sửa năm hoặc kỳ trong tiêu đề cột.",
        en="The column “{header}” is of another year or period; its {count} values are not used here.",
        remedy_en="Nothing is needed if that is so; else correct the year or period in the header.",
    ),
    "column-unknown": entry(
        WARNING,
        "Không nhận ra cột “{header}” nên không đọc {count} giá trị của cột này.",
        "Nếu cột có số liệu cần dùng, hãy đặt lại tiêu đề cột theo mẫu hoặc chỉ rõ cột đó là gì,"
        ' ví dụ --map "{example}".',
        en="The column “{header}” is not known; its {count} values are not read.",
        remedy_en="If its values are needed, give the column a header of the template, or say which it is,"
        ' for example --map "{example}".',
    ),
    "hidden-column": entry(
        WARNING,
        "Cột “{header}” đang bị ẩn nhưng có giá trị và vẫn được đọc.",
        "Bỏ ẩn cột để kiểm tra, hoặc xóa giá trị nếu không dùng.",
        en="The column “{header}” is hidden but holds values, and they are read.",
        remedy_en="Unhide the column and check it, or delete its values.",
    ),
    "hidden-row": entry(
        WARNING,
        "Dòng {row} đang bị ẩn nhưng có giá trị và vẫn được đọc.",
        "Bỏ ẩn dòng để kiểm tra, hoặc xóa giá trị nếu không dùng.",
        en="Row {row} is hidden but holds values, and they are read.",
        remedy_en="Unhide the row and check it, or delete its values.",
    ),
    "sheet-not-read": entry(
        INFO,
        "Trang tính “{sheet}” cũng có bảng ({rows} dòng) nhưng chỉ đọc trang tính “{chosen}”.",
        "Nếu cần đọc trang tính khác, hãy tách trang tính đó thành một tệp riêng.",
        en="The sheet “{sheet}” has a table too ({rows} rows), but only the sheet “{chosen}” is read.",
        remedy_en="If the other sheet is meant, save it as a file of its own.",
    ),
    "book-values-only": entry(
        WARNING,
        "Tệp .xls, .ods được đọc không qua LibreOffice (chưa cài hoặc không chạy được) nên chỉ có giá trị:"
        " không thấy được công thức, giá trị lỗi, định dạng phần trăm, dòng và cột ẩn, ô gộp của tệp .ods.",
        "Mở tệp bằng Excel và lưu dạng .xlsx, hoặc cài LibreOffice; nếu không, kiểm tra kỹ các ô phần trăm.",
        en="The .xls or .ods file was read without LibreOffice (not installed, or it did not run), so for its"
        " values only: formulas, error values, percent formats, hidden rows and columns, and merged cells"
        " of .ods could not be seen.",
        remedy_en="Save the file as .xlsx in Excel, or install LibreOffice; else check cells in per cent.",
    ),
    "value-below-table": entry(
        WARNING,
        "Dòng {row} nằm dưới phần chữ ký nhưng có số liệu; số liệu này không được đọc.",
        "Chuyển dòng này lên trên phần chữ ký nếu cần chấm điểm.",
        en="Row {row} stands below the signatures but holds values; they are not read.",
        remedy_en="Move the row above the signatures if it is to be scored.",
    ),
}

_LABELS: dict[str, Entry] = {
    "label-conflict": entry(
        ERROR,
        "Ô này ghi “{second}” nhưng ô {other} ghi “{first}”; giá trị ở ô {other} được dùng.",
        "Sửa để hai ô ghi giống nhau.",
        en="This cell says “{second}”, but {other} says “{first}”; the value of {other} is used.",
        remedy_en="Make the two cells say the same.",
    ),
    "level-unknown": entry(
        WARNING,
        "Không nhận ra cấp hành chính “{text}”.",
        "Ghi một trong các cấp: bộ, tỉnh, sở, phòng, huyện, xã.",
        en="The administrative level “{text}” is not known.",
        remedy_en="Write one of: ministry, province, department, division, district, commune.",
    ),
    "period-unclear": entry(
        ERROR,
        "Không hiểu kỳ đánh giá “{text}”.",
        "Ghi theo dạng “Năm 2023”, “6 tháng đầu năm 2023” hoặc “Quý I/2023”"
        f" (năm từ {FIRST_YEAR} đến {LAST_YEAR}).",
        en="The period “{text}” is not understood.",
        remedy_en=f"Write it as “2023”, “2023-H1” or “2023-Q1” (a year from {FIRST_YEAR} to {LAST_YEAR}).",
    ),
    "period-differs": entry(
        WARNING,
        "Tiêu đề ghi kỳ {title} nhưng ô {other} ghi kỳ {label}; kỳ {label} được dùng.",
        "Sửa tiêu đề hoặc ô kỳ đánh giá cho thống nhất.",
        en="The title says period {title}, but {other} says {label}; {label} is used.",
        remedy_en="Correct the title or the cell of the period.",
    ),
}

_ROWS: dict[str, Entry] = {
    "code-unknown": entry(
        ERROR,
        "Mã “{code}” ({title}) không có trong bộ tiêu chí.",
        "Sửa mã theo bộ tiêu chí, hoặc bỏ dòng này.",
        en="The code “{code}” ({title}) is not in the criteria set.",
        remedy_en="Correct the code after the criteria set, or remove the row.",
    ),
    "code-unclear": entry(
        ERROR,
        "Mã “{code}” có thể là {codes}; tên tiêu chí không cho biết là mã nào.",
        "Định dạng ô mã là Text rồi nhập lại mã.",
        en="The code “{code}” can be {codes}; the title does not tell which.",
        remedy_en="Format the cell as Text and enter the code again.",
    ),
    "title-unknown": entry(
        ERROR,
        "Không có tiêu chí nào trong bộ tiêu chí tên là “{title}”.",
        "Ghi đúng tên hoặc thêm mã của tiêu chí.",
        en="No criterion of the set is called “{title}”.",
        remedy_en="Write the title as in the set, or add the criterion's code.",
    ),
    "title-nearly": entry(
        ERROR,
        "Không có tiêu chí nào tên là “{title}”; gần giống nhất là {code} “{nearest}”.",
        "Nếu đúng là tiêu chí đó, hãy ghi lại đúng tên hoặc thêm mã.",
        en="No criterion is called “{title}”; the nearest is {code} “{nearest}”.",
        remedy_en="If that one is meant, write its title exactly or add its code.",
    ),
    "title-unclear": entry(
        ERROR,
        "Nhiều tiêu chí có tên “{title}” ({codes}); không rõ dòng này là tiêu chí nào.",
        "Thêm mã của tiêu chí vào dòng này.",
        en="Several criteria are called “{title}” ({codes}); which one the row means is not clear.",
        remedy_en="Add the criterion's code to the row.",
    ),
    "title-differs": entry(
        WARNING,
        "Mã {code} ghi tên “{found}” nhưng trong bộ tiêu chí là “{expected}”; dòng được đọc theo mã.",
        "Kiểm tra mã và tên tiêu chí của dòng này.",
        en="Code {code} has the title “{found}”, but the set says “{expected}”; the code is followed.",
        remedy_en="Check the row's code and title.",
    ),
    "max-differs": entry(
        ERROR,
        "Điểm tối đa của {code} ghi {printed} nhưng bộ tiêu chí quy định {expected}, là mức được dùng.",
        "Sửa điểm tối đa, hoặc chọn đúng bộ tiêu chí của kỳ đánh giá.",
        en="The maximum of {code} is given as {printed}, but the set says {expected}; {expected} is used.",
        remedy_en="Correct the maximum, or choose the criteria set of the period.",
    ),
    "total-max-differs": entry(
        ERROR,
        "Tổng điểm tối đa ghi {printed} nhưng bộ tiêu chí quy định {expected}, là mức được dùng.",
        "Sửa tổng điểm tối đa, hoặc chọn đúng bộ tiêu chí của kỳ đánh giá.",
        en="The maximum in total is given as {printed}, but the set says {expected}; {expected} is used.",
        remedy_en="Correct the total, or choose the criteria set of the period.",
    ),
    "row-duplicate": entry(
        ERROR,
        "Mã {code} đã có ở ô {other}; nếu cả hai dòng đều có số liệu thì không dòng nào được dùng.",
        "Giữ lại một dòng cho mỗi mã.",
        en="Code {code} stands at {other} already; where both rows hold values neither is used.",
        remedy_en="Keep one row for each code.",
    ),
    "row-missing": entry(
        ERROR,
        "Bảng không có dòng cho tiêu chí {code} “{title}”.",
        "Thêm dòng của tiêu chí này, kể cả khi không chấm điểm.",
        en="The table has no row for criterion {code} “{title}”.",
        remedy_en="Add the criterion's row, even where it is not scored.",
    ),
    "rows-missing": entry(
        ERROR,
        "Bảng không có dòng nào của {code} “{title}” ({count} mục chấm điểm).",
        "Thêm các dòng của phần này vào sau dòng nêu trên, kể cả khi không chấm điểm.",
        en="The table has no row of {code} “{title}” ({count} scored items).",
        remedy_en="Add the rows of this part below the row named, even where they are not scored.",
    ),
    "answer-on-parent": entry(
        WARNING,
        "Dòng {code} có tiêu chí con nên số liệu kê khai ở đây không được dùng.",
        "Chuyển số liệu xuống dòng của tiêu chí con.",
        en="Row {code} has sub-criteria, so the value declared here is not used.",
        remedy_en="Move the value to the row of a sub-criterion.",
    ),
    "detail-below-parent": entry(
        ERROR,
        "Dòng “{title}” không có mã và nằm ngay dưới {code} là mục có tiêu chí con; không dùng số liệu này.",
        "Ghi mã cho dòng này, hoặc đặt dòng dưới đúng tiêu chí.",
        en="The row “{title}” has no code and stands below {code}, which has sub-criteria; it is not used.",
        remedy_en="Give the row its code, or move it below its criterion.",
    ),
    "row-unmatched": entry(
        ERROR,
        "Dòng “{title}” có số liệu nhưng không thuộc tiêu chí nào.",
        "Ghi mã hoặc đúng tên tiêu chí cho dòng này.",
        en="The row “{title}” holds values but belongs to no criterion.",
        remedy_en="Give the row the code or the exact title of its criterion.",
    ),
    "detail-without-label": entry(
        WARNING,
        "Có {count} dòng, bắt đầu từ dòng này, có số liệu nhưng không có mã và tên.",
        "Ghi tên nội dung của mỗi dòng, hoặc xóa số liệu.",
        en="Rows with values but neither code nor title, from this one on: {count}.",
        remedy_en="Write what each row is about, or delete its values.",
    ),
    "points-on-detail": entry(
        INFO,
        "Điểm ghi ở dòng chi tiết “{title}” không được cộng; điểm lấy ở dòng của tiêu chí.",
        "Ghi tổng điểm của tiêu chí vào dòng có mã.",
        en="Points on the detail row “{title}” are not added; points are taken from the criterion's row.",
        remedy_en="Enter the criterion's points in the row that has its code.",
    ),
}

TABLE: dict[str, Entry] = {**_CELLS, **_LAYOUT, **_LABELS, **_ROWS}
