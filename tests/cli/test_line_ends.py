"""No line that a command prints ends with a space: whoever copies lines gets what is seen."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.running import EXAMPLE, parindex
from cli.small_office import Form, Office, small_office
from parcli.cli.line_ends import CleanLineEnds, broken_text
from parcli.cli.output import console_on
from support.tables import write_csv

UNITS = (
    "A,Huyện An Phú Thượng Hạ,district,,,,,,",
    "B,Huyện Bình Sơn Trung,district,,,,,2022-12-31,",
    "C,Thị xã Bình Sơn Trung,district,,,,2023-01-01,,B",
    "D,Huyện Đông Hòa,district,,,,,,",
)
TABLE = """
Huyện | Năm | Điểm | Điểm tối đa | Xếp hạng | Xếp loại | LV1 | LV2
Huyện An Phú Thượng Hạ | 2021 | 80 | 100 | 1 | Khá | 8/10 | 7/10
Huyện Bình Sơn Trung | 2021 | 70 | 100 | 2 | Khá | 7/10 | 6/10
Huyện An Phú Thượng Ha | 2022 | 80 | 100 | 1 | Khá | 8/10 | 7/10
"""
COMMANDS = (
    "--help",
    "score --help",
    "score bang --no-store",
    "score bang/A.xlsx bang/C.xlsx --stage self --no-store",
    f"score {EXAMPLE}",
    "check bang/A.xlsx bang/A-2022.xlsx",
    f"check {EXAMPLE} --show-mapping",
    f"explain {EXAMPLE}",
    "score khong-co.xlsx",
    "criteria list",
    "criteria show department-2023",
    "criteria check criteria/thu.yaml hong.yaml",
    "import bang.csv --index PAR --level district --source QĐ",
    "rank --level district",
    "rank --level district --year 2021",
    "rank --level district --by area:1",
    "rank --level district --format md",
    "compare 2022 2023 --index PAR",
    "compare 2021 2022",
    "compare 2022 2023 --unit A",
    "compare --unit A",
    "runs list",
    "runs show 2",
    "runs diff 1 2",
    "publish --list",
    "publish --level district --period 2022",
    "init moi",
    "demo demo",
    "rnak",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office with two runs, imported results of earlier years and a published period."""
    office = small_office(tmp_path_factory.mktemp("office"), *UNITS)
    names = {"A": "Huyện An Phú Thượng Hạ", "C": "Thị xã Bình Sơn Trung"}
    for code, name in names.items():
        office.write(code, Form(name, 50, code=code))
        office.write(f"{code}-2022", Form(name, 45, second=None, code=code, year=2022))
    office.run("score", "bang")
    office.write("A", Form(names["A"], 70, code="A", appraised=55))
    office.run("score", "bang")
    office.run("publish", "--level", "district", "--period", "2023")
    write_csv(office.folder / "bang.csv", TABLE)
    office.run("import", "bang.csv", "--index", "PAR", "--level", "district", "--fail-on", "never")
    (office.folder / "hong.yaml").write_text("id: hong\nlevel: tinh\n", encoding="utf-8")
    return office


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda text: text.replace(str(EXAMPLE), "example"))
def test_no_line_ends_with_a_space(
    command: str, lang: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    outcome = parindex(
        *command.split(), "--lang", lang, env={"COLUMNS": "80", "PARINDEX_STORE": "parindex.db"}
    )

    assert "" != outcome.out + outcome.err
    assert [] == [line for line in (outcome.out + outcome.err).splitlines() if line != line.rstrip()]


def test_padding_wrapping_and_filling_leave_no_spaces() -> None:
    stream = io.StringIO()
    console = console_on(stream)
    console.width = 14
    table = Table.grid()
    table.add_row("a", "b   ")

    console.print(Group(Padding(Text("một hai ba bốn"), (0, 3)), table))

    assert "   một hai\n   ba bốn\nab\n" == stream.getvalue()


def test_a_line_that_goes_on_keeps_its_spaces() -> None:
    stream = io.StringIO()
    console = console_on(stream)

    console.print("kết ", end="")
    console.print("thúc  \n\n  hết ")

    assert "kết thúc\n\n  hết\n" == stream.getvalue()


def test_colours_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard")
    console.push_render_hook(CleanLineEnds())

    console.print(Text("đỏ  ", style="red").append(" "))

    assert "\x1b[31mđỏ\x1b[0m\n" == stream.getvalue()


URL = "https://vanban.example/quyet-dinh/" + "x" * 60


@pytest.mark.parametrize("indent", [0, 2])
def test_an_address_that_is_longer_than_a_line_stays_whole(indent: int) -> None:
    out = io.StringIO()
    console = console_on(out)
    console.width = 40
    text = Text(f"Căn cứ: {URL} ngày 01/7/2025 của Ủy ban nhân dân tỉnh")
    console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)

    lines = ["Căn cứ:", URL, "ngày 01/7/2025 của Ủy ban nhân dân tỉnh"]
    expected = lines if not indent else [*lines[:2], "ngày 01/7/2025 của Ủy ban nhân dân", "tỉnh"]
    assert [" " * indent + line for line in expected] == out.getvalue().splitlines()


def test_a_text_that_goes_on_keeps_its_line_open() -> None:
    out = io.StringIO()
    console = console_on(out)
    console.print("tệp: ", end="")
    console.print("hai lỗi")

    assert "tệp: hai lỗi\n" == out.getvalue()


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("width", [20, 38, 80])
@pytest.mark.parametrize(
    "text",
    [f"Căn cứ: {URL}  ngày 01/7/2025 ", "hai\n\ndòng  ", "", "Lỗi  'Kết quả'!FO90  [claim-differs]"],
)
def test_text_without_rich_is_broken_as_rich_prints_it(text: str, width: int, indent: int) -> None:
    out = io.StringIO()
    console = console_on(out)
    console.width = width
    console.print(Padding(Text(text), (0, 0, 0, indent), expand=False))

    assert out.getvalue() == broken_text(text, width, indent=indent)
