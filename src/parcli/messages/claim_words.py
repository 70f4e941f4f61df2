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
# What may stand around a figure of the index and says of nothing else that it is of: a figure is held against
# a table only where no other word stands there.
PLAIN = MEAN | _phrases(
    *("đạt", "đạt được", "được", "là", "với", "điểm", "số", "kết quả", "chỉ số", "cchc", "par", "index"),
    *("cải cách hành chính", "công bố", "tổng", "tổng cộng", "tổng số", "tổng điểm", "tỷ lệ", "tỉ lệ"),
    *("năm", "của", "này", "nay", "có", "thì", "đã", "cũng", "chỉ", "cả", "toàn", "nước", "trên cả nước"),
    *("xếp", "xếp thứ", "đứng", "đứng thứ", "thứ", "hạng", "thứ hạng", "vị trí", "xếp loại", "loại"),
    *("đứng đầu", "dẫn đầu", "đầu bảng", "cao nhất", "thấp nhất", "đứng cuối", "cuối bảng", "tiếp theo"),
    *("bình quân", "giá trị", "chung", "năm trước", "kỳ trước", "năm ngoái", "cùng kỳ"),
    *("so với", "và", "trong khi", "(", ":", "/", "tổng hợp"),
    *("scored", "scores", "score", "reached", "with", "of", "in", "the", "is", "was", "at", "and", "total"),
    *("points", "point", "year", "rank", "ranks", "ranked", "first", "last", "highest", "lowest", "mean"),
    *("average", "previous", "compared to", "compared with", "a", "result"),
)
OFFICES = _phrases(
    *("đơn vị", "cơ quan", "địa phương", "tỉnh", "thành phố", "sở", "huyện", "quận", "thị xã", "xã"),
    *("phường", "ubnd", "ủy ban nhân dân", "bộ", "ngành", "ban", "cục", "chi cục", "đặc khu"),
    *("department", "district", "province", "commune"),
)
# What may stand right behind such a figure.
BEHIND = frozenset(
    folded(
        ") ( / và năm xếp đứng tăng giảm cao thấp hơn kém so là dẫn nhưng and in up down which rank year"
    ).split()
)
BEHIND_RANK = frozenset(folded("với đạt with").split())
# What may stand between a count of units and the words that say of which.
OF_UNITS = COUNTED | ARE_ALL | ALL_TOLD | RISES | FALLS | UNCHANGED | POINTS | PERCENT | BOUNDS | ONWARDS
OF_UNITS |= _phrases(
    *("xếp loại", "loại", "hạng", "đạt", "có", "được", "số", "điểm số", "năm", "này", "nay", "đạt loại"),
    *("so với", "năm trước", "kỳ trước", "và", "(", ")", ":", "graded", "grade", "and", "year"),
)
# What a sentence speaks of besides the index as a whole, wherever it stands before a figure.
QUALIFIERS = OTHER_THINGS | _phrases(
    *("lĩnh vực", "tiêu chí", "thành phần", "nội dung", "mục", "phần", "về", "tự chấm", "tự đánh giá"),
    *("thẩm định", "điều tra", "khảo sát", "xhh", "xã hội học", "lần", "vòng", "sơ bộ", "tạm tính", "ước"),
    *("lần lượt", "tương ứng", "thưởng", "trừ", "cộng thêm", "cần", "để", "thiếu", "mất", "giữa", "mức"),
    *("area", "criterion", "criteria", "self", "respectively", "draft", "between"),
)
GROUPS = _phrases("nhóm", "khối", "cụm", "số", "group", "block", "among")
REACHES = _phrases("đạt", "đạt được", "scored", "reached")
BETWEEN_TWO = _phrases("giữa", "between", "of")
AND = _phrases("và", "với", "and")
JOINS = frozenset(folded("và and of").split())
GAPS = _phrases("chênh lệch", "khoảng cách", "cách biệt", "gap", "difference")
RISE_OR_FALL = _phrases("tăng", "giảm", "rise", "rose", "fell", "fall", "increase", "decrease")
MORE = _phrases("cao hơn", "nhiều hơn", "hơn", "vượt", "above", "higher than", "higher")
LESS = _phrases("thấp hơn", "ít hơn", "kém hơn", "below", "lower than", "lower") | frozenset(
    (word,) for word in folded("kém thua").split()
)
AWAY = _phrases("cách", "xa", "bỏ xa")
