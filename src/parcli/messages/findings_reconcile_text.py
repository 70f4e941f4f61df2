"""Findings about sentences that do not agree with a published table: code, severity, what, remedy."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, INFO = Severity.ERROR, Severity.INFO

TEXT_ENTRIES: dict[str, Entry] = {
    "reconcile-text-differs": entry(
        ERROR,
        "Câu “{quote}” ghi {printed}; bảng ghi {table} cho {name} ({other_place}).",
        "Sửa câu theo bảng, hoặc đối chiếu cả hai với quyết định công bố.",
        en="The sentence “{quote}” says {printed}; the table says {table} for {name} ({other_place}).",
        remedy_en="Correct the sentence by the table, or compare both with the decision of publication.",
    ),
    "reconcile-text-earlier": entry(
        ERROR,
        "Câu “{quote}” ghi {printed}; bảng ghi {table} cho {name} ({other_place}). {printed} là {table} trừ"
        " mức"
        " thay đổi {change} nêu trong chính câu đó, tức là số của kỳ trước.",
        "Ghi {table} là số của kỳ này, {printed} là số của kỳ trước.",
        en="The sentence “{quote}” says {printed}; the table says {table} for {name} ({other_place})."
        " {printed} is"
        " {table} less the change of {change} that the sentence itself states: the figure of the period"
        " before.",
        remedy_en="Give {table} as this period's figure and {printed} as that of the period before.",
    ),
    "reconcile-text-other-row": entry(
        ERROR,
        "Câu “{quote}” ghi {printed}; bảng ghi {table} cho {name}. {printed} là số của {other}"
        " ({other_place}).",
        "Sửa số hoặc tên đơn vị trong câu.",
        en="The sentence “{quote}” says {printed}; the table says {table} for {name}. {printed} is the"
        " figure of"
        " {other} ({other_place}).",
        remedy_en="Correct the figure or the unit's name in the sentence.",
    ),
    "reconcile-text-truncated": entry(
        INFO,
        "Câu “{quote}” ghi {printed}; bảng ghi {table} cho {name} ({other_place}): câu đã cắt bỏ các chữ số"
        " sau"
        " thay vì làm tròn.",
        "Ghi số như trong bảng.",
        en="The sentence “{quote}” says {printed}; the table says {table} for {name} ({other_place}): the"
        " further"
        " digits were cut off instead of rounded.",
        remedy_en="Give the figure as the table does.",
    ),
    "reconcile-text-change": entry(
        ERROR,
        "Câu “{quote}” ghi thay đổi {printed} cho {name}; theo bảng là {computed}.",
        "Đối chiếu số của hai kỳ với các lần công bố.",
        en="The sentence “{quote}” states a change of {printed} for {name}; by the table it is {computed}.",
        remedy_en="Compare the figures of both periods with their publications.",
    ),
    "reconcile-text-own-change": entry(
        ERROR,
        "Câu “{quote}” ghi thay đổi {printed} cho {name}; {now} và {before} nêu trong chính câu đó chênh nhau"
        " {computed}.",
        "Đối chiếu cả ba số trong câu với các lần công bố.",
        en="The sentence “{quote}” states a change of {printed} for {name}; its own figures {now} and"
        " {before} are {computed} apart.",
        remedy_en="Compare all three figures of the sentence with the publications.",
    ),
    "reconcile-text-apart": entry(
        ERROR,
        "Câu “{quote}” ghi {name} và {other} chênh nhau {printed}; theo bảng ({table} và {other_table}) là"
        " {computed}.",
        "Sửa câu theo bảng, hoặc đối chiếu số của cả hai đơn vị với quyết định công bố.",
        en="The sentence “{quote}” says that {name} and {other} are {printed} apart; by the table ({table}"
        " and {other_table}) they are {computed} apart.",
        remedy_en="Correct the sentence by the table, or compare the figures of both units with the decision"
        " of publication.",
    ),
    "reconcile-text-other-way": entry(
        ERROR,
        "Câu “{quote}” nêu ngược thứ tự của {name} ({table}) và {other} ({other_table}).",
        "Đổi chỗ hai đơn vị, hoặc đổi “cao hơn” thành “thấp hơn”.",
        en="The sentence “{quote}” takes {name} ({table}) and {other} ({other_table}) the wrong way round.",
        remedy_en="Exchange the two units, or say “lower” for “higher”.",
    ),
    "reconcile-text-rank": entry(
        ERROR,
        "Câu “{quote}” ghi {printed} cho {name}; bảng ghi {table} ({other_place}).",
        "Sửa câu theo bảng, hoặc đối chiếu cả hai với quyết định công bố.",
        en="The sentence “{quote}” says {printed} for {name}; the table says {table} ({other_place}).",
        remedy_en="Correct the sentence by the table, or compare both with the decision of publication.",
    ),
    "reconcile-text-not-first": entry(
        ERROR,
        "Câu “{quote}” nêu {name} là cao nhất với {table}, nhưng {other} có {other_score} ({other_place}).",
        "Sửa câu, hoặc nêu rõ cao nhất trong nhóm nào.",
        en="The sentence “{quote}” calls {name} the highest with {table}, but {other} has {other_score}"
        " ({other_place}).",
        remedy_en="Correct the sentence, or say among which units it is the highest.",
    ),
    "reconcile-text-not-last": entry(
        ERROR,
        "Câu “{quote}” nêu {name} là thấp nhất với {table}, nhưng {other} có {other_score} ({other_place}).",
        "Sửa câu, hoặc nêu rõ thấp nhất trong nhóm nào.",
        en="The sentence “{quote}” calls {name} the lowest with {table}, but {other} has {other_score}"
        " ({other_place}).",
        remedy_en="Correct the sentence, or say among which units it is the lowest.",
    ),
    "reconcile-text-count": entry(
        ERROR,
        "Câu “{quote}” ghi {printed} đơn vị; đếm trong bảng được {computed}.",
        "Đếm lại; kiểm tra bảng có đủ các đơn vị không.",
        en="The sentence “{quote}” counts {printed} units; the table has {computed}.",
        remedy_en="Count again; see whether the table has every unit.",
    ),
    "reconcile-text-count-of-grade": entry(
        ERROR,
        "Câu “{quote}” ghi {printed} đơn vị {grade}; đếm trong bảng được {computed}.",
        "Đếm lại các đơn vị theo xếp loại.",
        en="The sentence “{quote}” counts {printed} units graded {grade}; the table has {computed}.",
        remedy_en="Count the units by grade again.",
    ),
    "reconcile-text-counts": entry(
        ERROR,
        "Câu “{quote}”: {parts} cộng lại được {computed}, không đủ {printed}; chênh {difference}.",
        "Tìm đơn vị chưa được đếm (chẳng hạn đơn vị không thay đổi) hoặc đếm hai lần.",
        en="The sentence “{quote}”: {parts} add up to {computed} and not to {printed}, {difference} apart.",
        remedy_en="Look for a unit that was not counted (one that did not change, say) or counted twice.",
    ),
}
