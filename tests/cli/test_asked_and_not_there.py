"""What is asked of results that there are not is refused with what there is instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.small_office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), A, B, C, D)


@pytest.mark.parametrize("command", ["report", "rank"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--level", "commune"], "Chưa có kết quả nào của cấp xã; các cấp đã có: huyện."),
        (["--level", "district", "--year", "2022"], "Chưa có kết quả của kỳ 2022; các kỳ đã có: 2023."),
        (
            ["--level", "district", "--block", "nam"],
            "Kỳ 2023 không có đơn vị nào thuộc khối “nam”; các khối: dong, tay.",
        ),
    ],
)
def test_what_the_register_lacks_is_wrong_usage(
    office: Office, command: str, words: list[str], said: str
) -> None:
    done = office.run(command, *words)

    assert (2, True) == (done.code, said in " ".join(done.err.split())), done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--index", "FOO"], "Không có chỉ số “FOO”; các chỉ số đã có kết quả: PAR."),
        (["--stage", "self"], "Chưa có kết quả tự đánh giá của cấp huyện, kỳ 2023"),
        (["--stage", "self", "--level", "district"], "Chưa có kết quả tự đánh giá của cấp huyện, kỳ 2023"),
        (["--unit", "Huyện A", "--level", "department"], "“Huyện A” có kết quả ở cấp huyện"),
    ],
)
def test_a_report_of_nothing_is_refused(office: Office, words: list[str], said: str) -> None:
    done = office.run("report", *words)

    assert (2, "") == (done.code, done.out)
    assert said in " ".join(done.err.split())
    assert not (office.folder / "reports").exists()


def test_a_report_of_self_assessments_alone_says_how_to_ask_for_them(tmp_path: Path) -> None:
    office = four_districts(tmp_path)
    office.hand_in(A)
    office.run("score", "bang", "--stage", "self")
    done = office.run("report")

    assert (2, True) == (
        done.code,
        "mới có kết quả tự đánh giá: thêm --stage self" in " ".join(done.err.split()),
    )
    assert 0 == office.run("report", "--stage", "self").code


def test_a_block_is_found_by_its_title(office: Office) -> None:
    settings = office.folder / "parindex.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text + '\n[blocks]\ndong = "Khối phía Đông"\ntay = "Khối phía Tây"\n', encoding="utf-8"
    )
    by_title = office.run("rank", "--level", "district", "--block", "khối phía đông", "--format", "json").json

    assert by_title == office.run("rank", "--level", "district", "--block", "dong", "--format", "json").json
    assert "tay (Khối phía Tây)" in office.run("report", "--block", "x").err


@pytest.mark.parametrize(
    ("option", "text"), [("--format", ""), ("--format", " , "), ("-o", ""), ("--title", " ")]
)
def test_an_option_without_a_value_is_wrong_usage(office: Office, option: str, text: str) -> None:
    done = office.run("report", option, text)

    assert (2, "", True) == (done.code, done.out, "để trống: ghi giá trị sau" in done.err)


def test_a_folder_in_the_place_of_a_report_is_named(office: Office) -> None:
    (office.folder / "reports" / "PAR-district-2023.md").mkdir(parents=True)
    done = office.run("report", "--format", "md", "--force")

    assert (2, True) == (done.code, "PAR-district-2023.md là một thư mục" in done.err.replace("\n", " "))
