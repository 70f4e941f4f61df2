"""Findings about published tables whose figures do not agree: code, severity, what, remedy."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.messages.findings_reconcile_text import TEXT_ENTRIES
from parcli.model.finding import Severity

ERROR, INFO = Severity.ERROR, Severity.INFO

_SUMS: dict[str, Entry] = {
    "reconcile-sum-rounding": entry(
        INFO,
        "{name}: in {printed}, cộng {number} phần đã in được {computed}. Do làm tròn: các phần đã in cho tổng"
        " {reach}; số in là tổng {shown}.",
        "Không cần sửa: tổng được tính từ các phần chưa làm tròn.",
        en="{name}: {printed} is printed, the {number} printed parts add up to {computed}. Rounding explains"
        " it: the printed parts stand for a total {reach}, the printed total for one {shown}.",
        remedy_en="Nothing to correct: the total was computed from unrounded parts.",
    ),
    "reconcile-sum-differs": entry(
        ERROR,
        "{name}: in {printed}, cộng {number} phần đã in được {computed}, chênh {difference}. Làm tròn không"
        " giải"
        " thích được: các phần đã in cho tổng {reach}; số in là tổng {shown}.",
        "Đối chiếu tổng và từng phần ({parts}) với bảng gốc: bảng này không cho biết số nào sai.",
        en="{name}: {printed} is printed, the {number} printed parts add up to {computed}, {difference}"
        " apart."
        " Rounding does not explain it: the parts stand for a total {reach}, the printed total for one"
        " {shown}.",
        remedy_en="Compare total and parts ({parts}) with the original: this table cannot tell which is"
        " wrong.",
    ),
    "reconcile-sum-exchanged": entry(
        ERROR,
        "{name}: in {printed}, cộng {number} phần đã in được {computed}, chênh {difference}. Đảo hai chữ số"
        " liền"
        " nhau của {slips} thì khớp.",
        "Đối chiếu ô đó với bảng gốc trước: có thể đã gõ đảo hai chữ số.",
        en="{name}: {printed} is printed, the {number} printed parts add up to {computed}, {difference}"
        " apart."
        " With two neighbouring digits of {slips} exchanged it is right.",
        remedy_en="Compare that cell with the original first: two digits may have been typed in reverse.",
    ),
    "reconcile-sum-of-maxima": entry(
        ERROR,
        "{name}: điểm tối đa in {printed}, cộng {number} phần được {computed}, chênh {difference}.",
        "Đối chiếu các điểm tối đa ({parts}) với bộ tiêu chí: điểm tối đa không làm tròn nên phải cộng đúng.",
        en="{name}: the maximum is printed as {printed}, the {number} parts add up to {computed},"
        " {difference} apart.",
        remedy_en="Compare the maxima ({parts}) with the criteria set: they are not rounded and have to add"
        " up.",
    ),
    "reconcile-counts": entry(
        ERROR,
        "{name}: in tổng {printed}, cộng {number} nhóm ({parts}) được {computed}, chênh {difference}.",
        "Tìm đơn vị chưa được đếm (chẳng hạn đơn vị không thay đổi) hoặc đếm hai lần.",
        en="{name}: a total of {printed} is printed, the {number} groups ({parts}) add up to {computed},"
        " {difference} apart.",
        remedy_en="Look for a unit that was not counted (one that did not change, say) or counted twice.",
    ),
}

_PERCENTS: dict[str, Entry] = {
    "reconcile-percent-rounding": entry(
        INFO,
        "{name}: in {printed}; {points} / {max} được {computed} %. Do làm tròn: điểm {points} đã làm tròn"
        " nên tỷ"
        " lệ {reach} (%); số in là tỷ lệ {shown}.",
        "Không cần sửa: tỷ lệ được tính từ điểm chưa làm tròn.",
        en="{name}: {printed} is printed; {points} / {max} gives {computed}%. Rounding explains it:"
        " {points} is"
        " itself rounded, so that the percentage is {reach}; the printed one stands for {shown}.",
        remedy_en="Nothing to correct: the percentage was computed from unrounded points.",
    ),
    "reconcile-percent-truncated": entry(
        INFO,
        "{name}: in {printed}; {points} / {max} được {computed} %. Đã cắt bỏ các chữ số sau thay vì làm"
        " tròn.",
        "Ghi cách làm tròn vào quyết định, hoặc làm tròn như quy định rồi in lại.",
        en="{name}: {printed} is printed; {points} / {max} gives {computed}%. The further digits were cut off"
        " instead of rounded.",
        remedy_en="State the way of rounding in the decision, or round as it says and print again.",
    ),
    "reconcile-percent-differs": entry(
        ERROR,
        "{name}: in {printed}, nhưng {points} / {max} được {computed} %. Làm tròn không giải thích được: điểm"
        " {points} cho tỷ lệ {reach} (%).",
        "Đối chiếu điểm, điểm tối đa và tỷ lệ với bảng gốc: bảng này không cho biết số nào sai.",
        en="{name}: {printed} is printed, but {points} / {max} gives {computed}%. Rounding does not explain"
        " it:"
        " {points} points give a percentage {reach}.",
        remedy_en="Compare points, maximum and percentage with the original: the table cannot tell which is"
        " wrong.",
    ),
    "reconcile-below-zero": entry(
        ERROR,
        "{name}: {points} điểm, thấp hơn 0.",
        "Kiểm tra dấu và cột của số này; điểm trừ thì ghi vào cột điểm trừ.",
        en="{name}: {points} points, which is below 0.",
        remedy_en="Check the figure's sign and column; points taken away belong in a column of their own.",
    ),
    "reconcile-above-maximum": entry(
        ERROR,
        "{name}: {points} điểm, cao hơn điểm tối đa {max}.",
        "Đối chiếu điểm và điểm tối đa; nếu có điểm thưởng thì ghi riêng.",
        en="{name}: {points} points, above the maximum of {max}.",
        remedy_en="Compare points and maximum; print bonus points on their own.",
    ),
    "reconcile-maximum-of-set": entry(
        ERROR,
        "{name}: điểm tối đa in {printed}, bộ tiêu chí ghi {stated}.",
        "Sửa điểm tối đa, hoặc chọn đúng bộ tiêu chí bằng --criteria.",
        en="{name}: the maximum is printed as {printed}, the criteria set states {stated}.",
        remedy_en="Correct the maximum, or name the right criteria set with --criteria.",
    ),
}

_ORDER: dict[str, Entry] = {
    "reconcile-rank-order": entry(
        ERROR,
        "{name}: hạng {rank} với {score}, trong khi {other} hạng {other_rank} với {other_score}"
        " ({other_place});"
        " theo số đã in là hạng {expected}.",
        "Xếp lại hạng theo điểm, hoặc đối chiếu điểm của hai đơn vị.",
        en="{name}: rank {rank} with {score}, while {other} has rank {other_rank} with {other_score}"
        " ({other_place}); by the printed figures its rank is {expected}.",
        remedy_en="Rank again by the scores, or compare the scores of both units with the original.",
    ),
    "reconcile-rank-position": entry(
        ERROR,
        "{name}: hạng {rank} với {score}; theo số đã in là hạng {expected}.",
        "Đếm lại số đơn vị đứng trên; các đơn vị bằng điểm cùng hạng hoặc xếp nối nhau.",
        en="{name}: rank {rank} with {score}; by the printed figures its rank is {expected}.",
        remedy_en="Count the units above again; equal ones share a rank or follow one another.",
    ),
    "reconcile-row-order": entry(
        ERROR,
        "{name} ({score}) đứng dưới {other} ({other_score}) ở dòng thứ {position}; theo số đã in là thứ"
        " {expected}.",
        "Chuyển dòng về đúng thứ tự, hoặc đối chiếu số của hai đơn vị.",
        en="{name} ({score}) stands below {other} ({other_score}), as number {position}; by the printed"
        " figures"
        " it is number {expected}.",
        remedy_en="Move the row to its place, or compare the figures of both units with the original.",
    ),
    "reconcile-grade-differs": entry(
        ERROR,
        "{name}: {score} in xếp loại {grade}; theo mức xếp loại là {expected}.",
        "Sửa xếp loại; nếu bị hạ một bậc theo điều khoản khác thì ghi rõ căn cứ.",
        en="{name}: {score} is printed with the grade {grade}; by the bounds it is {expected}.",
        remedy_en="Correct the grade; where another clause lowers it, state that clause.",
    ),
    "reconcile-grade-rounding": entry(
        INFO,
        "{name}: {score} in xếp loại {grade}, làm tròn trước thì là {expected}. Số in là tỷ lệ {shown}, xếp"
        " loại"
        " trước khi làm tròn.",
        "Không cần sửa: bộ tiêu chí xếp loại theo số chưa làm tròn.",
        en="{name}: {score} is printed with the grade {grade}, rounded first it is {expected}. The printed"
        " figure"
        " stands for one {shown}, graded before rounding.",
        remedy_en="Nothing to correct: the criteria set grades unrounded figures.",
    ),
    "reconcile-grade-order": entry(
        ERROR,
        "{name}: {score} xếp loại {grade}, trong khi {other}: {other_score} xếp loại {other_grade}"
        " ({other_place}).",
        "Đối chiếu với mức xếp loại trong quyết định; thêm --criteria để kiểm tra từng mức.",
        en="{name}: {score} has the grade {grade}, while {other}: {other_score} has {other_grade}"
        " ({other_place}).",
        remedy_en="Compare both with the bounds of the decision; --criteria checks each by its bounds.",
    ),
}

_PERIODS: dict[str, Entry] = {
    "reconcile-change-rounding": entry(
        INFO,
        "{name}: in thay đổi {printed}; {now} trừ {before} được {computed}. Do làm tròn: hai số đã in cho"
        " thay"
        " đổi {reach}; số in là {shown}.",
        "Không cần sửa: thay đổi được tính từ số chưa làm tròn.",
        en="{name}: a change of {printed} is printed; {now} less {before} is {computed}. Rounding explains"
        " it: the"
        " printed figures stand for a change {reach}, the printed change for one {shown}.",
        remedy_en="Nothing to correct: the change was computed from unrounded figures.",
    ),
    "reconcile-change-other-row": entry(
        ERROR,
        "{name}: in {now}, thay đổi {printed}, kỳ trước {before}; nhưng {now} trừ {before} được {computed}."
        " Số kỳ"
        " trước {before} là của {other} ({other_place}); theo thay đổi đã in, kỳ trước là {implied}.",
        "Thay số kỳ trước bằng số của chính dòng này trong lần công bố trước.",
        en="{name}: {now}, a change of {printed} and {before} before are printed; but {now} less {before} is"
        " {computed}. The {before} belongs to {other} ({other_place}); by the printed change it was"
        " {implied}.",
        remedy_en="Replace the previous figure by this row's own in the earlier publication.",
    ),
    "reconcile-change-differs": entry(
        ERROR,
        "{name}: in thay đổi {printed}; {now} trừ {before} ({before_place}) được {computed}. Theo thay đổi"
        " đã in,"
        " kỳ trước là {implied}.",
        "Đối chiếu cả ba số với hai lần công bố: bảng này không cho biết số nào sai.",
        en="{name}: a change of {printed} is printed; {now} less {before} ({before_place}) is {computed}."
        " By the"
        " printed change it was {implied} before.",
        remedy_en="Compare all three with both publications: this table cannot tell which is wrong.",
    ),
    "reconcile-previous-differs": entry(
        ERROR,
        "{name}: số kỳ trước in {printed}, nhưng dòng của kỳ {period} ghi {earlier} ({earlier_place}).",
        "Hai lần công bố ghi khác nhau: nêu rõ lần nào đúng và lý do.",
        en="{name}: {printed} is printed for the period before, but the row of {period} says {earlier}"
        " ({earlier_place}).",
        remedy_en="Two publications differ: say which one is right, and why.",
    ),
    "reconcile-previous-other-row": entry(
        ERROR,
        "{name}: số kỳ trước in {printed}, nhưng dòng của kỳ {period} ghi {earlier} ({earlier_place});"
        " {printed}"
        " là số của {other} ({other_place}).",
        "Thay bằng số của chính dòng này.",
        en="{name}: {printed} is printed for the period before, but the row of {period} says {earlier}"
        " ({earlier_place}); {printed} is the figure of {other} ({other_place}).",
        remedy_en="Replace it by this row's own figure.",
    ),
    "reconcile-places-gained": entry(
        ERROR,
        "{name}: in “{printed}”, nhưng từ hạng {before} lên hạng {now} là tăng {computed} bậc.",
        "Đối chiếu hạng của hai kỳ với các lần công bố.",
        en="{name}: “{printed}” is printed, but from rank {before} to rank {now} it rose by {computed}.",
        remedy_en="Compare the ranks of both periods with their publications.",
    ),
    "reconcile-places-lost": entry(
        ERROR,
        "{name}: in “{printed}”, nhưng từ hạng {before} xuống hạng {now} là giảm {computed} bậc.",
        "Đối chiếu hạng của hai kỳ với các lần công bố.",
        en="{name}: “{printed}” is printed, but from rank {before} to rank {now} it fell by {computed}.",
        remedy_en="Compare the ranks of both periods with their publications.",
    ),
    "reconcile-twice": entry(
        ERROR,
        "{name}: nơi này in {printed}, nơi khác in {other} ({other_place}) cho cùng một kỳ.",
        "Đối chiếu với quyết định công bố: bảng này không cho biết số nào đúng.",
        en="{name}: {printed} is printed here, {other} elsewhere ({other_place}), of the same period.",
        remedy_en="Compare with the decision of publication: this table cannot tell which is right.",
    ),
}

_SUMMARIES: dict[str, Entry] = {
    "reconcile-mean-rounding": entry(
        INFO,
        "{name}: in {printed}, trung bình của {number} số đã in được {computed}. Do làm tròn: các số đã in"
        " cho"
        " trung bình {reach}; số in là {shown}.",
        "Không cần sửa: trung bình được tính từ số chưa làm tròn.",
        en="{name}: {printed} is printed, the mean of the {number} printed figures is {computed}. Rounding"
        " explains it: they stand for a mean {reach}, the printed mean for one {shown}.",
        remedy_en="Nothing to correct: the mean was computed from unrounded figures.",
    ),
    "reconcile-mean-truncated": entry(
        INFO,
        "{name}: in {printed}, trung bình của {number} số đã in được {computed}. Đã cắt bỏ các chữ số sau"
        " thay vì"
        " làm tròn.",
        "Ghi cách làm tròn vào quyết định, hoặc làm tròn như quy định rồi in lại.",
        en="{name}: {printed} is printed, the mean of the {number} printed figures is {computed}. The further"
        " digits were cut off instead of rounded.",
        remedy_en="State the way of rounding in the decision, or round as it says and print again.",
    ),
    "reconcile-mean-differs": entry(
        ERROR,
        "{name}: in {printed}, nhưng trung bình của {number} số đã in được {computed}.",
        "Kiểm tra bảng có đủ các dòng được tính trung bình không; nếu đủ thì tính lại.",
        en="{name}: {printed} is printed, but the mean of the {number} printed figures is {computed}.",
        remedy_en="See whether the table has every row that the mean is of; if it has, compute it again.",
    ),
    "reconcile-extreme-differs": entry(
        ERROR,
        "{name}: in {printed}, nhưng trong các dòng đã in là {computed} ({other_place}).",
        "Đối chiếu với các dòng của bảng.",
        en="{name}: {printed} is printed, but among the printed rows it is {computed} ({other_place}).",
        remedy_en="Compare it with the rows of the table.",
    ),
}

TABLE: dict[str, Entry] = {**_SUMS, **_PERCENTS, **_ORDER, **_PERIODS, **_SUMMARIES, **TEXT_ENTRIES}
