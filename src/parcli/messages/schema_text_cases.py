"""What editors say about each key of worked examples: ``key``, or ``Part.key`` where parts differ."""

from __future__ import annotations

from collections.abc import Mapping

CASES_TITLE = "Ví dụ chấm điểm của một bộ tiêu chí"

CASES_DESCRIPTIONS: Mapping[str, str] = {
    "awarded": "Điểm hội đồng chấm, theo mã tiêu chí.",
    "block": "Mã khối của đơn vị.",
    "cases": "Ví dụ về từng tiêu chí.",
    "criterion": 'Mã tiêu chí, luôn đặt trong ngoặc kép: "1.10".',
    "finding": "Mã phát hiện phải có; không ghi points thì câu trả lời phải bị từ chối.",
    "findings": "Các mã phát hiện phải có.",
    "given": "Nội dung ô kê khai: chữ, số, tỷ lệ, [tử số, mẫu số], null là để trống,"
    " hoặc {nhãn dòng: giá trị}.",
    "UnitPart.given": "Nội dung kê khai, theo mã tiêu chí.",
    "grade": "Mã xếp loại phải đạt.",
    "of": "Điểm tối đa được áp dụng; 0 khi tiêu chí bị loại khỏi điểm tối đa."
    " Không ghi thì là điểm tối đa của tiêu chí.",
    "UnitPart.of": "Điểm tối đa được áp dụng của đơn vị.",
    "others": "Các tiêu chí không nêu: full là đạt điểm tối đa, blank là để trống.",
    "percent": "Tỷ lệ như công bố.",
    "period": "Kỳ chấm: 2025, 2025-H1; không ghi thì năm đầu áp dụng.",
    "points": 'Điểm phải đạt: một số, hoặc phân số như "2/3".',
    "reference": "Điều, khoản hoặc đoạn văn quyết định kết quả.",
    "set": "Mã của bộ tiêu chí.",
    "title": "Tên ví dụ.",
    "units": "Ví dụ về kết quả cả đơn vị: xếp loại, hạ loại, điểm thưởng, làm tròn.",
}
