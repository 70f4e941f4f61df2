from __future__ import annotations

from parcli.messages.catalog import finding_text
from parcli.model.finding import Finding
from parcli.model.unit import Level
from parcli.project.provinces import province_codes
from parcli.project.unit_checks import check_units
from project.unit_files import spots, table


def found(text: str, *, blocks: tuple[str, ...] = (), levels: tuple[Level, ...] = ()) -> tuple[Finding, ...]:
    read = table(text)
    return check_units(read, outside=province_codes, blocks=blocks, levels=levels)


def test_units_that_differ_are_fine() -> None:
    assert () == found("code,name,level\nX1,Xã An,xã\nX2,Xã Bình,xã\n")


def test_a_code_that_stands_twice_names_the_first_line() -> None:
    (finding,) = found("code,name,level\nX1,Xã An,xã\nx1,Xã Bình,xã\n")

    assert ("unit-code-twice", "units.csv:3", "units.csv:2") == (
        finding.code,
        finding.place,
        finding.params["first"],
    )


def test_one_name_at_one_time_is_found_by_its_folded_text() -> None:
    findings = found("code,name,level\nX1,Xã Hòa An,xã\nX2,xã  Hoà An,xã\n")

    assert [("unit-name-twice", "units.csv:3")] == spots(findings)


def test_an_alias_that_is_another_units_name_is_found() -> None:
    findings = found("code,name,level,aliases\nX1,Xã An,xã,\nX2,Xã Bình,xã,Xã An\n")

    assert [("unit-name-twice", "units.csv:3")] == spots(findings)


def test_one_name_one_after_the_other_is_fine() -> None:
    assert () == found("""
        code,name,level,valid_from,valid_to,predecessors
        X1,Xã An,xã,,2025-06-30,
        X2,Xã An,xã,2025-07-01,,X1
    """)


def test_one_name_on_two_levels_is_fine() -> None:
    assert () == found("code,name,level\nX1,Bình Minh,xã\nH1,Bình Minh,huyện\n")


def test_an_alias_that_repeats_the_units_own_name_is_fine() -> None:
    assert () == found("code,name,level,aliases\nX1,Xã Hòa An,xã,Xã Hoà An\n")


def test_a_parent_that_does_not_exist_is_found_with_the_nearest() -> None:
    (finding,) = found("code,name,level,parent\nH1,Huyện A,huyện,tay-nin\n")

    assert ("unit-reference-unknown", "tay-ninh") == (finding.code, finding.params["near"][0])  # type: ignore[index]


def test_a_predecessor_that_does_not_exist_is_found() -> None:
    findings = found("code,name,level,predecessors\nH1,Huyện A,huyện,\nH2,Huyện B,huyện,H1|H9\n")

    assert [("unit-reference-unknown", "units.csv:3")] == spots(findings)


def test_packaged_provinces_may_be_referred_to() -> None:
    assert () == found("code,name,level,parent\nH1,Huyện A,huyện,long-an\n")


def test_a_row_with_a_mistake_still_counts_as_existing() -> None:
    assert () == found("code,name,level,parent\nH1,,huyện,\nX1,Xã An,xã,H1\n")


def test_a_circle_of_parents_is_one_finding() -> None:
    (finding,) = found("code,name,level,parent\nA,Huyện A,huyện,B\nB,Huyện B,huyện,C\nC,Huyện C,huyện,A\n")

    assert ("unit-reference-circle", ("A", "B", "C", "A")) == (finding.code, finding.params["codes"])


def test_a_unit_that_is_its_own_predecessor_is_found() -> None:
    findings = found("code,name,level,predecessors\nA,Huyện A,huyện,A\n")

    assert [("unit-reference-circle", "units.csv:2")] == spots(findings)


def test_two_units_of_one_parent_are_no_circle() -> None:
    assert () == found("code,name,level,parent\nA,Huyện A,huyện,\nX1,Xã An,xã,A\nX2,Xã Bình,xã,A\n")


def test_a_block_that_is_not_declared_is_found() -> None:
    findings = found("code,name,level,block\nS1,Sở A,sở,chuyen-mn\n", blocks=("chuyen-mon", "dac-thu"))

    assert (
        "Khối “chuyen-mn” không có trong [blocks] của parindex.toml."
        == finding_text(findings[0], "vi").message
    )
    assert ("chuyen-mon",) == findings[0].params["known"]


def test_without_declared_blocks_any_is_fine() -> None:
    assert () == found("code,name,level,block\nS1,Sở A,sở,chuyen-mon\n")


def test_a_level_that_is_not_in_use_is_found() -> None:
    findings = found("code,name,level\nX1,Xã An,xã\n", levels=("department",))

    assert [("unit-level-not-in-use", "units.csv:2")] == spots(findings)


def test_a_mistake_in_one_cell_hides_no_mistake_in_another() -> None:
    findings = found(
        """
        code,name,level,parent,predecessors,valid_from,block
        X1,Xã An,xã,,,,a
        X1,,xa phuong,X9,X8,2025-13-01,b
        ,Xã An,xã,,,,c
        """,
        blocks=("a",),
    )

    assert [
        ("unit-code-twice", "units.csv:3"),
        ("unit-block-undeclared", "units.csv:3"),
        ("unit-block-undeclared", "units.csv:4"),
        ("unit-reference-unknown", "units.csv:3"),
        ("unit-reference-unknown", "units.csv:3"),
        ("unit-name-twice", "units.csv:4"),
    ] == spots(findings)


def test_a_row_with_shifted_cells_is_not_compared_but_by_its_code() -> None:
    findings = found("code,name,level,parent\nX1,Xã An,xã,\nX1,Xã,An,xã,X9\n")

    assert [("unit-code-twice", "units.csv:3")] == spots(findings)


def test_an_empty_code_is_nobodys_code_twice() -> None:
    assert () == found("code,name,level\n,Xã An,xã\n,Xã Bình,xã\n")


def test_a_reference_is_named_by_the_files_own_heading() -> None:
    first, second = found(
        "Mã,Tên đơn vị,Cấp,Trực thuộc,Tiền thân\nX1,Xã An,xã,ZZ9,\nX2,Xã Bình,xã,,X3\nX3,Xã Cam,xã,,X2\n"
    )

    assert ("Trực thuộc", "Tiền thân") == (first.params["column"], second.params["column"])
