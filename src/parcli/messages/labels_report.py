"""The labels of what ``parindex report`` tells about the files that it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

REPORT_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "progress-pages": Text("Đang lập trang của từng đơn vị", "Writing the units' pages"),
        "report-written": Text(
            "Đã lập báo cáo cấp {level}, {period}: {units} đơn vị.",
            "Report written, level {level}, {period}; units: {units}.",
        ),
        "report-no-notices": Text(
            "Có hơn {most} đơn vị nên không lập thông báo riêng; thêm --unit để lập cho từng đơn vị.",
            "There are more than {most} units, so that no notices were written; --unit makes that of a unit.",
        ),
        "report-kept": Text(
            "Không ghi đè {number} tệp đã có; thêm --force để ghi đè: {names}.",
            "Files that were there and stay as they are: {number}; --force replaces them: {names}.",
        ),
        "notices-kept": Text(
            "Giữ nguyên {kept} thông báo đã có trong {folder}; thêm --force để lập lại.",
            "Notices that were there and stay in {folder}: {kept}; --force makes them again.",
        ),
        "notices-completed": Text(
            "Lập {made} thông báo còn thiếu, giữ nguyên {kept} thông báo đã có trong {folder}; thêm --force"
            " để lập lại tất cả.",
            "Notices that were missing in {folder} and are made: {made}; there and kept: {kept}; --force"
            " makes all of them again.",
        ),
        "notices-left-over": Text(
            "Trong {folder} còn {number} tệp không phải thông báo của đơn vị nào trong báo cáo này, không bị"
            " xóa: {names}.",
            "Left over in {folder}, of no unit of this report, and not deleted ({number}): {names}.",
        ),
        # own templates
        "template": Text("Bản mẫu", "Template"),
        "template-purpose": Text("Làm ra", "Makes"),
        "template-state": Text("Trong thư mục", "In the folder"),
        "template-own": Text("thay bản gốc", "replaces it"),
        "template-same": Text("giống bản gốc", "the same"),
        "template-beside": Text("chỉ dùng khi được gọi", "used where it is called"),
        "templates-next": Text(
            "Chép ra để sửa: parindex report --export-templates DIR; dùng: parindex report --template-dir"
            " DIR.",
            "To start from them: parindex report --export-templates DIR; to use yours: --template-dir DIR.",
        ),
        "templates-written": Text(
            "Đã chép bản mẫu vào {folder}: sửa tệp cần sửa, xóa các tệp giữ nguyên, rồi dùng --template-dir.",
            "The templates are in {folder}: change what you want, delete what stays as it is, and use"
            " --template-dir.",
        ),
        "templates-kept": Text(
            "Không ghi đè {number} tệp đã có: {names}.", "Files that were there and stay: {number}: {names}."
        ),
    }
)
