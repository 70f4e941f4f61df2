"""`criteria show` prints a leaf's guidance, for readers and for programs."""

from __future__ import annotations

import json
from typing import Any

from cli.running import parindex


def _leaf(nodes: list[dict[str, Any]], code: str) -> dict[str, Any] | None:
    for node in nodes:
        found = node if node["code"] == code else _leaf(node.get("children", []), code)
        if found is not None:
            return found
    return None


def test_show_prints_the_guidance_of_a_leaf() -> None:
    printed = " ".join(parindex("criteria", "show", "commune-2025").out.split())

    assert "Hướng dẫn: Thời hạn là trong tháng 01; năm 2025 là trong tháng đầu hoạt động" in printed


def test_the_document_has_the_guidance_of_a_leaf() -> None:
    document = json.loads(parindex("criteria", "show", "commune-2025", "--format", "json").out)
    leaf = _leaf(document["tree"], "1.1.3")

    assert leaf is not None
    assert leaf["guidance"].startswith("Nhiệm vụ không hoàn thành vì lý do khách quan")


def test_a_leaf_without_guidance_has_none_in_the_document() -> None:
    document = json.loads(parindex("criteria", "show", "commune-2025", "--format", "json").out)
    leaf = _leaf(document["tree"], "1.1.2")

    assert leaf is not None
    assert leaf["guidance"] is None
