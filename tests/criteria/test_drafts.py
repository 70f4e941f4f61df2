"""A draft says how far it may be trusted, and loses no words of an annex changed by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml

from parcli.criteria.drafting.draft import Draft, DraftHead, draft_of
from parcli.messages.annex_sheet import ANNEX_SHEET
from parcli.model.annex import Annex, AnnexRow

HEAD = DraftHead("thu", "commune", 2025, 2026)
EXPORTED = (
    "PHỤ LỤC",
    "Điểm cải cách hành chính của các xã",
    "Theo mẫu: Quyết định 876/QĐ-BNV",
    "Áp dụng cho năm 2025 trở đi",
    ANNEX_SHEET["status-illustrative"],
)
RATIO = "Tính tuyến tính theo tỷ lệ giữa “đúng hạn” và “tổng số”: 0% được 0 điểm, 100% được điểm tối đa."


def drafted(*rows: AnnexRow, heading: tuple[str, ...] = ()) -> Draft:
    return draft_of(Annex(heading, rows), HEAD)


def leaf(**fields: Any) -> AnnexRow:
    return AnnexRow("1", "Kế hoạch", Fraction(1), **fields)


def document(draft: Draft) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(draft.text)
    return loaded


def test_an_exported_illustration_is_one_again() -> None:
    draft = drafted(leaf(how=("Có/Không",)), heading=EXPORTED)
    found = document(draft)

    assert ("illustrative", EXPORTED[1]) == (found["status"], found["title"])
    assert ["Quyết định 876/QĐ-BNV"] == found["modelled_on"]
    assert "bản nháp chưa ai đối chiếu" not in draft.text


@pytest.mark.parametrize("heading", [(), ("PHỤ LỤC", "Bộ tiêu chí năm 2025", "Quyết định số 12/QĐ-UBND")])
def test_a_draft_that_nobody_has_checked_is_an_illustration_and_says_so(heading: tuple[str, ...]) -> None:
    draft = drafted(leaf(how=("Có/Không",)), heading=heading)

    assert "illustrative" == document(draft)["status"]
    assert document(draft)["modelled_on"]
    assert "TODO: bản nháp chưa ai đối chiếu" in draft.text


def test_a_sentence_changed_by_hand_leaves_the_ratio_and_is_left_to_do() -> None:
    draft = drafted(leaf(how=(RATIO, "Nếu dưới 50%: 0 điểm.")))
    (area,) = document(draft)["areas"]

    assert ["đúng hạn", "tổng số"] == area["rule"]["of"]["ratio"]
    assert "Nếu dưới 50%: 0 điểm." in " ".join(
        draft.text.split("# TODO: quy tắc")[1].split("rule:")[0].split()
    )


def test_a_first_sentence_changed_by_hand_is_not_read_as_less() -> None:
    draft = drafted(leaf(how=("Theo tỷ lệ giữa “đúng hạn” và “tổng số”.", "Một dòng khác: 1")))

    assert ("1",) == draft.unclear


def test_a_note_that_bears_on_points_is_left_to_do() -> None:
    draft = drafted(leaf(how=("Có/Không",), notes=("Chậm thì trừ 0,5 điểm",)))

    assert (
        "TODO: ghi chú này có thể ảnh hưởng đến điểm mà quy tắc chưa có: Chậm thì trừ 0,5 điểm" in draft.text
    )


def test_words_beside_a_block_with_items_are_left_to_do() -> None:
    block = AnnexRow("II", "Điểm thưởng", Fraction(5), ("Mỗi sở không quá 2 điểm",))
    draft = drafted(leaf(how=("Có/Không",)), block, AnnexRow("II.1", "Sáng kiến", Fraction(5)))

    assert "phụ lục ghi: Mỗi sở không quá 2 điểm" in draft.text


def test_the_word_that_it_is_an_annex_is_no_title() -> None:
    draft = drafted(leaf(how=("Có/Không",)), heading=("PHỤ LỤC",))

    assert "thu" == document(draft)["title"]
    assert "TODO: ghi tên bộ tiêu chí" in draft.text
