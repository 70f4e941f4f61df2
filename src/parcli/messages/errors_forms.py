"""Sentences for tables that are not the form of one unit, or whose header is not understood."""

from __future__ import annotations

from parcli.model.text import Text

_IMPORT = Text(
    ", không có gì để chấm: nếu là kết quả đã công bố, hãy nhập bằng"
    " “parindex import {path} --index PAR --period 2023 --level xã” (chỉ số, kỳ và cấp của bảng).",
    ", nothing to score: if they are published results, bring them in by"
    " “parindex import {path} --index PAR --period 2023 --level commune”"
    " (index, period and level of the table).",
)


def _results(vi: str, en: str) -> Text:
    return Text(vi + _IMPORT.vi, en + _IMPORT.in_("en"))


FORM_ERRORS: dict[str, Text] = {
    "header-unclear": Text(
        "Tiêu đề bảng trong {path} có {found} nhưng thiếu một cột như {missing}; chưa hiểu {unread}:"
        ' nếu một trong số đó là cột còn thiếu, hãy chỉ rõ, ví dụ --map "{example}".',
        "The table header in {path} has {found} but lacks a column such as {missing}; it has {unread} too:"
        ' if one of these is what is missing, say so, for example --map "{example}".',
    ),
    "header-words-unknown": Text(
        "Không nhận ra tiêu đề nào trong {path}; dòng giống tiêu đề nhất có {found}:"
        ' hãy chỉ rõ ít nhất cột tên tiêu chí và một cột điểm, ví dụ --map "{title}" --map "{answer}".',
        "No header is known in {path}; the row most like one has {found}:"
        ' name at least a column of titles and one of points, for example --map "{title}" --map "{answer}".',
    ),
    "workbook-is-ranking": _results(
        "Tệp {path} là bảng kết quả (tiêu đề ở {place}), mỗi dòng là điểm của một đơn vị, không có tiêu chí",
        "File {path} is a table of results (headed at {place}), each row a unit's points without criteria",
    ),
    "workbook-is-areas": _results(
        "Tệp {path} là bảng tổng hợp theo lĩnh vực (tiêu đề ở {place}), mỗi dòng một đơn vị, không tiêu chí",
        "File {path} is a summary by area (headed at {place}), a row for each unit without criteria",
    ),
    "workbook-is-indices": _results(
        "Tệp {path} là bảng chỉ số theo lĩnh vực (tiêu đề ở {place}), mỗi dòng một đơn vị, không tiêu chí",
        "File {path} is a table of indices by area (headed at {place}), a row for each unit without criteria",
    ),
    "workbook-several-units": Text(
        "Tệp {path} có bảng của nhiều đơn vị ({names}): hãy chọn một đơn vị bằng --unit.",
        "File {path} holds tables of several units ({names}): choose one by --unit.",
    ),
    "unit-not-in-workbook": Text(
        "Tệp {path} không có bảng của “{unit}”: các đơn vị trong tệp là {names}.",
        "File {path} has no table of “{unit}”: its units are {names}.",
    ),
    "map-unreadable": Text(
        "--map “{text}” chưa đúng: hãy ghi tiêu đề hoặc chữ cái của cột, dấu =, rồi vai trò;"
        ' ví dụ --map "Điểm tự chấm=self" hoặc --map "G=self".',
        "--map “{text}” is not understood: write a column's header or letters, = and its role;"
        ' for example --map "G=self".',
    ),
    "map-role-unknown": Text(
        "--map “{text}”: không có vai trò “{role}”; các vai trò là {known}.",
        "--map “{text}”: there is no role “{role}”; the roles are {known}.",
    ),
    "map-twice": Text(
        "--map nêu cột “{header}” hai lần với hai vai trò: {first} và {second}.",
        "--map names the column “{header}” twice, as {first} and as {second}.",
    ),
}
