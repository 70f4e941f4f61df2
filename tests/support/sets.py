"""Small criteria sets with real titles for tests of reading workbooks."""

from __future__ import annotations

from parcli.model.criteria_set import CriteriaSet
from parcli.model.text import Text
from support.scoring_sets import area, bonus, branch, criteria_set, leaf

CASE_C_AREAS = (
    ("Công tác chỉ đạo điều hành cải cách hành chính", "15.5"),
    ("Cải cách thể chế", "14"),
    ("Cải cách thủ tục hành chính", "17.5"),
    ("Cải cách tổ chức bộ máy hành chính nhà nước", "10"),
    ("Cải cách chế độ công vụ", "12"),
    ("Cải cách tài chính công", "11"),
    ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "20"),
)


def case_c() -> CriteriaSet:
    """Return a set of seven areas that are leaves, as case C prints them."""
    return criteria_set(
        *(
            leaf(str(number), points, title=Text(title), role="area", depth=1)
            for number, (title, points) in enumerate(CASE_C_AREAS, start=1)
        ),
        id="case-c",
    )


def steering() -> CriteriaSet:
    """Return two areas: 1 with 1.1 (1.1.1, 1.1.2), 1.2 and 1.10; 2 with 2.1 (survey); bonus block IX."""
    plan = branch(
        "1.1",
        leaf("1.1.1", 1, title=Text("Ban hành kế hoạch")),
        leaf("1.1.2", 2, title=Text("Mức độ thực hiện kế hoạch")),
        title=Text("Kế hoạch CCHC năm"),
    )
    reports = leaf("1.2", 2, title=Text("Báo cáo định kỳ"))
    inspection = leaf("1.10", 3, title=Text("Kiểm tra công vụ"))
    first = area("1", plan, reports, inspection)
    second = area("2", leaf("2.1", "4.5", title=Text("Mức độ hài lòng của người dân"), scored_by="survey"))
    return criteria_set(
        first,
        second,
        id="steering",
        adjustments=(bonus(leaf("IX.1", 1, title=Text("Sáng kiến được công nhận")), cap=1),),
    )
