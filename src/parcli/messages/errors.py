"""The one-sentence texts of ``ParError`` codes."""

from __future__ import annotations

from parcli.messages.errors_annotate import ANNOTATE_ERRORS
from parcli.messages.errors_asked import ASKED_ERRORS
from parcli.messages.errors_cases import CASES_ERRORS
from parcli.messages.errors_drafts import DRAFT_ERRORS
from parcli.messages.errors_forms import FORM_ERRORS
from parcli.messages.errors_frames import FRAME_ERRORS
from parcli.messages.errors_improving import IMPROVING_ERRORS
from parcli.messages.errors_project import PROJECT_ERRORS
from parcli.messages.errors_reconcile import RECONCILE_ERRORS
from parcli.messages.errors_report import REPORT_ERRORS
from parcli.messages.errors_robustness import ROBUSTNESS_ERRORS
from parcli.messages.errors_stamp import STAMP_ERRORS
from parcli.messages.errors_store import STORE_ERRORS
from parcli.messages.errors_tables import TABLE_ERRORS
from parcli.messages.errors_template import TEMPLATE_ERRORS
from parcli.messages.errors_withdrawal import WITHDRAWAL_ERRORS
from parcli.messages.errors_workbook import WORKBOOK_ERRORS
from parcli.model.period import FIRST_YEAR, LAST_YEAR
from parcli.model.text import Text

YEARS_ON = Text("{first} trở đi", "{first} and later")  # of a set without a last year

