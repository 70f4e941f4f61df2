"""``parindex report --format docx``: decision and notices as typed, own templates, what is told."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.running import CASE_C, parindex
from cli.small_office import Office
from parcli.report import naming
from parcli.report.own_templates import packaged_path
from support.word_files import cells, paragraphs


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), A, B, C, D)


def test_the_decision_and_a_folder_of_notices_are_written(office: Office) -> None:
    done = office.run("report", "--format", "docx")
    decision, notices = (office.folder / line for line in done.out.splitlines())

    assert 0 == done.code
    assert any(each.startswith("Điều 1.") for each in paragraphs(decision.read_bytes()))
    assert 4 == len(list(notices.iterdir()))


def test_a_report_of_one_unit_is_its_notice(office: Office) -> None:
    done = office.run("report", "--format", "docx", "--unit", "Huyện A")
    (path,) = done.out.splitlines()

    assert any("Huyện A" in each for each in paragraphs((office.folder / path).read_bytes()))


def test_a_setting_says_on_whose_behalf_is_signed(office: Office) -> None:
    settings = office.folder / "parindex.toml"
    said = '[reports]\non_behalf = "TM. ỦY BAN NHÂN DÂN"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + said, encoding="utf-8")
    decision = office.folder / office.run("report", "--format", "docx").out.splitlines()[0]

    assert "TM. ỦY BAN NHÂN DÂN" in cells(decision.read_bytes(), 1)[0][1]


def test_the_same_moment_makes_the_same_bytes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def made() -> dict[str, bytes]:
        office.run("report", "--format", "docx", "--force")
        return {path.name: path.read_bytes() for path in (office.folder / "reports").rglob("*.docx")}

    assert made() == made()


def _notices(office: Office) -> list[Path]:
    return sorted((office.folder / "reports" / "PAR-district-2023-notices").iterdir())


def test_a_notice_that_was_deleted_is_made_and_the_others_are_kept(office: Office) -> None:
    office.run("report", "--format", "docx")
    first, *others = _notices(office)
    first.unlink()
    for each in others:
        each.write_bytes(b"changed by the office")
    done = office.run("report", "--format", "docx")

    assert (1, [first, *others]) == (done.code, _notices(office))
    assert any("Huyện A" in each for each in paragraphs(first.read_bytes()))
    assert {b"changed by the office"} == {each.read_bytes() for each in others}


def test_the_folder_alone_is_named_where_only_notices_were_made(office: Office) -> None:
    office.run("report", "--format", "docx")
    _notices(office)[0].unlink()
    done = office.run("report", "--format", "docx")

    assert "reports/PAR-district-2023-notices\n" == done.out.replace("\\", "/")
    assert "Đã lập báo cáo" not in done.err
    assert "Lập 1 thông báo còn thiếu, giữ nguyên 3 thông báo đã có trong" in done.err


def test_nothing_is_made_where_all_notices_are_there(office: Office) -> None:
    office.run("report", "--format", "docx")
    done = office.run("report", "--format", "docx")

    assert (3, "") == (done.code, done.out)
    assert "Giữ nguyên 4 thông báo đã có trong" in done.err


def test_notices_are_kept_beside_a_new_decision(office: Office) -> None:
    decision = office.folder / office.run("report", "--format", "docx").out.splitlines()[0]
    decision.unlink()
    done = office.run("report", "--format", "docx")

    assert (1, 1, True) == (done.code, len(done.out.splitlines()), decision.exists())
    assert "Giữ nguyên 4 thông báo đã có trong" in done.err


def test_force_makes_every_notice_again(office: Office) -> None:
    office.run("report", "--format", "docx")
    for each in _notices(office):
        each.write_bytes(b"")
    done = office.run("report", "--format", "docx", "--force")

    assert (0, False) == (done.code, "Giữ nguyên" in done.err)
    assert all(each.read_bytes() for each in _notices(office))


@pytest.mark.parametrize("words", [(), ("--force",)])
def test_notices_of_units_that_are_no_longer_ranked_are_named(office: Office, words: tuple[str, ...]) -> None:
    office.run("report", "--format", "docx")
    folder = _notices(office)[0].parent
    for name in ("H9 - Huyện Cũ.docx", "~$ - Huyện A.docx", "ghi chú.txt"):
        (folder / name).write_bytes(b"")
    done = office.run("report", "--format", "docx", *words)

    assert "còn 1 tệp không phải thông báo của đơn vị nào" in done.err
    assert done.err.endswith("không bị xóa: H9 - Huyện Cũ.docx.\n")
    assert 7 == len(_notices(office))


def test_what_became_of_notices_is_told_in_english(office: Office) -> None:
    office.run("report", "--format", "docx")
    first, *_ = _notices(office)
    first.rename(first.with_name("Old.docx"))
    done = office.run("report", "--format", "docx", "--lang", "en")
    again = office.run("report", "--format", "docx", "--lang", "en")

    assert "are made: 1; there and kept: 3; --force makes all of them again." in done.err
    assert "of no unit of this report, and not deleted (1): Old.docx." in done.err
    assert f"{Path('reports') / first.parent.name}: 4; --force makes them again." in again.err


def test_a_notice_is_known_however_the_disk_writes_its_name(office: Office) -> None:
    office.run("report", "--format", "docx")
    first = _notices(office)[0]
    first.rename(first.with_name(normalize("NFD", first.name)))

    assert "tệp không phải thông báo" not in office.run("report", "--format", "docx", "--force").err


def test_too_many_units_are_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcli.report.word.notice.MOST_NOTICES", 3)
    monkeypatch.setattr("parcli.cli.commands.report.MOST_NOTICES", 3)
    done = office.run("report", "--format", "docx")

    assert 1 == len(done.out.splitlines())
    assert "Có hơn 3 đơn vị nên không lập thông báo riêng" in done.err
    assert 200 == naming.MOST_NOTICES


def test_a_template_alone_makes_word_files(office: Office) -> None:
    own = office.folder / "mẫu.docx"
    own.write_bytes(packaged_path("decision.docx").read_bytes())
    done = office.run("report", "--template", str(own))

    assert {".docx", ""} == {Path(line).suffix for line in done.out.splitlines()}


def test_a_template_of_a_folder_is_used(office: Office) -> None:
    office.run("report", "--export-templates", "mẫu")
    (office.folder / "mẫu" / "decision.docx").write_bytes(packaged_path("notice.docx").read_bytes())
    done = office.run("report", "--format", "docx", "--template-dir", "mẫu")

    assert (2, True) == (done.code, "unit" in done.err)


def test_a_broken_template_leaves_no_file_behind(office: Office) -> None:
    own = office.folder / "mẫu.docx"
    own.write_bytes(b"no file of Word")
    done = office.run("report", "--format", "md,docx,json", "--template", str(own))

    assert 2 == done.code
    assert ("", False) == (done.out, (office.folder / "reports").exists())
    assert "Không đọc được mẫu Word" in done.err


def test_a_template_without_a_word_file_is_refused(office: Office) -> None:
    done = office.run("report", "--format", "html", "--template", "mẫu.docx")

    assert (2, True) == (done.code, "thêm docx vào --format (html)" in done.err)
    assert "" == done.out


def test_case_c_reads_its_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = {"PARINDEX_STORE": "parindex.db"}
    parindex("score", CASE_C, env=store)
    done = parindex("report", "--unit", "Sở Xây dựng", "--format", "docx", env=store)
    content = Path(done.out.strip()).read_bytes()
    areas, losses = cells(content, 1), cells(content, 2)

    assert ["3", "Cải cách thủ tục hành chính", "17,5", "10,86", "62,06", "6,64"] == areas[3][:6]
    assert ["", "Tổng cộng", "100", "75,61", "75,61", "24,39"] == areas[-1][:6]
    assert "Mất 24,39 điểm trên 100 điểm tối đa." in paragraphs(content)
    assert ["6,64", "4,89", "4,00", "3,59", "3,27", "1,00", "1,00"] == [row[3] for row in losses[1:]]
