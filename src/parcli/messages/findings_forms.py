"""Findings of forms of several units, several sheets, deductions and columns named by the user."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.text import Text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

# what a sheet has too much of
ROWS = Text("số dòng có nội dung", "rows with content")
CELLS = Text("số ô có nội dung trong tệp", "filled cells in the file")
CHARACTERS = Text("số ký tự trong các ô của tệp", "characters in the cells of the file")
HEADS = Text("số ô chữ ở 40 dòng đầu các trang tính", "texts in the first 40 rows of the sheets")

TABLE: dict[str, Entry] = {
    "unit-column-appraised": entry(
        INFO,
        "Bảng có {count} đơn vị, mỗi đơn vị một cột; điểm ở cột “{name}” được coi là điểm thẩm định.",
        "Nếu là điểm tự chấm, ghi “Điểm tự chấm” ở dòng tiêu đề phía trên tên các đơn vị.",
        en="The table has a column for each of {count} units; the points of “{name}” are taken as appraised.",
        remedy_en="If the units scored themselves, write “Điểm tự chấm” in a header row above their names.",
    ),
    "unit-column-self": entry(
        INFO,
        "Bảng có {count} đơn vị, mỗi đơn vị một cột; điểm ở cột “{name}” được coi là điểm tự chấm.",
        "Nếu là điểm thẩm định, ghi “Điểm thẩm định” ở dòng tiêu đề phía trên tên các đơn vị.",
        en="The table has a column for each of {count} units; the points of “{name}” are taken as its own.",
        remedy_en="If they are appraised, write “Điểm thẩm định” in a header row above the units' names.",
    ),
    "sheet-too-large": entry(
        WARNING,
        "Không đọc trang tính “{sheet}” vì quá lớn để là một bảng chấm điểm: {what} là {found}, nhiều nhất"
        " {most}.",
        "Nếu bảng chấm điểm nằm ở trang tính này, chép riêng bảng sang một tệp mới.",
        en="The sheet “{sheet}” is not read, as it is too large to be a form: {what}: {found}, at most"
        " {most}.",
        remedy_en="If the form stands on this sheet, copy the table alone into a new file.",
    ),
    "header-order-differs": entry(
        ERROR,
        "Dòng {row} lặp lại tiêu đề của bảng nhưng thứ tự cột khác: ở cột này ghi “{found}”, tiêu đề ở đầu"
        " bảng ghi “{expected}” ({count} cột khác). Từ dòng này trở xuống, các cột đó không được tính.",
        "Sắp xếp lại các cột từ dòng này xuống theo đúng thứ tự ở đầu bảng, hoặc tách thành một bảng riêng.",
        en="Row {row} repeats the table's header in another order: this column says “{found}”, the header at"
        " the top “{expected}” ({count} columns differ). From this row on those columns do not count.",
        remedy_en="Put the columns below this row in the order of the top, or make it a table of its own.",
    ),
    "unit-from-sheet": entry(
        INFO,
        "Bảng không ghi tên đơn vị nên lấy tên trang tính “{name}”.",
        "Ghi dòng “Đơn vị: …” phía trên bảng nếu tên trang tính không phải là tên đơn vị.",
        en="The table names no unit, so the sheet's name “{name}” is taken.",
        remedy_en="Write “Đơn vị: …” above the table if the sheet's name is not the unit's.",
    ),
    "sheets-joined": entry(
        INFO,
        "Các trang tính {sheets} là các phần của một bảng nên được đọc chung cho một đơn vị.",
        "Không cần làm gì nếu đúng; nếu là của các đơn vị khác nhau, ghi “Đơn vị: …” trên mỗi trang tính.",
        en="The sheets {sheets} are parts of one table and are read together, for one unit.",
        remedy_en="Nothing is needed if that is so; else write “Đơn vị: …” on each sheet.",
    ),
    "sheet-is-summary": entry(
        INFO,
        "Trang tính này là bảng kết quả, mỗi dòng một đơn vị, nên không được đọc để chấm điểm.",
        "Nếu cần lưu kết quả đó, tách thành một tệp riêng rồi dùng “parindex import”.",
        en="This sheet is a table of results with a row for each unit and is not read for scoring.",
        remedy_en="To keep those results, save the sheet as a file of its own and use “parindex import”.",
    ),
    "sheet-differs": entry(
        WARNING,
        "Trang tính “{sheet}” cũng có bảng với cùng tiêu chí nhưng có {count} giá trị khác trang tính"
        " “{chosen}”, là trang tính duy nhất được đọc.",
        "Xóa trang tính thừa; nếu cần đọc trang tính khác, hãy tách trang tính đó thành một tệp riêng.",
        en="The sheet “{sheet}” has a table of the same criteria with {count} values other than those of"
        " “{chosen}”, the only sheet that is read.",
        remedy_en="Delete the sheet not needed; if it is the one meant, save it as a file of its own.",
    ),
    "sheet-of-other-period": entry(
        INFO,
        "Trang tính “{sheet}” là của năm hoặc kỳ khác nên không được đọc.",
        "Không cần làm gì nếu đúng; nếu là của kỳ này thì sửa năm hoặc kỳ ghi trên bảng và tên trang tính.",
        en="The sheet “{sheet}” is of another year or period and is not read.",
        remedy_en="Nothing is needed if that is so; else correct the period above its table and its name.",
    ),
    "details-moved": entry(
        ERROR,
        "Có {count} dòng chi tiết, từ dòng “{title}” của tiêu chí {code}, nằm dưới tiêu chí khác;"
        " có thể bảng đã bị sắp xếp lại.",
        "Đưa các dòng chi tiết về ngay dưới tiêu chí của chúng, hoặc lấy lại tệp trước khi sắp xếp.",
        en="{count} detail rows, from “{title}” of criterion {code} on, stand below another criterion;"
        " perhaps the table was sorted.",
        remedy_en="Move the rows back below their criteria, or take the file as it was before sorting.",
    ),
    "map-unused": entry(
        WARNING,
        "Tùy chọn --map nêu “{text}” nhưng bảng không có cột nào có tiêu đề hoặc chữ cái đó.",
        "Chạy “parindex check --show-mapping” để xem tiêu đề các cột, rồi chép đúng tiêu đề.",
        en="--map names “{text}”, but no column of the table has that header or those letters.",
        remedy_en="Run “parindex check --show-mapping” to see the headers, and copy the right one.",
    ),
    "sum-unclear": entry(
        WARNING,
        "Dòng “{title}” là dòng cộng của một phần không có trong bộ tiêu chí nên không được so.",
        "Sửa mã hoặc tên phần mà dòng này cộng theo bộ tiêu chí.",
        en="The row “{title}” is the total of a part that the set does not have; it is not compared.",
        remedy_en="Correct the code or title of the part that the row adds up, after the criteria set.",
    ),
    "deduction-not-worked-out": entry(
        ERROR,
        "Điểm thẩm định là {before}, bị trừ {deducted}, nhưng ô điểm sau khi trừ để trống: chưa dùng được.",
        "Nhập điểm sau khi trừ vào ô này.",
        en="The appraisal is {before} and {deducted} is taken off, but the points after that are blank.",
        remedy_en="Enter the points after the deduction in this cell.",
    ),
    "deduction-differs": entry(
        ERROR,
        "Điểm thẩm định {before} trừ {deducted} không bằng điểm sau khi trừ {after}, là điểm được dùng.",
        "Kiểm tra ba ô này và sửa ô sai.",
        en="{before} appraised less {deducted} is not {after}, the points after that, which are used.",
        remedy_en="Check the three cells and correct the wrong one.",
    ),
    "deduction-without-points": entry(
        ERROR,
        "Tiêu chí {code} ghi bị trừ {deducted} nhưng không có điểm thẩm định và điểm sau khi trừ: chưa dùng"
        " được.",
        "Nhập điểm sau khi trừ của tiêu chí; nếu không bị trừ thì xóa ô này.",
        en="{deducted} is taken off criterion {code}, but neither its appraisal nor the points after that are"
        " there: it is not used.",
        remedy_en="Enter the criterion's points after the deduction; if there is none, clear this cell.",
    ),
    "deduction-on-part": entry(
        ERROR,
        "Mục {code} ghi bị trừ {deducted}, còn các tiêu chí bên dưới bị trừ tổng cộng {below}; chỉ số trừ ở"
        " từng tiêu chí được tính.",
        "Ghi điểm trừ và điểm sau khi trừ ở từng tiêu chí có liên quan, sao cho cộng lại đúng số của mục này;"
        " nếu số ở mục này sai thì sửa lại.",
        en="{deducted} is taken off part {code}, but {below} in all off the criteria below it; only what is"
        " taken off criteria counts.",
        remedy_en="Enter the deduction and the points after it at each criterion that it is meant for, so"
        " that they add up to that of this part; or correct the figure of this part.",
    ),
    "deduction-on-total": entry(
        ERROR,
        "Dòng tổng ghi bị trừ {deducted}, còn các phần của bảng bị trừ tổng cộng {below}; chỉ số trừ ở từng"
        " tiêu chí được tính.",
        "Ghi điểm trừ và điểm sau khi trừ ở từng tiêu chí có liên quan, sao cho cộng lại đúng số của dòng"
        " tổng; nếu số ở dòng tổng sai thì sửa lại.",
        en="The total says that {deducted} is taken off, the table's parts {below} in all; only what is taken"
        " off criteria counts.",
        remedy_en="Enter the deduction and the points after it at each criterion that it is meant for, so"
        " that they add up to that of the total; or correct the figure of the total.",
    ),
    "deduction-row": entry(
        ERROR,
        "Dòng “{title}” ghi bị trừ {deducted} nhưng không phải là tiêu chí nào của bộ: số này chưa được trừ.",
        "Trừ vào điểm của tiêu chí có liên quan; nếu bộ tiêu chí có mục điểm trừ thì ghi mã của mục đó cho"
        " dòng này.",
        en="The row “{title}” takes off {deducted}, but is no criterion of the set: it is not taken off.",
        remedy_en="Take it off the points of the criterion that it is meant for; if the set has penalties,"
        " give the row the code of the one it is.",
    ),
    "options-ticked": entry(
        ERROR,
        "Tiêu chí {code} chỉ được chọn một phương án nhưng có {count} phương án được đánh dấu: {options}.",
        "Chỉ đánh dấu một phương án.",
        en="Criterion {code} takes one option, but {count} are ticked: {options}.",
        remedy_en="Tick one option only.",
    ),
    "rows-not-understood": entry(
        ERROR,
        "Tiêu chí {code} có số liệu ở các dòng bên dưới nhưng không hiểu được các dòng đó: {rows}.",
        "Ghi tên dòng đúng như bộ tiêu chí: {names}; với các phương án thì đánh dấu x ở một dòng. Hoặc ghi"
        " thẳng số liệu vào dòng có mã.",
        en="Criterion {code} has data on the rows below it, which are not understood: {rows}.",
        remedy_en="Name the rows as the criteria set does: {names}; of options, tick one with an x. Or enter"
        " the data on the row with the code.",
    ),
    "rows-not-asked": entry(
        ERROR,
        "Tiêu chí {code} có số liệu ở các dòng bên dưới, nhưng tiêu chí này không có dòng chi tiết: {rows}.",
        "Ghi số liệu hoặc điểm vào dòng có mã của tiêu chí.",
        en="Criterion {code} has data on the rows below it, but takes no detail rows: {rows}.",
        remedy_en="Enter the data or the points on the row with the criterion's code.",
    ),
    "row-points-differ": entry(
        ERROR,
        "Dòng “{label}” của tiêu chí {code} ghi {printed} điểm nhưng bộ tiêu chí quy định {expected}, là mức"
        " được dùng.",
        "Sửa số điểm ghi ở dòng này, hoặc chọn đúng bộ tiêu chí của kỳ đánh giá.",
        en="The row “{label}” of criterion {code} prints {printed} points, but the set says {expected}, which"
        " is used.",
        remedy_en="Correct the points on this row, or choose the criteria set of the period.",
    ),
}
