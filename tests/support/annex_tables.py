"""Rows of two real annexes as they stand in Excel: Cà Mau 2013, area 1; Hải Phòng 2022, communes (excerpts).

Codes, titles, maxima, options and their points are those of the decisions; where only the sense of a row was
noted ("three requirements of 0,1 each"), the words are this project's.
"""

from __future__ import annotations

# Options on rows of their own below the criterion, their points in the column of maxima.
CA_MAU_ROWS = r"""
PHỤ LỤC
BỘ TIÊU CHÍ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH CỦA CÁC SỞ, BAN, NGÀNH NĂM 2013

STT | Nội dung đánh giá | Điểm chuẩn
1 | Công tác chỉ đạo, điều hành CCHC | 20
'1.1 | Kế hoạch CCHC năm | 5
'1.1.1 | Ban hành kế hoạch CCHC năm | 1
 | - Kịp thời | 1
 | - Không kịp thời | 0.5
 | - Không ban hành | 0
'1.1.2 | Xác định đầy đủ nhiệm vụ và bố trí kinh phí | 1
 | - Cả hai | 1
 | - Thiếu một | 0
'1.1.3 | Kết quả, trách nhiệm xác định rõ ràng | 1
 | - Đạt | 1
 | - Không | 0
'1.1.4 | Mức độ thực hiện kế hoạch | 2
 | - Trên 90% | 2
 | - Từ 70% - 90% | 1
 | - Dưới 70% | 0
'1.2 | Báo cáo CCHC | 2
'1.2.1 | Gửi đúng thời gian: quý I, 6 tháng, quý III, năm | 1
 | - Tất cả đúng hạn | 1
 | - Còn lại | 0
'1.2.2 | Đủ nội dung | 1
'1.3 | Kiểm tra CCHC | 3
"""

# The same with code and title in one cell and the options in one cell.
CA_MAU_CELLS = r"""
Tiêu chí | Điểm tối đa | Cách chấm
1. Công tác chỉ đạo, điều hành CCHC | 20 |
1.1 Kế hoạch CCHC năm | 5 |
1.1.1 Ban hành kế hoạch CCHC năm | 1 | Kịp thời 1; Không kịp thời 0,5; Không ban hành 0
1.1.2. Xác định đầy đủ nhiệm vụ và bố trí kinh phí | 1 | Cả hai: 1\nThiếu một: 0
1.1.3 Kết quả, trách nhiệm xác định rõ ràng | 1 | Đạt: 1 điểm; Không: 0 điểm
1.1.4 Mức độ thực hiện kế hoạch | 2 | Trên 90% 2; Từ 70% - 90% 1; Dưới 70% 0
1.2 Báo cáo CCHC | 2 |
1.2.1 Gửi đúng thời gian: quý I, 6 tháng, quý III, năm | 1 | Tất cả đúng hạn (1 điểm); Còn lại (0 điểm)
1.2.2 Đủ nội dung | 1 |
1.3 Kiểm tra CCHC | 3 |
"""

_ISSUED = r"Trong tháng 1: 0,2\nTừ tháng 2 trở đi hoặc không ban hành: 0\nTính theo ngày ký số"
_REQUIREMENTS = r"- Đủ nhiệm vụ\n- Rõ trách nhiệm, thời hạn\n- Có kinh phí\nKhông đạt yêu cầu nào: 0"
_EXCUSED = "Tính theo tỷ lệ; nhiệm vụ chậm do khách quan được trừ ra"

HAI_PHONG = rf"""
PHỤ LỤC
Bộ tiêu chí xác định Chỉ số CCHC của UBND cấp xã

STT | Lĩnh vực/Tiêu chí/TCTP | Điểm tối đa | TLKC cung cấp | Hướng dẫn tự đánh giá/thẩm định
I | Mức độ hài lòng của người dân | 35 | | Điều tra xã hội học
II | Điểm theo bộ tiêu chí | 65 | |
II.1 | Công tác chỉ đạo, điều hành | 14 | |
'1.1 | Ban hành và thực hiện Kế hoạch CCHC | 7.5 | |
'1.1.1 | Thời gian ban hành | 0.2 | Kế hoạch | {_ISSUED}
'1.1.2 | Nội dung kế hoạch | 0.3 | Kế hoạch | Mỗi yêu cầu đạt được 0,1 điểm:\n{_REQUIREMENTS}
'1.1.3 | Kết quả thực hiện | 1 | Báo cáo | {_EXCUSED}
"""
