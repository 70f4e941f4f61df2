"""What of a file is too large to be read, where, and what to do: the end of one error's sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.finding import Param
from parcli.model.text import Text

_ALONE = Text("chép riêng bảng chấm điểm sang một tệp mới", "copy the table alone into a new file")
SIZES: Mapping[str, Text] = MappingProxyType(
    {
        "file": Text(
            "tệp có dung lượng hơn {most} MB; hãy bỏ ảnh và trang tính không thuộc bảng, hoặc {alone}",
            "the file has more than {most} MB; take out pictures and sheets that are not of the table, or"
            " {alone}",
        ),
        "unpacked": Text(
            "nội dung giải nén ra hơn {most} MB, lớn nhất là phần {part}; hãy bỏ ảnh và trang tính không"
            " thuộc bảng, hoặc {alone}",
            "its content unpacks to more than {most} MB, the largest part is {part}; take out pictures and"
            " sheets that are not of the table, or {alone}",
        ),
        "parts": Text(
            "bên trong có hơn {most} phần; hãy bỏ ảnh, biểu đồ và trang tính không thuộc bảng, hoặc {alone}",
            "it holds more than {most} parts; take out pictures, charts and sheets that are not of the table,"
            " or {alone}",
        ),
        "directory": Text(
            "danh mục các phần bên trong quá dài; hãy {alone}", "its list of parts is too long; {alone}"
        ),
        "part": Text(
            "phần {part} bên trong tệp; hãy xóa các dòng dưới bảng nếu ở đó có rất nhiều ô trống có kẻ khung,"
            " hoặc {alone}",
            "its part {part}; delete the rows below the table if there are very many blank cells with"
            " borders, or {alone}",
        ),
        "sheet": Text(
            "trang tính “{sheet}”; hãy xóa các dòng dưới bảng nếu ở đó có rất nhiều ô trống có kẻ khung, hoặc"
            " {alone}",
            "the sheet “{sheet}”; delete the rows below the table if there are very many blank cells with"
            " borders, or {alone}",
        ),
        "cells": Text(
            "có hơn {most} ô chứa nội dung; hãy xóa dòng, cột, trang tính không thuộc bảng, hoặc {alone}",
            "more than {most} cells hold something; delete rows, columns and sheets that are not of the"
            " table, or {alone}",
        ),
        "cell": Text(
            "ô {place} có hơn {most} ký tự; hãy rút ngắn nội dung ô đó rồi lưu lại",
            "cell {place} holds more than {most} characters; shorten it and save the file",
        ),
        "text": Text(
            "một ô có hơn {most} ký tự (phần {part}); hãy rút ngắn nội dung ô đó, hoặc {alone}",
            "a cell holds more than {most} characters (part {part}); shorten it, or {alone}",
        ),
        "texts": Text(
            "chữ trong các ô có hơn {most} ký tự; hãy xóa trang tính không thuộc bảng, hoặc {alone}",
            "the cells hold more than {most} characters; delete sheets that are not of the table, or {alone}",
        ),
        "merged": Text(
            "các vùng gộp ô, tính đến vùng {place}, có quá nhiều ô; hãy bỏ gộp vùng đó rồi lưu lại",
            "the merged ranges, up to {place}, have too many cells; unmerge that range and save the file",
        ),
        "row": Text(
            "dòng {row} có hơn {most} cột; hãy {alone}", "line {row} has more than {most} columns; {alone}"
        ),
        "sentences": Text(
            "có hơn {most} ký tự; hãy chia văn bản ra nhiều tệp",
            "it has more than {most} characters; divide the text among several files",
        ),
        "nested": Text(
            "các bảng lồng nhau quá {most} cấp; hãy {alone}", "tables nested beyond {most} levels; {alone}"
        ),
    }
)


def size_text(key: str, **params: Param) -> Text:
    """Return what is too large with its params filled in, in both languages."""
    given = {**params, "alone": _ALONE}
    return Text(fill(SIZES[key], given, "vi"), fill(SIZES[key], given, "en"))
