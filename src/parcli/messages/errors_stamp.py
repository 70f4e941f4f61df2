"""The one-sentence texts of errors of templates that are used for what they were not made for."""

from __future__ import annotations

from parcli.model.text import Text

STAMP_ERRORS: dict[str, Text] = {
    "stamp-newer": Text(
        "{path}: biểu mẫu do một phiên bản parindex mới hơn tạo ({version}); hãy cập nhật parindex.",
        "{path}: the template was made by a newer parindex ({version}); update parindex and run again.",
    ),
    "stamp-set-not-at-hand": Text(
        "{path}: biểu mẫu được tạo theo bộ tiêu chí “{id}” nhưng không có bộ này (hiện có: {known});"
        " chép tệp {id}.yaml vào thư mục criteria, hoặc chỉ tệp đó bằng --criteria.",
        "{path}: the template was made for criteria set “{id}”, which is not here (at hand: {known});"
        " copy {id}.yaml into the folder criteria, or name the file with --criteria.",
    ),
    "stamp-of-another-set": Text(
        "{path}: biểu mẫu được tạo theo bộ tiêu chí {stated}, khác {id} đã yêu cầu;"
        " bỏ --criteria, hoặc tạo biểu mẫu theo {id} bằng parindex template.",
        "{path}: the template was made for criteria set {stated}, not for {id};"
        " drop --criteria, or make templates for {id} with parindex template.",
    ),
    "stamp-rules-changed": Text(
        "{path}: quy tắc chấm của bộ tiêu chí {id} đã thay đổi sau khi biểu mẫu được tạo; tạo lại biểu mẫu"
        " bằng parindex template, hoặc dùng --criteria để chỉ tệp bộ tiêu chí của lúc tạo biểu mẫu.",
        "{path}: the rules of criteria set {id} have changed since the template was made; make new templates"
        " with parindex template, or name the set's file of that time with --criteria.",
    ),
    "stamp-of-another-period": Text(
        "{path}: biểu mẫu được tạo cho kỳ {stamped}, khác kỳ {period} đã yêu cầu;"
        " kiểm tra lại tệp hoặc --period.",
        "{path}: the template was made for {stamped}, not for {period}; check the file or --period.",
    ),
    "stamp-period-edited": Text(
        "{path}: biểu mẫu được tạo cho kỳ {stamped} nhưng ô {place} ghi kỳ {period}; nếu bảng là của kỳ"
        " {stamped} thì sửa lại ô này, nếu không thì tạo biểu mẫu của kỳ {period} bằng parindex template.",
        "{path}: the template was made for {stamped}, but cell {place} says {period}; if the workbook is for"
        " {stamped} correct the cell, else make a template for {period} with parindex template.",
    ),
    "stamp-of-another-unit": Text(
        "{path}: biểu mẫu được tạo cho “{stamped}” nhưng ô {place} ghi “{stated}”; nếu bảng là của"
        " “{stamped}” thì sửa lại ô này, nếu là của “{stated}” thì dùng biểu mẫu của đơn vị đó, hoặc xác nhận"
        " bằng --unit “{stated}”.",
        "{path}: the template was made for “{stamped}”, but cell {place} says “{stated}”; if the workbook is"
        " of “{stamped}” correct the cell, if it is of “{stated}” use that unit's own template, or confirm it"
        " with --unit “{stated}”.",
    ),
    "stamp-code-of-another-unit": Text(
        "{path}: biểu mẫu được tạo cho “{name}”, mã {stamped}, nhưng ô {place} ghi mã {stated}; sửa lại ô"
        " này, hoặc dùng biểu mẫu của đơn vị có mã {stated}.",
        "{path}: the template was made for “{name}”, code {stamped}, but cell {place} says {stated}; correct"
        " the cell, or use the template of the unit with code {stated}.",
    ),
    "stamp-unit-not-asked": Text(
        "{path}: biểu mẫu được tạo cho “{stamped}”, khác “{unit}” đã yêu cầu; kiểm tra lại tệp hoặc --unit.",
        "{path}: the template was made for “{stamped}”, not for “{unit}”; check the file or --unit.",
    ),
}
