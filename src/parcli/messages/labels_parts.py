"""Words for a change of score that is parted into what the rules did and what the unit did."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

PARTS_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "parts-of-rules": Text("± bộ tiêu chí", "± rules"),
        "parts-of-unit": Text("± đơn vị", "± unit"),
        "parts-sum": Text(
            "Thay đổi {change}: {rules} do bộ tiêu chí, {unit} do đơn vị.",
            "Change of {change}: {rules} by the rules, {unit} by the unit.",
        ),
        "parts-areas": Text("Lĩnh vực (điểm)", "Area (points)"),
        "parts-set-changed": Text(
            "hai kỳ chấm theo hai bộ tiêu chí khác nhau: thay đổi gồm phần do bộ tiêu chí (câu trả lời kỳ"
            " trước"
            " chấm theo bộ mới) và phần do đơn vị",
            "the two periods were scored by different criteria sets: the change is what the rules did (the"
            " earlier answers scored by the new set) and what the unit did",
        ),
        "parts-not-rescored": Text(
            "Không chấm lại được theo câu trả lời kỳ {before} nên lấy câu trả lời kỳ {now}, ảnh hưởng nằm"
            " ở phần do bộ tiêu chí ({count} tiêu chí):",
            "Not rescored on the answers of {before}, so that those of {now} stand in and the effect lies"
            " in what the rules did (criteria: {count}):",
        ),
        "parts-not-rescored-same": Text(
            "Số tiêu chí không chấm lại được theo câu trả lời kỳ {before}: {most} ở mỗi đơn vị; ảnh hưởng"
            " nằm ở phần do bộ tiêu chí. Thêm --unit để xem từng tiêu chí.",
            "Criteria that could not be rescored on the answers of {before}: {most} of each unit; their"
            " effect lies in what the rules did. --unit lists them.",
        ),
        "parts-not-rescored-range": Text(
            "Số tiêu chí không chấm lại được theo câu trả lời kỳ {before}: từ {least} đến {most} ở mỗi đơn"
            " vị; ảnh hưởng nằm ở phần do bộ tiêu chí. Thêm --unit để xem từng tiêu chí.",
            "Criteria that could not be rescored on the answers of {before}: {least} to {most} of each"
            " unit; their effect lies in what the rules did. --unit lists them.",
        ),
        "parts-dropped": Text(
            "Tiêu chí của kỳ {before} đã bỏ ({count}): {criteria}.",
            "Criteria of {before} that were dropped ({count}): {criteria}.",
        ),
        # why a criterion could not be rescored
        "parts-hindrance-new": Text("tiêu chí mới", "new"),
        "parts-hindrance-split": Text("tách từ một tiêu chí", "split from one criterion"),
        "parts-hindrance-merged": Text("gộp từ nhiều tiêu chí", "merged from several criteria"),
        "parts-hindrance-sub-criteria": Text(
            "trước đây chấm theo tiêu chí thành phần", "was scored by sub-criteria"
        ),
        "parts-hindrance-place": Text(
            "chuyển giữa tiêu chí, điểm thưởng và điểm trừ", "moved between criteria, bonus and penalty"
        ),
        "parts-hindrance-scorer": Text("đổi người chấm", "scored by others now"),
        "parts-hindrance-not-due": Text("kỳ trước chưa phải chấm", "was not due"),
        "parts-hindrance-refused": Text(
            "quy tắc mới không chấm được câu trả lời kỳ trước",
            "the new rule does not take the earlier answer",
        ),
        "parts-hindrance-appraised": Text(
            "điểm thẩm định kỳ trước khác câu trả lời, và quy tắc đã đổi",
            "was appraised otherwise than answered, and the rule changed",
        ),
        "parts-hindrance-points-only": Text(
            "kỳ trước chỉ có điểm, không có câu trả lời, và quy tắc đã đổi",
            "had points without an answer, and the rule changed",
        ),
        "parts-areas-differ": Text(
            "Lĩnh vực {codes} đổi điểm tối đa hoặc tiêu chí: không so tỷ lệ.",
            "Areas {codes} have another maximum or other criteria: their percentages are not compared.",
        ),
        # why a change is not parted
        "parts-withheld": Text(
            "Không tách được thay đổi: {reason}.", "The change cannot be parted: {reason}."
        ),
        "parts-withheld-of": Text(
            "Không tách được thay đổi của {names}: {reason}.",
            "The change of {names} cannot be parted: {reason}.",
        ),
        "parts-withheld-set-not-at-hand": Text(
            "bộ tiêu chí {set} không có hoặc không dùng được; đặt lại tệp của bộ đó vào thư mục bộ tiêu chí",
            "criteria set {set} is not at hand or cannot be used; put its file back into the folder of sets",
        ),
        "parts-withheld-set-altered": Text(
            "bộ tiêu chí {set} đã bị sửa sau khi chấm kỳ {period}; khôi phục tệp cũ hoặc chấm lại kỳ"
            " {period}",
            "criteria set {set} was altered after {period} was scored; restore its file or score {period}"
            " again",
        ),
        "parts-withheld-no-edition": Text(
            "bộ {new} không ghi là thay bộ {old}; nếu đúng là thay thì ghi supersedes vào tệp của bộ {new}",
            "{new} does not say that it supersedes {old}; if it does, state supersedes in the file of {new}",
        ),
        "parts-withheld-answers": Text(
            "chưa lưu câu trả lời của kỳ {periods}; chấm lại các bảng của kỳ đó thì câu trả lời được lưu",
            "the answers of {periods} were not kept; scoring the workbooks of that period again keeps them",
        ),
        "parts-withheld-nothing-applicable": Text(
            "không có phần nào áp dụng cho đơn vị ở một trong hai kỳ, nên không có tỷ lệ",
            "nothing applies to the unit in one of the periods, so there is no percentage",
        ),
        "parts-withheld-scored-otherwise": Text(
            "câu trả lời đã lưu của kỳ {periods} nay cho kết quả khác kết quả đã lưu; chấm lại kỳ đó",
            "the answers kept of {periods} now give another result than the stored one; score it again",
        ),
    }
)
