"""What stands in an exported annex beside its rows: in Vietnamese, as decisions are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.criteria_set import CriteriaSet, LegalBasis

ANNEX_SHEET: Mapping[str, str] = MappingProxyType(
    {
        "sheet": "Phụ lục",
        "annex": "PHỤ LỤC",
        "column-code": "STT",
        "column-title": "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
        "column-max": "Điểm tối đa",
        "column-how": "Cách chấm",
        "column-notes": "Căn cứ, ghi chú",
        "total": "Tổng điểm",
        "based-on": "Ban hành kèm theo {basis}",
        "modelled-on": "Theo mẫu: {text}",
        "applies": "Áp dụng cho năm {years}",
        "status-official": "Bộ tiêu chí chính thức",
        "status-partial": "Bộ tiêu chí lấy một phần từ văn bản: không phải phụ lục chính thức",
        "status-illustrative": "Bộ tiêu chí minh họa: không phải phụ lục chính thức",
    }
)


def source_lines(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """Return what an annex says below its title: the decisions it comes from and the years it is for."""
    lines = [ANNEX_SHEET["based-on"].format(basis=_basis(basis)) for basis in criteria_set.legal_basis] or [
        ANNEX_SHEET["modelled-on"].format(text=text) for text in criteria_set.modelled_on
    ]
    return (*lines, ANNEX_SHEET["applies"].format(years=_years(criteria_set)))


def status_line(criteria_set: CriteriaSet) -> str:
    """Return how far a set is official, as it is printed."""
    return ANNEX_SHEET[f"status-{criteria_set.status}"]


def _basis(basis: LegalBasis) -> str:
    date = "/".join(reversed(basis.date.split("-"))) if basis.date else ""
    dated = f" ngày {date}" if date else ""
    issued = f" của {basis.issuer}" if basis.issuer else ""
    return basis.number + dated + issued


def _years(criteria_set: CriteriaSet) -> str:
    first, last = criteria_set.applies_from, criteria_set.applies_to
    if last is None:
        return f"{first} trở đi"
    return str(first) if first == last else f"{first} đến {last}"
