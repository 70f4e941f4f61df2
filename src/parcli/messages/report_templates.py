"""What each template of reports makes, by its name, and the heads of exported files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Lang, Text

TEMPLATE_PURPOSES: Mapping[str, Text] = MappingProxyType(
    {
        "page.html.j2": Text("trang web của một cấp: mục lục và thứ tự các phần", "a page, its sections"),
        "unit.html.j2": Text("trang web của một đơn vị", "a unit's own page"),
        "frame.html.j2": Text("khung trang web: đầu trang, tiêu đề, chân trang", "the frame of every page"),
        "overview.html.j2": Text("phần kết quả chung", "the overview"),
        "ranking.html.j2": Text("phần xếp hạng", "the ranking"),
        "areas.html.j2": Text("phần lĩnh vực", "the areas"),
        "changes.html.j2": Text("phần so với kỳ trước", "the changes"),
        "sheets.html.j2": Text("phần từng đơn vị", "the units' sheets"),
        "method.html.j2": Text("phần phương pháp và nguồn số liệu", "method and sources"),
        "parts.html.j2": Text("bảng, hình, phiếu đơn vị dùng chung", "tables, figures and sheets"),
        "page.css": Text("kiểu chữ, màu, cách in của trang web", "type, colours and print of the page"),
        "page.js": Text("sắp xếp, lọc, lưu CSV trên trang web", "sorting, filtering, saving on the page"),
        "report.md.j2": Text("báo cáo Markdown: đầu trang, thứ tự các phần", "Markdown, its sections"),
        "overview.md.j2": Text("Markdown: kết quả chung", "Markdown: the overview"),
        "ranking.md.j2": Text("Markdown: xếp hạng", "Markdown: the ranking"),
        "areas.md.j2": Text("Markdown: lĩnh vực", "Markdown: the areas"),
        "history.md.j2": Text("Markdown: so với các kỳ trước", "Markdown: earlier periods"),
        "units.md.j2": Text("Markdown: từng đơn vị", "Markdown: each unit"),
        "method.md.j2": Text("Markdown: phương pháp và nguồn", "Markdown: method and sources"),
        "decision.docx": Text(
            "Word: dự thảo quyết định công bố và các phụ lục", "Word: the decision and its annexes"
        ),
        "notice.docx": Text("Word: thông báo cho từng đơn vị", "Word: the notice to a unit"),
        "labels.toml": Text("chữ của mọi báo cáo, theo khóa", "the words of all reports, by key"),
    }
)
# what the functions of ``f`` take, by the name of its type
VALUE_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "Fraction": Text(
            "một số của báo cáo (Fraction) hoặc None", "a number of the report (Fraction) or None"
        ),
        "int": Text("một số nguyên", "a whole number"),
        "str": Text("chữ", "a text"),
        "Text": Text("một tên của báo cáo (Text) hoặc None", "a title of the report (Text) or None"),
        "Rank": Text("một thứ hạng của báo cáo (Rank) hoặc None", "a rank of the report (Rank) or None"),
        "Period": Text("một kỳ của báo cáo (Period)", "a period of the report (Period)"),
        "Change": Text(
            "một thay đổi của báo cáo (Change) hoặc None", "a change of the report (Change) or None"
        ),
    }
)
LABELS_HEAD = Text(
    "Chữ của báo cáo. Muốn thay chữ nào thì bỏ dấu # ở đầu dòng và sửa chữ; giữ nguyên tên trong ngoặc nhọn.",
    "The words of reports. To replace one take away the # before its line and change the text; keep the names"
    " in braces.",
)


def template_purpose(name: str, lang: Lang) -> str:
    """Return what a template makes."""
    return TEMPLATE_PURPOSES[name].in_(lang)
