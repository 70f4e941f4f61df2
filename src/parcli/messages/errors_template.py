"""The one-sentence texts of errors in making templates."""

from __future__ import annotations

from parcli.model.text import Text

TEMPLATE_ERRORS: dict[str, Text] = {
    "template-set-needed": Text(
        "Chưa biết dùng bộ tiêu chí nào: thêm --criteria MÃ, hoặc --level và --period khi thiết lập đã có"
        " bộ tiêu"
        " chí của cấp đó; các bộ hiện có: {known}.",
        "Which criteria set is meant is not known: add --criteria ID, or --level and --period where the"
        " settings"
        " name a set for the level; at hand: {known}.",
    ),
    "template-set-unnamed": Text(
        "Chưa biết dùng bộ tiêu chí nào cho cấp {level}, kỳ {period}: trong parindex.toml, dưới"
        ' [criteria.{key}] ghi {period} = "{example}", hoặc thêm --criteria {example}; các bộ dùng được:'
        " {known}.",
        "Which criteria set is meant for the level {level} in {period} is not known: in parindex.toml, below"
        ' [criteria.{key}], write {period} = "{example}", or add --criteria {example}; sets that fit:'
        " {known}.",
    ),
    "template-set-none": Text(
        "Không có bộ tiêu chí nào cho cấp {level} áp dụng trong kỳ {period}: soạn một bộ bằng parindex"
        " criteria new, hoặc kiểm tra lại --level và --period.",
        "No criteria set for the level {level} applies in {period}: start one by parindex criteria new, or"
        " check --level and --period.",
    ),
    "template-unit-blank": Text(
        "--unit để trống: ghi tên hoặc mã của đơn vị.", "--unit is blank: give a unit's name or code."
    ),
    "template-units-empty": Text(
        "Danh sách {path} chưa có đơn vị nào: ghi mỗi đơn vị một dòng dưới dòng tiêu đề.",
        "The list {path} has no units: enter each unit in a line below the header.",
    ),
    "template-units-of-level": Text(
        "Danh sách {path} không có đơn vị nào ở cấp {level}, chỉ có cấp {found}: sửa cột Cấp, hoặc chọn bộ"
        " tiêu chí của cấp đó.",
        "The list {path} has no units of the level {level}, only of {found}: correct the column of levels, or"
        " choose a criteria set of that level.",
    ),
    "template-units-not-valid": Text(
        "Danh sách {path} không có đơn vị nào ở cấp {level} còn hiệu lực trong kỳ {period}: sửa các cột Hiệu"
        " lực từ, Hiệu lực đến, hoặc chọn kỳ khác.",
        "The list {path} has no units of the level {level} that exist in {period}: correct the columns"
        " valid_from, valid_to, or choose another period.",
    ),
    "template-period-needed": Text(
        "Bộ tiêu chí {id} áp dụng cho nhiều năm: thêm --period KỲ.",
        "Criteria set {id} is for several years: add --period PERIOD.",
    ),
    "template-period-outside": Text(
        "Bộ tiêu chí {id} áp dụng cho năm {years}, không áp dụng cho kỳ {period}.",
        "Criteria set {id} is for {years}, not for {period}.",
    ),
    "template-level-differs": Text(
        "Bộ tiêu chí {id} dành cho cấp {level}, không phải cấp {asked}.",
        "Criteria set {id} is for the level {level}, not {asked}.",
    ),
    "template-unit-of-level": Text(
        "“{name}” thuộc cấp {level}, không phải cấp {asked} của bộ tiêu chí {id}.",
        "“{name}” is of the level {level}, not {asked} as criteria set {id} is.",
    ),
    "template-unit-unknown": Text(
        "Không có đơn vị “{name}” ở cấp {level} trong danh sách: hãy kiểm tra lại tên hoặc mã.",
        "There is no unit “{name}” of the level {level} in the list: check the name or code.",
    ),
    "template-unit-like": Text(
        "Không có đơn vị “{name}” ở cấp {level} trong danh sách; tên gần giống: {suggestions}.",
        "There is no unit “{name}” of the level {level} in the list; names like it: {suggestions}.",
    ),
    "template-units-needed": Text(
        "Không có đơn vị nào ở cấp {level} trong kỳ {period}: thêm --units TỆP hoặc --unit TÊN, hoặc ghi"
        " đơn vị"
        " vào units.csv.",
        "There is no unit of the level {level} in {period}: add --units FILE or --unit NAME, or enter"
        " units in"
        " units.csv.",
    ),
    "template-units-twice": Text(
        "Chỉ dùng một trong hai: --unit hoặc --units.", "Use either --unit or --units, not both."
    ),
    "template-too-many-units": Text(
        "Bảng tổng hợp chứa được tối đa {most} đơn vị, ở đây có {count}: hãy chia danh sách bằng --units.",
        "A summary holds {most} units at most and there are {count}: split the list with --units.",
    ),
}
