"""The usual words in which annexes state bounds, rates, counts and deductions, as patterns that are read.

Patterns are for text in small letters, its spaces single and its dashes "-". ``{n}`` is a number, ``{v}`` a
number with or without a per cent sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.unit import Level

# Each with what its first and second value are; the regulation's words decide whether a bound belongs to it.
BOUNDS: tuple[tuple[str, str], ...] = (
    (r"(?:từ |khoảng )?{v} ?(?:-|đến|tới) ?(?:dưới|nhỏ hơn|<) ?{v}", "from-below"),
    (r"(?:lớn hơn hoặc bằng|>=|≥) ?{v} ?(?:-|đến|tới|và) ?(?:nhỏ hơn hoặc bằng|<=|≤) ?{v}", "from-to"),
    (r"(?:lớn hơn hoặc bằng|>=|≥) ?{v} ?(?:-|đến|tới|và) ?(?:dưới|nhỏ hơn|<) ?{v}", "from-below"),
    (r"{v} ?(?:<=|≤) ?[^\d<>=≥≤%;:]*(?:<=|≤) ?{v}", "from-to"),
    (r"{v} ?(?:<=|≤) ?[^\d<>=≥≤%;:]*< ?{v}", "from-below"),
    (r"{v} ?< ?[^\d<>=≥≤%;:]*(?:<=|≤) ?{v}", "above-to"),
    (r"{v} ?< ?[^\d<>=≥≤%;:]*< ?{v}", "above-below"),
    (r"(?:từ )?(?:trên|lớn hơn|>) ?{v} ?(?:-|đến|tới|và) ?(?:dưới|nhỏ hơn|<) ?{v}", "above-below"),
    (r"(?:từ )?(?:trên|lớn hơn|>) ?{v} ?(?:-|đến|tới) ?(?:bằng )?{v}", "above-to"),
    (r"(?:từ |khoảng )?{v} ?(?:-|đến|tới|đến hết) ?{v}", "from-to"),
    (r"(?:từ|đạt từ|ít nhất|tối thiểu|không dưới|lớn hơn hoặc bằng|>=|≥) ?{v}(?: trở lên)?", "from"),
    (r"(?:từ )?{v}{unit} trở lên", "from"),
    (r"(?:trên|hơn|lớn hơn|vượt|vượt quá|>) ?{v}", "above"),
    (r"(?:dưới|nhỏ hơn|ít hơn|thấp hơn|chưa đến|chưa đạt|không đạt|đến dưới|<) ?{v}", "below"),
    (r"(?:đến|tới|tối đa|nhiều nhất|không quá|không vượt quá|nhỏ hơn hoặc bằng|<=|≤) ?{v}", "to"),
    (r"(?:từ )?{v}{unit} trở xuống", "to"),
    (r"(?:bằng|đúng|đạt|=)? ?{v}", "equal"),
    (r"(?:hoàn thành|xử lý|giải quyết|thực hiện)(?: đạt)? {v}", "equal"),
)
# Words before and behind bounds are passed over ("Kiểm tra trên 30% số đơn vị"), but not these.
NOT_BESIDE = (
    r"không|chưa|chậm|muộn|trước|sau|ngày|tháng|quý|năm|trên|dưới|từ|đến|tới|hơn|tối|ít|nhất|nhiều|lớn|nhỏ|vượt"
    r"|bằng|đúng|quá|thấp|cao|mỗi|cứ|trở|và|hoặc|nhưng"
)
UNIT = r"(?: [^\W\d_]+){0,3}?"
HAS_UNIT = r"{n} (?!đến|tới|trở|và|-)[^\W\d_]"
OTHERWISE = (
    r"(?:còn lại|các trường hợp còn lại|trường hợp khác|các trường hợp khác|ngoài các mức trên|mức khác)"
)

AMOUNT = (
    r"(?P<number>-?[0-9]+(?:[.,][0-9]{1,2})?) ?(?P<share>%)? ?(?:số )?(?P<word>điểm|đ)?"
    r"(?: (?:tối đa|chuẩn|của tiêu chí))?"
)
# "… thì điểm đánh giá là 0": the words between what holds and the points for it.
_THEN = r"(?:,? thì)?(?:,? (?:số )?điểm(?: đánh giá| đạt được)?(?: là)?)?"
POINTS_BEHIND = (
    rf"(?P<label>.+?){_THEN}(?P<mark> ?[:=,(]| -|)"
    rf" ?(?:(?<!không )(?<!chưa )(?:được|đạt|tính) |cho |chấm )?{AMOUNT} ?\)?"
)
FULL_BEHIND = (
    r"(?P<label>.+?)(?:,? thì)?[,:]? (?<!không )(?<!chưa )(?:được|đạt|tính|cho|chấm)(?: số| đủ)?"
    r" (?:100% (?:số )?)?điểm(?: đánh giá)? (?:tối đa|chuẩn)"
)
NOTHING_BEHIND = (
    r"(?P<label>.+?)(?:,? thì)?,? không (?:được|có|được tính|được chấm|tính|chấm|cho|đạt)"
    r" (?:số )?điểm(?: nào)?"
)
POINTS_IN_FRONT = rf"{AMOUNT} ?(?::|nếu|khi|-) ?(?P<label>.+)"
# A number behind such a word belongs to it: "từ 70", "năm 2013".
ENDS_IN_BOUND = (
    r".*(?:\b(?:từ|đến|trên|dưới|tới|bằng|hơn|năm|tháng|ngày|quý|điều|số|giảm|thêm|bớt|mất)|[-<>=≥≤/])"
)
# What stands behind such words is taken off, added or multiplied: never given for what stands before.
NO_AWARD = r".*\b(?:trừ|trừ đi|cộng|cộng thêm|x|nhân|nhân với|chia)|.*[×*+]|(?:.*\b)?(?:mỗi|cứ)\b.*"
NO_LABEL = r"tối đa|không quá|mỗi|cứ "
FULL = r"(?:được |đạt |tính |cho )?(?:điểm tối đa|tối đa|đủ điểm|điểm chuẩn|100% điểm)"
NOTHING = r"không (?:được|có|được tính|tính|chấm|cho) điểm"
PENALTY = r"[,;]?(?: và)? (?:bị |còn bị )?trừ(?: thêm)? (?P<penalty>[0-9]+(?:[.,][0-9]+)?)(?: điểm)?"

RATE = r"tỷ lệ|tỉ lệ|tỷ số|phần trăm|%"
# In words, or as a product of the rate and the maximum.
_TIMES = r"(?: x | ?[×*] ?| nhân (?:với )?(?=[(\[]?(?:số |tổng )?(?:điểm|tỷ lệ|tỉ lệ|[0-9])))"
PROPORTIONAL = (
    r"(?:tính|chấm|cho)(?: điểm)? (?:theo|tương ứng(?: với)?) (?:tỷ lệ|tỉ lệ|công thức)"
    r"|theo tỷ lệ|tương ứng (?:với )?tỷ lệ"
    rf"|(?:tỷ lệ|tỉ lệ|%)[^;]*{_TIMES}"
    rf"|(?:/| chia )[^;]*{_TIMES}[^;]*điểm"
    r"|điểm tối đa ?(?:x|×|\*|nhân(?: với)?) ?[^;]*(?:tỷ lệ|tỉ lệ|%|/)"
)
# "Nếu đạt từ 80% trở lên thì …": for which rates a proportion holds.
CONDITION = (
    r"(?P<bounds>[^:=]*?[0-9][^:=]*?)"
    r"(?:,? thì|,? điểm (?:đánh giá|đạt được|=)|:|,? được tính|,? tính|,? chấm)"
)
DECREASING = r"\b(?:1|100) ?%? ?- "
LETTERS = r"(?P<above>\b[a-z]) ?/ ?(?P<below>[a-z]\b)"
NAMED_LETTER = r"\b(?P<letter>[a-z])(?: là|:| =) (?P<label>[^;,.=]+)"
OVER_TARGET = r"(?:/|:|chia(?: cho)?|so với) ?\(?{v}\)?"
RATIO = (
    r"(?P<above>số [^/():=×*]+?)\)? ?(?:/|:|trên|chia(?: cho)?) ?\(?(?P<below>(?:tổng )?số [^/():=×*]+?)"
    r"(?=\)| x | nhân| ?[×*]|$)"
)

EACH = (
    r"(?:đạt |đủ |có |đáp ứng )?(?:cứ (?:mỗi |một |01 |1 )?|mỗi )"
    r"(?P<label>(?:(?!tối đa|không quá|\btrừ\b).)+?)"
    r"(?: thì)?(?: được)?"
    r"(?: (?:cộng|tính|chấm|cho|đạt))?(?: thêm)?"
    r" ?[:=]? ?(?P<each>{n})(?: ?điểm| ?đ)?"
)
EACH_FAULT = (
    r"(?:cứ (?:mỗi |một |01 |1 )?|mỗi )(?P<label>.+?)(?: thì)?(?: bị)? ?[:,]? ?(?:trừ|giảm)(?: đi)?(?: thêm)?"
    r" (?P<each>{n})(?: ?điểm| ?đ)?"
)
OFF_FOR_EACH = (
    r"trừ (?P<each>{n}) ?(?:điểm|đ)? ?(?:/|cho (?:mỗi|một)|đối với mỗi|với mỗi|mỗi) ?(?P<label>.+?)"
)
AT_MOST = (
    r"(?:,|;|\.|\()? ?(?:nhưng )?(?:tổng )?(?:tối đa|không quá|không vượt quá)(?: là| không quá)?"
    r" (?P<cap>{n})(?: điểm|đ)?\)?"
)
NOT_BELOW = (
    r"(?:,|;|\.|\()? ?(?:nhưng )?(?:trừ )?(?:tối thiểu|không âm|(?:cho )?đến (?:khi )?hết|đến 0(?: điểm)?|"
    r"không thấp hơn 0(?: điểm)?)(?: .*)?\)?"
)
# "Đáp ứng các yêu cầu, mỗi yêu cầu 0,1 điểm"
BEFORE_EACH = r"(?:[^;:]*?\b(?:yêu cầu|nội dung|tiêu chí|điều kiện),? )?"
REQUIREMENT = r"(?:yêu cầu|nội dung|tiêu chí|ý|điều kiện)(?: (?:đạt|đạt được|đáp ứng|đúng|đủ|có))*"
NONE_MET = (
    r"không (?:đạt|có|đáp ứng|thực hiện|đảm bảo|bảo đảm)(?:(?: được)?(?: bất kỳ)?(?: các)?"
    r"(?: yêu cầu| nội dung| tiêu chí| điều kiện)?(?: nào| trên)?)?$|không đủ.*(?:nào|yêu cầu|nội dung)"
)
NONE_AT_ALL = r"không\b"
OFF = r"\b(?:trừ|cộng)\b"
ALL_OF = r"(?:đạt |có |đủ |đáp ứng )?(?:cả|đủ cả|đầy đủ cả|tất cả|đủ tất cả|đầy đủ)(?: .*)?"
ANY_MISSING = r"(?:thiếu|không đủ|không đạt|không có|chỉ đạt)(?: .*)?(?:một|1|bất kỳ|đủ|trong|yêu cầu).*"
NUMERALS: Mapping[str, int] = MappingProxyType({"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6})
HOW_MANY = rf"cả (?P<word>{'|'.join(NUMERALS)}|[2-6])"
AND = " và "
NAMED_REQUIREMENT = "Yêu cầu {number}"
JUST_TWO: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "có/không": ("Có", "Không"),
        "có hoặc không": ("Có", "Không"),
        "đạt/không đạt": ("Đạt", "Không đạt"),
        "đạt hoặc không đạt": ("Đạt", "Không đạt"),
        "đạt/chưa đạt": ("Đạt", "Chưa đạt"),
        "đúng/không đúng": ("Đúng", "Không đúng"),
    }
)
CHANGES: Mapping[str, str] = MappingProxyType(
    {
        "higher": r"(?:cao hơn|tăng|nhiều hơn|lớn hơn)(?: so với)?(?: (?:năm|kỳ))?(?: trước)?(?: liền kề)?",
        "equal": (
            r"(?:bằng|giữ nguyên|không đổi|không tăng, không giảm)"
            r"(?: so với)?(?: (?:năm|kỳ))?(?: trước)?(?: liền kề)?"
        ),
        "lower": r"(?:thấp hơn|giảm|ít hơn|nhỏ hơn)(?: so với)?(?: (?:năm|kỳ))?(?: trước)?(?: liền kề)?",
    }
)
LAST_PERIOD = r"(?:năm|kỳ) trước"

SURVEY = r"điều tra xã hội học|đtxhh|điều tra xhh|\bxhh\b|khảo sát xã hội học|phiếu khảo sát|phiếu điều tra"
IMPORTED = r"\bsipas\b|chỉ số hài lòng|đo lường sự hài lòng"
LEADERS = r"lãnh đạo (?:ubnd |ủy ban nhân dân )?(?:tỉnh|thành phố|huyện|sở)?.*(?:đánh giá|chấm)"
NOT_SELF = r"không tự (?:đánh giá|chấm)"
SIPAS = "SIPAS"

NOT_ARISEN = r"(?:nếu |trường hợp |đơn vị )*không phát sinh\b.*"
# Points inside what should only say what holds.
HOLDS_POINTS = r"[0-9] ?(?:điểm|đ)\b|[:=] ?-?{n}(?! ?%)"
# A clause with one of these bears on the points, so that it is understood or left to do.
TELLS = (
    r"[0-9%]|\bđiểm\b|\btrừ\b|tỷ lệ|tỉ lệ|công thức|\btối đa|\btối thiểu|\bmột nửa\b|\bphần trăm"
    r"|\bđược (?:tính|cộng|chấm|hưởng|giữ|đủ|toàn bộ|tối đa|nửa)|\bđược$|\btính\b|\bcộng\b|\bgiảm\b"
)
# Words and numbers of which a clause may be full without saying anything about points.
TELLS_NOTHING = (
    r"\b(?:thời|địa|quan|đặc|trọng|thí|cao|ưu|nhược|tâm|giao|kiểm|luận) điểm\b|\b(?:được )?(?:loại )?trừ ra\b"
    r"|\bloại trừ\b|\b(?:ngoại )?trừ (?:các )?(?:trường hợp|nhiệm vụ|hồ sơ)\b"
    r"|\bcông cộng\b|\bcộng (?:đồng|hòa|tác)"
    r"|\bgiảm (?:nghèo|tải)\b|\btính (?:chất|toán|năng|đến)\b|\bmáy tính\b"
    r"|\bnăm 20[0-9]{2}\b|\b(?:ngày )?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\b"
    r"|\b[0-9]{1,5}/(?:[0-9]{4}/)?[a-zđư]{2}[a-z0-9đư-]*"
    r"|\b(?:ngày|tháng|quý|điều|khoản|mục) [0-9]{1,2}(?:/[0-9]{1,2})?\b"
    r"|^không tính\b|^(?:không )?tính (?:cả|(?:theo )?(?:từ|đến|trên|ngày|tháng|số|thời điểm))\b"
)

ILLUSTRATIVE = r"minh họa"
BONUS = r"điểm (?:thưởng|cộng)"
PENALTY_BLOCK = r"điểm (?:trừ|phạt)"
GUIDANCE_START = r"trong đó|ghi chú|lưu ý|cách chấm|cách tính|hướng dẫn|thang điểm|công thức"
HEADING = rf"(?:{GUIDANCE_START})(?: điểm)?"
LIST_COMMA = (  # a comma behind points, or behind words that stand for them
    r"(?:(?<=[0-9])|(?<=điểm)|(?<=[0-9]đ)|(?<=\))|(?<=tối đa)|(?<=tỷ lệ)), (?=[^\W\d_])"
)

# The most telling first: departments are those "cấp tỉnh".
LEVELS: Mapping[Level, str] = MappingProxyType(
    {
        "commune": r"cấp xã|\bxã\b|phường|thị trấn|đặc khu",
        "district": r"cấp huyện|\bhuyện\b|\bquận\b|thị xã",
        "department": r"sở, ban|sở, ngành|\bsở\b|cơ quan chuyên môn",
        "ministry": r"\bbộ\b, |bộ, cơ quan|cơ quan ngang bộ",
        "division": r"\bphòng\b",
        "province": r"cấp tỉnh|tỉnh, thành phố|\btỉnh\b",
    }
)
YEAR = r"năm (?P<year>20[0-9]{2})"
SET_TITLE = r"(?:bộ |các |bảng )?(?:tiêu chí|chỉ số|tiêu chí, thang điểm)\b"
DECISION = r"(?P<number>[0-9]{1,5}/(?:QĐ|NQ|KH|TT|CT|HD)-[A-ZĐƯ0-9-]+)"
DATE = r",? ngày (?P<day>[0-9]{1,2})(?:/| tháng )(?P<month>[0-9]{1,2})(?:/| năm )(?P<year>[0-9]{4})"
ISSUER = r",? của (?P<issuer>[^();.]{3,80})"
