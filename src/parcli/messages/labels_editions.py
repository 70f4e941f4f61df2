"""Words for what differs between two editions of a criteria set, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

EDITION_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "editions-heading": Text("Khác nhau giữa {old} và {new}", "What differs between {old} and {new}"),
        "editions-same": Text(
            "Không có khác biệt nào về tiêu chí, điểm, quy tắc và cách tính.",
            "Criteria, points, rules and policies do not differ.",
        ),
        "editions-not-declared": Text(
            "{new} không ghi là thay {old} (supersedes), nên tiêu chí được so theo mã; tách, gộp"
            " và đổi mã không nhận ra được.",
            "{new} does not say that it supersedes {old}, so criteria are matched by code; splits, merges"
            " and new numbers cannot be seen.",
        ),
        "editions-frame": Text(
            "{new} mở rộng khung {old}: đã quy định tiêu chí thành phần cho {number} mục để mở ({codes}).",
            "{new} extends the frame {old}: it states the criteria of {number} open entries ({codes}).",
        ),
        "editions-english-only": Text(
            "{number} chỗ chỉ khác chữ tiếng Anh.", "Texts that differ in English alone: {number}."
        ),
        "edition-status-of-set": Text("như cả bộ", "as the whole set"),
        "editions-whole-set": Text("Toàn bộ tiêu chí", "The whole set"),
        "editions-summary": Text("Tóm tắt: {counts}.", "In short: {counts}."),
        "editions-before": Text("trước: {text}", "before: {text}"),
        "editions-now": Text("nay: {text}", "now: {text}"),
        "editions-code-before": Text("Mã trước", "Code before"),
        "editions-code-now": Text("Mã nay", "Code now"),
        "editions-criterion": Text("Tiêu chí", "Criterion"),
        "editions-change": Text("Thay đổi", "Change"),
        "editions-detail": Text("Chi tiết", "Detail"),
        # one line for each difference of criteria
        "edition-added": Text("Thêm mới, tối đa {max} điểm", "New, maximum {max}"),
        "edition-removed": Text("Bỏ, trước đây tối đa {max} điểm", "Dropped, the maximum was {max}"),
        "edition-split": Text("Tách thành {codes}", "Split into {codes}"),
        "edition-merged": Text("Gộp từ {codes}", "Merged from {codes}"),
        "edition-moved": Text("Chuyển chỗ, trước là {code}", "Moved, was {code}"),
        "edition-renumbered": Text("Đổi mã, trước là {code}", "Renumbered, was {code}"),
        "edition-renamed": Text("Đổi tên, trước là “{title}”", "Renamed, was “{title}”"),
        "edition-maximum": Text("Điểm tối đa: {before} → {now}", "Maximum: {before} → {now}"),
        "edition-rule-tighter": Text("Quy tắc chặt hơn", "A stricter rule"),
        "edition-rule-looser": Text("Quy tắc nới hơn", "A less strict rule"),
        "edition-rule-mixed": Text(
            "Quy tắc chặt hơn với một số câu trả lời, nới hơn với câu trả lời khác",
            "A rule that is stricter for some answers and less so for others",
        ),
        "edition-rule-other": Text("Quy tắc khác", "Another rule"),
        "edition-wording": Text("Sửa câu chữ của quy tắc hoặc hướng dẫn", "Rule or guidance reworded"),
        "edition-scorer": Text("Đổi người chấm", "Another scorer"),
        "edition-evidence": Text("Đổi yêu cầu tài liệu kiểm chứng", "Evidence asked for changed"),
        "edition-not-applicable": Text(
            "Đổi cách tính khi không áp dụng", "“Not applicable” treated otherwise"
        ),
        "edition-did-not-arise": Text(
            "Đổi cách tính khi không phát sinh", "“Did not arise” treated otherwise"
        ),
        "edition-missing": Text("Đổi cách tính khi không có kết quả", "An absent result treated otherwise"),
        "edition-due": Text("Đổi kỳ phải chấm", "Due in other periods"),
        "edition-reference": Text("Đổi căn cứ", "Another legal reference"),
        "edition-status": Text("Đổi tình trạng", "Another status"),
        # for the whole set
        "edition-set-level": Text("Cấp đơn vị", "Level of units"),
        "edition-set-index": Text("Chỉ số", "Index"),
        "edition-set-status": Text("Tình trạng", "Status"),
        "edition-set-total": Text("Tổng điểm", "Total"),
        "edition-set-policy": Text("Cách tính", "Policy"),
        "edition-set-blocks": Text("Khối đơn vị “{name}”", "Block of units “{name}”"),
        "edition-set-grades": Text("Mốc xếp loại", "Grade bounds"),
        "edition-set-grades-block": Text("Mốc xếp loại của khối “{name}”", "Grade bounds of block “{name}”"),
        "edition-set-caps": Text("Quy định hạ bậc", "Clause that lowers a grade"),
        "edition-set-block-of-points": Text("Điểm thưởng, điểm trừ {name}", "Bonus or penalty block {name}"),
        # counts of the summary
        "editions-count-added": Text("{number} tiêu chí thêm mới", "{number} added"),
        "editions-count-removed": Text("{number} bỏ", "{number} dropped"),
        "editions-count-split": Text("{number} tách", "{number} split"),
        "editions-count-merged": Text("{number} gộp", "{number} merged"),
        "editions-count-moved": Text("{number} chuyển chỗ hoặc đổi mã", "{number} moved or renumbered"),
        "editions-count-renamed": Text("{number} đổi tên", "{number} renamed"),
        "editions-count-maximum": Text("{number} đổi điểm tối đa", "{number} with another maximum"),
        "editions-count-rule": Text("{number} đổi quy tắc", "{number} with another rule"),
        "editions-count-other": Text("{number} thay đổi khác", "{number} other changes"),
        "editions-count-set": Text("{number} thay đổi chung", "{number} for the whole set"),
    }
)
