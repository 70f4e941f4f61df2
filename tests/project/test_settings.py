from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from parcli.errors import ProjectError
from parcli.messages.catalog import error_text, finding_text
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.project.settings import ReportSettings, Settings
from parcli.project.settings_file import SETTINGS, read_settings
from parcli.project.settings_schema import ReportsPart, SettingsPart
from project.unit_files import spots

FULL = """
office = "UBND tỉnh Mẫu"
lang = "en"
store = "data/results.db"
sets = "sets"
levels = ["department", "district"]
[blocks]
chuyen-mon = "Khối chuyên môn"
[criteria.department]
2023 = "department-2023"
2024 = "department-2024"
2024-h1 = "department-2024-h1"
default = "department-2025"
[reports]
folder = "out"
"""


def read(folder: Path, text: str = "", env: Mapping[str, str] | None = None) -> Settings:
    settings, findings = _read(folder, text, env)
    assert () == findings
    return settings


def mistakes(folder: Path, text: str = "", env: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    settings, findings = _read(folder, text, env)
    assert Settings() == settings
    return findings


def _read(folder: Path, text: str, env: Mapping[str, str] | None) -> tuple[Settings, tuple[Finding, ...]]:
    path = folder / "parindex.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path, env or {})


def test_a_file_sets_everything(tmp_path: Path) -> None:
    assert Settings(
        office="UBND tỉnh Mẫu",
        lang="en",
        store="data/results.db",
        sets="sets",
        levels=("department", "district"),
        blocks={"chuyen-mon": "Khối chuyên môn"},
        criteria={
            "department": {
                "2023": "department-2023",
                "2024": "department-2024",
                "2024-H1": "department-2024-h1",
                "default": "department-2025",
            }
        },
        reports=ReportSettings("out"),
    ) == read(tmp_path, FULL)


def test_an_empty_file_leaves_the_defaults(tmp_path: Path) -> None:
    assert Settings() == read(tmp_path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert "x" == read(tmp_path, '\ufeffoffice = "x"\n').office


@pytest.mark.parametrize(
    ("period", "criteria_set"),
    [
        ("2023", "department-2023"),
        ("2023-H1", "department-2023"),
        ("2024-H1", "department-2024-h1"),
        ("2024", "department-2024"),
        ("2025-Q1", "department-2025"),
    ],
)
def test_a_set_is_that_of_the_period_or_its_year_or_the_default(
    tmp_path: Path, period: str, criteria_set: str
) -> None:
    assert criteria_set == read(tmp_path, FULL).criteria_for("department", Period.parse(period))


def test_a_level_without_sets_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, FULL).criteria_for("commune", Period(2023)) is None


@pytest.mark.parametrize(
    ("variable", "value", "changed"),
    [
        ("PARINDEX_STORE", "other.db", {"store": "other.db"}),
        ("parindex_store", "other.db", {"store": "other.db"}),
        ("PARINDEX_LEVELS", "commune, ministry", {"levels": ("commune", "ministry")}),
        ("PARINDEX_REPORTS__FOLDER", "elsewhere", {"reports": ReportSettings("elsewhere")}),
        ("PARINDEX_STORE", "", {"store": "data/results.db"}),
        ("OTHER_STORE", "other.db", {"store": "data/results.db"}),
    ],
)
def test_the_environment_stands_over_the_file(
    tmp_path: Path, variable: str, value: str, changed: Mapping[str, object]
) -> None:
    settings = read(tmp_path, FULL, {variable: value})

    assert changed == {name: getattr(settings, name) for name in changed}
    assert "UBND tỉnh Mẫu" == settings.office


def test_one_nested_variable_leaves_the_rest_of_its_table(tmp_path: Path) -> None:
    settings = read(tmp_path, FULL, {"PARINDEX_CRITERIA__DEPARTMENT__2023": "mine"})

    assert ["mine", "department-2025"] == [
        settings.criteria_for("department", Period(year)) for year in (2023, 2025)
    ]


def test_the_environment_holds_without_a_file() -> None:
    assert (Settings(store="x.db"), ()) == read_settings(None, {"PARINDEX_STORE": "x.db"})


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('\nofice = "x"\n', "setting-unknown", 2),
        ('[report]\nfolder = "x"\n', "setting-unknown", 1),
        ('[reports]\n\nfodler = "x"\n', "setting-unknown", 3),
        ('reports.fodler = "x"\n', "setting-unknown", 1),
        ('[criteria.distirct]\n2023 = "x"\n', "setting-unknown", 1),
        ('[criteria.district]\n2023a = "x"\n', "setting-period-unknown", 2),
        ('[criteria.district]\n"2023-13" = "x"\n', "setting-period-unknown", 2),
        ('[criteria.district]\n2023 = ""\n', "setting-empty", 2),
        ("[criteria]\ndistrict = 3\n", "setting-not-table", 2),
        ("[criteria.district]\n2023 = 3\n", "setting-not-text", 2),
        ('lang = "fr"\n', "setting-bad-value", 1),
        ("office = 5\n", "setting-not-text", 1),
        ('store = ""\n', "setting-empty", 1),
        ('store = "D:\\new.db"\n', "setting-control-character", 1),
        ('[reports]\nfolder = "D:\\bao-cao"\n', "setting-control-character", 2),
        ('levels = ["district", "distrct"]\n', "setting-bad-value", 1),
        ("levels = 3\n", "setting-not-list", 1),
        ('blocks = "x"\n', "setting-not-table", 1),
        ("[blocks]\na = 1\n", "setting-not-text", 2),
        ("reports = 1\n", "setting-not-table", 1),
    ],
)
def test_a_mistake_is_a_finding_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    assert [(code, f"parindex.toml:{line}")] == spots(mistakes(tmp_path, text))


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("PARINDEX_STROE", "x", "setting-unknown"),
        ("PARINDEX_REPORTS__FODLER", "x", "setting-unknown"),
        ("PARINDEX_LANG", "fr", "setting-bad-value"),
        ("PARINDEX_LEVELS", "distrct", "setting-bad-value"),
        ("PARINDEX_BLOCKS", "{x", "setting-not-json"),
        ("PARINDEX_CRITERIA__DISTRICT__2023X", "x", "setting-period-unknown"),
    ],
)
def test_a_mistake_of_the_environment_names_its_variable(
    tmp_path: Path, variable: str, value: str, code: str
) -> None:
    assert [(code, variable)] == spots(mistakes(tmp_path, FULL, {variable: value}))


