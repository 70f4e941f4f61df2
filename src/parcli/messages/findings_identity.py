"""Findings about what a workbook is for: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

TABLE: dict[str, Entry] = {
    "set-recognised": entry(
        Severity.INFO,
        "Bảng không nêu bộ tiêu chí; các dòng và điểm tối đa khớp với {id} ({title}).",
        "Nếu không đúng, chỉ rõ bằng --criteria.",
        en="The workbook names no criteria set; its rows and maxima are those of {id} ({title}).",
        remedy_en="If that is wrong, name the set with --criteria.",
    ),
    "period-assumed": entry(
        Severity.WARNING,
        "Bảng không nêu kỳ đánh giá; dùng kỳ {period}, kỳ duy nhất của bộ tiêu chí {id}.",
        "Ghi “Kỳ đánh giá” phía trên bảng, hoặc dùng --period.",
        en="The workbook names no period; {period}, the only one of set {id}, is used.",
        remedy_en="State it above the table (“Kỳ đánh giá”), or with --period.",
    ),
    "unit-missing": entry(
        Severity.WARNING,
        "Bảng không nêu tên đơn vị; dùng tên tệp “{name}”.",
        "Ghi “Đơn vị:” phía trên bảng, hoặc dùng --unit.",
        en="The workbook names no unit; the file's name “{name}” is used.",
        remedy_en="State it above the table (“Đơn vị:”), or with --unit.",
    ),
    "block-unknown": entry(
        Severity.WARNING,
        "Bộ tiêu chí không có khối “{text}”; dùng mức xếp loại chung. Các khối: {blocks}.",
        "Ghi đúng mã hoặc tên khối, hoặc dùng --block.",
        en="The criteria set has no block “{text}”; the common grades are used. Blocks: {blocks}.",
        remedy_en="Name the block by its id or title, or with --block.",
    ),
}
