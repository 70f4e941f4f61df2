"""Each hostile file costs little, ends in its own sentence, and never keeps the good file from its score."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cli.running import CASE_C
from hostile.measured import Cost, measured
from support import hostile_files as files
from support.hostile_files import LAUGHS, OUTSIDE

SECONDS = 5.0
MEGABYTES = 300.0

Make = Callable[[Path], Path]

REFUSED: dict[str, tuple[Make, str]] = {
    "bomb of 90 MB": (lambda path: files.with_sheet(path, " " * 90_000_000), "quá lớn để đọc an toàn"),
    "sizes that lie": (files.with_wrong_size, "bị hỏng"),
    "many small parts": (files.with_many_parts, "quá lớn để đọc an toàn"),
    "overlapping parts": (files.with_overlapping_parts, "quá lớn để đọc an toàn"),
    "archive in an archive": (
        lambda path: files.packed(path, {"a.xlsx": CASE_C.read_bytes()}),
        "tệp nén không chứa bảng Excel",
    ),
    "a million attributes": (
        lambda path: files.with_sheet(
            path, "<sheetPr" + "".join(f' a{n}=""' for n in range(1_000_000)) + "/><sheetData/>"
        ),
        "quá lớn để đọc an toàn",
    ),
    "a million levels": (
        lambda path: files.with_sheet(path, "<sheetData/>" + "<x>" * 1_000_000 + "</x>" * 1_000_000),
        "quá lớn để đọc an toàn",
    ),
    "many shared strings": (lambda path: files.with_strings(path, 1_000_000), "quá lớn để đọc an toàn"),
    "cell of 10 MB": (
        lambda path: files.with_rows(
            path, f'<row r="100"><c r="A100" t="str"><v>{"x" * 10_000_000}</v></c></row>'
        ),
        "quá lớn để đọc an toàn",
    ),
    "half a million numbers": (
        lambda path: files.with_rows(path, files.full_rows(19_000)),
        "quá lớn để đọc an toàn",
    ),
    "far cell": (
        lambda path: files.with_rows(path, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "ô 'Kết quả'!XFD1048576 nằm quá xa bảng",
    ),
    "everything merged": (
        lambda path: files.with_part(
            path,
            files.SHEET,
            lambda xml: xml.replace(
                "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
        ),
        "quá lớn để đọc an toàn",
    ),
    **{
        f"{name} in {part}": (
            partial(files.with_declaration, part=part, declaration=declaration),
            f"có khai báo DOCTYPE trong phần {part}",
        )
        for name, declaration in (("laughs", LAUGHS), ("entity outside", OUTSIDE))
        for part in ("xl/workbook.xml", "xl/styles.xml", files.SHEET)
    },
    "laughs in UTF-16": (
        lambda path: files.with_declaration(path, files.SHEET, LAUGHS, "utf-16"),
        "có khai báo DOCTYPE",
    ),
    "renamed PDF": (lambda path: files.text_document(path, b"%PDF-1.7\n%\xe2\xe3\n"), "là tệp PDF"),
    "cut in half": (
        lambda path: files.text_document(path, CASE_C.read_bytes()[:3000]),
        "bị hỏng hoặc chép chưa đủ",
    ),
    "locked with a password": (
        lambda path: files.compound(path, "EncryptedPackage", "EncryptionInfo"),
        "được đặt mật khẩu",
    ),
    "locked archive": (files.with_locked_parts, "được đặt mật khẩu"),
    "xls of nonsense": (
        lambda path: files.compound(path.with_suffix(".xls"), "Workbook"),
        "không có trang tính nào",
    ),
    "xls of zeros": (
        lambda path: files.text_document(
            path.with_suffix(".xls"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000_000)
        ),
        "bị hỏng",
    ),
    "ods of nonsense": (
        lambda path: files.spreadsheet(path.with_suffix(".ods"), "<a>" * 100_000),
        "không có trang tính nào",
    ),
    "ods that is a bomb": (
        lambda path: files.spreadsheet(path.with_suffix(".ods"), " " * 290_000_000),
        "trong giới hạn an toàn (5 giây, 300 MB)",
    ),
    "empty": (lambda path: files.text_document(path, b""), "rỗng (0 byte)"),
    "random bytes": (
        lambda path: files.text_document(path, bytes(range(256)) * 100),
        "không phải là bảng Excel",
    ),
}
HARMLESS: dict[str, Make] = {
    "200,000 blank rows with a format": lambda path: files.with_rows(path, files.blank_rows(200_000)),
    "macro": files.with_macro,
    "laughs in a part that is not read": lambda path: files.with_declaration(path, "docProps/app.xml"),
}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Cost:
    """Return what the good file alone costs."""
    folder = tmp_path_factory.mktemp("usual")
    shutil.copyfile(CASE_C, folder / "good.xlsx")
    return _scored(folder)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence_beside_a_good_file(tmp_path: Path, usual: Cost, name: str) -> None:
    make, words = REFUSED[name]
    folder = _folder(tmp_path)
    shutil.copyfile(CASE_C, folder / "good.xlsx")
    path = make(folder / "bad.xlsx")

    cost = _scored(folder)

    (failed,) = cost.json["failed"]
    assert (1, [75.61], path.name, True, True) == (
        cost.code,
        [each["points"] for each in cost.json["results"]],
        Path(failed["file"]).name,
        words in cost.err and "Lỗi" in cost.err and "Traceback" not in cost.err,
        cost.seconds - usual.seconds < SECONDS and cost.megabytes - usual.megabytes < MEGABYTES,
    ), (cost.err, cost.seconds, cost.megabytes)


@pytest.mark.parametrize("name", HARMLESS)
def test_it_is_scored_like_its_harmless_twin(tmp_path: Path, usual: Cost, name: str) -> None:
    cost = _scored(HARMLESS[name](_folder(tmp_path) / "strange.xlsx"))

    assert (0, [75.61], True) == (
        cost.code,
        [each["points"] for each in cost.json["results"]],
        cost.seconds - usual.seconds < SECONDS and cost.megabytes - usual.megabytes < MEGABYTES,
    ), (cost.err, cost.seconds, cost.megabytes)


def test_no_link_is_followed(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"

        cost = _scored(files.with_links(_folder(tmp_path) / "links.xlsx", address))

        with pytest.raises(BlockingIOError):  # nobody has knocked
            server.accept()
    assert [75.61] == [each["points"] for each in cost.json["results"]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (os.mkfifo if sys.platform != "win32" else None, "không phải là một tệp thông thường"),
        (lambda path: path.symlink_to("/dev/zero"), "không phải là một tệp thông thường"),
        (lambda path: path.symlink_to(path), "Không tìm thấy"),
    ],
    ids=["pipe", "device", "link to itself"],
)
def test_what_is_no_file_is_not_opened(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    path = tmp_path / "bad.xlsx"
    make(path)

    cost = measured(tmp_path, "score", path, CASE_C, "--format", "json")

    assert (1, [75.61], True, False) == (
        cost.code,
        [each["points"] for each in cost.json["results"]],
        words in cost.err,
        "Traceback" in cost.err,
    ), cost.err


def _folder(parent: Path) -> Path:
    """Make a folder beside which the figures are written."""
    folder = parent / "files"
    folder.mkdir()
    return folder


def _scored(path: Path) -> Cost:
    """Score where LibreOffice, which has limits of its own, is not found."""
    return measured(path.parent, "score", path, "--no-store", "--format", "json", PATH="")
