"""The labels of what ``parindex claims`` tells about claims and appraisals."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

CLAIMS_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "claims-of": Text("Tự chấm và thẩm định: {what}", "Claims and appraisals: {what}"),
        "claims-sum": Text(
            "{judged} mục đã thẩm định ở {units} đơn vị: tự chấm {claimed} điểm, thẩm định {given} điểm; hạ"
            " {lowered} mục ({cut} điểm), nâng {raised} mục ({added} điểm).",
            "Appraised answers: {judged} of {units} units; {claimed} points claimed, {given} given; lowered:"
            " {lowered} ({cut} points), raised: {raised} ({added} points).",
        ),
        "claims-evidence": Text(
            "Trong các mục bị hạ, {number} mục không nêu tài liệu kiểm chứng.",
            "Of the lowered ones, {number} name no evidence.",
        ),
        "claims-rounds": Text(
            "{judged} mục có hai vòng thẩm định: tự chấm {claimed}, sau vòng 1 {first}, sau vòng 2"
            " {second} điểm.",
            "Appraised twice: {judged}; {claimed} points claimed, {first} after the first round, {second}"
            " after the second.",
        ),
        "claims-unjudged": Text(
            "Chưa thẩm định {unjudged} mục; {unclear} mục không so được vì câu trả lời không cho điểm.",
            "Not appraised: {unjudged}; not compared, because the answer gives no points: {unclear}.",
        ),
        "claims-not-read": Text(
            "Không so được {number} đơn vị, vì câu trả lời không được giữ hoặc bộ tiêu chí không còn như khi"
            " chấm: {names}.",
            "Not compared, because the answers were not kept or the set is not at hand as it scored: {number}"
            " ({names}).",
        ),
        "claims-same": Text(
            "Mọi mục đã thẩm định đều đúng như tự chấm.",
            "Everything that was appraised is as it was claimed.",
        ),
        "claims-by-unit": Text("Theo đơn vị", "By unit"),
        "claims-by-area": Text("Theo lĩnh vực", "By area"),
        "claims-by-criterion": Text(
            "Theo tiêu chí, bị hạ nhiều nhất trước", "By criterion, those lowered most first"
        ),
        "claims-by-criterion-top": Text(
            "Theo tiêu chí: {shown} trong {all} tiêu chí có chênh lệch, bị hạ nhiều nhất trước",
            "By criterion: {shown} of {all} with differences, those lowered most first",
        ),
        "claims-rows": Text("Từng mục có chênh lệch", "Each difference"),
        "claims-claimed": Text("Tự chấm", "Claimed"),
        "claims-given": Text("Thẩm định", "Given"),
        "claims-net": Text("Chênh", "Net"),
        "claims-lowered": Text("Bị hạ", "Lowered"),
        "claims-raised": Text("Nâng", "Raised"),
        "claims-cut": Text("Điểm hạ", "Cut"),
        "claims-added": Text("Điểm nâng", "Added"),
        "claims-judged": Text("Đã thẩm định", "Appraised"),
        "claims-lacking": Text("Thiếu TLKC", "No evidence"),
        "claims-uneven": Text("Không đều", "Uneven"),
        "claims-uneven-note": Text(
            "Không đều: mức hạ của các đơn vị trung bình cách mức hạ chung bao nhiêu phần trăm của điểm"
            " tối đa; càng lớn thì tiêu chí càng được thẩm định khác nhau giữa các đơn vị.",
            "Uneven: by how many per cent of the maximum the units' cuts differ from the mean cut, on"
            " average; the more, the more differently units were judged.",
        ),
        "claims-kind": Text("Phân theo", "Cut by"),
        "claims-kind-unit": Text("đơn vị", "unit"),
        "claims-kind-area": Text("lĩnh vực", "area"),
        "claims-kind-criterion": Text("tiêu chí", "criterion"),
    }
)
