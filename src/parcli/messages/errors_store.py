"""The one-sentence texts of ``ParError`` codes about the store, its backups and what is published from it."""

from __future__ import annotations

from parcli.model.text import Text

STORE_ERRORS: dict[str, Text] = {
    "store-missing": Text(
        "Chưa có tệp lưu kết quả {path}: hãy chấm điểm (parindex score) hoặc nhập kết quả đã công bố"
        " (parindex import) trước, hoặc kiểm tra lại thư mục.",
        "There is no store {path} yet: score something (parindex score) or import published results"
        " (parindex import) first, or check the folder.",
    ),
    "store-damaged": Text(
        "Tệp lưu kết quả {path} bị hỏng: hãy đổi tên tệp đó, rồi chép bản sao lưu {backup} vào chỗ của nó.",
        "The store {path} is damaged: rename it, then copy the backup {backup} to its place.",
    ),
    "store-damaged-no-backup": Text(
        "Tệp lưu kết quả {path} bị hỏng và thư mục backups bên cạnh không có bản sao lưu nào:"
        " hãy khôi phục tệp từ bản sao lưu của cơ quan, hoặc đổi tên tệp đó rồi chấm lại.",
        "The store {path} is damaged and the folder backups beside it holds no copy:"
        " restore it from your office's backup, or rename it and score again.",
    ),
    "store-newer": Text(
        "Tệp lưu kết quả {path} do một phiên bản parindex mới hơn ghi (cấu trúc {version},"
        " phiên bản này biết đến {known}): hãy cài bản mới hơn của parindex, xem"
        " docs/how-to/install-offline.md.",
        "The store {path} was written by a newer parindex (structure {version}, this one knows {known}):"
        " install a newer parindex, see docs/how-to/install-offline.md.",
    ),
    "store-foreign": Text(
        "Tệp {path} là cơ sở dữ liệu của một chương trình khác: hãy chọn tên tệp khác để lưu kết quả.",
        "File {path} is another program's database: choose another name for the store.",
    ),
    "store-busy": Text(
        "Tệp lưu kết quả {path} đang được một chương trình khác sử dụng: hãy đợi rồi chạy lại.",
        "The store {path} is in use by another program: wait, then run again.",
    ),
    "store-read-only": Text(
        "Không ghi được vào tệp lưu kết quả {path}: hãy kiểm tra quyền ghi tệp và thư mục.",
        "The store {path} cannot be written to: check the permissions of the file and its folder.",
    ),
    "store-not-opened": Text(
        "Không mở được tệp lưu kết quả {path}: hãy kiểm tra thư mục đã có chưa và quyền truy cập.",
        "The store {path} cannot be opened: check that its folder exists and who may use it.",
    ),
    "store-disk": Text(
        "Ổ đĩa báo lỗi khi dùng tệp lưu kết quả {path}: hãy kiểm tra dung lượng trống và kết nối mạng"
        " rồi chạy lại; kết quả đã lưu trước đó vẫn còn.",
        "The disk failed while the store {path} was in use: check free space and the network, then run again;"
        " what was stored before is still there.",
    ),
    "sqlite-too-old": Text(
        "Python này dùng SQLite {version}, cần từ {needed} trở lên: hãy cài Python mới hơn.",
        "This Python comes with SQLite {version}, {needed} or newer is needed: install a newer Python.",
    ),
    "backup-exists": Text(
        "Đã có tệp {path}: hãy chọn tên khác cho bản sao lưu.",
        "File {path} exists already: choose another name for the backup.",
    ),
    "backup-not-written": Text(
        "Không ghi được bản sao lưu {path}: hãy kiểm tra quyền ghi và dung lượng trống của thư mục.",
        "The backup {path} cannot be written: check the folder's permissions and free space.",
    ),
    "nothing-to-publish": Text(
        "Không có kết quả kỳ {period}, cấp {level}, để công bố: các kỳ đã có kết quả là {periods}.",
        "There is no result of {period}, level {level}, to publish: there are results of {periods}.",
    ),
    "self-assessed-only": Text(
        "Kỳ {period}, cấp {level}, chỉ có kết quả tự đánh giá, chưa công bố được: hãy chấm các bảng đã thẩm"
        " định (parindex score, không có --stage self).",
        "There are only self-assessed results of {period}, level {level}, which are not published: score the"
        " appraised workbooks (parindex score without --stage self).",
    ),
    "nothing-to-publish-yet": Text(
        "Không có kết quả kỳ {period}, cấp {level}, để công bố: hãy chấm điểm trước bằng parindex score.",
        "There is no result of {period}, level {level}, to publish: score workbooks first (parindex score).",
    ),
    "imported-only": Text(
        "Kỳ {period}, cấp {level}, chỉ có kết quả nhập từ bảng đã công bố (parindex import): lệnh này công bố"
        " kết quả chấm tại đây, kết quả nhập không công bố lại.",
        "There are only imported results of {period}, level {level}: what others published is not published"
        " again here, only what was scored here is.",
    ),
}