def test_every_mistake_is_found_at_once(tmp_path: Path) -> None:
    env = {"PARINDEX_STROE": "x", "PARINDEX_BLOCKS": "{x"}
    found = mistakes(tmp_path, 'office = 1\nlang = "fr"\n[reports]\nfodler = "x"\n', env)

    assert {
        ("setting-unknown", "PARINDEX_STROE"),
        ("setting-not-json", "PARINDEX_BLOCKS"),
        ("setting-not-text", "parindex.toml:1"),
        ("setting-bad-value", "parindex.toml:2"),
        ("setting-unknown", "parindex.toml:4"),
    } == set(spots(found))


def test_an_unknown_key_names_its_path_and_the_likely_one(tmp_path: Path) -> None:
    (finding,) = mistakes(tmp_path, '[reports]\nfodler = "x"\n')

    assert "Không có thiết lập “reports.fodler”." == finding_text(finding, "vi").message
    assert ("folder",) == finding.params["known"]


@pytest.mark.parametrize(
    ("text", "line"), [('office = "x"\nlang = vi\n', "2"), ('office = "x\n', "1"), ("levels = [\n", "1")]
)
def test_a_file_that_is_no_toml_is_one_sentence_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(ProjectError) as caught:
        mistakes(tmp_path, text)

    assert ("project-not-toml", line) == (caught.value.code, caught.value.params["line"])
    assert f"dòng {line}:" in error_text(caught.value.code, caught.value.params, "vi")


@pytest.mark.parametrize("path", [r"C:\Unit\x.db", r"C:\kết quả\x.db", r"D:\luu"])
def test_the_backslashes_of_a_path_are_named(tmp_path: Path, path: str) -> None:
    with pytest.raises(ProjectError) as caught:
        mistakes(tmp_path, f'office = "x"\nstore = "{path}"\n')

    assert ("project-toml-backslash", "2") == (caught.value.code, caught.value.params["line"])
    said = error_text(caught.value.code, caught.value.params, "vi")
    assert all(example in said for example in ('"D:/luu/x.db"', r"'D:\luu\x.db'"))


def test_a_table_that_stands_twice_is_named_with_both_lines(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        mistakes(tmp_path, '[header_words]\nself = ["A"]\n\n[header_words] # more\nignore = ["B"]\n')

    params = caught.value.params
    assert ("project-toml-twice", "4", "1") == (caught.value.code, params["line"], params["first"])


def test_a_path_in_single_quotes_keeps_its_backslashes(tmp_path: Path) -> None:
    assert r"D:\luu\x.db" == read(tmp_path, r"store = 'D:\luu\x.db'").store


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parindex.toml"
    path.write_bytes('office = "é"\n'.encode("cp1258"))

    with pytest.raises(ProjectError) as caught:
        read_settings(path, {})

    assert "project-not-utf8" == caught.value.code


def test_the_settings_that_are_suggested_are_those_of_the_file() -> None:
    assert (tuple(SettingsPart.model_fields), tuple(ReportsPart.model_fields)) == (
        SETTINGS[()],
        SETTINGS["reports",],
    )


def test_without_file_and_variables_pydantic_settings_is_not_loaded() -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom parcli.project.folder import no_project\n"
        "no_project(Path('.'), env={})\nprint('pydantic_settings' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert "False" == run.stdout.strip()
