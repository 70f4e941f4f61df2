"""Makes the reference page of report templates: their names and all that they are given, out of its types.

A name on this page stays from version to version: offices have written templates with it.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from parcli.messages.report_templates import TEMPLATE_PURPOSES
from parcli.report.context import ReportContext
from parcli.report.html.given import FrameGiven, PageGiven, SheetGiven
from parcli.report.markdown import View
from parcli.report.own_templates import LABELS, PACKAGED, TEMPLATES
from parcli.report.saying import Saying

_GIVEN = (FrameGiven, PageGiven, SheetGiven)
_RULES = "parcli.model.rules"  # described with the criteria sets
_INTRO = """Bản mẫu và nhãn riêng của cơ quan nằm trong một thư mục, dùng bằng `parindex report
--template-dir DIR` ([cách làm](../how-to/own-templates.md)). Tệp cùng tên thay bản gốc; tệp khác chỉ dùng
khi một bản mẫu gọi đến. `{{% extends "{packaged}page.html.j2" %}}` gọi bản gốc, dù thư mục có tệp cùng
tên. Tên trên trang này giữ nguyên qua các phiên bản; chú thích lấy nguyên văn từ mã nguồn."""
_SANDBOX = """Bản mẫu chạy trong vùng cách ly của Jinja: chỉ đọc các giá trị dưới đây, không dùng được tên
bắt đầu bằng `_`, không sửa được giá trị, không đọc được tệp nào ngoài thư mục và các bản gốc, không chạy
quá [thời gian và bộ nhớ cho phép](../how-to/own-templates.md#lập-báo-cáo). Giá trị chưa biết (`None`) hiện
bằng các hàm của `f` thành dấu “–”. Trong `.html.j2` mọi giá trị được mã hóa cho HTML, trong `.md.j2` được
mã hóa cho Markdown. `page.css` và `page.js` không phải bản mẫu: chúng được chèn nguyên văn vào trang, mã
băm trong chính sách bảo mật của trang được tính lại."""
_LABELS = f"""`{LABELS}` có bảng `[vi]` và `[en]`, mỗi dòng một nhãn: `khóa = "chữ"`. Tên trong ngoặc nhọn
là chỗ điền, chỉ dùng những tên mà nhãn gốc có. Mọi khóa và chữ gốc: `parindex report --export-templates
DIR`."""


def template_page(note: str) -> str:
    """Return the text of the page; ``note`` stands on it."""
    results = _reached((ReportContext,))
    parts = [
        "# Bản mẫu của báo cáo",
        note,
        _INTRO.format(packaged=PACKAGED),
        "## Các bản mẫu",
        _table(("tên", "làm ra"), ((f"`{n}`", TEMPLATE_PURPOSES[n].vi) for n in (*TEMPLATES, LABELS))),
        _SANDBOX,
        _LABELS,
        "## Trang web",
        "Mọi bản mẫu `.html.j2` có các giá trị của `FrameGiven`; bản mẫu của trang một cấp có thêm"
        " `PageGiven`, của trang một đơn vị có thêm `SheetGiven`.",
        *(line for each in _reached(_GIVEN) if each not in results for line in _struct(each)),
        "## Markdown",
        "Mọi bản mẫu `.md.j2` có `context`, `f`, `say` (là `f.word`) và `view`.",
        *_methods("view", View),
        "## Chữ và số: `f`",
        *_methods("f", Saying),
        "## Kết quả: `context`",
        *(line for each in results for line in _struct(each)),
    ]
    return "\n\n".join(parts) + "\n"


def _reached(roots: Iterable[type[Struct]]) -> list[type[Struct]]:
    """Return each kind of value that can be reached from some, these first."""
    found: dict[type[Struct], None] = {}
    waiting = list(roots)
    while waiting:
        struct = waiting.pop(0)
        if struct not in found and struct.__module__ != _RULES:
            found[struct] = None
            waiting += [each for hint in get_type_hints(struct).values() for each in _named(hint)]
    return list(found)


def _named(hint: Any) -> Iterator[type[Struct]]:
    """Yield the kinds of values in a type, in its order."""
    if inspect.isclass(hint) and issubclass(hint, Struct):
        yield hint
    for argument in get_args(hint):
        yield from _named(argument)


def _struct(struct: type[Struct]) -> Iterator[str]:
    yield f"### {struct.__name__}"
    yield _said(struct)
    fields = [f for each in reversed(struct.__mro__) for f in vars(each).get("__annotations__", {}).items()]
    yield _table(("tên", "kiểu"), ((f"`{name}`", f"`{kind}`") for name, kind in fields))
    methods = list(_rows(struct, ""))
    if methods:
        yield _table(("hàm", "trả về"), methods)


def _methods(name: str, kind: type) -> Iterator[str]:
    yield _said(kind)
    yield _table(("gọi", "trả về"), _rows(kind, f"{name}."))


def _rows(kind: type, before: str) -> Iterator[tuple[str, str]]:
    for name, member in vars(kind).items():
        if name.startswith("_") or isinstance(member, types.MemberDescriptorType):
            continue
        if isinstance(member, property):
            yield f"`{before}{name}`", _first_line(member)
        elif inspect.isfunction(member):
            given = ", ".join(list(inspect.signature(member).parameters)[1:])
            yield f"`{before}{name}({given})`", _first_line(member)


def _said(kind: type) -> str:
    return re.sub(r"``(.+?)``", r"`\1`", inspect.getdoc(kind) or "")


def _first_line(member: object) -> str:
    line = (inspect.getdoc(member) or "").partition("\n")[0].removeprefix("Return ").rstrip(".")
    return re.sub(r"``(.+?)``", r"`\1`", line)


def _table(heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {heads[0]} | {heads[1]} |", "|---|---|"]
    lines += [f"| {first} | {second} |" for first, second in (map(_cell, row) for row in rows)]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
