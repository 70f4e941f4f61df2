"""``parindex report --format docx``: decision and notices as typed, own templates, what is told."""

from __future__ import annotations

from pathlib import Path

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
