"""``parindex report`` with an office's own templates: names, copies to start from, nothing half-written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.running import ROOT, parindex
from cli.small_office import Office
from parcli.report.own_templates import LABELS, TEMPLATES

OWN = ("--template-dir", "mẫu")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), A, B, C, D)


def put(office: Office, name: str, text: str) -> None:
    (office.folder / "mẫu").mkdir(exist_ok=True)
    (office.folder / "mẫu" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_template_is_listed_with_what_it_makes(lang: str) -> None:
    lines = parindex("report", "--list-templates", "--lang", lang).out.splitlines()[1:]

    assert {*TEMPLATES, LABELS} <= {line.split()[0] for line in lines}
    assert all(len(line.split()) > 1 for line in lines)


def test_the_list_tells_what_a_folder_replaces(office: Office) -> None:
    office.run("report", "--export-templates", "mẫu")
    put(office, "page.css", "body { color: navy; }\n")
    put(office, "them.html.j2", "")
    listed = office.run("report", "--list-templates", *OWN).out.splitlines()
    states = {line.split()[0]: line.split("  ")[-1].strip() for line in listed[1:]}

    assert ("thay bản gốc", "giống bản gốc") == (states["page.css"], states["page.js"])
    assert "chỉ dùng khi được gọi" == states["them.html.j2"]


def test_templates_are_copied_out_once(office: Office) -> None:
    first = office.run("report", "--export-templates", "mẫu")
    (office.folder / "mẫu" / "page.js").unlink()
    again = office.run("report", "--export-templates", "mẫu")

    assert (0, 1, 3) == (first.code, again.code, office.run("report", "--export-templates", "mẫu").code)
    assert ["page.js"] == [Path(line).name for line in again.out.splitlines()]


def test_reports_are_made_by_own_templates_and_in_own_words(office: Office) -> None:
    put(office, "report.md.j2", "{{ view.title }}: {{ context.units[0].name }}\n")
    put(office, LABELS, '[vi]\ntitle-district = "các huyện"\n')
    done = office.run("report", "--format", "md", *OWN)

    text = (office.folder / done.out.strip()).read_text(encoding="utf-8")
    assert "Kết quả Chỉ số cải cách hành chính các huyện năm 2023: Huyện D\n" == text


@pytest.mark.parametrize("name", ["method.html.j2", "method.md.j2"])
def test_a_template_that_fails_leaves_no_file_behind(office: Office, name: str) -> None:
    put(office, name, "một\n{{ context.không_có }}")
    done = office.run("report", *OWN)

    assert (2, "") == (done.code, done.out)
    assert f"{name}, dòng 2" in done.err
    assert not (office.folder / "reports").exists()


def test_an_unknown_label_is_wrong_usage(office: Office) -> None:
    put(office, LABELS, '[vi]\n# chữ riêng\ntitl = "Báo cáo"\n')
    done = office.run("report", *OWN)

    assert 2 == done.code
    assert f"{LABELS}, dòng 3: không có nhãn “titl”; khóa gần nhất là “title”." in done.err


def test_what_the_guide_shows_works(office: Office) -> None:
    guide = (ROOT / "docs" / "how-to" / "own-templates.md").read_text(encoding="utf-8")
    shown = re.findall(r"Tệp `mau/(\S+)`:\n\n```\w+\n(.*?)```", guide, re.DOTALL)
    for name, text in shown:
        put(office, name, text)
    done = office.run("report", "--format", "html", *OWN)
    page = (office.folder / done.out.strip()).read_text(encoding="utf-8")

    assert [LABELS, "page.html.j2"] == [name for name, _ in shown]
    assert "của các quận, huyện, thị xã, thành phố năm 2023</title>" in page
    assert "Kết luận của Hội đồng thẩm định" in page


def test_a_folder_that_is_not_there_is_wrong_usage(office: Office) -> None:
    done = office.run("report", *OWN)

    assert 2 == done.code
    assert "--export-templates" in done.err
