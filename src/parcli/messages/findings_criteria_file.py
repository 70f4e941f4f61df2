"""Findings about the writing and the shape of a criteria set's file, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.period import FIRST_YEAR, LAST_YEAR
from parcli.model.text import Text

ERROR, WARNING = Severity.ERROR, Severity.WARNING

EXPECTED: Mapping[str, Text] = {
    "number": Text("một số, như 15.5 (dấu chấm thập phân)", "a number such as 15.5"),
    "percent": Text("một tỷ lệ phần trăm, như 75%", "a percentage such as 75%"),
    "number_or_percent": Text("một số hoặc một tỷ lệ phần trăm, như 1.5 hay 75%", "a number or a percentage"),
    "number_or_none": Text("một số hoặc chữ none", "a number or the word none"),
    "whole_number": Text("một số nguyên", "a whole number"),
    "text": Text("một đoạn chữ", "text"),
    "boolean": Text("true hoặc false", "true or false"),
    "list": Text("một danh sách", "a list"),
    "mapping": Text("các khóa và giá trị", "keys and values"),
    "exact": Text(
        "một số như 0.75, hoặc một phân số như 2/3", "a number such as 0.75 or a fraction such as 2/3"
    ),
    "given": Text(
        "một giá trị, hai giá trị như [18, 20], hoặc các dòng “nhãn: giá trị”",
        "one value, two values such as [18, 20], or rows “label: value”",
    ),
    "period": Text("một kỳ như 2025 hoặc 2025-H1", "a period such as 2025 or 2025-H1"),
}

# Why a file is no YAML, and what to do.
YAML_CAUSES: Mapping[str, tuple[Text, Text]] = {
    "tab": (
        Text("dòng này thụt lề bằng phím Tab", "this line is indented by a tab character"),
        Text("Thay Tab bằng dấu cách", "Replace the tab by spaces"),
    ),
    "quote": (
        Text("một dấu ngoặc kép mở ra mà không đóng", "a quotation mark is opened and not closed"),
        Text(
            "Thêm dấu ngoặc kép còn thiếu ở dòng này hoặc dòng trên; trong ngoặc kép, dấu \\ viết hai lần",
            "Add the missing quotation mark here or above; within quotes a backslash is written twice",
        ),
    ),
    "bracket": (
        Text("dấu ngoặc [ ] hoặc { } không khớp", "a bracket [ ] or brace { } has no partner"),
        Text(
            "Đóng ngoặc đã mở ở dòng này hoặc dòng trên; giữa các mục có dấu phẩy",
            "Close what is opened in this line or above; put commas between the items",
        ),
    ),
    "no-colon": (
        Text("thiếu dấu hai chấm sau một khóa", "a key is not followed by a colon"),
        Text(
            "Thêm dấu hai chấm và dấu cách vào sau khóa ở dòng ngay trên, ví dụ “title: …”",
            "Add a colon and a space behind the key in the line above, as in “title: …”",
        ),
    ),
    "colon": (
        Text("có dấu hai chấm ở chỗ không được dùng", "a colon stands where none is allowed"),
        Text(
            "Đặt nội dung có dấu hai chấm trong ngoặc kép; nếu không có thì xem lại thụt lề của dòng này"
            " và dấu hai chấm của dòng trên",
            "Put a text with a colon in quotes; else check this line's indentation and the colon above it",
        ),
    ),
    "character": (
        Text("có ký tự không được đứng đầu một giá trị", "a character here cannot begin a value"),
        Text("Đặt giá trị trong ngoặc kép", "Put the value in quotes"),
    ),
    "indentation": (
        Text("thụt lề không đều", "the indentation is uneven"),
        Text(
            "Cho dòng này thụt lề bằng các dòng cùng cấp phía trên",
            "Indent this line like those of the same level above it",
        ),
    ),
    "control": (
        Text("có ký tự điều khiển không nhìn thấy được", "it holds a control character that cannot be seen"),
        Text("Gõ lại dòng có ký tự đó", "Type the line with that character again"),
    ),
    "documents": (
        Text("dấu --- bắt đầu một tài liệu thứ hai", "a mark --- begins a second document"),
        Text("Xóa dòng ---; mỗi tệp chỉ có một bộ tiêu chí", "Delete the line ---: a file holds one set"),
    ),
    "other": (
        Text("không đọc tiếp được từ chỗ này", "reading stops here"),
        Text(
            "Xem dòng này và dòng ngay trên nó: thụt lề, dấu hai chấm, dấu ngoặc",
            "Look at this line and the one above: indentation, colons, quotes and brackets",
        ),
    ),
}

# What a field's value has to look like.
FORMS: Mapping[str, Text] = {
    "id": Text("chữ thường, chữ số và dấu gạch nối", "lower-case letters, digits and hyphens"),
    "date": Text("ngày dạng năm-tháng-ngày, như 2025-10-31", "a date such as 2025-10-31"),
    "year": Text(f"năm từ {FIRST_YEAR} đến {LAST_YEAR}", f"a year from {FIRST_YEAR} to {LAST_YEAR}"),
    "digits": Text("số chữ số thập phân từ 0 đến 6", "a number of decimals from 0 to 6"),
    "effort": Text(
        "số nguyên từ 1 (ít công) đến 5 (nhiều công)", "a whole number from 1 (little) to 5 (much)"
    ),
    "other": Text("dạng nêu trong docs/reference/criteria-set.md", "as in docs/reference/criteria-set.md"),
}

TABLE: dict[str, Entry] = {
    "yaml-syntax": entry(
        ERROR,
        "Tệp không đúng cú pháp YAML: {cause} (“{problem}”).",
        "{advice}.",
        en="The file is not valid YAML: {cause} (“{problem}”).",
        remedy_en="{advice}.",
    ),
    "yaml-not-utf8": entry(
        ERROR,
        "Tệp không ở bảng mã UTF-8.",
        "Lưu lại tệp với bảng mã UTF-8.",
        en="The file is not encoded in UTF-8.",
        remedy_en="Save the file as UTF-8.",
    ),
    "yaml-empty": entry(
        ERROR,
        "Tệp không có nội dung.",
        "Kiểm tra lại có đúng tệp bộ tiêu chí hay không.",
        en="The file has no content.",
        remedy_en="Check that this is the criteria set's file.",
    ),
    "yaml-too-large": entry(
        ERROR,
        "Tệp lớn hơn {limit} kB.",
        "Một bộ tiêu chí không thể lớn như vậy: kiểm tra lại có đúng tệp hay không.",
        en="The file is larger than {limit} kB.",
        remedy_en="No criteria set is that large: check that this is the right file.",
    ),
    "yaml-too-deep": entry(
        ERROR,
        "Các cấp lồng nhau sâu quá {limit} lớp.",
        "Bỏ bớt các cấp lồng nhau ở dòng này.",
        en="The content is nested more than {limit} layers deep.",
        remedy_en="Remove nesting at this line.",
    ),
    "yaml-not-mapping": entry(
        ERROR,
        "Nội dung tệp không bắt đầu bằng các khóa (id, title, …).",
        "Viết bộ tiêu chí theo mẫu trong docs/reference/criteria-set.md.",
        en="The file does not consist of keys (id, title, …).",
        remedy_en="Write the set as docs/reference/criteria-set.md shows.",
    ),
    "yaml-alias": entry(
        ERROR,
        "Có dấu * nhắc lại một đoạn khác của tệp; cách viết này không được dùng.",
        "Chép đầy đủ nội dung vào chỗ này.",
        en="An alias (*) repeats another passage; aliases are not accepted.",
        remedy_en="Write the content out in full here.",
    ),
    "yaml-tag": entry(
        ERROR,
        "Có nhãn kiểu YAML {tag}; cách viết này không được dùng.",
        "Xóa nhãn bắt đầu bằng dấu ! ở dòng này.",
        en="There is a YAML tag {tag}; tags are not accepted.",
        remedy_en="Delete the word that starts with ! in this line.",
    ),
    "key-not-text": entry(
        ERROR,
        "Khóa ở dòng này không phải là chữ.",
        "Viết khóa là một từ đơn giản.",
        en="The key in this line is not text.",
        remedy_en="Write the key as a plain word.",
    ),
    "duplicate-key": entry(
        ERROR,
        "Khóa “{key}” được viết hai lần (lần đầu ở dòng {first}).",
        "Giữ lại một lần.",
        en="The key “{key}” is written twice (first in line {first}).",
        remedy_en="Keep one of the two.",
    ),
    "unknown-key": entry(
        ERROR,
        "Không có khóa “{key}” ở đây.",
        "Dùng khóa: {known}; hoặc xóa dòng này.",
        en="There is no key “{key}” here.",
        remedy_en="Use: {known}; or delete the line.",
    ),
    "missing-key": entry(
        ERROR,
        "Thiếu khóa “{key}”.",
        "Thêm khóa “{key}” vào phần bắt đầu ở dòng này.",
        en="The key “{key}” is missing.",
        remedy_en="Add “{key}” to the part that starts in this line.",
    ),
    "policy-missing": entry(
        ERROR,
        "Bộ tiêu chí không nêu quy định “{policy}”.",
        "Ghi rõ “{policy}” theo văn bản; chương trình không tự chọn thay.",
        en="The set does not state the policy “{policy}”.",
        remedy_en="State “{policy}” as the regulation has it; the program never chooses.",
    ),
    "wrong-type": entry(
        ERROR,
        "“{key}” là “{found}”, nhưng ở đây cần {expected}.",
        "Sửa giá trị của “{key}”.",
        en="“{key}” is “{found}”, but {expected} is needed here.",
        remedy_en="Correct the value of “{key}”.",
    ),
    "wrong-length": entry(
        ERROR,
        "“{key}” có {found} mục, nhưng cần {wanted}.",
        "Thêm hoặc bớt các mục của “{key}”.",
        en="“{key}” has {found} entries where {wanted} are needed.",
        remedy_en="Add or remove entries of “{key}”.",
    ),
    "too-few": entry(
        ERROR,
        "“{key}” có {found} mục, nhưng cần ít nhất {wanted}.",
        "Thêm mục vào “{key}”.",
        en="“{key}” has {found} entries where at least {wanted} are needed.",
        remedy_en="Add entries to “{key}”.",
    ),
    "bad-value": entry(
        ERROR,
        "“{key}” là “{found}”, không thuộc các giá trị được dùng.",
        "Chọn một trong: {allowed}.",
        en="“{key}” is “{found}”, which is not one of the possible values.",
        remedy_en="Choose one of: {allowed}.",
    ),
    "bad-form": entry(
        ERROR,
        "“{key}” là “{found}”, không đúng dạng quy định.",
        "Viết lại “{key}”: {form}.",
        en="“{key}” is “{found}”, which does not have the required form.",
        remedy_en="Write “{key}” anew: {form}.",
    ),
    "rule-kind-unknown": entry(
        ERROR,
        "Không có loại quy tắc “{found}”.",
        "Chọn một trong: {known}.",
        en="There is no rule kind “{found}”.",
        remedy_en="Choose one of: {known}.",
    ),
    "code-not-quoted": entry(
        ERROR,
        "Mã {found} viết như một con số (1.10 sẽ lẫn với 1.1).",
        'Đặt mã trong ngoặc kép: "{found}".',
        en="The code {found} is written as a number (1.10 would become 1.1).",
        remedy_en='Put the code in quotes: "{found}".',
    ),
    "text-not-quoted": entry(
        ERROR,
        "“{key}” phải là chữ, nhưng {found} viết như một con số.",
        'Đặt trong ngoặc kép: "{found}".',
        en="“{key}” has to be text, but {found} is written as a number.",
        remedy_en='Put it in quotes: "{found}".',
    ),
    "number-quoted": entry(
        ERROR,
        "“{key}” là chữ “{found}” vì đặt trong dấu ngoặc kép, nhưng ở đây cần {expected}.",
        "Bỏ dấu ngoặc kép, ghi {key}: {found}.",
        en="“{key}” is the text “{found}” because of its quotes, but {expected} is needed here.",
        remedy_en="Leave out the quotes and write {key}: {found}.",
    ),
    "text-empty": entry(
        ERROR,
        "“{key}” để trống.",
        "Điền nội dung hoặc xóa khóa này.",
        en="“{key}” is empty.",
        remedy_en="Fill it in or delete the key.",
    ),
    "text-not-nfc": entry(
        WARNING,
        "“{text}” viết bằng dấu rời (không phải Unicode dựng sẵn NFC).",
        "Gõ lại hoặc chuyển đoạn chữ này sang Unicode dựng sẵn.",
        en="“{text}” is not in Unicode NFC (its marks are separate characters).",
        remedy_en="Retype the text or convert it to NFC.",
    ),
    "id-not-file-name": entry(
        ERROR,
        "Mã của bộ tiêu chí là “{id}”, nhưng tên tệp là “{stem}”.",
        "Đổi tên tệp thành {id}.yaml hoặc sửa id.",
        en="The set's id is “{id}”, but the file is named “{stem}”.",
        remedy_en="Rename the file to {id}.yaml or correct the id.",
    ),
    "applies-reversed": entry(
        ERROR,
        "Năm cuối áp dụng ({last}) đứng trước năm đầu ({first}).",
        "Sửa applies.from hoặc applies.to.",
        en="The last year ({last}) comes before the first ({first}).",
        remedy_en="Correct applies.from or applies.to.",
    ),
    "legal-basis-missing": entry(
        ERROR,
        "Bộ tiêu chí ghi là chính thức (official) nhưng không nêu văn bản ban hành.",
        "Thêm legal_basis với số, ngày và cơ quan ban hành, hoặc đổi status.",
        en="The set is called official but names no decision.",
        remedy_en="Add legal_basis with number, date and issuer, or change the status.",
    ),
    "modelled-on-missing": entry(
        WARNING,
        "Bộ tiêu chí minh họa không nêu dựa theo văn bản nào.",
        "Thêm modelled_on với văn bản dùng làm mẫu.",
        en="The illustrative set does not say what it is modelled on.",
        remedy_en="Add modelled_on with the decisions it follows.",
    ),
    "policy-without-use": entry(
        WARNING,
        "Có quy định “{policy}” nhưng bộ tiêu chí không có điểm thưởng, điểm trừ.",
        "Xóa quy định này hoặc thêm adjustments.",
        en="The policy “{policy}” is stated, but the set has no bonus or penalty block.",
        remedy_en="Delete the policy or add adjustments.",
    ),
}
