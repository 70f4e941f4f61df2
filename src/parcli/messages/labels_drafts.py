"""The labels of what importing, exporting and starting criteria sets report, and of kinds of rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

DRAFT_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "draft-written": Text("Đã ghi bản nháp {path}.", "Draft written to {path}."),
        "draft-understood": Text(
            "Hiểu cách chấm của {number}/{all} tiêu chí: {kinds}.",
            "Rules understood: {number} of {all}: {kinds}.",
        ),
        "draft-understood-none": Text(
            "Chưa hiểu cách chấm của tiêu chí nào trong {all} tiêu chí.", "Rules understood: none of {all}."
        ),
        "draft-unclear": Text(
            "Chưa hiểu {number} tiêu chí, tạm ghi là chấm theo mức độ: {codes}.",
            "Not understood, for now judged points: {number}: {codes}.",
        ),
        "draft-todos": Text(
            "Còn {number} chỗ phải quyết định hoặc kiểm tra, ghi # TODO trong tệp.",
            "Left to decide or check: {number}, marked # TODO in the file.",
        ),
        "draft-next": Text(
            "Tiếp theo: sửa tệp, rồi chạy parindex criteria check {path}",
            "Next: edit the file, then run parindex criteria check {path}",
        ),
        "annex-written": Text(
            "Đã ghi phụ lục của bộ tiêu chí {id} ({status}).",
            "Annex of criteria set {id} written ({status}).",
        ),
        "successor-written": Text(
            "Đã chép {old} thành {path}: áp dụng từ năm {year}, supersedes: {old}; các phần khác giữ nguyên.",
            "{old} copied to {path}: applies from {year}, supersedes: {old}; all else as it was.",
        ),
        "successor-overlaps": Text(
            "Bộ {old} vẫn đang áp dụng cho năm {year}: sửa applies.to trong tệp của bộ đó.",
            "{old} applies in {year} too: correct applies.to in its file.",
        ),
        "successor-hides": Text(
            "{path} sẽ đứng trước bộ {id} có sẵn: từ nay {id} là tệp này. Nếu không muốn vậy, đặt mã khác.",
            "{path} stands before the packaged set {id}: {id} is this file from now on. If that is not"
            " meant, choose another id.",
        ),
        "successor-early": Text(
            "Năm {year} đứng trước năm đầu áp dụng của bộ {old} ({first}): kiểm tra lại --year.",
            "The year {year} comes before the first year of {old} ({first}): check --year.",
        ),
        "successor-cases": Text(
            "Ví dụ của bộ {old} không được chép theo: viết lại cho bộ mới nếu cần.",
            "The worked examples of {old} were not copied: write new ones where needed.",
        ),
        "successor-comment": Text(
            "Chú thích ở đầu tệp vẫn nói về bộ {old}: sửa lại.",
            "The comment at the head of the file is still that of {old}: correct it.",
        ),
        "successor-next": Text(
            "Tiếp theo: sửa title, legal_basis, status và những tiêu chí thay đổi; mục tiếp nối mã khác thì"
            " ghi replaces; rồi chạy parindex criteria check {path} và parindex criteria diff {old} {path}",
            "Next: edit title, legal_basis, status and the criteria that changed; entries that continue other"
            " codes get replaces; then run parindex criteria check {path} and parindex criteria diff"
            " {old} {path}",
        ),
        "kind-points": Text("chấm theo mức độ", "judged"),
        "kind-choice": Text("chọn phương án", "choice"),
        "kind-checklist": Text("danh mục yêu cầu", "checklist"),
        "kind-tiers": Text("chia mức", "tiers"),
        "kind-proportion": Text("theo tỷ lệ", "proportion"),
        "kind-interpolation": Text("nội suy", "interpolation"),
        "kind-count": Text("cộng theo số lượng", "count"),
        "kind-deduction": Text("trừ theo số lượng", "deduction"),
        "kind-change": Text("so với kỳ trước", "change"),
        "kind-survey": Text("điều tra xã hội học", "survey"),
        "kind-imported": Text("chỉ số khác", "imported"),
        "kind-subcases": Text("nhiều phần", "sub-cases"),
    }
)
