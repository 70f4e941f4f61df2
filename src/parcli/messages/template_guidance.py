"""The text of a template's guidance sheet: what the colours and words mean, and how to fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.finding import Param
from parcli.model.text import Lang, Text

TEMPLATE_GUIDANCE: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text("Hướng dẫn điền bảng tự chấm điểm", "How to fill in the self-assessment"),
        "for": Text("{unit} · {period}", "{unit} · {period}"),
        # colours
        "colours": Text("Màu của các ô", "Colours"),
        "colour-unit": Text(
            "Đơn vị điền: số liệu kê khai, tài liệu kiểm chứng, giải trình; điểm tự chấm ở tiêu chí chấm theo"
            " mức độ.",
            "The unit fills in: declared figures, evidence, explanation; points where they are judged.",
        ),
        "colour-council": Text(
            "Cơ quan thẩm định điền: điều tra xã hội học, điểm lấy từ chỉ số khác, điểm thẩm định, ghi"
            " chú. Đơn vị"
            " không điền.",
            "The appraisal fills in: survey, imported points, both rounds, notes. The unit does not.",
        ),
        "colour-missing": Text(
            "Chưa trả lời; điền xong ô trở lại màu của nó.", "No answer yet; the colour goes with the answer."
        ),
        "colour-closed": Text("Ô khóa: không dùng ở tiêu chí này.", "Closed: not used for this criterion."),
        "colour-above": Text(
            "Điểm vượt điểm tối đa hoặc tử số lớn hơn mẫu số, phải sửa.",
            "Points above the maximum, or a numerator above its denominator, to be corrected.",
        ),
        # how to fill in
        "answers": Text("Kê khai", "Answers"),
        "answer-cells": Text(
            "Chọn một mục trong danh sách thả xuống hoặc nhập số; bấm vào ô để xem lời nhắc. Tiêu chí tính"
            " theo"
            " tỷ lệ: nhập tử số và mẫu số, phần mềm tự tính tỷ lệ.",
            "Choose from the list or enter a number; each cell tells what belongs there. For a rate enter"
            " numerator and denominator; the rate is worked out.",
        ),
        "answer-change": Text(
            "Tiêu chí so với kỳ trước: số liệu kỳ này ghi ở cột Tử số, kỳ trước ghi ở cột Mẫu số.",
            "Compared with the last period: this period's figure goes into the column Numerator, the last"
            " one's"
            " into Denominator.",
        ),
        "answer-rows": Text(
            "Dòng không có mã nằm dưới tiêu chí là nội dung của tiêu chí đó; điền đủ từng dòng.",
            "Rows without a code belong to the criterion above; fill in each of them.",
        ),
        "answer-points": Text(
            "Điểm tự chấm được tính ngay bằng công thức theo quy tắc của bộ tiêu chí, không nhập đè. Kết"
            " quả cuối"
            " cùng theo điểm thẩm định.",
            "Points are worked out live by the rules of the set and are not typed over. The final result"
            " follows"
            " the appraisal.",
        ),
        "answer-survey": Text(
            "Tiêu chí điều tra xã hội học, lãnh đạo đánh giá hoặc lấy từ chỉ số khác: đơn vị không điền.",
            "Criteria scored by survey, leaders or another index: the unit fills in nothing.",
        ),
        # blank and words
        "blanks": Text("Ô trống, “Không áp dụng”, “Không phát sinh”", "Blank, not applicable, did not arise"),
        "blank-zero": Text(
            "Ô trống là chưa trả lời, tiêu chí được 0 điểm. Không có trường hợp nào thì nhập số 0, không"
            " để trống.",
            "Blank means no answer, and the criterion gets 0 points. Enter 0 for none; do not leave it"
            " blank.",
        ),
        "blank-refuse": Text(
            "Ô trống là chưa trả lời, kết quả của đơn vị chưa đầy đủ. Không có trường hợp nào thì nhập số"
            " 0, không"
            " để trống.",
            "Blank means no answer, and the result is incomplete. Enter 0 for none; do not leave it blank.",
        ),
        "not-applicable-exclude": Text(
            "“Không áp dụng”: nội dung không thuộc nhiệm vụ của đơn vị; tiêu chí được trừ khỏi điểm tối đa.",
            "“Not applicable”: not a task of the unit; the criterion leaves the maximum.",
        ),
        "not-applicable-full_marks": Text(
            "“Không áp dụng”: nội dung không thuộc nhiệm vụ của đơn vị; tiêu chí được điểm tối đa.",
            "“Not applicable”: not a task of the unit; the criterion gets full marks.",
        ),
        "not-applicable-zero": Text(
            "“Không áp dụng”: nội dung không thuộc nhiệm vụ của đơn vị; tiêu chí được 0 điểm.",
            "“Not applicable”: not a task of the unit; the criterion gets 0 points.",
        ),
        "did-not-arise-exclude": Text(
            "“Không phát sinh”: thuộc nhiệm vụ nhưng trong kỳ không có việc nào; tiêu chí được trừ khỏi điểm"
            " tối đa.",
            "“Did not arise”: a task, but nothing came up in the period; the criterion leaves the maximum.",
        ),
        "did-not-arise-full_marks": Text(
            "“Không phát sinh”: thuộc nhiệm vụ nhưng trong kỳ không có việc nào; tiêu chí được điểm tối đa.",
            "“Did not arise”: a task, but nothing came up in the period; the criterion gets full marks.",
        ),
        "did-not-arise-zero": Text(
            "“Không phát sinh”: thuộc nhiệm vụ nhưng trong kỳ không có việc nào; tiêu chí được 0 điểm.",
            "“Did not arise”: a task, but nothing came up in the period; the criterion gets 0 points.",
        ),
        "words-where-offered": Text(
            "Từng tiêu chí có thể quy định khác; chỉ dùng hai mục này ở ô có cho chọn.",
            "A criterion may differ; use these two words only where the cell offers them.",
        ),
        # evidence, deadlines, the file
        "evidence": Text("Tài liệu kiểm chứng và thời hạn", "Evidence and deadlines"),
        "evidence-cells": Text(
            "Ghi số, ký hiệu, ngày và liên kết của văn bản; nhiều văn bản thì cách nhau bằng dấu chấm"
            " phẩy. Tiêu"
            " chí có điểm mà không có tài liệu thì phải giải trình.",
            "Give number, date and link of each document, several parted by a semicolon. Points without"
            " evidence"
            " need an explanation.",
        ),
        "deadline-office": Text(
            "Thời hạn và nơi gửi: theo văn bản của {office}.",
            "Deadline and recipient: as {office} has announced.",
        ),
        "deadline": Text(
            "Thời hạn và nơi gửi: theo văn bản của cơ quan tổ chức đánh giá.",
            "Deadline and recipient: as the office in charge has announced.",
        ),
        "file": Text("Tệp này", "This file"),
        "file-layout": Text(
            "Không thêm, xóa, đổi thứ tự dòng, cột và trang tính. Lưu dạng .xlsx và gửi đúng tệp này.",
            "Do not add, delete or move rows, columns or sheets. Save as .xlsx and hand in this very file.",
        ),
        "file-protection": Text(
            "Trang tính được khóa để tránh sửa nhầm, không đặt mật khẩu. Cột của cơ quan thẩm định được"
            " khóa riêng.",
            "The sheet is protected against mistakes, without a password. The columns of the appraisal have a"
            " protection of their own.",
        ),
        # the set
        "set": Text("Bộ tiêu chí", "Criteria set"),
        "set-named": Text("{title} (mã {id}).", "{title} ({id})."),
        "set-basis": Text("Căn cứ: {basis}.", "Legal basis: {basis}."),
        "set-modelled": Text("Soạn theo: {basis}.", "Modelled on: {basis}."),
        "set-modelled-elsewhere": Text(
            "Soạn theo {count} văn bản đã công bố, nêu trong parindex criteria show {id}.",
            "Modelled on {count} published documents, which parindex criteria show {id} names in Vietnamese.",
        ),
    }
)


def guidance_text(key: str, lang: Lang, **params: Param) -> str:
    """Return a text of the guidance with its params filled in."""
    return fill(TEMPLATE_GUIDANCE[key], params, lang)
