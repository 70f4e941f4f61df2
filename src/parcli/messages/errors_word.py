"""The one-sentence texts of errors in an office's own Word templates."""

from __future__ import annotations

from parcli.model.text import Text

WORD_ERRORS: dict[str, Text] = {
    "word-template-unreadable": Text(
        "Không đọc được mẫu Word {path}: không có tệp đó, hoặc không phải tệp .docx; ghi đúng đường dẫn,"
        " hoặc mở bằng Word rồi lưu thành .docx.",
        "The Word template {path} cannot be read: there is no such file, or it is no .docx; give its path,"
        " or open it in Word and save it as .docx.",
    ),
    "word-template-unused": Text(
        "Có mẫu Word (--template) nhưng không lập tệp Word: thêm docx vào --format ({formats}), hoặc bỏ"
        " --template.",
        "There is a Word template (--template) but no Word file is made: add docx to --format ({formats}),"
        " or take --template away.",
    ),
    "word-template-unknown-name": Text(
        "Mẫu Word {path}, đoạn “{place}”: không có giá trị nào tên {name}; các tên dùng được có trong"
        " docs/reference/word-templates.md.",
        "Word template {path}, paragraph “{place}”: there is no value named {name}; the names that there"
        " are stand in docs/reference/word-templates.md.",
    ),
    "word-template-syntax": Text(
        "Mẫu Word {path}, đoạn “{place}”: sai cú pháp ({said}); mỗi dấu mở có dấu đóng, mỗi for, if có"
        " endfor, endif.",
        "Word template {path}, paragraph “{place}”: wrong syntax ({said}); every brace is to be closed,"
        " every for and if to be ended.",
    ),
    "word-template-unsafe": Text(
        "Mẫu Word {path}, đoạn “{place}”: điều không được phép trong mẫu ({said}); chỉ dùng các giá trị"
        " trong docs/reference/word-templates.md.",
        "Word template {path}, paragraph “{place}”: not allowed in a template ({said}); use nothing but"
        " the values in docs/reference/word-templates.md.",
    ),
    "word-template-too-large": Text(
        "Mẫu Word {path}, đoạn “{place}”: tạo ra giá trị quá lớn (lặp chữ, lũy thừa, căn lề quá rộng): giảm"
        " con số trong đoạn đó; chưa tệp nào được ghi.",
        "Word template {path}, paragraph “{place}”: a value becomes too large (a repeated text, a power, too"
        " wide an alignment): lower the number in it; no file was written.",
    ),
    "word-template-endless": Text(
        "Mẫu Word {path}, đoạn “{place}”: mẫu chạy quá lâu nên bị dừng ở đoạn này: bỏ bớt vòng lặp lồng nhau;"
        " chưa tệp nào được ghi.",
        "Word template {path}, paragraph “{place}”: the template ran too long and was stopped here: take"
        " nested loops away; no file was written.",
    ),
    "word-template-failed": Text(
        "Mẫu Word {path}, đoạn “{place}”: không tính được ({said}); sửa biểu thức trong đoạn đó.",
        "Word template {path}, paragraph “{place}”: it cannot be worked out ({said}); correct what stands"
        " in it.",
    ),
    "word-template-torn": Text(
        "Mẫu Word {path} tạo ra tệp hỏng ({said}); bảng và hình phải đứng một mình trong đoạn, viết với"
        " chữ p sau dấu mở, như trong mẫu có sẵn.",
        "The Word template {path} makes a broken file ({said}); tables and pictures stand alone in a"
        " paragraph, with a p after the opening braces, as in the packaged template.",
    ),
}
