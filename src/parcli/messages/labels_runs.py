"""The labels of stored runs, of what differs between two, and of what was withdrawn or imported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

RUN_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        # runs
        "run": Text("Lượt chấm", "Run"),
        "run-head": Text("Lượt chấm {number}", "Run {number}"),
        "run-time": Text("Thời gian", "Time"),
        "run-files": Text("Các tệp", "Files"),
        "run-options": Text("Tùy chọn", "Options"),
        "run-option-map": Text("Cột nêu rõ", "Columns named"),
        "run-option-with": Text("Bảng điểm ghép", "Joined tables"),
        "run-reason": Text("Lý do đính chính: {reason}", "Reason for the correction: {reason}"),
        "run-reason-head": Text("Lý do đính chính", "Reason"),
        "run-results": Text("Các kết quả", "Results"),
        "run-tool": Text("Phiên bản parindex: {version}", "Version of parindex: {version}"),
        "run-set": Text(
            "Bộ tiêu chí: {id} ({status}), mã băm {hash}", "Criteria set: {id} ({status}), hash {hash}"
        ),
        "run-marks": Text("Ghi chú", "Notes"),
        "runs-none": Text(
            "Chưa có lượt chấm nào: chạy parindex score để chấm điểm và lưu kết quả.",
            "There is no run yet: parindex score scores workbooks and stores the results.",
        ),
        "outcome-scored": Text("{number} tệp đã chấm", "scored: {number}"),
        "outcome-failed": Text("{number} tệp không dùng được", "not usable: {number}"),
        "outcome-unchanged": Text("{number} tệp không thay đổi", "unchanged: {number}"),
        "file-scored": Text("đã chấm", "scored"),
        "file-failed": Text("không dùng được", "could not be used"),
        "file-unchanged": Text("không thay đổi, không chấm lại", "unchanged, not scored again"),
        "mark-correction": Text("đính chính sau công bố: {reason}", "corrected after publication: {reason}"),
        "mark-replaces": Text(
            "thay kết quả của lượt {run}: {points} điểm", "replaces run {run}: {points} points"
        ),
        "mark-superseded": Text(
            "đã được lượt {run} thay thế: {points} điểm", "superseded by run {run}: {points} points"
        ),
        # difference of two runs
        "diff-unchanged": Text("{number} đơn vị không thay đổi.", "Units without a change: {number}."),
        "diff-only": Text("Chỉ có trong lượt {run}: {unit}", "In run {run} only: {unit}"),
        "diff-other-set": Text(
            "Hai lượt dùng hai bộ tiêu chí khác nhau ({before}, {after}): không tính chênh lệch.",
            "The runs used different sets ({before}, {after}): no difference is drawn.",
        ),
        "diff-set-edited": Text(
            "Bộ tiêu chí {after} đã được sửa giữa hai lượt: không tính chênh lệch.",
            "Set {after} was edited between the runs: no difference is drawn.",
        ),
        "diff-maximum": Text(
            "Điểm tối đa áp dụng: {before} → {after}", "Applicable maximum: {before} → {after}"
        ),
        "diff-settled": Text("đầy đủ, đã thẩm định", "complete, appraised"),
        "diff-before": Text("Trước", "Before"),
        "diff-after": Text("Sau", "After"),
        "diff-points-before": Text("Điểm trước", "Points before"),
        "diff-points-after": Text("Điểm sau", "Points after"),
        "diff-percent-before": Text("% trước", "% before"),
        "diff-percent-after": Text("% sau", "% after"),
        "diff-grade-before": Text("Xếp loại trước", "Grade before"),
        "diff-grade-after": Text("Xếp loại sau", "Grade after"),
        "diff-same-set": Text("Cùng bộ tiêu chí", "Same set"),
        # withdrawal
        "withdrawn": Text("Đã rút lại lúc {time}: {reason}", "Withdrawn at {time}: {reason}"),
        "withdrawn-head": Text("Rút lại", "Withdrawn"),
        "mark-withdrawn": Text("đã rút lại, không tính", "withdrawn, does not count"),
        "mark-counting": Text(
            "kết quả đang tính là của lượt {run}: {points} điểm",
            "run {run} counts in its place: {points} points",
        ),
        "mark-taken-back": Text(
            "được tính lại sau khi rút lượt {run}: {points} điểm",
            "counts again since run {run} was withdrawn: {points} points",
        ),
        "run-withdrawn": Text(
            "Đã rút lại lượt chấm {number}: {results} kết quả thôi tính ({again} đơn vị trở lại kết quả"
            " trước, {without} đơn vị không còn kết quả).",
            "Run {number} is withdrawn. Results that no longer count: {results} (units whose earlier result"
            " counts again: {again}; units left without a result: {without}).",
        ),
        "import-withdrawn": Text(
            "Đã rút lại lần nhập {number} ({file}): {results} kết quả thôi tính.",
            "Import {number} ({file}) is withdrawn. Results that no longer count: {results}.",
        ),
        "import-rows-left": Text(
            "{results} kết quả của lần nhập này vẫn được tính vì lần nhập khác cũng có.",
            "Results of this import that still count, because another import has them too: {results}.",
        ),
        "withdrawn-locked": Text(
            "Chỉ số {index} kỳ {period}, cấp {level}, đã công bố: việc rút lại là một lần đính chính; lý do"
            " được lưu, số đã rút vẫn xem lại được bằng {command}.",
            "{index} {period} of level {level} is published: the withdrawal is a correction; its reason is"
            " kept, and {command} still shows what was withdrawn.",
        ),
        # what was imported
        "import": Text("Lần nhập", "Import"),
        "import-head": Text("Lần nhập {number}", "Import {number}"),
        "import-group": Text(
            "{index} · {period} · {level}: {number} kết quả", "{index} · {period} · {level}: {number} results"
        ),
        "import-contents": Text("Nội dung", "Contents"),
        "imports-none": Text(
            "Chưa nhập bảng nào: parindex import nhập kết quả đã công bố.",
            "No table was imported yet: parindex import brings in published results.",
        ),
        "as-printed": Text("Số in", "As printed"),
    }
)
