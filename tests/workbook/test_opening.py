"""A workbook is opened by what it is: any kind that is read gives the same book, any other a sentence."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import finding_text
from parcli.workbook import child, libreoffice
from parcli.workbook.opening import open_book
from parcli.workbook.reading import read_workbook
from parcli.workbook.sheet import Book
from parcli.workbook.xlsx import reader
from parcli.workbook.xlsx.declined import Declined
from support.old_formats import compound, saved_as
from support.workbooks import archive, changed, write_sheets

KINDS = ("xls", "ods")
_TYPES = "[Content_Types].xml"
_WORKBOOK_TYPE = "openxmlformats-officedocument.spreadsheetml.sheet.main"
NFD_TABLE = "Đơn vị: | Sở A\n\nMã | Tiêu chí | Điểm tối đa | Tự chấm\n1.1 | Kế hoạch | 2 | 1.5"


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return one workbook with all that a number's meaning needs, saved in each format."""
    folder = tmp_path_factory.mktemp("twins")
    rows: list[list[Any]] = [
        ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Ngày"],
        ["1", "Chỉ đạo", 3, "=D3+D4", None],
        ["1.1", "Kế hoạch\nnăm", 1, 0.85, None],
        ["1.2", "Báo cáo", 2, 1.5, None],
        ["1.3", "Tỷ lệ", 1, "=1/0", True],
    ]
    path = write_sheets(
        folder / "source.xlsx",
        {"Tự chấm": rows, "Ẩn": [["a"]]},
        formats={"D2": "0.00", "D3": "0%"},
        hide_rows=(4,),
        hide_cols=("E",),
        merge=("B4:C4",),
        hidden=("Ẩn",),
    )
    made = {kind: saved_as(kind, path, folder=folder)[0] for kind in KINDS}
    (made["xlsx"],) = saved_as("xlsx", made["ods"], folder=Path(shutil.copytree(folder, folder / "back")))
    return made


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)


@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_the_book_is_that_of_its_xlsx_twin(twins: dict[str, Path], kind: str) -> None:
    assert open_book(twins["xlsx"]).sheets == open_book(twins[kind]).sheets


@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_all_that_changes_a_number_is_kept(twins: dict[str, Path], kind: str) -> None:
    shown, hidden = open_book(twins[kind]).sheets

    assert (0.85, True) == (shown.cells[3, 4].value, shown.cells[3, 4].percent_format)
    assert "#DIV/0!" == shown.cells[5, 4].error
    assert ("=D3+D4", True) == (shown.cells[2, 4].formula, shown.cells[2, 4].has_cached)
    assert (frozenset({4}), frozenset({5}), True) == (shown.hidden_rows, shown.hidden_cols, hidden.hidden)
    assert (False, 1) == (shown.hidden, len(shown.merged))


@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_file_decides_nothing(twins: dict[str, Path], kind: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(twins[kind], tmp_path / "bảng (cuối).xlsx"))
    assert (open_book(twins[kind]).sheets, str(path)) == (open_book(path).sheets, open_book(path).source)


@pytest.mark.office
@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize("kind", KINDS)
def test_without_libreoffice_the_values_are_read_and_a_finding_says_so(
    twins: dict[str, Path], kind: str
) -> None:
    book = open_book(twins[kind])

    assert ["book-values-only"] == [finding.code for finding in book.findings]
    assert "LibreOffice" in finding_text(book.findings[0], "vi").message
    assert (0.85, None, 1.5) == tuple(_value(book, row, 4) for row in (3, 5, 4))


@pytest.mark.office
@pytest.mark.usefixtures("no_libreoffice")
def test_the_form_carries_the_finding_on(twins: dict[str, Path]) -> None:
    assert "book-values-only" in [finding.code for finding in read_workbook(twins["xls"]).findings]


