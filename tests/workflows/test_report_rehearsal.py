"""An office's templates that never end or eat the memory are stopped, with their line, and harm nobody."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from parcli.errors import WrongUsage
from parcli.messages.errors import ERRORS
from parcli.report import markdown
from parcli.report.html import page
from parcli.report.loaded import Loaded
from parcli.report.own_templates import Templates
from parcli.report.packing import packed, unpacked
from parcli.report.word import documents
from parcli.workflows import report_rehearsal
from parcli.workflows.report_files import Format
from parcli.workflows.report_rehearsal import rehearse
from support.docs_scripts import script
from support.report_values import made_context

PARTS = script("word_parts")
linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
NESTED = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
    "{% endfor %}{% endfor %}{% endfor %}"
)
SQUARED = "{% set all = namespace(x=3) %}{% for n in range(60) %}{% set all.x = all.x * all.x %}{% endfor %}"
# lists that differ at their ends, compared again and again: one step, which no signal gets between
ONE_STEP = "{% set a = [0] * 9999999 %}{% set b = [0] * 9999998 + [1] %}{{ ([a] * 9999999).index(b) }}"


@pytest.fixture(autouse=True)
def in_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_rehearsal, "SECONDS", 4.0)  # the rest takes one, three when busy
    monkeypatch.setattr(report_rehearsal, "SECONDS_FOR_UNIT", 0)


def tried(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    render = page.render if name.endswith(".html.j2") else markdown.render
    made_by = Format(partial(render, templates=Templates(folder)))
    rehearse([made_context(2)], [made_by], lang="vi", templates=str(folder))


def tried_in_word(folder: Path, *texts: str) -> None:
    path = folder / "riêng.docx"
    PARTS.write_template(path, "".join(map(PARTS.paragraph, texts)) + PARTS.section(), lang="vi-VN")
    made_by = Format(partial(documents.render, own={"decision.docx": path}))
    rehearse([made_context(2)], [made_by], lang="vi", templates=str(path))


@pytest.mark.parametrize("name", ["method.html.j2", "units.md.j2"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NESTED, "template-too-long"),
        ('{{ "x" * 999999999 }}', "template-too-large"),
        ("{{ 9 ** (9 ** 9) }}", "template-too-large"),
        (SQUARED, "template-too-large"),
        pytest.param('{{ "x".ljust(10 ** 11) }}', "template-too-large", marks=linux),
    ],
)
def test_what_has_no_end_is_told_with_its_line(name: str, text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as caught:
        tried(tmp_path, name, f"\n\n{text}")

    assert (code, {"path": str(tmp_path / name), "line": "3"}) == (caught.value.code, caught.value.params)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NESTED, "word-template-endless"),
        ("{{ 'x' * 999999999 }}", "word-template-too-large"),
        ("{{ 9 ** (9 ** 9) }}", "word-template-too-large"),
        pytest.param("{{ 'x'.ljust(10 ** 11) }}", "word-template-too-large", marks=linux),
    ],
)
def test_a_word_template_without_end_is_told_with_its_paragraph(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as caught:
        tried_in_word(tmp_path, "Một", f"Hai {text}", "Ba")

    assert (code, True) == (caught.value.code, str(caught.value.params["place"]).startswith("Hai {"))


def test_a_notice_is_tried_out_with_the_decision(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    PARTS.write_template(path, PARTS.paragraph("{{ unit.nobody }}") + PARTS.section(), lang="vi-VN")
    made_by = Format(documents.render, notices=partial(documents.notices, own={path.name: path}))

    with pytest.raises(WrongUsage, match="word-template-unknown-name"):
        rehearse([made_context(2)], [made_by], lang="vi", templates=str(path))


def test_one_step_that_does_not_return_ends_with_its_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_rehearsal, "_TO_STOP", 0.5)
    with pytest.raises(WrongUsage) as caught:
        tried(tmp_path, "method.html.j2", ONE_STEP)

    assert ("templates-time", str(tmp_path)) == (caught.value.code, caught.value.params["path"])
    assert ERRORS["templates-time"].vi.format(**caught.value.params)


def test_what_ends_in_time_is_let_pass(tmp_path: Path) -> None:
    tried(tmp_path, "units.md.j2", "{% for n in range(1000) %}{{ n }}{% endfor %}")


@pytest.mark.parametrize("text", ["{{ [1, 2] | random }}", "{{ lipsum() }}"])
def test_nothing_in_a_template_is_left_to_chance(text: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        tried(tmp_path, "units.md.j2", text)


def test_a_context_is_the_same_in_another_process() -> None:
    context = made_context(3)

    assert context == unpacked(packed(context))


def test_rows_that_are_loaded_when_asked_for_go_along() -> None:
    assert (1, 2) == unpacked(packed(Loaded(lambda: (1, 2))))
