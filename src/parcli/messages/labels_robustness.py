"""The labels of what ``parindex robustness`` tells about how firm ranks are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

ROBUSTNESS_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "robust-of": Text("Độ vững của thứ hạng: {what}", "How firm the ranks are: {what}"),
        "robust-weights": Text("Đổi\ntrọng số", "Other\nweights"),
        "robust-without": Text("Bỏ một\ntiêu chí", "Without one\ncriterion"),
        "robust-open": Text("Trả lời\ncòn ngỏ", "Open\nanswers"),
        "robust-grades": Text("Xếp loại khi đổi trọng số", "Grade under other weights"),
        "robust-share": Text("{grade} {share}", "{grade} {share}"),
        "robust-how-weights": Text(
            "Đổi trọng số: trọng số của mỗi lĩnh vực ({areas} lĩnh vực) được nhân với một hệ số ngẫu nhiên"
            " riêng, từ {low} đến {high}; {draws} lần thử, mầm ngẫu nhiên {seed}. Khoảng hạng bỏ đi 5 % số"
            " lần thử ở mỗi đầu.",
            "Other weights: the weight of each area ({areas} of them) is multiplied by a random factor of its"
            " own, {low} to {high}; {draws} draws, seed {seed}. The range of ranks leaves out 5% of the draws"
            " at each end.",
        ),
        "robust-how-without": Text(
            "Bỏ một tiêu chí: hạng thấp nhất và cao nhất khi lần lượt bỏ từng tiêu chí ở mọi đơn vị.",
            "Without one criterion: the best and the worst rank when each criterion in turn is left out"
            " for all.",
        ),
        "robust-how-open": Text(
            "Trả lời còn ngỏ: tiêu chí chưa trả lời có thể được 0 điểm hoặc tối đa, tiêu chí bị thẩm định"
            " khác với tự chấm có thể theo bên nào cũng được; {number} mục ở {units} đơn vị.",
            "Open answers: a missing one may come to nothing or full marks, one that was appraised otherwise"
            " than claimed may go either way; {number} of them in units: {units}.",
        ),
        "robust-nothing-open": Text(
            "Không có trả lời còn ngỏ: không tiêu chí nào chưa trả lời hay bị thẩm định khác với tự chấm.",
            "No answers are open: none is missing, none was appraised otherwise than claimed.",
        ),
        "robust-deciding": Text(
            "Tiêu chí mà nếu bỏ đi thì đổi hạng của nhiều đơn vị nhất: {criteria}.",
            "The criteria without which most units would have another rank: {criteria}.",
        ),
        "robust-deciding-one": Text("{code} ({number} đơn vị)", "{code} (units: {number})"),
        "robust-pairs": Text(
            "Chưa phân biệt được: đơn vị đứng trên chỉ hơn đơn vị đứng dưới trong một phần số lần thử (dưới"
            " 95 %)",
            "Not to be told apart: the upper unit is above the lower one in a part of the draws only (below"
            " 95%)",
        ),
        "robust-pairs-near": Text(
            "Chưa phân biệt được: đơn vị đứng trên chỉ hơn đơn vị đứng dưới trong một phần số lần thử (dưới"
            " 95 %); chỉ so các đơn vị cách nhau tối đa {near} hạng",
            "Not to be told apart: the upper unit is above the lower one in a part of the draws only (below"
            " 95%); only units at most {near} places apart are compared",
        ),
        "robust-pairs-more": Text(
            "In {shown} trong {all} cặp, các cặp kề hạng trước; --format json hoặc csv có đủ.",
            "Pairs shown: {shown} of {all}, neighbours first; --format json or csv has them all.",
        ),
        "robust-no-pairs": Text(
            "Mọi đơn vị đều phân biệt được với đơn vị xếp dưới: đứng trên trong ít nhất 95 % số lần thử.",
            "Every unit can be told apart from those below it: it is above in at least 95% of the draws.",
        ),
        "robust-upper": Text("Đứng trên", "Upper"),
        "robust-lower": Text("Đứng dưới", "Lower"),
        "robust-holds": Text("Hơn trong", "Above in"),
        "robust-rounding": Text(
            "Làm tròn ở bước khác ({stage}): {moves}.", "Rounded at another stage ({stage}): {moves}."
        ),
        "robust-rounding-move": Text("{name} {before} → {now}", "{name} {before} → {now}"),
        "robust-rounding-more": Text("và {number} đơn vị khác", "and {number} more"),
        "robust-rounding-none": Text(
            "Làm tròn ở bước khác ({stages}) không đổi hạng của đơn vị nào.",
            "Rounding at another stage ({stages}) changes no rank.",
        ),
        "robust-stage-never": Text("không làm tròn", "nothing rounded"),
        "robust-stage-criteria": Text("điểm từng tiêu chí", "points of each criterion"),
        "robust-stage-areas": Text("điểm từng lĩnh vực", "points of each area"),
        "robust-stage-total": Text("kết quả chung", "the total"),
        "robust-not-varied": Text(
            "Không thay đổi trong các phép thử: tỷ trọng các tiêu chí trong một lĩnh vực, điểm thưởng và điểm"
            " trừ, sai số chọn mẫu của điều tra, danh sách đơn vị được xếp hạng.",
            "Not varied: the proportion of criteria within an area, bonus and penalty points, the sampling"
            " error of surveys, which units are ranked.",
        ),
        "robust-left-out": Text(
            "Không đưa vào phép thử {number} đơn vị không rõ điểm và điểm tối đa của từng lĩnh vực: {names}.",
            "Units whose areas are not known in points with their maximum, and so not varied: {number}"
            " ({names}).",
        ),
        "robust-claims-unknown": Text(
            "Có đơn vị không còn giữ câu trả lời hoặc không còn bộ tiêu chí như khi chấm: trả lời bị thẩm"
            " định khác với tự chấm của các đơn vị đó chưa được tính là còn ngỏ.",
            "Of some units the answers were not kept or the set is not at hand as it scored: what was"
            " appraised otherwise than they claimed is not counted as open.",
        ),
        "robust-least": Text("Hạng nhỏ nhất", "Least rank"),
        "robust-most": Text("Hạng lớn nhất", "Greatest rank"),
        "robust-weights-best": Text("Đổi trọng số: từ hạng", "Other weights: best rank"),
        "robust-weights-worst": Text("Đổi trọng số: đến hạng", "Other weights: worst rank"),
        "robust-without-best": Text("Bỏ một tiêu chí: từ hạng", "Without one criterion: best rank"),
        "robust-without-worst": Text("Bỏ một tiêu chí: đến hạng", "Without one criterion: worst rank"),
        "robust-lifts": Text("Bỏ thì lên hạng", "Lifts when left out"),
        "robust-drops": Text("Bỏ thì xuống hạng", "Drops when left out"),
        "robust-open-number": Text("Số trả lời còn ngỏ", "Open answers"),
        "robust-open-best": Text("Trả lời còn ngỏ: từ hạng", "Open answers: best rank"),
        "robust-open-worst": Text("Trả lời còn ngỏ: đến hạng", "Open answers: worst rank"),
    }
)