@pytest.mark.office
def test_libreoffice_that_comes_to_no_end_leaves_the_values(
    twins: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS", 0.05)
    assert ["book-values-only"] == [finding.code for finding in open_book(twins["xls"]).findings]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 60 & echo $! > '{tmp_path}/pid'\nwait\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: script)
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    (tmp_path / "a.xls").write_bytes(b"x")

    assert libreoffice.to_xlsx(tmp_path / "a.xls", "xls") is None
    pid = int((tmp_path / "pid").read_text())
    end = time.monotonic() + 5  # who has been ended may be there for a moment on a busy machine
    while _runs(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _runs(pid)


@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [3, 2])
def test_a_file_cut_short_is_damaged(twins: dict[str, Path], kind: str, part: int, tmp_path: Path) -> None:
    content = twins[kind].read_bytes()
    (tmp_path / "a.xls").write_bytes(content[: len(content) * (part - 1) // part])
    assert "workbook-damaged" == _code(tmp_path / "a.xls")


@pytest.mark.office
def test_what_libreoffice_made_may_be_declined_too(
    twins: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = open_book(twins["xls"])
    monkeypatch.setattr(reader, "open_book", _decline)
    assert expected == open_book(twins["xls"])


@pytest.mark.office
def test_a_damaged_xls_is_not_read_as_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(compound(["Workbook"]))
    assert "workbook-damaged" == _code(tmp_path / "a.xls")


@pytest.mark.office
def test_a_linked_picture_is_not_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        picture = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        content = _ods_content(f'<draw:frame><draw:image xlink:href="{picture}"/></draw:frame>')
        book = open_book(archive(tmp_path / "a.ods", {**_ODS, "content.xml": content}))

        server.setblocking(False)
        assert ((), 1) == (book.findings, _value(book, 1, 1))
        with pytest.raises(BlockingIOError):  # nobody called
            server.accept()


@pytest.mark.office
def test_decomposed_letters_are_read_as_composed_ones(tmp_path: Path) -> None:
    rows = unicodedata.normalize("NFD", NFD_TABLE)
    plain = write_sheets(tmp_path / "nfc.xlsx", {"Tự chấm": NFD_TABLE})
    path = write_sheets(tmp_path / "nfd.xlsx", {unicodedata.normalize("NFD", "Tự chấm"): rows})
    for suffix in KINDS:
        (saved,) = saved_as(suffix, path, folder=tmp_path)
        assert _answers(plain) == _answers(saved)


def test_a_file_that_the_streaming_reader_declines_is_read_in_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_sheets(tmp_path / "a.xlsx", {"A": [["x", 1]]}, merge=("A1:A2",))
    expected = open_book(path)
    monkeypatch.setattr(reader, "open_book", _decline)
    assert expected == open_book(path)


@pytest.mark.parametrize(
    ("reason", "code"),
    [("time", "workbook-too-costly"), ("crash", "workbook-too-costly"), ("start", "reader-not-started")],
)
def test_a_reader_that_fails_is_one_sentence(
    reason: child.Reason, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Book:
        raise child.ChildFailed(reason)

    monkeypatch.setattr(child, "run_limited", fail)
    (tmp_path / "a.xls").write_bytes(compound(["Workbook"]))
    assert code == _code(tmp_path / "a.xls")


def test_values_in_the_far_corners_cost_no_more_than_the_limits(tmp_path: Path) -> None:
    path = archive(tmp_path / "far.ods", {**_ODS, "content.xml": _ods_content(rows=_FAR)})
    begin = time.monotonic()
    assert "workbook-too-large" == _code(path)
    assert time.monotonic() - begin < child.SECONDS + 5


@pytest.mark.usefixtures("no_libreoffice")
def test_a_password_is_named(tmp_path: Path) -> None:
    manifest = _MANIFEST.replace(
        "/>", "><manifest:encryption-data></manifest:encryption-data></manifest:file-entry>", 1
    )
    path = archive(tmp_path / "a.ods", {**_ODS, "META-INF/manifest.xml": manifest, "content.xml": "?"})
    assert "workbook-encrypted" == _code(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "file-is-text"),
        (b'<?xml version="1.0"?><Workbook/>', "file-is-text"),
        ("Mã\tĐiểm\n1.1\t2\n".encode("utf-16"), "file-is-text"),
        (b"{\\rtf1\\ansi Bang}", "file-is-word"),
        (b"\n\n%PDF-1.4\n", "file-is-pdf"),
        (compound(["WordDocument"]), "file-is-word"),
        (compound(["EncryptedPackage", "EncryptionInfo"]), "workbook-encrypted"),
        (compound(["PowerPoint Document"]), "file-not-workbook"),
    ],
)
def test_other_things_named_xls_are_refused_by_what_they_are(
    content: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / "a.xls").write_bytes(content)
    assert code == _code(tmp_path / "a.xls")


@pytest.mark.parametrize(
    ("member", "content", "code"),
    [
        ("mimetype", "application/vnd.oasis.opendocument.text", "file-is-word"),
        (_TYPES, "application/vnd.openxmlformats-officedocument.wordprocessingml.x", "file-is-word"),
        (_TYPES, "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "workbook-xlsb"),
        (_TYPES, "application/vnd.openxmlformats-officedocument.presentationml.x", "file-not-workbook"),
        ("a.txt", "a", "zip-not-workbook"),
    ],
)
def test_other_archives_are_refused_by_what_they_are(
    member: str, content: str, code: str, tmp_path: Path
) -> None:
    assert code == _code(archive(tmp_path / "a.xlsx", {member: content}))


@pytest.mark.parametrize(
    "kind",
    [
        "openxmlformats-officedocument.spreadsheetml.template.main",
        "ms-excel.sheet.macroEnabled.main",
        "ms-excel.template.macroEnabled.main",
    ],
)
def test_templates_and_files_with_macros_are_workbooks(kind: str, tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "a.xlsx", {"A": [["x", 1]]})
    expected = open_book(path).sheets
    changed(path, lambda types: types.replace(_WORKBOOK_TYPE, kind), member=_TYPES)
    assert expected == open_book(path).sheets


def test_opening_a_workbook_loads_no_other_reader(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "a.xlsx", {"A": [["x", 1]]})
    program = (
        "import sys; from pathlib import Path; from parcli.workbook.opening import open_book;"
        "open_book(Path(sys.argv[1]));"
        "print(*(name for name in ('openpyxl', 'python_calamine') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    assert "" == done.stdout.strip()


def test_programs_in_the_working_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("soffice", "soffice.exe", "soffice.com"):
        (tmp_path / name).write_text("", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    found = libreoffice.program()
    assert found is None or tmp_path not in found.parents


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": _MANIFEST,
}
_ONE = '<table:table-cell office:value-type="float" office:value="1"/>'
_FAR = (
    '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{_ONE}</table:table-row>'
)


def _ods_content(in_cell: str = "", *, rows: str = "") -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = "".join(f' xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text"))
    return (
        f'<office:document-content office:version="1.2"{names} xmlns:draw="{space}:drawing:1.0"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>'
        f'<table:table table:name="A"><table:table-row>{_ONE}<table:table-cell>{in_cell}</table:table-cell>'
        f"</table:table-row>{rows}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _code(path: Path) -> str:
    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    assert str(path) == caught.value.params["path"]
    return caught.value.code


def _value(book: Book, row: int, col: int) -> object:
    cell = book.sheets[0].cells.get((row, col))
    return None if cell is None else cell.value


def _answers(path: Path) -> object:
    form = read_workbook(path)
    rows = [
        (row.codes, row.title, [(v.role, v.datum.number, v.datum.place) for v in row.values])
        for row in form.rows
    ]
    return form.labels.unit, rows, form.findings


def _decline(_: Path) -> Book:
    raise Declined("test")


def _runs(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return ") Z " not in stat.read_text()
    except OSError:  # gone, perhaps while it was looked at
        return False
