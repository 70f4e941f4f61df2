"""Sentences that are right, or of something else than the table, are never held against it."""

from __future__ import annotations

import pytest

from parcli.analysis.reconcile.outcome import Checked
from parcli.analysis.reconcile.sentences import compare
from support.reconciling import grid_of

PROVINCES = """
Tỉnh | Năm 2023 | Năm 2024 | Tăng giảm | Xếp hạng
Hà Nội | 91,43 | 92,57 | 1,14 | 1
An Giang | 85,20 | 88,51 | 3,31 | 3
Cần Thơ | 87,72 | 89,00 | 1,28 | 2
Bến Tre | 86,00 | 85,50 | -0,50 | 4
"""
PARTS = """
Đơn vị | Điểm thẩm định | Điểm XHH | Tổng điểm | Tỷ lệ (%) | Xếp hạng | Xếp loại
Sở Nội vụ | 60,25 | 25,10 | 85,35 | 85,35% | 2 | Tốt
Sở Tài chính | 62,00 | 29,00 | 91,00 | 91,00% | 1 | Xuất sắc
Sở Y tế | 55,00 | 20,15 | 75,15 | 75,15% | 3 | Khá
"""
GRADED = """
Đơn vị | Tổng điểm | Xếp hạng | Xếp loại
Sở Nội vụ | 92,35 | 1 | Xuất sắc
Sở Tài chính | 91,00 | 2 | Xuất sắc
Sở Y tế | 85,15 | 3 | Tốt
Sở Công Thương | 79,20 | 4 | Khá
"""
OF_PROVINCES = (
    "Hà Nội, Cần Thơ đạt 92,57 điểm và 89,00 điểm.",
    "Cần Thơ xếp thứ 1/11.",
    "Hà Nội đạt 92,57 điểm so với Cần Thơ (89,00 điểm).",
    "An Giang đạt 88,51 điểm; Hà Nội đạt 92,57 điểm, cao hơn 4,06 điểm.",
    "Hà Nội đạt 92,57 điểm, cao hơn An Giang 4,06 điểm và Cần Thơ 3,57 điểm.",
    "Hà Nội đạt 92,57 điểm, cao hơn Cần Thơ (89,00 điểm) 3,57 điểm.",
    "Hà Nội đứng đầu với 92,57 điểm, cao hơn đơn vị đứng thứ hai là Cần Thơ 3,57 điểm.",
    "Hà Nội đứng đầu với 92,57 điểm, cao hơn đơn vị đứng thứ hai 3,57 điểm.",
    "Hà Nội bỏ xa Bến Tre tới 7,07 điểm.",
    "Hà Nội và Cần Thơ cao hơn An Giang lần lượt 4,06 điểm và 0,49 điểm.",
    "Hà Nội và Cần Thơ hơn An Giang 4,06 và 0,49 điểm.",
    "Chênh lệch giữa Hà Nội và Bến Tre là 7,07 điểm.",
    "Khoảng cách giữa đơn vị cao nhất và thấp nhất là 7,07 điểm.",
    "Đơn vị cao nhất là Hà Nội (92,57 điểm), thấp nhất là Bến Tre (85,50 điểm), chênh lệch 7,07 điểm.",
    "Đơn vị cao nhất là Hà Nội (92,57 điểm), thấp nhất là Bến Tre (85,50 điểm), chênh nhau 7,07 điểm.",
    "Bến Tre giảm 0,50 điểm so với năm 2023, còn 85,50 điểm.",
    "Bến Tre giảm 0,50 điểm, từ 86,00 điểm xuống 85,50 điểm.",
    "An Giang tăng từ 85,20 điểm lên 88,51 điểm (tăng 3,31 điểm).",
    "An Giang tăng từ 85,20 điểm năm 2023 lên 88,51 điểm năm 2024.",
    "Năm 2023, An Giang đạt 85,20 điểm, thấp hơn Cần Thơ 2,52 điểm.",
    "Năm 2024 An Giang thấp hơn Cần Thơ 0,49 điểm, năm 2023 thấp hơn 2,52 điểm.",
    "An Giang tăng nhiều nhất (3,31 điểm); Bến Tre giảm 0,50 điểm.",
    "An Giang tăng nhiều hơn Hà Nội 2,17 điểm.",
    "An Giang có mức tăng cao nhất với 3,31 điểm.",
    "An Giang có mức tăng cao hơn Hà Nội 2,17 điểm.",
    "Mức tăng của An Giang cao hơn Cần Thơ 2,03 điểm.",
    "Hà Nội dẫn đầu, tiếp theo là Cần Thơ (89,00 điểm) và An Giang (88,51 điểm).",
    "Ba tỉnh dẫn đầu là Hà Nội, Cần Thơ, An Giang với số điểm lần lượt là 92,57; 89,00; 88,51.",
    "Ba tỉnh dẫn đầu là Hà Nội, Cần Thơ, An Giang với số điểm lần lượt là 92,57 điểm, 89,00 điểm "
    "và 88,51 điểm.",
    "Hà Nội, Cần Thơ và An Giang lần lượt đạt 92,57 điểm, 89,00 điểm, 88,51 điểm.",
    "Hà Nội xếp thứ 1, Cần Thơ xếp thứ 2, An Giang xếp thứ 3.",
    "Xếp thứ nhất là Hà Nội, xếp thứ 2 là Cần Thơ, xếp thứ 3 là An Giang.",
    "Có 3 tỉnh tăng điểm, 1 tỉnh giảm điểm.",
    "Trung bình 4 tỉnh năm 2024 đạt 88,90 điểm.",
    "Điểm trung bình của 4 tỉnh là 88,90 điểm, Hà Nội cao hơn mức trung bình 3,67 điểm.",
    "Hà Nội cao hơn điểm trung bình 3,67 điểm.",
    "Hà Nội đạt 92,57 điểm (+1,14 điểm).",
    "Hà Nội (92,57; +1,14), Cần Thơ (89,00; +1,28).",
    "Hà Nội tăng 1,14 điểm; trong đó lĩnh vực thể chế tăng 0,50 điểm.",
    "Hà Nội tăng 1,14 điểm, chủ yếu nhờ tăng 0,80 điểm ở phần điều tra xã hội học.",
    "Hà Nội đạt 92,57 điểm, cao hơn An Giang 2,10 điểm ở lĩnh vực cải cách thể chế.",
    "Về cải cách thể chế, Hà Nội cao hơn An Giang 2,10 điểm.",
    "Hà Nội cao hơn An Giang 4,06 điểm phần trăm.",
    "Hà Nội cao hơn An Giang khoảng 4,1 điểm.",
    "Hà Nội cao hơn An Giang hơn 4 điểm.",
    "Hà Nội cao hơn An Giang gần 5 điểm.",
    "An Giang rút ngắn khoảng cách với Hà Nội còn 4,06 điểm (năm 2023: 6,23 điểm).",
    "Năm 2023, Hà Nội cao hơn An Giang 6,23 điểm; năm 2024 chỉ còn 4,06 điểm.",
    "Bến Tre còn thiếu 4,50 điểm để đạt 90 điểm.",
    "Để vượt An Giang, Bến Tre cần thêm 3,01 điểm.",
    "Bến Tre cần tăng thêm 3,02 điểm để vượt An Giang.",
    "Nếu tăng thêm 3,02 điểm, Bến Tre sẽ vượt An Giang.",
    "Cần Thơ đứng sau Hà Nội 3,57 điểm.",
    "Cần Thơ kém Hà Nội 3,57 điểm, hơn An Giang 0,49 điểm.",
    "So với An Giang, Cần Thơ cao hơn 0,49 điểm.",
    "So với Hà Nội, Cần Thơ thấp hơn 3,57 điểm nhưng so với năm 2023 tăng 1,28 điểm.",
    "Cần Thơ tăng 1,28 điểm, thấp hơn mức tăng của An Giang (3,31 điểm).",
    "Hà Nội đạt 92,57 điểm, cao hơn An Giang 4,06 điểm, tăng 1,14 điểm so với năm 2023.",
    "Hà Nội tăng 1,14 điểm và Cần Thơ 1,28 điểm.",
    "Hà Nội tăng 1,14 điểm, Cần Thơ 1,28 điểm, An Giang 3,31 điểm.",
    "Hà Nội tăng 1,14 điểm, năm 2023 là 0,80 điểm.",
    "Hà Nội tăng 1,14 điểm (năm 2023: 0,80 điểm).",
    "Hà Nội cao hơn An Giang 4,06 điểm; năm 2023 là 6,23 điểm.",
    "Hải Phòng đạt 91,87 điểm.",
    "Hà Nội đứng đầu với 92,57 điểm. Hải Phòng đạt 91,87 điểm.",
    "Hà Nội đạt 92,57 điểm, Hải Phòng đứng đầu, đạt 93,10 điểm.",
    "Hà Nội, Hải Phòng đạt 91,87 điểm.",
    "Huế đứng thứ 5, đạt 80,10 điểm.",
    "Hà Nội dẫn đầu. Huế đứng thứ 5, đạt 80,10 điểm.",
    "Hà Nội xếp thứ 3 vùng Đồng bằng sông Hồng.",
    "Hà Nội xếp thứ 3/11 tỉnh trong vùng.",
    "Hà Nội xếp thứ 5 về cải cách thể chế.",
    "Hà Nội tăng 2 bậc.",
    "Năm 2022, Hà Nội xếp thứ 3.",
    "Năm 2023 Cần Thơ xếp thứ 5; năm 2024 xếp thứ 2.",
    "Hà Nội giữ vị trí thứ 1, Bến Tre giảm xuống vị trí thứ 4.",
    "Điểm của Hà Nội lần lượt là 91,43 điểm (năm 2023) và 92,57 điểm (năm 2024).",
    "Chỉ số SIPAS của Hà Nội đạt 85,10%.",
    "Hà Nội đạt 85,10% về SIPAS.",
    "Hà Nội đạt 92,57 điểm; chỉ số hài lòng đạt 85,10%.",
    "Hà Nội có điểm thẩm định đạt 62,10 điểm.",
    "Điểm điều tra xã hội học của Hà Nội là 25,10 điểm.",
    "Hà Nội, đơn vị đứng đầu 3 năm liên tiếp, đạt 92,57 điểm.",
    "Cao nhất là Hà Nội (92,57), thấp nhất là Bến Tre (85,50).",
    "Hà Nội cao nhất (92,57 điểm); An Giang tăng cao nhất (3,31 điểm).",
    "An Giang có số điểm tăng cao nhất.",
    "Cần Thơ có tỷ lệ giải ngân cao nhất.",
    "Trong nhóm tỉnh, An Giang cao nhất với 88,51 điểm.",
    "Thành phố cao nhất là Hà Nội, tỉnh cao nhất là An Giang.",
    "Hà Nội được 92,57/100 điểm, trừ 7,43 điểm.",
    "Hà Nội mất 7,43 điểm.",
    "Hà Nội bị trừ 7,43 điểm.",
    "Hà Nội còn 7,43 điểm chưa đạt.",
    "Hà Nội được cộng 0,50 điểm thưởng.",
    "Năm 2024, Hà Nội có 12 tiêu chí đạt điểm tối đa, mất 7,43 điểm.",
    "Theo Quyết định số 815/QĐ-BNV ngày 16/4/2025, Hà Nội đạt 92,57 điểm, xếp thứ 1/63 tỉnh, thành phố.",
    "Kết quả Chỉ số CCHC năm 2024: Hà Nội đứng đầu với 92,57 điểm, tăng 1,14 điểm so với năm 2023 "
    "(91,43 điểm); Cần Thơ đứng thứ 2 với 89,00 điểm, tăng 1,28 điểm; An Giang đứng thứ 3 với "
    "88,51 điểm, tăng 3,31 điểm.",
    "Bến Tre là tỉnh duy nhất giảm điểm (giảm 0,50 điểm).",
    "Có 3/4 tỉnh tăng điểm; 01 tỉnh giảm điểm là Bến Tre.",
    "Có 2 tỉnh đạt trên 89 điểm: Hà Nội và Cần Thơ.",
    "Có 02 tỉnh đạt từ 89 điểm trở lên.",
    "Có 12 lĩnh vực tăng điểm.",
    "Có 8 đơn vị cấp huyện được đánh giá.",
    "Năm 2024, Hà Nội đạt 92,57 điểm. Trong 8 chỉ số thành phần, có 5 chỉ số tăng, 3 chỉ số giảm. "
    "Cải cách thể chế đạt 9,50/10 điểm, tăng 0,20 điểm.",
    "Năm 2024, Hà Nội đạt 92,57 điểm. Cụ thể: Công tác chỉ đạo điều hành đạt 9,00/9,5 điểm; thể "
    "chế 9,80 điểm; thủ tục hành chính 12,50 điểm.",
    "Hà Nội đạt 92,57 điểm, trong đó điểm thẩm định 60,57 điểm, điểm điều tra xã hội học 32,00 điểm.",
    "Hà Nội đạt 92,57 điểm. Điểm thẩm định là 60,57 điểm. Điểm điều tra là 32,00 điểm.",
    "Hà Nội đạt 92,57 điểm. Tỷ lệ hồ sơ đúng hạn đạt 99,50%.",
    "Hà Nội đạt 92,57 điểm. Tỷ lệ đạt 99,50%.",
    "Hà Nội đạt 92,57 điểm. SIPAS đạt 84,20%.",
    "Hà Nội đạt 92,57 điểm. Năm 2025 đặt mục tiêu đạt 93,00 điểm.",
    "Hà Nội đạt 92,57 điểm. Năm 2025 phấn đấu tăng 1,00 điểm.",
    "Giá trị trung bình năm 2024 là 88,90 điểm, cao hơn năm 2023 (87,59 điểm) là 1,31 điểm.",
    "Khoảng cách giữa tỉnh đứng đầu và tỉnh cuối bảng là 7,07 điểm, năm 2023 là 6,23 điểm.",
    "Hà Nội năm thứ 3 liên tiếp dẫn đầu, với 92,57 điểm.",
    "Năm 2023, Hà Nội dẫn đầu với 91,43 điểm; năm 2024 tiếp tục dẫn đầu với 92,57 điểm.",
    "Nhóm A (trên 90 điểm) có 1 tỉnh; nhóm B (từ 85 điểm đến dưới 90 điểm) có 3 tỉnh.",
    "In 2024 Hà Nội scored 92.57 points, up 1.14 from 91.43 in 2023.",
    "Hà Nội ranks first with 92.57 points, 4.06 points above An Giang.",
    "An Giang gained most (3.31 points).",
    "Hà Nội 92,57 (năm 2023: 91,43); An Giang 88,51 (85,20); Cần Thơ 89,00 (87,72).",
    "Hà Nội: 91,43 → 92,57; An Giang: 85,20 → 88,51.",
    "Hà Nội từ 91,43 lên 92,57 điểm.",
    "Tăng 1,14 điểm so với năm 2023, Hà Nội tiếp tục dẫn đầu.",
    "Với 88,51 điểm, tăng 3,31 điểm, An Giang xếp thứ 3.",
    "Với 85,50 điểm, Bến Tre xếp cuối.",
    "Hà Nội dẫn đầu với 92,57 điểm. Với 89,00 điểm, Cần Thơ xếp thứ 2.",
    "Xếp thứ 2 với 89,00 điểm, Cần Thơ tăng 1,28 điểm.",
)
OF_PARTS = (
    "Sở Tài chính đạt 91,00 điểm, trong đó điểm thẩm định 62,00 điểm, điểm điều tra xã hội học 29,00 điểm.",
    "Sở Tài chính: điểm thẩm định 62,00, XHH 29,00, tổng 91,00.",
    "Sở Nội vụ có điểm thẩm định 60,25 điểm, thấp hơn Sở Tài chính 1,75 điểm.",
    "Sở Nội vụ đạt 85,35% (60,25 điểm thẩm định và 25,10 điểm điều tra).",
    "Sở Y tế đạt 75,15 điểm, thấp hơn Sở Tài chính 15,85 điểm và Sở Nội vụ 10,20 điểm.",
    "Tỷ lệ 85,35% của Sở Nội vụ cao hơn Sở Y tế 10,20%.",
    "Sở Y tế có điểm điều tra xã hội học đạt 20,15/30 điểm.",
    "Sở Tài chính tăng 2 bậc.",
    "Sở Y tế cần thêm 4,85 điểm để đạt loại Tốt (từ 80 điểm).",
    "Tự chấm của Sở Y tế là 80,00 điểm, cao hơn điểm thẩm định 4,85 điểm.",
    "Sở Y tế tự chấm 80,00 điểm, hội đồng thẩm định 75,15 điểm.",
    "Sở Y tế tự đánh giá đạt 80,00 điểm, kết quả thẩm định đạt 75,15 điểm.",
    "Theo kết quả lần 1, Sở Y tế đạt 74,00 điểm.",
    "Sở Y tế đạt 75,15 điểm, bằng 75,15% tổng điểm tối đa.",
    "Kết quả của Sở Y tế thấp hơn 15,85 điểm so với đơn vị dẫn đầu.",
    "Sở Y tế thấp hơn bình quân chung 8,68 điểm.",
)
OF_GRADES = (
    "02 đơn vị xếp loại Xuất sắc, 01 đơn vị Tốt, 01 đơn vị Khá.",
    "Có 2 đơn vị xếp loại Xuất sắc (Sở Nội vụ: 92,35 điểm; Sở Tài chính: 91,00 điểm).",
    "Không có đơn vị xếp loại Trung bình.",
    "Sở Nội vụ dẫn đầu khối sở với 92,35 điểm; UBND huyện A dẫn đầu khối huyện với 88,10 điểm.",
    "Sở Công Thương xếp thứ 4/4 đơn vị, đạt 79,20 điểm, xếp loại Khá.",
    "Sở Công Thương xếp thứ 12/19 đơn vị.",
    "Có 2 đơn vị thuộc khối huyện xếp loại Xuất sắc.",
    "Có 3 đơn vị sự nghiệp được đánh giá.",
    "Có 3 đơn vị xếp loại Tốt về SIPAS.",
    "Có 3 đơn vị tăng điểm ở lĩnh vực thể chế.",
    "Có 03 đơn vị nộp muộn, 02 đơn vị xếp loại Xuất sắc.",
    "Sở Nội vụ và Sở Tài chính cùng xếp loại Xuất sắc với trên 90 điểm.",
    "Sở Y tế cần tăng thêm 4,85 điểm để đạt 90 điểm.",
    "Điểm trung bình của 4 sở là 86,93 điểm.",
    "Trung bình các đơn vị đạt 86,93 điểm; có 2 đơn vị dưới trung bình.",
)


def accused(text: str, table: str) -> list[tuple[str, str]]:
    """Return code and printed figure of what does not agree."""
    found = [each.disagreement for each in compare(text, "câu", grid_of(table)) if isinstance(each, Checked)]
    return [(each.finding.code, each.printed) for each in found if each is not None]


@pytest.mark.parametrize("text", OF_PROVINCES)
def test_a_right_sentence_about_provinces_is_not_accused(text: str) -> None:
    assert [] == accused(text, PROVINCES)


@pytest.mark.parametrize("text", OF_PARTS)
def test_a_right_sentence_about_parts_of_the_points_is_not_accused(text: str) -> None:
    assert [] == accused(text, PARTS)


@pytest.mark.parametrize("text", OF_GRADES)
def test_a_right_sentence_about_grades_is_not_accused(text: str) -> None:
    assert [] == accused(text, GRADED)
