"""What ``parindex report`` and its options do, as its help says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

REPORT_HELP: Mapping[str, Text] = MappingProxyType(
    {
        "report": Text(
            "Lập báo cáo kết quả của một kỳ: trang web, Word, Excel, Markdown, CSV, JSON.",
            "Make the reports of a period: web page, Word, Excel, Markdown, CSV, JSON.",
        ),
        "opt-report-level": Text(
            "Chỉ một cấp; bỏ trống: mọi cấp có kết quả.", "One level only; else all that have results."
        ),
        "opt-report-unit": Text(
            "Chỉ một đơn vị (tên hoặc mã): phiếu kết quả riêng.",
            "One unit only (name or code): its own sheet.",
        ),
        "opt-report-format": Text(
            "Các định dạng, cách nhau bằng dấu phẩy: html, md, docx, xlsx, csv, json, hoặc all; mặc định"
            " html,md.",
            "Formats, separated by commas: html, md, docx, xlsx, csv, json, or all; by default html,md.",
        ),
        "opt-report-folder": Text(
            "Thư mục ghi báo cáo; bỏ trống: thư mục trong thiết lập, mặc định là reports.",
            "The folder to write to; else that of the settings, by default reports.",
        ),
        "opt-report-title": Text("Tiêu đề thay cho tiêu đề tự đặt.", "A title instead of the usual one."),
        "opt-word-template": Text(
            "Mẫu Word (.docx) của quyết định; có --unit thì của thông báo.",
            "A Word template (.docx) of the decision; with --unit of the notice.",
        ),
        "opt-template-dir": Text(
            "Thư mục bản mẫu và nhãn riêng (labels.toml) thay cho bản gốc.",
            "A folder of own templates and labels (labels.toml) in place of the packaged ones.",
        ),
        "opt-list-templates": Text(
            "Liệt kê các bản mẫu; có --template-dir thì nêu bản nào được thay.",
            "List the templates; with --template-dir also which are replaced.",
        ),
        "opt-export-templates": Text(
            "Chép các bản mẫu và nhãn vào thư mục DIR để sửa, không ghi đè tệp nào.",
            "Copy the templates and labels to DIR to start from; no file is replaced.",
        ),
        "opt-report-draft": Text(
            "Ghi là dự thảo (mặc định khi kỳ chưa công bố).",
            "Mark as a draft (as it is by default until the period is published).",
        ),
        "opt-report-final": Text(
            "Ghi là chính thức (mặc định khi kỳ đã công bố).",
            "Mark as final (as it is by default once the period is published).",
        ),
    }
)
