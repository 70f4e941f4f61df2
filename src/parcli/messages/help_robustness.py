"""What the commands on claims and on the firmness of ranks do, as their help says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

ROBUSTNESS_HELP: Mapping[str, Text] = MappingProxyType(
    {
        "opt-compare-causes": Text(
            "Chia thay đổi của điểm và thứ hạng theo nguyên nhân.",
            "Share changes of score and rank by cause.",
        ),
        "claims": Text(
            "So điểm tự chấm với điểm thẩm định: theo đơn vị, lĩnh vực, tiêu chí và vòng thẩm định.",
            "Set claims beside appraisals: by unit, area, criterion and round.",
        ),
        "opt-claims-unit": Text(
            "Một đơn vị (tên hoặc mã): từng tiêu chí bị hạ hoặc được nâng điểm.",
            "One unit (name or code): each criterion that was lowered or raised.",
        ),
        "robustness": Text(
            "Cho biết thứ hạng vững đến đâu: khi đổi trọng số, bỏ một tiêu chí, trả lời còn ngỏ, làm tròn"
            " sớm.",
            "Show how firm ranks are: under other weights, without a criterion, with open answers, rounded"
            " early.",
        ),
        "opt-robust-unit": Text(
            "Chỉ in một đơn vị (tên hoặc mã); phép thử vẫn gồm mọi đơn vị.",
            "Print one unit only (name or code); all units are varied all the same.",
        ),
        "opt-robust-draws": Text("Số lần thử với trọng số ngẫu nhiên.", "How often weights are drawn."),
        "opt-robust-seed": Text(
            "Mầm ngẫu nhiên: cùng một số thì cùng kết quả.",
            "The random seed: the same number, the same result.",
        ),
        "opt-robust-spread": Text(
            "Trọng số mỗi lĩnh vực tăng hoặc giảm tối đa bao nhiêu phần trăm của nó.",
            "By how many per cent of itself the weight of an area may rise or fall at the most.",
        ),
        "opt-robust-top": Text(
            "Số cặp chưa phân biệt được in trong bảng; 0: tất cả.",
            "How many of the pairs not to be told apart the table prints; 0: all.",
        ),
    }
)
