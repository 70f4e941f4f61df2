"""Findings of criteria sets: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages import (
    findings_criteria_doubtful,
    findings_criteria_editions,
    findings_criteria_file,
    findings_criteria_rules,
    findings_criteria_stated,
)
from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_TREE: dict[str, Entry] = {
    "duplicate-code": entry(
        ERROR,
        "Mã {code} được dùng hai lần (lần đầu ở dòng {first}).",
        "Đánh lại mã cho một trong hai.",
        en="The code {code} is used twice (first in line {first}).",
        remedy_en="Give one of the two another code.",
    ),
    "code-not-under-parent": entry(
        WARNING,
        "Mã {code} nằm dưới {parent} nhưng không bắt đầu bằng “{parent}.”.",
        "Kiểm tra mã hoặc vị trí của tiêu chí.",
        en="The code {code} stands under {parent} but does not begin with “{parent}.”.",
        remedy_en="Check the code or the place of the criterion.",
    ),
    "children-sum": entry(
        ERROR,
        "Điểm tối đa của {code} là {declared}, nhưng các mục bên dưới cộng lại là {sum}.",
        "Sửa điểm tối đa của {code} hoặc của các mục bên dưới.",
        en="The maximum of {code} is {declared}, but the entries below it add to {sum}.",
        remedy_en="Correct the maximum of {code} or of the entries below.",
    ),
    "total-sum": entry(
        ERROR,
        "Tổng điểm ghi là {declared}, nhưng các lĩnh vực cộng lại là {sum}.",
        "Sửa total hoặc điểm tối đa của lĩnh vực bị ghi sai.",
        en="The total is given as {declared}, but the areas add to {sum}.",
        remedy_en="Correct the total or the area whose maximum is wrong.",
    ),
    "areas-unclear": entry(
        ERROR,
        "Bộ tiêu chí phải có đúng một trong hai khóa: areas hoặc parts.",
        "Giữ areas nếu không có cấp trên lĩnh vực; nếu có, chỉ dùng parts.",
        en="The set needs exactly one of areas and parts.",
        remedy_en="Keep areas where nothing stands above them, else use parts alone.",
    ),
    "max-negative": entry(
        ERROR,
        "Điểm tối đa của {code} là số âm ({max}).",
        "Ghi điểm tối đa là số không âm.",
        en="The maximum of {code} is negative ({max}).",
        remedy_en="Write a maximum that is not negative.",
    ),
    "tree-too-deep": entry(
        ERROR,
        "{code} ở cấp {depth}; cây tiêu chí có nhiều nhất {limit} cấp.",
        "Gộp bớt cấp.",
        en="{code} stands at depth {depth}; the tree has at most {limit}.",
        remedy_en="Merge some depths.",
    ),
    "leaf-without-rule": entry(
        ERROR,
        "{code} không có mục bên dưới và cũng không có quy tắc chấm điểm.",
        "Thêm rule hoặc criteria.",
        en="{code} has neither criteria below it nor a rule.",
        remedy_en="Add a rule or criteria.",
    ),
    "rule-on-inner-node": entry(
        ERROR,
        "{code} có các mục bên dưới nên không được có quy tắc riêng.",
        "Xóa rule ở đây hoặc chuyển xuống các mục bên dưới.",
        en="{code} has criteria below it and so cannot have a rule.",
        remedy_en="Delete the rule or move it to the criteria below.",
    ),
    "leaf-key-on-inner-node": entry(
        ERROR,
        "“{key}” chỉ dùng cho mục được chấm điểm trực tiếp; {code} có các mục bên dưới.",
        "Chuyển “{key}” xuống các mục bên dưới.",
        en="“{key}” belongs to entries that are scored; {code} has criteria below it.",
        remedy_en="Move “{key}” to the criteria below.",
    ),
    "adjustment-cap-negative": entry(
        ERROR,
        "Trần của khối {code} là số âm ({cap}).",
        "Ghi trần là số không âm, cả với điểm trừ; hoặc none.",
        en="The cap of block {code} is negative ({cap}).",
        remedy_en="Write a cap that is not negative, for penalties too; or none.",
    ),
    "adjustment-item-nested": entry(
        ERROR,
        "Nội dung thưởng, trừ {code} không được có các mục bên dưới.",
        "Đưa từng mục thành một nội dung riêng trong items.",
        en="The bonus or penalty item {code} cannot have criteria below it.",
        remedy_en="List each of them as an item of its own.",
    ),
}

_GRADES: dict[str, Entry] = {
    "grades-block-unknown": entry(
        ERROR,
        "Có xếp loại cho khối “{block}” nhưng blocks không có khối này.",
        "Thêm khối vào blocks hoặc sửa tên; đang có: {known}.",
        en="There are grades for block “{block}”, which blocks does not list.",
        remedy_en="Add it to blocks or correct the name; listed are: {known}.",
    ),
    "grades-common-missing": entry(
        ERROR,
        "Không có xếp loại chung (common), trong khi có đơn vị không thuộc khối nào có xếp loại riêng.",
        "Thêm common; các khối chưa có xếp loại: {blocks}.",
        en="There are no common grades, though not every unit is in a block with its own.",
        remedy_en="Add common; blocks without grades: {blocks}.",
    ),
    "grade-bound-unclear": entry(
        ERROR,
        "Xếp loại {id} phải có đúng một trong hai mức: from (từ) hoặc above (trên).",
        "Giữ một mức đúng theo văn bản.",
        en="Grade {id} needs exactly one of from and above.",
        remedy_en="Keep the one that the regulation has.",
    ),
    "grade-mixed-units": entry(
        ERROR,
        "Xếp loại {id} tính theo đơn vị khác với các loại trên (lẫn % với điểm).",
        "Viết tất cả các mức bằng % hoặc tất cả bằng điểm.",
        en="Grade {id} is bounded in another unit than those above it (percent and points mixed).",
        remedy_en="Write all bounds in % or all in points.",
    ),
    "grade-order": entry(
        ERROR,
        "Mức dưới của {id} là {bound}, không thấp hơn mức của {above} đứng trên, nên hai loại chồng nhau.",
        "Xếp các loại từ cao xuống thấp với mức giảm dần.",
        en="The bound of {id} is {bound}, not below that of {above} before it, so that the two overlap.",
        remedy_en="List grades from best to worst with falling bounds.",
    ),
    "grade-duplicate": entry(
        ERROR,
        "Mã xếp loại {id} được dùng hai lần (lần đầu ở dòng {first}).",
        "Đổi một trong hai mã.",
        en="The grade id {id} is used twice (first in line {first}).",
        remedy_en="Change one of the two.",
    ),
    "grade-lowest-not-zero": entry(
        ERROR,
        "Loại thấp nhất {id} bắt đầu ở {bound}, không phải từ 0, nên kết quả thấp hơn không có loại nào.",
        "Cho loại thấp nhất bắt đầu từ 0 (from: 0%).",
        en="The lowest grade {id} starts at {bound} and not from 0, so that lower results have no grade.",
        remedy_en="Let the lowest grade start from 0 (from: 0%).",
    ),
    "grade-unreachable": entry(
        ERROR,
        "Không kết quả nào đạt loại {id}: mức của loại là {bound}, cao nhất có thể là {most}.",
        "Sửa mức của loại này.",
        en="No result reaches grade {id}: its bound is {bound}, the most possible is {most}.",
        remedy_en="Correct the bound.",
    ),
    "cap-grade-unknown": entry(
        ERROR,
        "Điều khoản hạ xếp loại dùng loại “{id}”, không có trong thang xếp loại gồm {known}.",
        "Chọn một trong: {known}.",
        en="The cap names grade “{id}”, which the scale of {known} does not have.",
        remedy_en="Choose one of: {known}.",
    ),
    "cap-condition-unclear": entry(
        ERROR,
        "Điều kiện hạ xếp loại phải có đúng một mã (area hoặc criterion) và đúng một mức (below, to, hoặc "
        "answer của tiêu chí).",
        "Viết lại điều kiện với một mã và một mức.",
        en="The condition of a cap needs exactly one code (area or criterion) and one test (below, to, or a "
        "criterion's answer).",
        remedy_en="Write the condition with one code and one test.",
    ),
    "cap-code-unknown": entry(
        ERROR,
        "Điều kiện hạ xếp loại dùng mã {code} không có trong bộ tiêu chí (hoặc không phải lĩnh vực).",
        "Sửa mã; mã lĩnh vực viết ở area, mã tiêu chí viết ở criterion.",
        en="The cap's condition names code {code}, which the set does not have (or which is no area).",
        remedy_en="Correct the code; areas go under area, criteria under criterion.",
    ),
    "cap-answer-unknown": entry(
        ERROR,
        "“{answer}” không phải là phương án của tiêu chí {code}.",
        "Ghi đúng nhãn của một phương án: {known}.",
        en="“{answer}” is not an option of criterion {code}.",
        remedy_en="Write the label of an option: {known}.",
    ),
}

TABLE: dict[str, Entry] = {
    **findings_criteria_file.TABLE,
    **_TREE,
    **_GRADES,
    **findings_criteria_rules.TABLE,
    **findings_criteria_editions.TABLE,
    **findings_criteria_doubtful.TABLE,
    **findings_criteria_stated.TABLE,
}