ERRORS: dict[str, Text] = {
    **ANNOTATE_ERRORS,
    **ASKED_ERRORS,
    **CASES_ERRORS,
    **DRAFT_ERRORS,
    **FORM_ERRORS,
    **FRAME_ERRORS,
    **IMPROVING_ERRORS,
    **PROJECT_ERRORS,
    **RECONCILE_ERRORS,
    **REPORT_ERRORS,
    **ROBUSTNESS_ERRORS,
    **STAMP_ERRORS,
    **STORE_ERRORS,
    **TABLE_ERRORS,
    **TEMPLATE_ERRORS,
    **WITHDRAWAL_ERRORS,
    **WORKBOOK_ERRORS,
    "file-missing": Text(
        "Không tìm thấy tệp {path}: hãy kiểm tra lại tên và thư mục.",
        "File {path} was not found: check its name and folder.",
    ),
    "set-invalid": Text(
        "Bộ tiêu chí {path} có lỗi nên không dùng được: chạy “parindex criteria check” để xem từng lỗi.",
        "Criteria set {path} has errors and cannot be used: “parindex criteria check” lists each of them.",
    ),
    "set-unreadable": Text(
        "Không mở được tệp bộ tiêu chí {path}: hãy kiểm tra quyền đọc tệp.",
        "Criteria set {path} cannot be opened: check the permissions of the file.",
    ),
    "set-unknown": Text(
        "Không có bộ tiêu chí “{id}”: hãy dùng một trong {known}, hoặc đường dẫn đến tệp .yaml.",
        "There is no criteria set “{id}”: use one of {known}, or the path of a .yaml file.",
    ),
    "lang-unknown": Text(
        "Không có ngôn ngữ “{lang}”: dùng vi hoặc en.", "There is no language “{lang}”: use vi or en."
    ),
    "unexpected": Text(
        "Chương trình gặp lỗi ngoài dự kiến ({kind}); chạy lại với --debug và gửi kết quả cho người bảo trì.",
        "An unexpected error ({kind}): run again with --debug and send what it prints to the maintainers.",
    ),
    "period-unknown": Text(
        "“{text}” không phải là một kỳ: ghi 2023, 2023-H1 hoặc 2023-Q2"
        f" (năm từ {FIRST_YEAR} đến {LAST_YEAR}).",
        f"“{{text}}” is no period: write 2023, 2023-H1 or 2023-Q2 (a year from {FIRST_YEAR} to {LAST_YEAR}).",
    ),
    "year-unknown": Text(
        f"“{{text}}” không phải là một năm: ghi năm từ {FIRST_YEAR} đến {LAST_YEAR}, ví dụ 2023.",
        f"“{{text}}” is no year: write one from {FIRST_YEAR} to {LAST_YEAR}, such as 2023.",
    ),
    "workbook-of-another-period": Text(
        "{path}: bảng ghi kỳ {stated} (tại {place}), khác kỳ {period} đã yêu cầu;"
        " kiểm tra lại tệp hoặc --period.",
        "{path}: the workbook is for {stated} (at {place}), not for {period}; check the file or --period.",
    ),
    "workbook-of-another-year": Text(
        "{path}: bảng ghi kỳ {period} (tại {place}) nhưng bộ tiêu chí {id} áp dụng cho năm {years};"
        " sửa kỳ, hoặc chọn bộ tiêu chí của kỳ đó bằng --criteria.",
        "{path}: the workbook is for {period} (at {place}), but criteria set {id} applies to {years};"
        " correct the period, or choose that period's set with --criteria.",
    ),
    "period-not-covered": Text(
        "{path}: bộ tiêu chí {id} áp dụng cho năm {years}, không áp dụng cho kỳ {period};"
        " chọn bộ tiêu chí của kỳ đó bằng --criteria.",
        "{path}: criteria set {id} applies to {years} and not to {period};"
        " choose that period's set with --criteria.",
    ),
    "block-not-in-set": Text(
        "Bộ tiêu chí {id} không có khối “{text}”: dùng --block với một trong {blocks}.",
        "Criteria set {id} has no block “{text}”: use --block with one of {blocks}.",
    ),
    "set-without-blocks": Text(
        "Bộ tiêu chí {id} không chia khối nên không có khối “{text}”: hãy bỏ --block.",
        "Criteria set {id} has no blocks, so none is “{text}”: leave out --block.",
    ),
    "workbook-of-another-set": Text(
        "{path}: phần lớn các dòng không thuộc bộ tiêu chí {id}; chọn bộ tiêu chí khác bằng --criteria.",
        "{path}: most rows do not belong to criteria set {id}; choose another with --criteria.",
    ),
    "workbook-names-another-set": Text(
        "{path}: bảng ghi bộ tiêu chí {stated}, khác {id} đã yêu cầu; bỏ --criteria hoặc chọn đúng tệp.",
        "{path}: the workbook names criteria set {stated}, not {id}; drop --criteria"
        " or choose the right file.",
    ),
    "workbook-of-another-level": Text(
        "{path}: bảng ghi cấp {stated} (ô {place}) nhưng bộ tiêu chí {id} là của cấp {level};"
        " sửa cấp trong bảng, hoặc chọn bộ tiêu chí của cấp đó bằng --criteria.",
        "{path}: the workbook says level {stated} (cell {place}), but criteria set {id} is for level {level};"
        " correct the level, or choose that level's set with --criteria.",
    ),
    "set-not-at-hand": Text(
        "{path}: bảng ghi bộ tiêu chí “{id}” (ô {place}) nhưng không có bộ này; hiện có: {known}.",
        "{path}: the workbook names criteria set “{id}” (cell {place}), which is not here; at hand: {known}.",
    ),
    "set-not-recognised": Text(
        "{path}: không nhận ra bộ tiêu chí của bảng; chọn một bộ bằng --criteria (hiện có: {known}).",
        "{path}: the table fits no criteria set; name one with --criteria (at hand: {known}).",
    ),
    "settings-set-unknown": Text(
        "parindex.toml ghi bộ tiêu chí “{id}” ở [criteria.{level}] nhưng không có bộ này; hiện có: {known}.",
        "parindex.toml names criteria set “{id}” in [criteria.{level}], which is not here; at hand: {known}.",
    ),
    "set-ambiguous": Text(
        "{path}: bảng khớp với nhiều bộ tiêu chí ({ids}); chọn một bộ bằng --criteria.",
        "{path}: the table fits several criteria sets ({ids}); choose one with --criteria.",
    ),
    "period-missing": Text(
        "{path}: bảng không nêu kỳ đánh giá; thêm --period, ví dụ --period 2023.",
        "{path}: the workbook names no period; add --period, as in --period 2023.",
    ),
    "code-unknown": Text(
        "Bộ tiêu chí {id} không có mã {code}; xem các mã bằng parindex criteria show {id}.",
        "Criteria set {id} has no code {code}; see its codes with parindex criteria show {id}.",
    ),
    "project-invalid": Text(
        "{path}: có {count} lỗi trong thiết lập hoặc danh sách đơn vị; hãy sửa từng lỗi được nêu.",
        "{path}: {count} mistakes in the settings or the list of units; correct each of those listed.",
    ),
    "project-not-toml": Text(
        '{path}, dòng {line}: không đúng cú pháp TOML; mỗi dòng viết dạng khóa = "giá trị".',
        '{path}, line {line}: this is not valid TOML; write each line as key = "value".',
    ),
    "project-not-utf8": Text(
        "Tệp {path} không ở bảng mã UTF-8: hãy lưu lại tệp với bảng mã UTF-8.",
        "File {path} is not encoded in UTF-8: save it as UTF-8.",
    ),
    "project-exists": Text(
        "Tệp {path} đã có và được giữ nguyên: hãy sửa tệp đó hoặc chọn thư mục khác.",
        "File {path} exists and was left as it is: edit it, or choose another folder.",
    ),
    "folder-not-empty": Text(
        "Thư mục {path} đã có nội dung: chọn một tên thư mục mới.",
        "Folder {path} is not empty: choose a new folder's name.",
    ),
    "folder-not-writable": Text(
        "Không ghi được vào thư mục {path}: chọn thư mục khác.",
        "Folder {path} cannot be written to: choose another one.",
    ),
    "file-not-regular": Text(
        "{path} không phải là một tệp thông thường (là ống dẫn, ổ cắm hoặc thiết bị): hãy chỉ rõ một tệp.",
        "{path} is not a regular file (it is a pipe, a socket or a device): name a file.",
    ),
    "set-not-yaml": Text(
        "{path} không phải là tệp bộ tiêu chí (.yaml): hãy chỉ rõ tệp .yaml hoặc mã của một bộ tiêu chí.",
        "{path} is not a criteria set file (.yaml): name a .yaml file or the id of a set.",
    ),
    "file-is-folder": Text(
        "{path} là một thư mục: hãy chỉ rõ tệp .xlsx trong thư mục đó.",
        "{path} is a folder: name an .xlsx file in it.",
    ),
    "file-unreadable": Text(
        "Không mở được tệp {path}: hãy đóng tệp trong Excel và kiểm tra quyền đọc tệp.",
        "File {path} cannot be opened: close it in Excel and check its permissions.",
    ),
    "file-empty": Text(
        "Tệp {path} rỗng (0 byte): hãy sao chép hoặc tải lại tệp.",
        "File {path} is empty (0 bytes): copy or download it again.",
    ),
    "file-is-pdf": Text(
        "Tệp {path} là tệp PDF: hãy dùng bảng Excel gốc, định dạng .xlsx.",
        "File {path} is a PDF: use the original Excel workbook, as .xlsx.",
    ),
    "file-is-word": Text(
        "Tệp {path} là văn bản (Word hoặc tương tự): hãy chép bảng sang Excel và lưu dạng .xlsx.",
        "File {path} is a text document (Word or the like): copy its table into Excel, saved as .xlsx.",
    ),
    "file-is-text": Text(
        "Tệp {path} là tệp văn bản (CSV, HTML, XML…): hãy mở bằng Excel và lưu dạng .xlsx.",
        "File {path} is text (CSV, HTML, XML…): open it in Excel and save it as .xlsx.",
    ),
    "file-not-workbook": Text(
        "Tệp {path} không phải là bảng Excel: hãy chọn đúng tệp .xlsx.",
        "File {path} is no Excel workbook: choose the right .xlsx file.",
    ),
    "zip-not-workbook": Text(
        "Tệp {path} là tệp nén không chứa bảng Excel: hãy giải nén và chọn tệp .xlsx bên trong.",
        "File {path} is an archive and no Excel workbook: unpack it and choose the .xlsx file inside.",
    ),
    "workbook-damaged": Text(
        "Tệp {path} bị hỏng hoặc chép chưa đủ: hãy mở bằng Excel để sửa rồi lưu lại, hoặc sao chép lại tệp.",
        "File {path} is damaged or incomplete: repair and save it in Excel, or copy it again.",
    ),
    "workbook-encrypted": Text(
        "Tệp {path} được đặt mật khẩu: hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
        "File {path} is protected by a password: open it in Excel, remove the password and save it.",
    ),
    "workbook-old-xls": Text(
        "Tệp {path} là bảng Excel đời cũ (.xls): hãy mở bằng Excel và lưu dạng .xlsx.",
        "File {path} is an old Excel workbook (.xls): open it in Excel and save it as .xlsx.",
    ),
    "workbook-xlsb": Text(
        "Tệp {path} là bảng Excel nhị phân (.xlsb): hãy mở bằng Excel và lưu dạng .xlsx.",
        "File {path} is a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx.",
    ),
    "workbook-ods": Text(
        "Tệp {path} là bảng tính OpenDocument (.ods): hãy mở và lưu dạng .xlsx.",
        "File {path} is an OpenDocument spreadsheet (.ods): open it and save it as .xlsx.",
    ),
    "workbook-too-large": Text(
        "Tệp {path} quá lớn để đọc an toàn: {what}.", "File {path} is too large to be read safely: {what}."
    ),
    "cell-too-far": Text(
        "Tệp {path} có ô {place} nằm quá xa bảng: hãy xóa ô đó rồi lưu lại.",
        "File {path} has cell {place} far away from any table: delete that cell and save the file.",
    ),
    "workbook-no-sheets": Text(
        "Tệp {path} không có trang tính nào: hãy chọn tệp có bảng chấm điểm.",
        "File {path} has no worksheet: choose the file that holds the table.",
    ),
    "header-not-found": Text(
        "Không tìm thấy dòng tiêu đề trong {path}: cần có các cột như “Tiêu chí”, “Điểm tối đa”, “Tự chấm”.",
        "No table header was found in {path}: it needs columns such as “Tiêu chí”, “Điểm tối đa”, “Tự chấm”.",
    ),
    "header-incomplete": Text(
        "Tiêu đề bảng trong {path} chỉ có {found}: hãy thêm một cột như {missing}.",
        "The table header in {path} has only {found}: add a column such as {missing}.",
    ),
    "run-unknown": Text(
        "Không có lượt chấm số {number}: xem các lượt chấm bằng parindex runs list.",
        "There is no run {number}: see the runs with parindex runs list.",
    ),
    "period-locked": Text(
        "Chỉ số {index} kỳ {period}, cấp {level}, đã công bố: muốn sửa thì thêm --reason và nêu lý do.",
        "{index} {period} of level {level} is published: to correct it, add --reason and say why.",
    ),
    "results-locked": Text(
        "Chưa lưu gì: chỉ số {index} kỳ {period}, cấp {level}, đã công bố mà kết quả sẽ khác đi ({units});"
        " muốn sửa thì thêm --reason và nêu lý do.",
        "Nothing was stored: {index} {period} of level {level} is published, and results would change"
        " ({units}); to correct them, add --reason and say why.",
    ),
    "results-locked-new": Text(
        "Chưa lưu gì: chỉ số {index} kỳ {period}, cấp {level}, đã công bố khi chưa có kết quả của {units};"
        " muốn bổ sung thì thêm --reason và nêu lý do.",
        "Nothing was stored: {index} {period} of level {level} was published without a result of {units};"
        " to add it, give --reason and say why.",
    ),
    "period-already-locked": Text(
        "Chỉ số {index} kỳ {period}, cấp {level}, đã được công bố và khóa từ trước: không cần công bố lại.",
        "{index} {period} of level {level} is published and locked already: there is nothing to do.",
    ),
    "index-unknown": Text(
        "Kỳ {period} không có kết quả của chỉ số “{index}”: chỉ số đang có là {indices}.",
        "{period} has no result of index “{index}”: there are results of {indices}.",
    ),
    "publish-needs": Text(
        "Cần nêu kỳ và cấp để công bố: thêm --period và --level, hoặc --list để xem các kỳ đã công bố.",
        "A period and a level are needed: add --period and --level, or --list to see what is published.",
    ),
    "folder-without-workbooks": Text(
        "Không có bảng tự đánh giá .xlsx nào trong {names}: kiểm tra lại thư mục.",
        "There is no .xlsx workbook in {names}: check the folder.",
    ),
    "level-without-results": Text(
        "Chưa có kết quả nào của cấp {level}: chấm bằng parindex score, hoặc nhập bằng parindex import.",
        "There is no result of level {level} yet: score with parindex score, or import with parindex import.",
    ),
    "period-without-results": Text(
        "Chưa có kết quả của kỳ {period}; các kỳ đã có: {known}.",
        "There is no result of {period} yet; periods at hand: {known}.",
    ),
    "nothing-stored": Text(
        "Chưa có kết quả nào được lưu: chấm bằng parindex score, hoặc nhập bằng parindex import.",
        "No results are stored yet: score with parindex score, or import with parindex import.",
    ),
    "level-needed": Text(
        "Chọn một cấp bằng --level; hiện có: {known}.", "Choose a level with --level; at hand: {known}."
    ),
    "compare-what": Text(
        "Nêu hai kỳ để so sánh (parindex compare 2022 2023), hoặc một đơn vị để xem mọi kỳ (--unit).",
        "Name two periods to compare (parindex compare 2022 2023), or a unit to see its history (--unit).",
    ),
    "periods-same": Text(
        "Hai kỳ đều là {period}: hãy nêu hai kỳ khác nhau.",
        "Both periods are {period}: name two different ones.",
    ),
    "unit-without-results": Text(
        "Chưa có kết quả nào của đơn vị “{name}”: hãy kiểm tra lại tên, kỳ và cấp.",
        "There is no result of a unit “{name}”: check the name, the period and the level.",
    ),
    "unit-without-results-like": Text(
        "Chưa có kết quả nào của đơn vị “{name}”; tên gần giống: {suggestions}.",
        "There is no result of a unit “{name}”; names like it: {suggestions}.",
    ),
    "unit-ambiguous": Text(
        "Có nhiều đơn vị tên “{name}”: nêu một mã trong số {codes}.",
        "Several units are called “{name}”: give one of the codes {codes}.",
    ),
    "index-needed": Text(
        "Chọn một chỉ số bằng --index; hiện có: {known}.", "Choose an index with --index; at hand: {known}."
    ),
    "sets-mixed": Text(
        "Các đơn vị được chấm theo nhiều bộ tiêu chí ({sets}) nên không xếp hạng chung;"
        " nếu vẫn muốn so sánh thì thêm --mixed-sets.",
        "The units were scored by different criteria sets ({sets}) and are not ranked together;"
        " add --mixed-sets to compare them all the same.",
    ),
    "area-unknown": Text(
        "Kỳ {period} không có lĩnh vực “{area}”; các lĩnh vực: {known}.",
        "There is no area “{area}” in {period}; the areas are: {known}.",
    ),
    "areas-unknown": Text("Kỳ {period} không có điểm theo lĩnh vực.", "{period} has no figures by area."),
    "rank-by-unknown": Text(
        "“{text}” không dùng được: ghi --by area:MÃ, ví dụ --by area:3.",
        "“{text}” cannot be used: write --by area:CODE, as in --by area:3.",
    ),
    "group-without-units": Text(
        "Kỳ {period} không có đơn vị nào thuộc {names}: xem mã khối, tên vùng và mã đơn vị cấp trên"
        " trong units.csv.",
        "No unit belongs to {names} in {period}: see the blocks, regions and parents in units.csv.",
    ),
    "region-without-units-like": Text(
        "Kỳ {period} không có đơn vị nào thuộc vùng {name}; tên gần giống: {suggestions}.",
        "No unit belongs to the region {name} in {period}; names like it: {suggestions}.",
    ),
    "year-and-period": Text("Chỉ dùng một trong --year và --period.", "Use either --year or --period."),
}
