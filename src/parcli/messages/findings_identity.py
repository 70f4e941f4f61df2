"""Findings about what a workbook is for: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

TABLE: dict[str, Entry] = {
    "period-to-come": entry(
        Severity.WARNING,
        "Kỳ {period} là của một năm sau năm nay ({year}): bảng xếp hạng sẽ coi đây là kỳ mới nhất.",
        "Nếu ghi nhầm năm thì rút lại bằng parindex runs withdraw, sửa năm rồi làm lại.",
        en="The period {period} is of a year after this one ({year}): rankings will take it for the latest.",
        remedy_en="If the year is a slip, withdraw it by parindex runs withdraw, correct it and start again.",
    ),
    "set-recognised": entry(
        Severity.INFO,
        "Bảng không nêu bộ tiêu chí; các dòng và điểm tối đa khớp với {id} ({title}).",
        "Nếu không đúng, chỉ rõ bằng --criteria.",
        en="The workbook names no criteria set; its rows and maxima are those of {id} ({title}).",
        remedy_en="If that is wrong, name the set with --criteria.",
    ),
    "set-not-for-period": entry(
        Severity.WARNING,
        "Chấm theo bộ tiêu chí {id}, nhưng bộ {later} thay bộ này và cũng áp dụng cho kỳ {period}.",
        "Dùng bộ {later} cho kỳ này, hoặc sửa năm áp dụng (applies) của hai bộ.",
        en="Scored by criteria set {id}, but {later} supersedes it and is for {period} as well.",
        remedy_en="Use {later} for this period, or correct the years (applies) of the two sets.",
    ),
    "set-not-of-settings": entry(
        Severity.WARNING,
        "Bảng ghi bộ tiêu chí {id}, còn parindex.toml quy định {named} cho cấp này, kỳ {period};"
        " chấm theo bộ ghi trong bảng.",
        "Sửa bộ tiêu chí trong bảng, hoặc mục [criteria] của parindex.toml.",
        en="The workbook names criteria set {id}, parindex.toml {named} for this level and {period};"
        " the workbook's is used.",
        remedy_en="Correct the set in the workbook, or [criteria] in parindex.toml.",
    ),
    "period-assumed": entry(
        Severity.WARNING,
        "Bảng không nêu kỳ đánh giá; dùng kỳ {period}, kỳ duy nhất của bộ tiêu chí {id}.",
        "Ghi “Kỳ đánh giá” phía trên bảng, hoặc dùng --period.",
        en="The workbook names no period; {period}, the only one of set {id}, is used.",
        remedy_en="State it above the table (“Kỳ đánh giá”), or with --period.",
    ),
    "unit-missing": entry(
        Severity.WARNING,
        "Bảng không nêu tên đơn vị; dùng tên tệp “{name}”.",
        "Ghi “Đơn vị:” phía trên bảng, hoặc dùng --unit.",
        en="The workbook names no unit; the file's name “{name}” is used.",
        remedy_en="State it above the table (“Đơn vị:”), or with --unit.",
    ),
    "unit-missing-like": entry(
        Severity.WARNING,
        "Bảng không nêu tên đơn vị; dùng tên tệp “{name}”. Phía trên bảng, tên trang tính hoặc tên tệp có"
        " nêu: {named}.",
        "Nếu đó là đơn vị của bảng, ghi “Đơn vị: …” phía trên bảng, hoặc dùng --unit.",
        en="The workbook names no unit; the file's name “{name}” is used. Above its table, or in the"
        " names of sheet and file, stand: {named}.",
        remedy_en="If the form is of one of these, state it above the table (“Đơn vị:”), or with --unit.",
    ),
    "unit-from-heading": entry(
        Severity.WARNING,
        "Bảng không có dòng “Đơn vị: …”; lấy “{name}”, đơn vị duy nhất của units.csv nêu phía trên bảng.",
        "Nếu đúng thì ghi “Đơn vị: …” phía trên bảng; nếu sai thì dùng --unit.",
        en="The workbook has no line “Đơn vị: …”; “{name}”, the only unit of units.csv named above its table,"
        " is taken.",
        remedy_en="If that is so, state it above the table (“Đơn vị:”); else name the unit with --unit.",
    ),
    "unit-noted": entry(
        Severity.INFO,
        "Tên “{name}” được hiểu là “{registered}” (khác vị trí dấu, khoảng trắng, bảng mã hoặc viết tắt).",
        "Không cần làm gì; nếu sai thì sửa tên trong bảng hoặc trong units.csv.",
        en="“{name}” is taken as “{registered}” (tone position, spaces, Unicode form or short forms differ).",
        remedy_en="Nothing to do; if it is wrong, correct the name in the workbook or in units.csv.",
    ),
    "unit-like": entry(
        Severity.WARNING,
        "Danh sách đơn vị không có “{name}”; có thể là: {suggestions}. Kết quả được giữ theo tên này.",
        "Sửa tên trong bảng, hoặc thêm tên gọi khác vào units.csv rồi chấm lại.",
        en="The register has no unit “{name}”; it may be {suggestions}. Its result is kept under this name.",
        remedy_en="Correct the name in the workbook, or add an alias to units.csv and score again.",
    ),
    "unit-unknown": entry(
        Severity.WARNING,
        "Danh sách đơn vị không có “{name}”. Kết quả được giữ theo tên này.",
        "Thêm đơn vị vào units.csv, hoặc sửa tên trong bảng.",
        en="The register has no unit “{name}”. Its result is kept under this name.",
        remedy_en="Add the unit to units.csv, or correct the name in the workbook.",
    ),
    "unit-not-valid": entry(
        Severity.WARNING,
        "“{name}” ({code}) có trong danh sách đơn vị nhưng không có hiệu lực trong kỳ {period}"
        " (có hiệu lực từ {first} đến {last}). Kết quả được giữ theo tên này.",
        "Sửa cột Hiệu lực từ, Hiệu lực đến trong units.csv, hoặc đơn vị và kỳ trong bảng"
        " (đơn vị kế tiếp: {successors}).",
        en="The register has “{name}” ({code}), but not in {period} (valid from {first} to {last})."
        " Its result is kept under this name.",
        remedy_en="Correct valid_from, valid_to in units.csv, or unit and period in the workbook"
        " (its successor: {successors}).",
    ),
    "unit-twice": entry(
        Severity.ERROR,
        "Đơn vị “{name}” có nhiều bảng của cùng một kỳ không gộp được (khác bộ tiêu chí, khác mã đơn vị,"
        " hoặc không ghi rõ tên đơn vị): {files}; không bảng nào được lưu.",
        "Giữ lại một bảng, hoặc ghi cùng đơn vị, mã đơn vị và bộ tiêu chí trong các bảng, rồi chấm lại.",
        en="“{name}” has several workbooks of one period that cannot be merged (other criteria sets or"
        " unit codes, or no clear name of the unit): {files}; none of them is stored.",
        remedy_en="Keep one of them, or name the same unit, code and set in all, and score again.",
    ),
    "unit-code-name-differ": entry(
        Severity.WARNING,
        "Mã đơn vị chỉ “{registered}” nhưng tên chỉ “{named}”; dùng theo mã.",
        "Sửa mã hoặc tên đơn vị trong bảng cho khớp.",
        en="The unit's code means “{registered}” but its name means “{named}”; the code counts.",
        remedy_en="Correct the code or the name in the workbook.",
    ),
    "block-unknown": entry(
        Severity.WARNING,
        "Bộ tiêu chí không có khối “{text}”; dùng mức xếp loại chung. Các khối: {blocks}.",
        "Ghi đúng mã hoặc tên khối, hoặc dùng --block.",
        en="The criteria set has no block “{text}”; the common grades are used. Blocks: {blocks}.",
        remedy_en="Name the block by its id or title, or with --block.",
    ),
}
