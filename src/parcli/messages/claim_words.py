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
HIGHEST = _phrases("cao nhất", "đứng đầu", "dẫn đầu", "xếp đầu", "highest", "first", "top")
LOWEST = _phrases("thấp nhất", "đứng cuối", "xếp cuối", "cuối bảng", "lowest", "last")
MEAN = _phrases("trung bình", "bình quân", "mean", "average")
EARLIER = _phrases(
    "năm trước", "kỳ trước", "năm ngoái", "cùng kỳ", "cùng kỳ năm trước", "last year", "previous year"
)
COMPARED = _phrases("so với", "compared to", "compared with", "on", "than")
BOUNDS = _phrases(
    "trên", "dưới", "từ", "đến", "đến dưới", "ít nhất", "tối đa", "above", "below", "from", "to", "over"
)
NUMBERED = _phrases("số", "điều", "khoản", "mục", "phụ lục", "ngày", "tháng", "no", "article")
# What stands before a figure of the index, and what says that a figure is of something else.
STATES = _phrases(
    *("đạt", "được", "là", "với", "tổng điểm", "kết quả", "chỉ số", "chỉ số cchc", "par index"),
    *("scored", "score", "index", "reached", "with", "of"),
)
OTHER_THINGS = _phrases(
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
