"""The one-sentence texts of errors in an office's own templates and labels of reports."""

from __future__ import annotations

from parcli.model.text import Text

TEMPLATE_ERRORS: dict[str, Text] = {
    "template-folder-missing": Text(
        "Không có thư mục bản mẫu {path}: tạo bằng parindex report --export-templates {path}, hoặc sửa"
        " đường dẫn.",
        "There is no folder of templates {path}: make one by parindex report --export-templates {path}, or"
        " correct the path.",
    ),
    "template-outside": Text(
        "{path} không phải tệp nằm trong thư mục bản mẫu {folder} (liên kết ra ngoài hoặc thư mục): chép"
        " hẳn tệp vào đó.",
        "{path} is no file of the folder of templates {folder} (a link out of it, or a folder): copy the file"
        " itself there.",
    ),
    "template-not-utf8": Text(
        "{path} không được lưu theo UTF-8: mở tệp và lưu lại với mã UTF-8.",
        "{path} is not saved as UTF-8: open it and save it as UTF-8.",
    ),
    "template-unknown": Text(
        "{path} không thay bản mẫu nào và không bản mẫu nào gọi đến: xem các tên bằng parindex report"
        " --list-templates, đổi tên hoặc chuyển tệp đi.",
        "{path} replaces no template and none calls it: see the names by parindex report --list-templates,"
        " rename the file or move it away.",
    ),
    "template-unknown-near": Text(
        "{path} không thay bản mẫu nào và không bản mẫu nào gọi đến; tên gần nhất là {near}: đổi tên hoặc"
        " chuyển tệp đi.",
        "{path} replaces no template and none calls it; the nearest name is {near}: rename the file or move"
        " it away.",
    ),
    "template-syntax": Text(
        "{path}, dòng {line}: sai cú pháp Jinja ({what}); sửa dòng đó, hoặc chuyển tệp đi để dùng lại bản"
        " gốc.",
        "{path}, line {line}: this is not Jinja ({what}); correct the line, or move the file away to use the"
        " packaged template.",
    ),
    "template-missing": Text(
        "{path}, dòng {line}: gọi “{name}”, không có trong thư mục bản mẫu và không phải bản mẫu của"
        " parindex; chỉ gọi được tệp nằm ngay trong thư mục đó hoặc tên có trong --list-templates.",
        "{path}, line {line}: “{name}” is neither in the folder of templates nor a template of parindex; only"
        " files in that folder and names of --list-templates can be called.",
    ),
    "template-calls-itself": Text(
        "{path}, dòng {line}: bản mẫu gọi chính nó; muốn gọi bản gốc thì viết “{packaged}”.",
        "{path}, line {line}: the template calls itself; the packaged one is called “{packaged}”.",
    ),
    "template-undefined": Text(
        "{path}, dòng {line}: dùng tên không có trong dữ liệu của báo cáo ({what}); sửa tên theo trang tham"
        " khảo report-templates.",
        "{path}, line {line}: a name that the report's data do not have ({what}); correct it by the reference"
        " page report-templates.",
    ),
    "template-forbidden": Text(
        "{path}, dòng {line}: bản mẫu không được làm việc này ({what}): chỉ đọc dữ liệu của báo cáo, không"
        " dùng tên bắt đầu bằng “_”, không sửa dữ liệu.",
        "{path}, line {line}: a template may not do this ({what}): it may read the report's data: no name"
        " that begins with “_”, and no change of a value.",
    ),
    "template-word-unknown": Text(
        "{path}, dòng {line}: không có nhãn “{key}”: xem các khóa trong labels.toml do parindex report"
        " --export-templates ghi ra.",
        "{path}, line {line}: there is no label “{key}”: see the keys in the labels.toml which parindex"
        " report --export-templates writes.",
    ),
    "template-endless": Text(
        "{path}, dòng {line}: các bản mẫu gọi lẫn nhau không dứt: bỏ một lời gọi.",
        "{path}, line {line}: the templates call each other without end: take one call away.",
    ),
    "template-too-large": Text(
        "{path}, dòng {line}: tạo ra giá trị quá lớn (lặp chữ, lũy thừa, căn lề quá rộng): giảm con số ở dòng"
        " đó; chưa tệp nào được ghi.",
        "{path}, line {line}: a value becomes too large (a repeated text, a power, too wide an alignment):"
        " lower the number in that line; no file was written.",
    ),
    "template-too-long": Text(
        "{path}, dòng {line}: bản mẫu chạy quá lâu nên bị dừng ở dòng này: bỏ bớt vòng lặp lồng nhau; chưa"
        " tệp nào được ghi.",
        "{path}, line {line}: the template ran too long and was stopped at this line: take nested loops away;"
        " no file was written.",
    ),
    "templates-time": Text(
        "{path}: bản mẫu chạy quá {seconds} giây nên bị dừng: bỏ bớt vòng lặp lồng nhau và phép tính lớn;"
        " chưa tệp nào được ghi.",
        "{path}: the templates ran for more than {seconds} seconds and were stopped: take nested loops and"
        " large calculations away; no file was written.",
    ),
    "templates-memory": Text(
        "{path}: bản mẫu dùng quá {megabytes} MB bộ nhớ nên bị dừng: giảm các giá trị lớn và vòng lặp; chưa"
        " tệp nào được ghi.",
        "{path}: the templates used more than {megabytes} MB of memory and were stopped: lower large values"
        " and loops; no file was written.",
    ),
    "templates-crash": Text(
        "{path}: tiến trình chạy thử bản mẫu bị dừng đột ngột, thường vì quá nhiều bộ nhớ: giảm các giá trị"
        " lớn và vòng lặp; chưa tệp nào được ghi.",
        "{path}: the process that tries the templates out ended at once, mostly for want of memory: lower"
        " large values and loops; no file was written.",
    ),
    "templates-start": Text(
        "{path}: không khởi động được tiến trình chạy thử bản mẫu: đóng bớt chương trình rồi chạy lại lệnh;"
        " chưa tệp nào được ghi.",
        "{path}: the process that tries the templates out could not be started: close other programs and run"
        " the command again; no file was written.",
    ),
    "template-wrong-value": Text(
        "{path}, dòng {line}: {name} không nhận “{value}”: phải đưa vào {wanted}; xem kiểu của các giá trị ở"
        " trang tham khảo report-templates.",
        "{path}, line {line}: {name} does not take “{value}”: it has to be {wanted}; see the kinds of values"
        " on the reference page report-templates.",
    ),
    "template-failed": Text(
        "{path}, dòng {line}: bản mẫu không chạy được ({what}); sửa dòng đó, hoặc chuyển tệp đi để dùng lại"
        " bản gốc.",
        "{path}, line {line}: the template fails ({what}); correct the line, or move the file away to use the"
        " packaged template.",
    ),
    "template-asset-ends": Text(
        "{path}, dòng {line}: có “{text}”, sẽ cắt ngang phần được chèn vào trang: bỏ hoặc viết cách khác.",
        "{path}, line {line}: “{text}” would end the part of the page that the file is put into: take it away"
        " or write it another way.",
    ),
    "labels-not-toml": Text(
        '{path}, dòng {line}: sai cú pháp TOML; mỗi nhãn một dòng, như: rank = "Thứ hạng".',
        '{path}, line {line}: this is not TOML; a label is a line such as: rank = "Place".',
    ),
    "labels-language": Text(
        "{path}, dòng {line}: “{name}” không phải ngôn ngữ của báo cáo: đặt nhãn dưới [vi] hoặc [en].",
        "{path}, line {line}: “{name}” is no language of reports: put labels under [vi] or [en].",
    ),
    "labels-key-unknown": Text(
        "{path}, dòng {line}: không có nhãn “{key}”: xem các khóa trong labels.toml do parindex report"
        " --export-templates ghi ra.",
        "{path}, line {line}: there is no label “{key}”: see the keys in the labels.toml which parindex"
        " report --export-templates writes.",
    ),
    "labels-key-unknown-near": Text(
        "{path}, dòng {line}: không có nhãn “{key}”; khóa gần nhất là “{near}”.",
        "{path}, line {line}: there is no label “{key}”; the nearest key is “{near}”.",
    ),
    "labels-not-text": Text(
        "{path}, dòng {line}: nhãn “{key}” phải là chữ trong dấu ngoặc kép, không để trống.",
        "{path}, line {line}: the label “{key}” has to be a text in quotes, and not an empty one.",
    ),
    "labels-braces": Text(
        "{path}, dòng {line}: nhãn “{key}” có dấu ngoặc nhọn không thành cặp; muốn hiện một dấu thì viết"
        " hai lần.",
        "{path}, line {line}: the label “{key}” has a brace without its pair; to show a brace write it"
        " twice.",
    ),
    "labels-place-unknown": Text(
        "{path}, dòng {line}: nhãn “{key}” không có chỗ điền “{place}”; chỉ có: {known}.",
        "{path}, line {line}: the label “{key}” has no place “{place}”; it has: {known}.",
    ),
    "labels-no-places": Text(
        "{path}, dòng {line}: nhãn “{key}” không có chỗ điền nào, không viết “{place}” trong ngoặc nhọn.",
        "{path}, line {line}: the label “{key}” has no places: “{place}” may not stand in braces.",
    ),
}
