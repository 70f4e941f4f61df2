"""Findings of scoring: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

TABLE: dict[str, Entry] = {
    # one cell
    "number-expected": entry(
        ERROR,
        "Ô ghi “{text}”, cần một con số.",
        "Ghi số vào ô này; lời giải thích để ở cột giải trình hoặc ghi chú.",
        en="The cell says “{text}”, a number is needed.",
        remedy_en="Type a number here; put comments in the explanation or note column.",
    ),
    "percent-unexpected": entry(
        ERROR,
        "Ô ghi “{text}” là tỷ lệ phần trăm, chỗ này cần điểm hoặc số lượng.",
        "Ghi số không có dấu %, và bỏ định dạng phần trăm của ô.",
        en="The cell holds the percentage “{text}” where points or a number are needed.",
        remedy_en="Type the number without % and clear the cell's percent format.",
    ),
    "percent-expected": entry(
        ERROR,
        "Nhóm “{label}”: ô ghi “{text}”, cần tỷ lệ phần trăm.",
        "Ghi tỷ lệ kèm dấu %, ví dụ 85,5%.",
        en="Group “{label}”: the cell says “{text}”, a percentage is needed.",
        remedy_en="Type the percentage with its sign, as in 85.5%.",
    ),
    "pair-unexpected": entry(
        ERROR,
        "Ô ghi hai số “{text}”, tiêu chí này cần một số.",
        "Ghi một số duy nhất vào cột số liệu kê khai.",
        en="Two numbers, “{text}”, where this criterion needs one.",
        remedy_en="Type a single number in the declared value column.",
    ),
    "percent-two-readings": entry(
        ERROR,
        "“{text}” có thể hiểu là {first} hoặc {second}.",
        "Ghi rõ kèm dấu %: {first} hay {second}.",
        en="“{text}” can mean {first} or {second}.",
        remedy_en="Type it with the sign: {first} or {second}.",
    ),
    "value-out-of-range": entry(
        ERROR,
        "Giá trị {value} nằm ngoài phạm vi có thể có ({range}).",
        "Kiểm tra lại số liệu ở ô này.",
        en="The value {value} lies outside what is possible ({range}).",
        remedy_en="Check the figure in this cell.",
    ),
    "ratio-out-of-range": entry(
        ERROR,
        "Tỷ lệ {numerator} / {denominator} là {value}, nằm ngoài phạm vi có thể có ({range}).",
        "Kiểm tra lại tử số và mẫu số.",
        en="The ratio {numerator} / {denominator} is {value}, outside what is possible ({range}).",
        remedy_en="Check numerator and denominator.",
    ),
    "numerator-negative": entry(
        ERROR,
        "Tử số là số âm: {numerator}.",
        "Sửa tử số; số lượng không thể nhỏ hơn 0.",
        en="The numerator is negative: {numerator}.",
        remedy_en="Correct the numerator; a count cannot be less than 0.",
    ),
    "denominator-invalid": entry(
        ERROR,
        "Không tính được tỷ lệ {numerator} / {denominator}.",
        "Sửa mẫu số; nếu không phát sinh việc nào thì ghi cả hai số bằng 0 hoặc ghi “Không phát sinh”.",
        en="The ratio {numerator} / {denominator} cannot be worked out.",
        remedy_en="Correct the denominator; where nothing arose, type 0 in both or “Did not arise”"
        " (“Không phát sinh” in a Vietnamese form).",
    ),
    "value-in-no-tier": entry(
        ERROR,
        "Không có mức điểm nào cho giá trị {value}.",
        "Kiểm tra lại số liệu; nếu số liệu đúng thì báo người soạn bộ tiêu chí.",
        en="No tier holds the value {value}.",
        remedy_en="Check the figure; if it is right, tell whoever keeps the criteria set.",
    ),
    "two-periods-expected": entry(
        ERROR,
        "Ô ghi “{text}”, tiêu chí này cần số liệu của kỳ này và kỳ trước.",
        "Ghi hai số: kỳ này ở cột tử số, kỳ trước ở cột mẫu số.",
        en="The cell says “{text}”; this criterion needs this period's and the last period's figures.",
        remedy_en="Type both: this period in the numerator column, the last one in the denominator column.",
    ),
    "change-from-zero": entry(
        ERROR,
        "Kỳ trước bằng 0, kỳ này {now}: không tính được mức tăng tương đối.",
        "Kiểm tra lại số liệu kỳ trước; nếu đúng thì đề nghị Hội đồng thẩm định chấm trực tiếp.",
        en="The last period is 0 and this one {now}: no relative change can be worked out.",
        remedy_en="Check the last period's figure; if it is right, ask the council to give the points.",
    ),
    "option-unknown": entry(
        ERROR,
        "“{text}” không phải là một phương án của tiêu chí. Các phương án: {options}.",
        "Chọn đúng một trong các phương án trên.",
        en="“{text}” is none of the criterion's options: {options}.",
        remedy_en="Choose one of these options.",
    ),
    "yes-no-expected": entry(
        ERROR,
        "Yêu cầu “{label}”: ô ghi “{text}”, cần Có hoặc Không.",
        "Ghi Có hoặc Không.",
        en="Requirement “{label}”: the cell says “{text}”, Yes or No is needed.",
        remedy_en="Type Yes or No (Có or Không in a Vietnamese form).",
    ),
    "count-expected": entry(
        ERROR,
        "“{label}”: ô ghi “{text}”, cần một số đếm (0, 1, 2, …).",
        "Ghi số lượng là số nguyên không âm.",
        en="“{label}”: the cell says “{text}”, a count (0, 1, 2, …) is needed.",
        remedy_en="Type a whole number, 0 or more.",
    ),
    "count-invalid": entry(
        ERROR,
        "Ô ghi “{text}”, số yêu cầu đạt phải là số nguyên từ 0 đến {most}.",
        "Ghi số yêu cầu đạt, hoặc ghi Có / Không cho từng yêu cầu.",
        en="The cell says “{text}”; the number of requirements met runs from 0 to {most}.",
        remedy_en="Type how many are met, or for each Yes or No (Có or Không in a Vietnamese form).",
    ),
    # detail rows
    "detail-blank": entry(
        ERROR,
        "Chưa điền “{label}” trong khi các dòng khác của tiêu chí đã điền.",
        "Điền số lượng vào dòng này; nếu không có thì ghi 0.",
        en="“{label}” is blank although other rows of the criterion are filled in.",
        remedy_en="Type a number in this row, 0 if there is none.",
    ),
    "detail-blank-yes-no": entry(
        ERROR,
        "Chưa điền “{label}” trong khi các dòng khác của tiêu chí đã điền.",
        "Ghi Có hoặc Không vào dòng này.",
        en="“{label}” is blank although other rows of the criterion are filled in.",
        remedy_en="Type Yes or No (Có or Không in a Vietnamese form) in this row.",
    ),
    "detail-blank-choice": entry(
        ERROR,
        "Chưa điền “{label}” trong khi các dòng khác của tiêu chí đã điền.",
        "Chọn một phương án ở dòng này: {options}.",
        en="“{label}” is blank although other rows of the criterion are filled in.",
        remedy_en="Choose one option in this row: {options}.",
    ),
    "detail-blank-pair": entry(
        ERROR,
        "Chưa điền “{label}” trong khi các dòng khác của tiêu chí đã điền.",
        "Điền cả tử số và mẫu số của dòng này; nếu trong kỳ không phát sinh thì ghi 0 ở cả hai.",
        en="“{label}” is blank although other rows of the criterion are filled in.",
        remedy_en="Fill in numerator and denominator of this row; if nothing came up, type 0 in both.",
    ),
    "detail-blank-value": entry(
        ERROR,
        "Chưa điền “{label}” trong khi các dòng khác của tiêu chí đã điền.",
        "Điền số liệu hoặc điểm của dòng này; nếu trong kỳ không phát sinh thì ghi “Không phát sinh”.",
        en="“{label}” is blank although other rows of the criterion are filled in.",
        remedy_en="Fill in the data or points of this row; if nothing came up, type “Did not arise”"
        " (“Không phát sinh” in a Vietnamese form).",
    ),
    "detail-blank-survey": entry(
        ERROR,
        "Chưa điền số phiếu “{label}” trong khi các phương án trả lời khác đã điền.",
        "Điền số phiếu ở dòng này; không có phiếu nào thì ghi 0.",
        en="The number of answers “{label}” is blank although others are filled in.",
        remedy_en="Type how many gave this answer, 0 if nobody did.",
    ),
    "detail-blank-group": entry(
        ERROR,
        "Chưa có kết quả khảo sát của nhóm “{label}” trong khi các nhóm khác của tiêu chí đã điền.",
        "Điền số phiếu ở từng phương án trả lời của nhóm, hoặc tỷ lệ (%) của cả nhóm.",
        en="No survey result of the group “{label}” although other groups are filled in.",
        remedy_en="Type how many of the group gave each answer, or the group's percentage.",
    ),
    "cell-beside-details": entry(
        WARNING,
        "Ô ghi “{text}” khác với các dòng chi tiết bên dưới nên không được dùng.",
        "Xóa ô này, hoặc sửa các dòng chi tiết cho khớp.",
        en="The cell says “{text}”, which differs from the detail rows below; it is not used.",
        remedy_en="Clear the cell, or correct the detail rows.",
    ),
    "detail-unknown": entry(
        WARNING,
        "Dòng “{label}” có số liệu nhưng không thuộc tiêu chí ở trên nên không được tính.",
        "Kiểm tra lại tên dòng theo bộ tiêu chí.",
        en="The row “{label}” holds data but belongs to no item of the criterion above; it is not counted.",
        remedy_en="Compare the row's name with the criteria set.",
    ),
    "detail-twice": entry(
        ERROR,
        "Dòng “{label}” được điền hai lần.",
        "Giữ lại một dòng.",
        en="The row “{label}” is filled in twice.",
        remedy_en="Keep one of them.",
    ),
    "details-expected": entry(
        ERROR,
        "Ô ghi “{text}”, tiêu chí này cần số liệu ở từng dòng chi tiết: {items}.",
        "Điền các dòng chi tiết dưới tiêu chí.",
        en="The cell says “{text}”; this criterion needs its detail rows: {items}.",
        remedy_en="Fill in the detail rows below the criterion.",
    ),
    "case-rows-expected": entry(
        ERROR,
        "Ô ghi “{text}”, tiêu chí này chấm từng trường hợp, mỗi trường hợp một dòng.",
        "Ghi mỗi trường hợp vào một dòng dưới tiêu chí.",
        en="The cell says “{text}”; this criterion is scored case by case, a row for each.",
        remedy_en="Write each case into a row below the criterion.",
    ),
    "survey-no-answers": entry(
        ERROR,
        "Không có phiếu trả lời nào để tính chỉ số khảo sát.",
        "Điền số phiếu theo từng phương án trả lời.",
        en="No survey answers to work out an index from.",
        remedy_en="Fill in the number of answers of each kind.",
    ),
    # points
    "points-above-max": entry(
        ERROR,
        "Điểm {points} vượt điểm tối đa {max}.",
        "Sửa điểm; nếu đây là tỷ lệ thì ghi kèm dấu %.",
        en="{points} points exceed the maximum of {max}.",
        remedy_en="Correct the points; if this is a percentage, type it with its sign.",
    ),
    "points-not-attainable": entry(
        ERROR,
        "Quy tắc chấm của tiêu chí không cho ra {points} điểm; điểm có thể là: {allowed}.",
        "Xem lại các mức điểm của tiêu chí và ghi một mức có trong quy định.",
        en="The criterion's rule cannot give {points} points; possible are: {allowed}.",
        remedy_en="Look up the criterion's points and type one that the regulation has.",
    ),
    "appraisal-not-attainable": entry(
        WARNING,
        "Tiêu chí {code}: điểm thẩm định {points} không phải mức điểm mà quy tắc cho ra.",
        "Đề nghị Hội đồng thẩm định kiểm tra lại hoặc ghi rõ lý do.",
        en="Criterion {code}: the rule cannot give the {points} appraised points.",
        remedy_en="Ask the council to check them or to state the reason.",
    ),
    "claim-differs": entry(
        ERROR,
        "Tiêu chí {code}: tự chấm {claimed} điểm, số liệu kê khai cho {expected} điểm.",
        "Sửa điểm tự chấm hoặc số liệu kê khai cho khớp; điểm tự đánh giá được tính theo số liệu kê khai.",
        en="Criterion {code}: {claimed} points claimed, the declared value gives {expected}.",
        remedy_en="Correct one of the two; the self-assessment counts what the declared value gives.",
    ),
    "formula-shows-nothing": entry(
        WARNING,
        "Tiêu chí {code}: công thức của bảng để trống ô này, còn số liệu đã ghi cho {points} điểm; bảng in ra"
        " thiếu số điểm đó.",
        "Ghi lại số liệu của tiêu chí: nhập số chứ không nhập chữ, chọn Có hoặc Không trong danh sách.",
        en="Criterion {code}: the sheet's formula leaves this cell blank, what was filled in gives {points}"
        " points; the printed sheet lacks them.",
        remedy_en="Fill in the criterion again: type numbers, not text; choose Yes or No from the list.",
    ),
    "claim-on-excluded": entry(
        ERROR,
        "Tiêu chí {code} đã ghi không áp dụng hoặc không phát sinh nên trừ khỏi điểm tối đa,"
        " nhưng vẫn tự chấm {claimed} điểm.",
        "Xóa điểm tự chấm, hoặc kê khai số liệu của tiêu chí.",
        en="Criterion {code} leaves the maximum (not applicable, did not arise),"
        " yet {claimed} points are claimed.",
        remedy_en="Clear the claim, or declare the criterion's value.",
    ),
    "declared-differs": entry(
        ERROR,
        "Ô kê khai ghi “{text}”, còn tử số và mẫu số cho {ratio}.",
        "Giữ lại số đúng: xóa ô kê khai, hoặc sửa tử số, mẫu số.",
        en="The declared cell says “{text}”, numerator and denominator give {ratio}.",
        remedy_en="Keep the right one: clear the declared cell, or correct numerator and denominator.",
    ),
    "appraised-not-applicable": entry(
        WARNING,
        "Tiêu chí {code}: đơn vị ghi không áp dụng, nhưng được thẩm định {points} điểm; tính điểm thẩm định.",
        "Nếu tiêu chí thật sự không áp dụng thì ghi “Không áp dụng” vào cột thẩm định.",
        en="Criterion {code}: the unit says not applicable, the council gave {points} points; these count.",
        remedy_en="If it really does not apply, type “Not applicable” (“Không áp dụng” in a"
        " Vietnamese form) in the appraisal column.",
    ),
    "points-or-index": entry(
        WARNING,
        "“{text}” được hiểu là {points} điểm, không phải chỉ số {index}.",
        "Nếu đây là chỉ số thì ghi kèm dấu %: {index}.",
        en="“{text}” is read as {points} points, not as an index of {index}.",
        remedy_en="If it is an index, type it with its sign: {index}.",
    ),
    "nothing-answered": entry(
        ERROR,
        "Bảng chưa có số liệu hay điểm nào của giai đoạn được chấm: kết quả chưa đầy đủ.",
        "Kiểm tra lại tệp: đơn vị có thể chưa điền phần này.",
        en="The workbook holds no value and no points of the stage that is scored: the result is incomplete.",
        remedy_en="Check the file: the unit may not have filled in this part.",
    ),
    "claim-state-differs": entry(
        ERROR,
        "Tiêu chí {code}: cột tự chấm ghi “{text}” trong khi đã kê khai số liệu.",
        "Bỏ số liệu kê khai hoặc bỏ “{text}”; hệ thống dùng số liệu kê khai.",
        en="Criterion {code}: the claim says “{text}” although a value is declared.",
        remedy_en="Remove the declared value or “{text}”; the declared value is used.",
    ),
    "self-on-survey": entry(
        ERROR,
        "Tiêu chí {code} không do đơn vị tự chấm, nhưng đơn vị ghi “{text}”.",
        "Xóa ô này; điểm do khảo sát, chỉ số khác hoặc lãnh đạo đánh giá quyết định.",
        en="Criterion {code} is not for the unit to score, but “{text}” stands there.",
        remedy_en="Clear the cell; a survey, another index or the leaders decide these points.",
    ),
    "self-on-appraised": entry(
        ERROR,
        "Tiêu chí {code} chỉ do Hội đồng thẩm định chấm, nhưng đơn vị tự chấm “{text}”.",
        "Xóa điểm tự chấm ở ô này.",
        en="Criterion {code} is scored by the council only, but the unit claims “{text}”.",
        remedy_en="Clear the self-assessed points here.",
    ),
    "evidence-missing": entry(
        WARNING,
        "Tiêu chí {code} có điểm nhưng chưa nêu tài liệu kiểm chứng.",
        "Ghi số, ngày văn bản vào cột tài liệu kiểm chứng, hoặc giải trình vì sao không có.",
        en="Criterion {code} has points but names no evidence.",
        remedy_en="Name the document in the evidence column, or explain why there is none.",
    ),
    "reason-missing": entry(
        WARNING,
        "Tiêu chí {code}: chấm {points} trên {max} điểm nhưng chưa nêu lý do.",
        "Ghi lý do trừ điểm vào cột giải trình hoặc ghi chú.",
        en="Criterion {code}: {points} of {max} points without a reason.",
        remedy_en="State why points were taken off in the explanation or note column.",
    ),
    # states
    "answer-missing": entry(
        WARNING,
        "Tiêu chí {code} “{title}” chưa có số liệu và điểm: tính 0 điểm.",
        "Điền tiêu chí này; nếu không áp dụng thì ghi “Không áp dụng”.",
        en="Criterion {code} “{title}” has neither value nor points: it counts 0.",
        remedy_en="Fill it in; if it does not apply, type “Not applicable” (“Không áp dụng” in a"
        " Vietnamese form).",
    ),
    "answer-required": entry(
        ERROR,
        "Tiêu chí {code} “{title}” chưa có số liệu và điểm: kết quả chưa đầy đủ.",
        "Điền tiêu chí này; nếu không áp dụng thì ghi “Không áp dụng”.",
        en="Criterion {code} “{title}” has neither value nor points: the result is incomplete.",
        remedy_en="Fill it in; if it does not apply, type “Not applicable” (“Không áp dụng” in a"
        " Vietnamese form).",
    ),
    "not-applicable-forbidden": entry(
        ERROR,
        "Tiêu chí này không được ghi “Không áp dụng”.",
        "Kê khai số liệu hoặc điểm của tiêu chí.",
        en="“Not applicable” is not allowed for this criterion.",
        remedy_en="Declare the criterion's value or points.",
    ),
    "did-not-arise-forbidden": entry(
        ERROR,
        "Tiêu chí này không được ghi “Không phát sinh” hoặc mẫu số bằng 0.",
        "Kê khai số liệu thực tế của tiêu chí.",
        en="“Did not arise” or a denominator of 0 is not allowed for this criterion.",
        remedy_en="Declare the criterion's actual figures.",
    ),
    "awaiting-points": entry(
        WARNING,
        "Chưa có điểm {scorer} cho các tiêu chí: {codes}. Kết quả chưa đầy đủ.",
        "Bổ sung điểm vào cột tương ứng khi có kết quả.",
        en="No points yet from {scorer} for criteria {codes}. The result is incomplete.",
        remedy_en="Add them in their column when they are known.",
    ),
    # sums
    "sum-differs": entry(
        ERROR,
        "Mục {code}: bảng ghi tổng {claimed}, các dòng bên dưới cộng lại được {sum}"
        " (chênh lệch {difference}).",
        "Kiểm tra lại phép cộng trong bảng; kết quả được tính lại từ từng dòng.",
        en="Item {code}: the table says {claimed}, the rows below add up to {sum} (difference {difference}).",
        remedy_en="Check the table's addition; the result is worked out anew from the rows.",
    ),
    "total-differs": entry(
        ERROR,
        "Dòng tổng cộng ghi {claimed}, các dòng cộng lại được {sum} (chênh lệch {difference}).",
        "Kiểm tra lại phép cộng trong bảng; kết quả được tính lại từ từng dòng.",
        en="The total row says {claimed}, the rows add up to {sum} (difference {difference}).",
        remedy_en="Check the table's addition; the result is worked out anew from the rows.",
    ),
}
