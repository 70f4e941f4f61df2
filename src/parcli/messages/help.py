"""What commands, arguments and options do, as their help says it; keys stand in the command line's code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.help_drafts import DRAFT_HELP
from parcli.messages.help_improving import IMPROVING_HELP
from parcli.messages.help_reconcile import RECONCILE_HELP
from parcli.messages.help_report import REPORT_HELP
from parcli.messages.help_robustness import ROBUSTNESS_HELP
from parcli.model.text import Text

HELP: Mapping[str, Text] = MappingProxyType(
    {
        "app": Text(
            "Chấm điểm, xếp loại và giải thích Chỉ số cải cách hành chính (CCHC) từ bộ tiêu chí và bảng"
            " tự đánh giá Excel.",
            "Scores, grades and explains the PAR Index from criteria sets and Excel workbooks.",
        ),
        "score": Text("Chấm điểm các bảng tự đánh giá.", "Score self-assessment workbooks."),
        "check": Text(
            "Kiểm tra các bảng tự đánh giá, chỉ in ra phát hiện.", "Check workbooks and print findings only."
        ),
        "explain": Text(
            "Giải thích điểm của một bảng: số liệu, quy tắc, điều khoản, điểm mất.",
            "Explain a workbook's score: declared value, rule, clause, lost points.",
        ),
        "demo": Text(
            "Ghi ví dụ vào một thư mục mới và chạy thử các lệnh trên đó.",
            "Write the example into a new folder and run the commands on it.",
        ),
        "rank": Text("Xếp hạng các đơn vị của một cấp.", "Rank the units of a level."),
        "import": Text(
            "Nhập kết quả đã công bố từ một bảng .csv, .xlsx, .xls, .ods.",
            "Import published results from a .csv, .xlsx, .xls or .ods table.",
        ),
        "compare": Text(
            "So sánh hai kỳ, hoặc xem mọi kỳ của một đơn vị.",
            "Compare two periods, or see all periods of one unit.",
        ),
        "criteria": Text("Xem và kiểm tra bộ tiêu chí.", "Look at and check criteria sets."),
        "criteria-list": Text("Liệt kê các bộ tiêu chí.", "List the criteria sets."),
        "criteria-show": Text(
            "In cây tiêu chí với điểm tối đa và quy tắc chấm.", "Print the tree with maxima and rules."
        ),
        "criteria-check": Text(
            "Kiểm tra tệp bộ tiêu chí, nêu mọi lỗi kèm số dòng.",
            "Check a criteria set file, every mistake with its line.",
        ),
        "criteria-test": Text(
            "Chạy các ví dụ chấm điểm của bộ tiêu chí, nêu ví dụ nào không ra kết quả như đã ghi.",
            "Run the worked examples of criteria sets and show which do not come out as they say.",
        ),
        "criteria-diff": Text(
            "So hai bộ tiêu chí: thêm, bỏ, chuyển, tách, gộp, đổi tên, đổi điểm, đổi quy tắc.",
            "Compare two sets: what was added, dropped, moved, split, merged, or has other points or rules.",
        ),
        **DRAFT_HELP,
        **IMPROVING_HELP,
        **RECONCILE_HELP,
        **REPORT_HELP,
        **ROBUSTNESS_HELP,
        "criteria-schema": Text(
            "In JSON Schema để trình soạn thảo gợi ý và kiểm tra.", "Print the JSON Schema for editors."
        ),
        "init": Text(
            "Tạo thư mục làm việc của cơ quan: parindex.toml và units.csv.",
            "Make the office's project folder: parindex.toml and units.csv.",
        ),
        "template": Text(
            "Tạo bảng tự đánh giá (.xlsx) cho từng đơn vị, hoặc bảng tổng hợp cho hội đồng thẩm định.",
            "Make the workbook that each unit fills in, or the summary for the council.",
        ),
        "runs": Text(
            "Xem, so sánh, rút lại và sao lưu các lượt chấm đã lưu.",
            "Show, compare, withdraw and back up the stored runs.",
        ),
        "runs-list": Text(
            "Liệt kê các lượt chấm, lượt mới nhất đứng đầu.", "List the runs, the newest first."
        ),
        "runs-show": Text(
            "In một lượt chấm: cách chấm, bộ tiêu chí, các tệp, các kết quả và việc đính chính.",
            "Print a run: how it was made, sets, files, results and corrections.",
        ),
        "runs-diff": Text(
            "So sánh hai lượt chấm theo từng đơn vị và từng tiêu chí.",
            "Compare two runs by unit and by criterion.",
        ),
        "runs-withdraw": Text(
            "Rút lại một lượt chấm hoặc lần nhập làm nhầm: vẫn xem lại được, nhưng không tính nữa.",
            "Withdraw a run or an import made by mistake: it stays visible and no longer counts.",
        ),
        "runs-backup": Text(
            "Sao lưu tệp lưu kết quả và in đường dẫn của bản sao.",
            "Back up the store and print the path of the copy.",
        ),
        "publish": Text(
            "Công bố kết quả một kỳ của một cấp; từ đó muốn sửa phải nêu lý do.",
            "Publish a period of a level; from then on a correction needs a reason.",
        ),
        "arg-project-folder": Text(
            "Thư mục làm việc; bỏ trống: thư mục hiện tại.", "The folder; the current one if left out."
        ),
        "arg-run": Text(
            "Số của lượt chấm, xem bằng parindex runs list.", "The run's number, see parindex runs list."
        ),
        "arg-run-or-import": Text(
            "Số của lượt chấm, xem bằng parindex runs list; bỏ trống khi dùng --import.",
            "The run's number, see parindex runs list; left out with --import.",
        ),
        "opt-import": Text(
            "Một lần nhập thay cho lượt chấm; xem số bằng parindex runs list --imports.",
            "An import instead of a run; see its number with parindex runs list --imports.",
        ),
        "opt-imports": Text(
            "Liệt kê các lần nhập (parindex import) thay cho các lượt chấm.",
            "List the imports (parindex import) instead of the runs.",
        ),
        "opt-reason-withdrawal": Text(
            "Lý do rút lại, bắt buộc; được lưu cùng việc rút lại.",
            "Why it is withdrawn, required; kept with the withdrawal.",
        ),
        "arg-run-after": Text(
            "Số của lượt chấm để so sánh với lượt trước.", "The run that is compared with the first."
        ),
        "arg-backup": Text(
            "Tệp hoặc thư mục để ghi bản sao; bỏ trống: thư mục backups cạnh tệp lưu kết quả.",
            "File or folder of the copy; the folder backups beside the store if left out.",
        ),
        "arg-workbooks": Text(
            "Các tệp bảng tự đánh giá (.xlsx, .xls, .ods), thư mục hoặc mẫu tên như huyen/*.xlsx.",
            "Workbook files (.xlsx, .xls, .ods), folders, or patterns such as districts/*.xlsx.",
        ),
        "arg-workbook": Text(
            "Tệp bảng tự đánh giá (.xlsx, .xls, .ods), hoặc thư mục có các tệp của một đơn vị.",
            "The workbook file (.xlsx, .xls, .ods), or a folder with the files of one unit.",
        ),
        "arg-code": Text(
            "Mã tiêu chí, ví dụ 3.2.1; bỏ trống: toàn bộ.", "A code such as 3.2.1; all if left out."
        ),
        "arg-set": Text("Mã bộ tiêu chí hoặc tệp .yaml.", "A set's id or a .yaml file."),
        "arg-sets-tested": Text(
            "Mã bộ tiêu chí, tệp .yaml hoặc tệp .cases.yaml; bỏ trống: mọi bộ tiêu chí.",
            "Ids of sets, .yaml or .cases.yaml files; all sets if left out.",
        ),
        "arg-old-set": Text(
            "Bộ tiêu chí trước: mã hoặc tệp .yaml.", "The earlier set: an id or a .yaml file."
        ),
        "arg-new-set": Text("Bộ tiêu chí nay: mã hoặc tệp .yaml.", "The later set: an id or a .yaml file."),
        "arg-set-files": Text(
            "Các tệp .yaml hoặc mã bộ tiêu chí; bỏ trống: mọi bộ hiện có.",
            "The .yaml files or ids; all sets at hand if left out.",
        ),
        "arg-folder": Text(
            "Thư mục mới; bỏ trống: parindex-demo ở đây.", "A new folder; parindex-demo here if left out."
        ),
        "arg-first-period": Text(
            "Một kỳ: 2022, 2023-H1; bỏ trống hai kỳ: mọi kỳ của --unit.",
            "A period: 2022, 2023-H1; without periods: all periods of --unit.",
        ),
        "arg-second-period": Text("Kỳ kia.", "The other period."),
        "arg-published": Text(
            "Bảng kết quả (.csv, .xlsx, .xls, .ods).", "The table of results (.csv, .xlsx, .xls, .ods)."
        ),
        "opt-criteria": Text(
            "Bộ tiêu chí (mã hoặc tệp .yaml); bỏ trống: theo bảng.",
            "Criteria set (id or .yaml file); as the workbook says if left out.",
        ),
        "opt-unit": Text(
            "Tên đơn vị, thay cho tên trong bảng.", "The unit's name, instead of the workbook's."
        ),
        "opt-period": Text("Kỳ chấm: 2023, 2023-H1, 2023-Q2.", "Period: 2023, 2023-H1, 2023-Q2."),
        "opt-level": Text(
            "Cấp: ministry (bộ), province (tỉnh), department (sở), division (phòng), district (huyện),"
            " commune (xã).",
            "Level: ministry, province, department, division, district, commune.",
        ),
        "opt-compared-unit": Text(
            "Chỉ một đơn vị (mã hoặc tên), kèm từng lĩnh vực.",
            "One unit only (code or name), with its areas.",
        ),
        "opt-index-of-table": Text(
            "Chỉ số, ví dụ PAR, khi bảng không ghi.", "The index, such as PAR, where the table names none."
        ),
        "opt-period-of-table": Text(
            "Kỳ (2023, 2023-H1, 2023-Q2), khi bảng không ghi.",
            "Period (2023, 2023-H1, 2023-Q2), where the table names none.",
        ),
        "opt-source": Text(
            "Nguồn công bố (quyết định, trang tin), khi bảng không ghi.",
            "Where the figures were published, where the table does not say.",
        ),
        "opt-index": Text(
            "Chỉ số, ví dụ PAR; cần khi kỳ đó có nhiều chỉ số.",
            "The index, such as PAR; needed where the period has several.",
        ),
        "opt-block": Text("Khối của đơn vị.", "The unit's block."),
        "opt-stage": Text(
            "self: điểm tự đánh giá; final: kết quả sau thẩm định (mặc định).",
            "self: the unit's own points; final: after appraisal (default).",
        ),
        "opt-format": Text(
            "Dạng kết quả: table (mặc định), json, csv.", "Output: table (default), json, csv."
        ),
        "opt-format-tree": Text("Dạng kết quả: table (mặc định), json.", "Output: table (default), json."),
        "opt-fail-on": Text(
            "Mã thoát 1 khi có phát hiện từ mức này: error (mặc định), warning, info, never.",
            "Exit code 1 for findings from this severity: error (default), warning, info, never.",
        ),
        "opt-year": Text("Năm; bỏ trống: kỳ mới nhất.", "Year; the latest period if left out."),
        "opt-rank-block": Text("Chỉ một khối.", "One block only."),
        "opt-region": Text("Chỉ một vùng.", "One region only."),
        "opt-parent": Text("Chỉ các đơn vị thuộc một đơn vị (mã).", "Only units below one unit (code)."),
        "opt-by": Text("Xếp theo một lĩnh vực: area:3.", "Rank by one area: area:3."),
        "opt-allow-incomplete": Text(
            "Xếp hạng cả kết quả chưa đầy đủ.", "Rank results that are incomplete too."
        ),
        "opt-mixed-sets": Text(
            "Xếp chung các đơn vị chấm theo bộ tiêu chí khác nhau.",
            "Rank units together that were scored by different criteria sets.",
        ),
        "opt-format-rank": Text(
            "Dạng kết quả: table (mặc định), json, csv, md.", "Output: table (default), json, csv, md."
        ),
        "opt-with": Text(
            "Bảng điểm từ nơi khác (khảo sát, SIPAS, lãnh đạo): đơn vị × mã tiêu chí.",
            "Points from elsewhere (survey, SIPAS, leaders): units × codes.",
        ),
        "opt-no-store": Text("Không lưu kết quả.", "Do not store the results."),
        "opt-workers": Text(
            "Số tiến trình, không quá số nhân của máy; bỏ trống: hai khi có nhiều tệp.",
            "Processes, at most one per processor core; two for many files if left out.",
        ),
        "opt-reason": Text(
            "Lý do sửa kết quả của kỳ đã công bố.", "Why results of a published period are corrected."
        ),
        "opt-map": Text(
            "Nói rõ một cột là gì, theo tiêu đề hoặc chữ cái: “Điểm tự chấm=self”, “G=self”; “=ignore” là"
            " bỏ cột. Dùng được nhiều lần.",
            "Say what a column holds, by its header or letters: “Self-assessed=self”, “G=self”; “=ignore”"
            " leaves it out. May be given several times.",
        ),
        "opt-map-of-table": Text(
            "Nói rõ một cột là gì, theo tiêu đề hoặc chữ cái: “Cơ sở=unit”, “F=points”; “=ignore” là bỏ cột."
            " Dùng được nhiều lần.",
            "Say what a column holds, by its header or letters: “Office=unit”, “F=points”; “=ignore” leaves"
            " it out. May be given several times.",
        ),
        "opt-show-mapping": Text(
            "In cách hiểu từng cột và từng dòng của bảng.", "Print how each column and row was understood."
        ),
        "opt-annotate": Text(
            "Ghi bản sao của từng tệp vào thư mục này (một tệp: có thể là tên tệp .xlsx), mỗi phát hiện là"
            " một chú thích ở ô của nó, kèm danh sách; tệp gốc không thay đổi.",
            "Write a copy of each file into this folder (one file: may be a name .xlsx), with each finding as"
            " a comment on its cell and a list of all; the original stays as it is.",
        ),
        "opt-template-criteria": Text(
            "Mã bộ tiêu chí; bỏ trống: bộ mà thiết lập nêu cho cấp và kỳ.",
            "The criteria set's id; else the one that the settings name for level and period.",
        ),
        "opt-template-units": Text(
            "Danh sách đơn vị (.csv, cột như units.csv); bỏ trống: danh sách của thư mục làm việc.",
            "A list of units (.csv, columns as in units.csv); else that of the project.",
        ),
        "opt-template-unit": Text("Chỉ một đơn vị: tên hoặc mã.", "One unit only: its name or code."),
        "opt-template-level": Text("Cấp của các đơn vị.", "The level of the units."),
        "opt-council": Text(
            "Tạo bảng tổng hợp các đơn vị cho hội đồng thẩm định, thay cho bảng của từng đơn vị.",
            "Make the council's summary of all units instead of the units' own workbooks.",
        ),
        "opt-output-folder": Text("Thư mục ghi tệp.", "The folder to write to."),
        "opt-force": Text("Ghi đè tệp đã có.", "Replace files that are there."),
        "opt-list-locks": Text("Liệt kê các kỳ đã công bố.", "List the periods that are published."),
        "opt-every-case": Text(
            "In cả các ví dụ đúng, theo từng tiêu chí.",
            "Print the examples that come out right too, by criterion.",
        ),
        "opt-schema-cases": Text(
            "JSON Schema của tệp ví dụ (.cases.yaml).", "The JSON Schema of worked examples (.cases.yaml)."
        ),
        "opt-version": Text("In số phiên bản.", "Print the version."),
        "opt-help": Text("In cách dùng.", "Print this help."),
        "opt-lang": Text("Ngôn ngữ: vi (mặc định) hoặc en.", "Language: vi (default) or en."),
        "opt-quiet": Text("Không in thông báo phụ.", "Print no side messages."),
        "opt-debug": Text("In chi tiết kỹ thuật khi có lỗi.", "Print technical details of an error."),
        # wrong usage
        "usage-no-option": Text("Không có tùy chọn {name}{hint}", "No such option: {name}{hint}"),
        "usage-no-command": Text("Không có lệnh “{name}”{hint}", "No such command: “{name}”{hint}"),
        "usage-did-you-mean": Text("; có phải là {names}?", "; did you mean {names}?"),
        "usage-no-command-given": Text("Chưa có tên lệnh.", "No command given."),
        "usage-missing": Text("Thiếu {name}.", "Missing {name}."),
        "usage-bad-value": Text(
            "Giá trị của {name} không hợp lệ: {message}", "Invalid value for {name}: {message}"
        ),
        "usage-needs-value": Text("Tùy chọn {name} cần một giá trị.", "Option {name} needs a value."),
        "usage-takes-none": Text("Tùy chọn {name} không nhận giá trị.", "Option {name} takes no value."),
        "usage-extra": Text("Thừa đối số: {names}.", "Unexpected arguments: {names}."),
        "usage-one-of": Text(
            "“{value}” không phải là một trong: {choices}.", "“{value}” is not one of {choices}."
        ),
        "usage-at-least": Text("phải từ {least} trở lên.", "it has to be {least} or more."),
        "usage-at-most": Text("không được quá {most}.", "it may be {most} at most."),
        "usage-no-number": Text("phải là số nguyên.", "it has to be a whole number."),
        "usage-other": Text("Lệnh gõ chưa đúng: {message}", "The command is not right: {message}"),
    }
)
