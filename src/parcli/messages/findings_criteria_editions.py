"""Findings about what a set continues and what it leaves to others, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_CONTINUED: dict[str, Entry] = {
    "replaces-without-supersedes": entry(
        ERROR,
        "{code} ghi replaces, nhưng bộ tiêu chí không nêu supersedes nên không rõ tiếp nối bộ nào.",
        "Thêm supersedes với mã của bộ tiêu chí cũ, hoặc xóa replaces.",
        en="{code} has replaces, but the set names no set that it supersedes.",
        remedy_en="Add supersedes with the older set's id, or delete replaces.",
    ),
    "replaces-unknown": entry(
        WARNING,
        "{code} ghi thay cho mục {old}, nhưng bộ {id} không có mục này.",
        "Sửa mã trong replaces; mã gần giống: {near}.",
        en="{code} replaces {old}, which the set {id} does not have.",
        remedy_en="Correct the code in replaces; codes like it: {near}.",
    ),
}

_ABSENT: dict[str, Entry] = {
    "missing-exclude-own": entry(
        ERROR,
        "{code} do đơn vị kê khai hoặc hội đồng thẩm định chấm, nên không được ghi missing: exclude:"
        " để trống sẽ tránh được điểm thấp.",
        "Dùng zero hoặc refuse; exclude chỉ dùng khi scored_by là survey, imported hoặc leaders.",
        en="{code} is scored by the unit or the council and cannot have missing: exclude:"
        " a blank would escape low points.",
        remedy_en="Use zero or refuse; exclude goes with scored_by survey, imported or leaders.",
    ),
    "missing-on-adjustment": entry(
        ERROR,
        "{code} là điểm thưởng hoặc điểm trừ: để trống nghĩa là không có, nên missing không có tác dụng.",
        "Xóa missing.",
        en="{code} is a bonus or penalty: a blank means none, so that missing has no effect.",
        remedy_en="Delete missing.",
    ),
}

_FRAMES: dict[str, Entry] = {
    "frame-unknown": entry(
        ERROR,
        "Không có bộ khung “{id}” nêu ở extends.",
        "Sửa extends, hoặc đặt tệp {id}.yaml của bộ khung vào cùng thư mục.",
        en="There is no frame “{id}”, which extends names.",
        remedy_en="Correct extends, or put the frame's file {id}.yaml into the same folder.",
    ),
    "extends-no-frame": entry(
        ERROR,
        "“{id}” ({file}) không phải là bộ khung: tệp đó không ghi frame: true.",
        "Nêu một bộ khung ở extends, hoặc viết bộ tiêu chí đầy đủ không có extends.",
        en="“{id}” ({file}) is no frame: the file does not say frame: true.",
        remedy_en="Name a frame in extends, or write a whole set without extends.",
    ),
    "frame-invalid": entry(
        ERROR,
        "Bộ khung “{id}” ({file}) có lỗi nên chưa dùng được.",
        "Chạy “parindex criteria check” với {file} và sửa các lỗi của bộ khung trước.",
        en="The frame “{id}” ({file}) has errors and cannot be used.",
        remedy_en="Run “parindex criteria check” on {file} and correct the frame first.",
    ),
    "frame-extends": entry(
        ERROR,
        "Bộ khung không được mở rộng bộ khung khác (“{id}”): chỉ có một cấp, bộ khung rồi đến bộ địa phương.",
        "Xóa frame nếu đây là bộ địa phương; xóa extends nếu đây là bộ khung.",
        en="A frame cannot extend another one (“{id}”): there is one step, from frame to local set.",
        remedy_en="Delete frame if this is a local set, extends if it is a frame.",
    ),
    "frame-without-open": entry(
        ERROR,
        "Bộ khung không để mở tiêu chí nào nên không bộ địa phương nào bổ sung được.",
        "Ghi open: true ở các tiêu chí do địa phương quy định bên dưới, hoặc xóa frame.",
        en="The frame leaves no criterion open, so that no local set can add to it.",
        remedy_en="Write open: true on the criteria that local sets fill, or delete frame.",
    ),
    "open-misplaced": entry(
        ERROR,
        "{code}: open chỉ dùng cho tiêu chí trong tổng điểm của một bộ khung (frame: true).",
        "Xóa open và ghi rule hoặc criteria; nếu đây là bộ khung, thêm frame: true ở đầu tệp.",
        en="{code}: open belongs to the criteria of a frame's total (frame: true).",
        remedy_en="Delete open and write a rule or criteria; if this is a frame, add frame: true at the top.",
    ),
    "open-not-empty": entry(
        ERROR,
        "{code} để mở (open) nên không được có rule hay criteria.",
        "Xóa open, hoặc xóa phần bên dưới để bộ địa phương quy định.",
        en="{code} is open and so can have neither rule nor criteria.",
        remedy_en="Delete open, or leave what stands below it to the local sets.",
    ),
    "under-without-extends": entry(
        ERROR,
        "Có under nhưng không có extends nên không rõ thuộc bộ khung nào.",
        "Thêm extends với mã của bộ khung, hoặc xóa under.",
        en="There is under without extends, so that no frame is known.",
        remedy_en="Add extends with the frame's id, or delete under.",
    ),
    "key-of-frame": entry(
        ERROR,
        "“{key}” do bộ khung quy định; bộ địa phương không được thay đổi.",
        "Xóa “{key}”; bộ địa phương chỉ ghi: {own}.",
        en="“{key}” is the frame's; a local set cannot change it.",
        remedy_en="Delete “{key}”; a local set states only: {own}.",
    ),
    "criterion-not-open": entry(
        ERROR,
        "Bộ khung không để mở tiêu chí {code}.",
        "Chỉ bổ sung dưới các tiêu chí để mở: {known}.",
        en="The frame does not leave criterion {code} open.",
        remedy_en="Add only under the open ones: {known}.",
    ),
    "criterion-not-filled": entry(
        ERROR,
        "Tiêu chí {code} của bộ khung ({max} điểm) chưa có tiêu chí thành phần.",
        "Thêm {code} vào under với các tiêu chí thành phần cộng lại bằng {max} điểm.",
        en="Criterion {code} of the frame ({max} points) has no criteria below it.",
        remedy_en="Add {code} to under, with criteria that add to {max} points.",
    ),
    "under-sum": entry(
        ERROR,
        "Bộ khung cho tiêu chí {code} {declared} điểm, nhưng các tiêu chí thành phần cộng lại là {sum}.",
        "Sửa điểm của các tiêu chí thành phần; điểm của {code} do bộ khung ấn định.",
        en="The frame gives criterion {code} {declared} points, but the criteria below it add to {sum}.",
        remedy_en="Correct the points of those criteria; the maximum of {code} is the frame's.",
    ),
    "code-of-frame": entry(
        ERROR,
        "Mã {code} đã có trong bộ khung ({first}).",
        "Đặt mã khác cho tiêu chí của bộ địa phương.",
        en="The code {code} is in the frame already ({first}).",
        remedy_en="Give the local set's criterion another code.",
    ),
}

TABLE: dict[str, Entry] = {**_CONTINUED, **_ABSENT, **_FRAMES}
