"""Findings about published tables and tables of points: code, severity, what, remedy, in both languages."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.period import FIRST_YEAR, LAST_YEAR

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_ROWS: dict[str, Entry] = {
    "table-column-unread": entry(
        WARNING,
        "Cột “{header}” có số liệu nhưng không được đọc.",
        "Nếu cần, đổi tiêu đề theo tên cột nêu trong hướng dẫn; khi nhập bằng parindex import, có thể chỉ rõ"
        " cột bằng --map.",
        en="The column “{header}” holds values but is not read.",
        remedy_en="If it is needed, give it one of the headers that the guide lists; parindex import takes"
        " --map for it, too.",
    ),
    "table-columns-alike": entry(
        ERROR,
        "Hai cột đều có thể là cột “{role}”: “{first}” ({other}) và “{second}”; cả hai đều không được dùng.",
        "Đổi tên hoặc bỏ một trong hai cột, hoặc chỉ rõ cột cần đọc bằng --map.",
        en="Two columns can both be “{role}”: “{first}” ({other}) and “{second}”; neither is used.",
        remedy_en="Rename or remove one of the two columns, or name the one to read by --map.",
    ),
    "table-area-deduction": entry(
        ERROR,
        "Lĩnh vực “{area}” có cột điểm bị trừ “{deducted}” nhưng không có cột điểm sau khi trừ: không rõ cột"
        " “{points}” đã trừ chưa nên điểm của lĩnh vực không được nhập.",
        "Thêm cột “Tổng” (điểm sau khi trừ) vào nhóm cột của lĩnh vực này; nếu cột điểm đã trừ thì ghi --map"
        " “{example}”.",
        en="The area “{area}” has a column of points taken off, “{deducted}”, but none of the points after"
        " that: it is open whether “{points}” is before or after, and the area's points are not imported.",
        remedy_en="Add a column “Tổng” (the points after that) to the columns of this area; if the points"
        " are after it, say --map “{example}”.",
    ),
    "published-row-no-unit": entry(
        WARNING,
        "Dòng có số liệu nhưng không ghi tên đơn vị nên không được nhập.",
        "Ghi tên đơn vị vào dòng này.",
        en="The row holds figures but names no unit; it is not imported.",
        remedy_en="Enter the unit's name in this row.",
    ),
    "published-row-left-out": entry(
        INFO,
        "Dòng “{text}” là dòng tổng hoặc trung bình, không phải đơn vị, nên không được nhập.",
        "Không cần làm gì.",
        en="The row “{text}” is a total or a mean and no unit; it is not imported.",
        remedy_en="Nothing has to be done.",
    ),
    "published-row-numbering": entry(
        INFO,
        "Dòng “{text}” được hiểu là dòng đánh số cột nên không được nhập.",
        "Nếu là một đơn vị, ghi đủ tên đơn vị.",
        en="The row “{text}” is taken for one that numbers the columns; it is not imported.",
        remedy_en="If it is a unit, write its name in full.",
    ),
    "published-signatures": entry(
        INFO,
        "Từ dòng “{text}” trở xuống được hiểu là phần chữ ký nên không được nhập.",
        "Nếu là tên đơn vị, ghi số thứ tự hoặc số liệu vào dòng này.",
        en="From the row “{text}” on, what stands there is taken for signatures; it is not imported.",
        remedy_en="If it is the name of a unit, give the row its running number or figures.",
    ),
    "published-row-below-signatures": entry(
        ERROR,
        "Dòng “{text}” có số liệu nhưng nằm dưới phần chữ ký nên không được nhập.",
        "Nếu là một đơn vị, chuyển dòng này lên trên phần chữ ký rồi nhập lại.",
        en="The row “{text}” holds figures but stands below the signatures; it is not imported.",
        remedy_en="If it is a unit, move the row above the signatures and import the table again.",
    ),
    "published-period-unreadable": entry(
        ERROR,
        "Không đọc được kỳ “{text}”; dòng này không được nhập.",
        "Ghi 2023, 2023-H1, “6 tháng đầu năm 2023”"
        f" (năm từ {FIRST_YEAR} đến {LAST_YEAR}) hoặc dùng --period cho ô để trống.",
        en="The period “{text}” cannot be read; the row is not imported.",
        remedy_en=f"Write 2023 or 2023-H1 (a year from {FIRST_YEAR} to {LAST_YEAR}),"
        " or use --period for blank cells.",
    ),
    "published-level-unknown": entry(
        ERROR,
        "Không rõ đơn vị ở dòng này thuộc cấp nào (“{text}”); dòng này không được nhập.",
        "Ghi cấp (tỉnh, sở, huyện, xã…) vào cột “Cấp”, hoặc dùng --level.",
        en="The level of this row's unit cannot be told (“{text}”); the row is not imported.",
        remedy_en="State it in the column “Cấp” (province, district, commune …) or with --level.",
    ),
    "published-index-missing": entry(
        ERROR,
        "Dòng này không ghi chỉ số nào nên không được nhập.",
        "Ghi tên chỉ số (PAR, SIPAS…) vào cột “Chỉ số”, hoặc dùng --index.",
        en="The row names no index; it is not imported.",
        remedy_en="Name it (PAR, SIPAS …) in the column “Chỉ số”, or use --index.",
    ),
    "published-no-source": entry(
        WARNING,
        "Bảng không ghi nguồn công bố.",
        "Thêm cột “Nguồn” (quyết định, trang tin), hoặc dùng --source.",
        en="The table does not say where its figures were published.",
        remedy_en="Add a column “Nguồn” (decision, page), or use --source.",
    ),
}

_UNITS: dict[str, Entry] = {
    "published-unit-unknown": entry(
        WARNING,
        "Trong danh sách không có đơn vị “{name}” ở kỳ {period}; kết quả được giữ theo tên này.",
        "Thêm đơn vị hoặc tên gọi khác của đơn vị vào units.csv rồi nhập lại.",
        en="The register has no unit “{name}” in {period}; its results are kept under this name.",
        remedy_en="Add the unit or this alias to units.csv and import the table again.",
    ),
    "published-unit-like": entry(
        WARNING,
        "Trong danh sách không có đơn vị “{name}” ở kỳ {period}; có thể là {suggestions}."
        " Kết quả giữ theo tên này.",
        "Nếu chỉ là tên gọi khác, thêm vào units.csv rồi nhập lại; nếu đơn vị đã sáp nhập, kiểm tra kỳ.",
        en="The register has no unit “{name}” in {period}; it may be {suggestions}."
        " Results are kept under this name.",
        remedy_en="An alias belongs in units.csv before another import; of a merged unit, check the period.",
    ),
    "published-unit-spelling": entry(
        INFO,
        "“{name}” được hiểu là “{known}”: chỉ khác cách đặt dấu hoặc dạng Unicode.",
        "Không cần làm gì.",
        en="“{name}” is taken as “{known}”: only the place of a tone mark or the Unicode form differs.",
        remedy_en="Nothing has to be done.",
    ),
}

_FIGURES: dict[str, Entry] = {
    "published-figure-unreadable": entry(
        ERROR,
        "Không đọc được số trong “{text}”; giữ nguyên chữ đã in, không dùng làm số.",
        "Ghi một số (85,78), một tỷ lệ (85,78%) hoặc điểm trên điểm tối đa (85,78/100).",
        en="“{text}” cannot be read as a figure; it is kept as printed and not used as a number.",
        remedy_en="Enter a number (85.78), a percentage (85.78%) or points of a maximum (85.78/100).",
    ),
    "published-rank-unreadable": entry(
        ERROR,
        "Không đọc được thứ hạng trong “{text}”.",
        "Ghi một số, ví dụ 15, 15= hoặc 15/63.",
        en="“{text}” cannot be read as a rank.",
        remedy_en="Enter a number, such as 15, 15= or 15/63.",
    ),
    "published-rank-above-units": entry(
        ERROR,
        "“{text}”: thứ hạng lớn hơn số đơn vị được xếp hạng ({of}); không dùng làm thứ hạng.",
        "Đối chiếu với văn bản công bố rồi ghi lại, ví dụ 5/9.",
        en="“{text}”: the rank is above the number of units that were ranked ({of}); it is not used.",
        remedy_en="Compare with the publication and enter it again, such as 5/9.",
    ),
    "published-figure-negative": entry(
        ERROR,
        "{name}: “{text}” là số âm; giữ nguyên như đã in, không dùng làm điểm hay tỷ lệ.",
        "Đối chiếu với văn bản công bố; nếu là mức tăng giảm thì ghi vào cột “Tăng/giảm điểm”.",
        en="{name}: “{text}” is negative; it is kept as printed and not used as points or percentage.",
        remedy_en="Compare with the publication; a change belongs in the column “Tăng/giảm điểm”.",
    ),
    "published-max-not-positive": entry(
        ERROR,
        "{name}: điểm tối đa in không lớn hơn 0; “{text}” được giữ như đã in, không dùng làm số.",
        "Ghi đúng điểm tối đa, hoặc để trống nếu nguồn không ghi.",
        en="{name}: the printed maximum is not above 0; “{text}” is kept as printed and not used.",
        remedy_en="Enter the right maximum, or leave it blank where the source states none.",
    ),
    "published-points-impossible": entry(
        ERROR,
        "{name}: “{text}” từ hai lần điểm tối đa trở lên; giữ nguyên như đã in, không dùng làm số.",
        "Đối chiếu với văn bản công bố: dấu phẩy, dấu chấm của điểm, và điểm tối đa.",
        en="{name}: “{text}” is twice the maximum or more; it is kept as printed and not used.",
        remedy_en="Compare with the publication: the decimal mark of the points, and the maximum.",
    ),
    "published-points-above-max": entry(
        WARNING,
        "{name}: “{text}” lớn hơn điểm tối đa {max}; vẫn dùng như đã in.",
        "Đúng nếu có điểm thưởng ngoài điểm tối đa; nếu không, đối chiếu với văn bản công bố.",
        en="{name}: “{text}” is more than the maximum {max}; it is used as printed.",
        remedy_en="It is right where a bonus comes on top; otherwise compare with the publication.",
    ),
    "published-percent-above-100": entry(
        WARNING,
        "{name}: tỷ lệ trong “{text}” lớn hơn 100% mà không có điểm vượt điểm tối đa nào giải thích;"
        " giữ nguyên như đã in, không dùng để xếp hạng hay tính trung bình.",
        "Đối chiếu với văn bản công bố; nếu có điểm thưởng thì ghi thêm điểm và điểm tối đa.",
        en="{name}: the percentage in “{text}” is above 100% and no points above a maximum explain it;"
        " it is kept as printed and not used for ranks and means.",
        remedy_en="Compare with the publication; where a bonus explains it, add points and maximum.",
    ),
    "published-percent-differs": entry(
        WARNING,
        "{name}: tỷ lệ in là {printed}, nhưng {points} trên {max} điểm là {computed}.",
        "Đối chiếu với văn bản công bố; cả hai số đều được giữ như đã in.",
        en="{name}: {printed} is printed, but {points} of {max} points are {computed}.",
        remedy_en="Compare with the publication; both figures are kept as printed.",
    ),
    "published-rank-order": entry(
        WARNING,
        "{name} xếp hạng {rank} với {score}, nhưng {other} ({other_place}) xếp hạng {other_rank}"
        " với {other_score}: thứ hạng không theo thứ tự số điểm.",
        "Đối chiếu với văn bản công bố; điểm và thứ hạng được giữ như đã in.",
        en="{name} has rank {rank} with {score}, but {other} ({other_place}) has rank {other_rank}"
        " with {other_score}: the ranks do not follow the figures.",
        remedy_en="Compare with the publication; scores and ranks are kept as printed.",
    ),
    "published-change-differs": entry(
        WARNING,
        "{name}, {index} {period}: thay đổi in là “{printed}”, nhưng {now} ({place_now}) và {before} của kỳ"
        " {period_before} ({place_before}) chênh nhau {computed}.",
        "Đối chiếu với văn bản công bố của hai kỳ; các số đều được giữ như đã in.",
        en="{name}, {index} {period}: the change “{printed}” is printed, but {now} ({place_now}) and {before}"
        " of {period_before} ({place_before}) differ by {computed}.",
        remedy_en="Compare with the publications of both periods; all figures are kept as printed.",
    ),
    "published-rank-change-differs": entry(
        WARNING,
        "{name}, {index} {period}: thay đổi hạng in là “{printed}”, nhưng hạng {now} ({place_now}) và hạng"
        " {before} của kỳ {period_before} ({place_before}) chênh nhau {computed} bậc.",
        "Đối chiếu với văn bản công bố của hai kỳ; các hạng đều được giữ như đã in.",
        en="{name}, {index} {period}: the change of rank “{printed}” is printed, but {now} ({place_now})"
        " and {before} of {period_before} ({place_before}) are {computed} places apart.",
        remedy_en="Compare with the publications of both periods; all ranks are kept as printed.",
    ),
    "published-contradiction": entry(
        WARNING,
        "{name}, {index} {period}: ở đây in {second}, còn ở {other} in {first}.",
        "Đối chiếu hai nguồn; cả hai số đều được giữ.",
        en="{name}, {index} {period}: {second} is printed here, {first} at {other}.",
        remedy_en="Compare the two sources; both figures are kept.",
    ),
    "published-beside-successor": entry(
        WARNING,
        "{name} đã kết thúc hoạt động ngày {end}; đơn vị kế thừa {successor} ({code}) cũng có kết quả của kỳ"
        " {period}: bảng xếp hạng chỉ xếp đơn vị kế thừa.",
        "Nếu kỳ ghi nhầm thì sửa lại rồi nhập lại; nếu không thì không cần làm gì, cả hai kết quả đều được"
        " giữ.",
        en="{name} ended on {end}; its successor {successor} ({code}) has a result of {period} too: rankings"
        " rank the successor alone.",
        remedy_en="If the period is wrong, correct it and import again; else nothing is to be done, both are"
        " kept.",
    ),
    "published-differs-from-own": entry(
        WARNING,
        "{name}, {index} {period}: ở đây in {printed}, còn kết quả đã chấm (lượt {run}) là {own}.",
        "Đối chiếu với văn bản công bố; cả hai số đều được giữ, bảng xếp hạng dùng kết quả đã chấm.",
        en="{name}, {index} {period}: {printed} is printed here, {own} was scored (run {run}).",
        remedy_en="Compare with the publication; both figures are kept, rankings use the one scored here.",
    ),
    "published-beside-own": entry(
        WARNING,
        "{index} {period}: đã chấm {own} đơn vị, nhưng {number} đơn vị của bảng này (ví dụ {names}) không có"
        " trong số đó và sẽ đứng chung một bảng xếp hạng với các đơn vị đã chấm.",
        "Kiểm tra chỉ số, kỳ, cấp và tên đơn vị; nếu là của nơi khác, nhập vào một thư mục làm việc riêng.",
        en="{index} {period}: units scored here: {own}; units of this table that are not among them, but will"
        " stand in one ranking with them: {number} (such as {names}).",
        remedy_en="Check index, period, level and names; import what is of other offices in another folder.",
    ),
}

_POINTS: dict[str, Entry] = {
    "points-unit-twice": entry(
        ERROR,
        "{unit}, tiêu chí {code}: hai giá trị khác nhau, {first} ({other}) và {second};"
        " cả hai đều không được dùng.",
        "Giữ lại một giá trị đúng.",
        en="{unit}, criterion {code}: two different values, {first} ({other}) and {second}; neither is used.",
        remedy_en="Keep the right one.",
    ),
    "points-unit-unknown": entry(
        ERROR,
        "Không có đơn vị hay bảng tự đánh giá nào là “{name}”; điểm ở dòng này không được dùng.",
        "Sửa mã hoặc tên đơn vị trong bảng điểm, hoặc thêm tên gọi khác vào units.csv.",
        en="No unit or workbook is “{name}”; the points of this row are not used.",
        remedy_en="Correct the unit's code or name in the table, or add an alias to units.csv.",
    ),
    "points-unit-like": entry(
        ERROR,
        "Không có đơn vị hay bảng tự đánh giá nào là “{name}”; điểm ở dòng này không được dùng"
        " (gần nhất: {suggestions}).",
        "Sửa mã hoặc tên đơn vị trong bảng điểm, hoặc thêm tên gọi khác vào units.csv.",
        en="No unit or workbook is “{name}”; the points of this row are not used (nearest: {suggestions}).",
        remedy_en="Correct the unit's code or name in the table, or add an alias to units.csv.",
    ),
    "points-value-unreadable": entry(
        ERROR,
        "“{text}” không phải là điểm hay tỷ lệ.",
        "Ghi một số điểm (8,23) hoặc một tỷ lệ (82,3%).",
        en="“{text}” is neither points nor a percentage.",
        remedy_en="Enter points (8.23) or a percentage (82.3%).",
    ),
    "points-code-unknown": entry(
        ERROR,
        "Bộ tiêu chí {id} không có tiêu chí {code} để nhận giá trị {value}.",
        "Sửa mã tiêu chí trong bảng, hoặc chọn đúng bộ tiêu chí.",
        en="Criteria set {id} has no criterion {code} to take the value {value}.",
        remedy_en="Correct the code in the table, or choose the right criteria set.",
    ),
    "points-not-from-outside": entry(
        ERROR,
        "Tiêu chí {code} ({title}) không lấy điểm từ bên ngoài; giá trị {value} không được dùng.",
        "Bỏ cột này khỏi bảng: chỉ tiêu chí điều tra, chỉ số nhập và lãnh đạo đánh giá lấy điểm từ bảng.",
        en="Criterion {code} ({title}) takes no points from outside; the value {value} is not used.",
        remedy_en="Leave it out: only survey, imported and leaders' criteria take points from a table.",
    ),
    "points-differ-from-workbook": entry(
        WARNING,
        "Tiêu chí {code}: bảng chấm điểm ghi {own} ({other}), bảng kèm theo ghi {value};"
        " dùng giá trị của bảng kèm theo.",
        "Kiểm tra lại; cột này trong bảng chấm điểm nên để trống.",
        en="Criterion {code}: the workbook says {own} ({other}), the table joined to it {value};"
        " the table's value is used.",
        remedy_en="Check both; that column of the workbook should be left empty.",
    ),
}

TABLE: dict[str, Entry] = {**_ROWS, **_UNITS, **_FIGURES, **_POINTS}
