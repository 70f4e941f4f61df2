"""Words by which sentences of offices and papers state figures: they are read, never said; all folded."""

from __future__ import annotations

from parcli.model.folding import folded

Phrase = tuple[str, ...]


def _phrases(*texts: str) -> frozenset[Phrase]:
    return frozenset(tuple(folded(text).split()) for text in texts)


RISES = _phrases(
    "tăng", "tăng thêm", "cao hơn", "nhiều hơn", "up", "increase", "increase of", "higher", "rose"
)
FALLS = _phrases("giảm", "thấp hơn", "ít hơn", "down", "decrease", "decrease of", "lower", "fell")
UNCHANGED = _phrases("giữ nguyên", "không đổi", "không thay đổi", "unchanged")
POINTS = _phrases("điểm", "points", "point", "percentage points")
PLACES = _phrases("bậc", "hạng", "bậc xếp hạng", "thứ hạng", "places", "ranks", "rank")
RANKED = _phrases(
    "thứ", "hạng", "hạng thứ", "xếp thứ", "xếp hạng", "vị trí", "vị trí thứ", "đứng thứ", "rank", "ranked"
)
# Units of any kind, and those of one kind only.
COUNTED_ANY = _phrases("đơn vị", "cơ quan", "cơ quan đơn vị", "địa phương", "units")
COUNTED_KIND = _phrases(
    *(
        "tỉnh",
        "tỉnh thành phố",
        "tỉnh thành",
        "bộ",
        "sở",
        "sở ban ngành",
        "huyện",
        "xã",
        "phường",
        "xã phường",
    ),
    *("provinces", "departments", "districts", "communes"),
)
COUNTED = COUNTED_ANY | COUNTED_KIND
# Before a count of all units, and behind one.
ALL_TOLD = _phrases(
    *("trong", "trong số", "tổng số", "trong tổng số", "trên tổng số", "tất cả", "toàn bộ", "cả"),
    *("out of", "a total of", "all"),
)
ARE_ALL = _phrases(
    *("được đánh giá", "được xếp hạng", "được chấm điểm", "được thẩm định", "tham gia", "were assessed"),
)
HIGHEST = _phrases("cao nhất", "đứng đầu", "dẫn đầu", "xếp đầu", "highest", "first", "top")
LOWEST = _phrases("thấp nhất", "đứng cuối", "xếp cuối", "cuối bảng", "lowest", "last")
MEAN = _phrases(
    *("điểm trung bình", "chỉ số trung bình", "giá trị trung bình", "trung bình là", "trung bình đạt"),
    *("trung bình chung", "trung bình của", "trung bình cả", "bình quân", "mean", "average"),
)
EARLIER = _phrases(
    "năm trước", "kỳ trước", "năm ngoái", "cùng kỳ", "cùng kỳ năm trước", "last year", "previous year"
)
# What may stand between a direction and its number, and behind "so với"; everything else names a unit.
BETWEEN = frozenset(
    folded(
        "+ ( : thêm lên xuống được là mức khoảng gần hơn so với năm trước kỳ ngoái cùng điểm số thêm được từ"
        " by of about nearly on the last previous year points"
    ).split()
)
BEFORE_YEAR = frozenset(folded("điểm % ( năm của trong vào points point in of for").split())
PERIODS = frozenset(folded("năm kỳ cùng lần last the previous").split())
THAN = frozenset((word,) for word in folded("hơn kém cách vượt xa than above below").split())
# What a unit is the first of, where that is not the whole table.
AMONG = _phrases(
    *("về", "vùng", "khu vực", "lĩnh vực", "tiêu chí", "chỉ số thành phần", "trong", "ở", "in", "of", "for"),
)
COMPARED = _phrases("so với", "compared to", "compared with", "on", "than")
BOUNDS = _phrases(
    "trên", "dưới", "từ", "đến", "đến dưới", "ít nhất", "tối đa", "above", "below", "from", "to", "over"
)
# What a figure is that is aimed at, and not reached; and what makes one a bound.
AIMED_AT = _phrases(
    *("mục tiêu", "phấn đấu", "chỉ tiêu", "kế hoạch", "yêu cầu", "dự kiến", "nếu", "target", "aims", "goal"),
)
ONWARDS = _phrases("trở lên", "trở xuống", "trở đi", "or more", "or less", "and above", "and below")
BELOW_BOUND, ABOVE_BOUND = _phrases("dưới", "below", "under"), _phrases("trên", "above", "over")
FROM_BOUND = _phrases("từ", "from")
IS = _phrases("là", "thuộc về", "is")
PERCENT = _phrases("%", "phần trăm")
NUMBERED = _phrases("số", "điều", "khoản", "mục", "phụ lục", "ngày", "tháng", "no", "article")
# What stands before a figure of the index, and what says that a figure is of something else.
STATES = _phrases(
    *("đạt", "được", "là", "với", "tổng điểm", "kết quả", "chỉ số", "chỉ số cchc", "par index"),
    *("scored", "score", "index", "reached", "with", "of"),
)
OTHER_THINGS = _phrases(
    *("khoảng cách", "chênh lệch", "cách biệt", "hơn kém", "gap", "difference"),
    *(
        "hồ sơ",
        "sipas",
        "papi",
        "pci",
        "hài lòng",
        "giải ngân",
        "trực tuyến",
        "đúng hạn",
        "trước hạn",
        "quá hạn",
    ),
    *("văn bản", "nhiệm vụ", "kế hoạch", "người dân", "doanh nghiệp", "files", "online", "budget"),
)
OFFICE_PREFIXES = _phrases("ubnd", "ủy ban nhân dân", "tỉnh", "thành phố")
