"""An office's own Word template is filled in a sandbox; what is wrong in it is said with its place."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from architecture.source_tree import ROOT
from parcli.errors import WrongUsage
from parcli.messages.errors import ERRORS
from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.own_templates import packaged_path
from parcli.report.word import documents
from parcli.report.word.decision import decision_values
from parcli.report.word.notice import notice_values
from support.docs_scripts import script
from support.report_values import made_context
from support.word_files import paragraphs, part

PARTS = script("word_parts")
CONTEXT = made_context(3)
NAMES = ("decision.docx", "notice.docx")


def template_of(folder: Path, *texts: str) -> Path:
    """Return a template that has these paragraphs."""
    path = folder / "riêng.docx"
    PARTS.write_template(path, "".join(map(PARTS.paragraph, texts)) + PARTS.section(), lang="vi-VN")
    return path


def made_of(folder: Path, *texts: str) -> list[str]:
    return paragraphs(documents.render(CONTEXT, "vi", own={NAMES[0]: template_of(folder, *texts)}))


def refused(folder: Path, *texts: str) -> WrongUsage:
    with pytest.raises(WrongUsage) as caught:
        made_of(folder, *texts)
    return caught.value


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_packaged_template_is_what_the_script_writes(name: str, lang: Lang) -> None:
    locale = {"vi": "vi-VN", "en": "en-GB"}[lang]
    body = script("make_word_templates").bodies()[name.removesuffix(".docx"), lang]
    wanted = PARTS.package_parts(body, lang=locale)
    with zipfile.ZipFile(packaged_path(name, lang)) as archive:
        assert wanted == {each: archive.read(each).decode("utf-8") for each in archive.namelist()}


def test_a_template_places_values_lists_and_conditions(tmp_path: Path) -> None:
    said = made_of(
        tmp_path,
        "{{ office | upper }}",
        "{%p for unit in units %}",
        "{{ unit.rank }}. {{ unit.name }}: {{ unit.points }}{% if loop.last %}.{% endif %}",
        "{%p endfor %}",
    )

    ranked = [f"{n}. {each.name}" for n, each in enumerate(CONTEXT.units, start=1)]
    assert "ỦY BAN NHÂN DÂN TỈNH (VÍ DỤ)" == said[0]
    assert ranked == [each.partition(":")[0] for each in said[1:]]
    assert said[-1].endswith(".")


def test_a_template_places_tables_and_pictures(tmp_path: Path) -> None:
    own = template_of(tmp_path, "{{p annexes[0].ranking }}", "{{p annexes[0].charts[0] }}")
    markup = part(documents.render(CONTEXT, "vi", own={NAMES[0]: own}))

    assert (1, 1) == (markup.count("<w:tbl>"), markup.count("<w:drawing>"))


def test_a_notice_has_its_own_template(tmp_path: Path) -> None:
    own = {NAMES[1]: template_of(tmp_path, "Gửi {{ unit.name }}")}
    contents = [make() for _, make in documents.notices(CONTEXT, "vi", own=own)]

    assert [[f"Gửi {each.name}"] for each in CONTEXT.units] == [paragraphs(each) for each in contents]


@pytest.mark.parametrize(
    ("texts", "code", "said"),
    [
        (["Của {{ ofice }}"], "word-template-unknown-name", {"name": "ofice", "place": "Của {{ ofice }}"}),
        (
            ["{%p for each in units %}", "{{ each.pionts }}", "{%p endfor %}"],
            "word-template-unknown-name",
            {"name": "pionts", "place": "{{ each.pionts }}"},
        ),
        (
            ["Một", "{%p for each in unitss %}", "Hai", "{%p endfor %}"],
            "word-template-unknown-name",
            {"name": "unitss"},
        ),
        (["Một", "Hai {{ office", "Ba"], "word-template-syntax", {}),
        (["{%p if draft %}", "Dự thảo"], "word-template-syntax", {}),
        (["{{ office | uper }}"], "word-template-syntax", {"place": "{{ office | uper }}"}),
        (["{{ ''.__class__.__mro__ }}"], "word-template-unsafe", {}),
        (["{{ annexes.append(1) }}"], "word-template-unsafe", {}),
        (["{% for n in range(10**9) %}x{% endfor %}"], "word-template-unsafe", {}),
        (["{{ 1 / 0 }}"], "word-template-failed", {"said": "division by zero"}),
        (["{{ office + 1 }}"], "word-template-failed", {}),
        (["{{ annexes[0].ranking }}"], "word-template-torn", {}),
    ],
)
def test_a_mistake_is_said_with_its_place(
    texts: Sequence[str], code: str, said: dict[str, str], tmp_path: Path
) -> None:
    error = refused(tmp_path, *texts)

    assert code == error.code
    assert str(tmp_path / "riêng.docx") == error.params["path"]
    assert said.items() <= error.params.items()
    assert ERRORS[code].vi.format(**error.params)


@pytest.mark.parametrize("content", [b"", b"<html>", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_word_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(WrongUsage) as caught:
        documents.render(CONTEXT, "vi", own={NAMES[0]: path})

    assert "word-template-unreadable" == caught.value.code


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="word-template-unreadable"):
        documents.render(CONTEXT, "vi", own={NAMES[0]: ROOT / "examples" / "workbook.xlsx"})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="word-template-unreadable"):
        documents.render(CONTEXT, "vi", own={NAMES[0]: tmp_path / "none.docx"})


def test_what_there_is_not_leaves_nothing(tmp_path: Path) -> None:
    bare = replace(CONTEXT, blocks=tuple(replace(each, areas=()) for each in CONTEXT.blocks))
    own = {NAMES[0]: template_of(tmp_path, "Trước", "{{p annexes[0].areas }}", "Sau")}

    assert ["Trước", "Sau"] == paragraphs(documents.render(bare, "vi", own=own))


def test_what_a_name_holds_is_never_a_template(tmp_path: Path) -> None:
    head = replace(CONTEXT.head, office="{{ 7*7 }}{% raw %}")
    own = {NAMES[0]: template_of(tmp_path, "{{ office }}")}

    assert ["{{ 7*7 }}{% raw %}"] == paragraphs(documents.render(replace(CONTEXT, head=head), "vi", own=own))


def test_every_value_of_a_template_is_described() -> None:
    page = (ROOT / "docs" / "reference" / "word-templates.md").read_text(encoding="utf-8")
    decision, notice = decision_values(CONTEXT, "vi"), notice_values(_of_unit(), "vi")
    names = {*_names(decision), *_names(notice)}

    assert set() == {name for name in names if f"`{name}`" not in page}


def _of_unit() -> ReportContext:
    unit = CONTEXT.units[0]
    return replace(CONTEXT, units=(unit,), head=replace(CONTEXT.head, unit=unit.key))


def _names(values: dict[str, object]) -> set[str]:
    names = set(values)
    for value in values.values():
        first = value[0] if isinstance(value, list | tuple) and value else value
        names |= _names(first) if isinstance(first, dict) else set()
    return names
