"""An office's own templates and labels: what they replace, what they may do, how mistakes are told."""

from __future__ import annotations

from base64 import b64encode
from collections import abc
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from inspect import isclass, isfunction
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import WrongUsage
from parcli.messages.report_templates import VALUE_KINDS
from parcli.model.text import Text
from parcli.report import markdown
from parcli.report.context import ReportContext
from parcli.report.html import page
from parcli.report.html.given import FrameGiven, PageGiven, SheetGiven
from parcli.report.markdown import View
from parcli.report.own_labels import read_labels
from parcli.report.own_templates import TEMPLATES, Templates
from parcli.report.saying import Saying
from parcli.report.template_faults import check
from parcli.workflows.report_templates import export_templates, labels_text
from support.report_values import HOSTILE_NAMES, made_context

Write = Callable[..., Templates]
PACKAGED = '{% extends "packaged/page.html.j2" %}'


@pytest.fixture
def office(tmp_path: Path) -> Write:
    """Write templates into a folder, and return them."""

    def write(**files: str) -> Templates:
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_text(text, encoding="utf-8")
        return Templates(tmp_path)

    return write


def html(templates: Templates, context: ReportContext | None = None) -> str:
    check(templates)
    return page.render(context or made_context(2), "vi", templates)


def md(templates: Templates, context: ReportContext | None = None) -> str:
    check(templates)
    return markdown.render(context or made_context(2), "vi", templates)


def fault(templates: Templates, render: Callable[[Templates], str] = html) -> WrongUsage:
    with pytest.raises(WrongUsage) as raised:
        render(templates)
    return raised.value


def where(error: WrongUsage) -> tuple[str, str, str]:
    """Return an error's code and its file and line."""
    return error.code, Path(str(error.params["path"])).name, str(error.params.get("line", ""))


def test_a_section_can_be_added_to_the_packaged_page(office: Write) -> None:
    section = '{% block method %}<p id="own">{{ context.units | length }}</p>{{ super() }}{% endblock %}'
    own = html(office(page__html__j2=PACKAGED + section))

    assert own.index('<p id="own">2</p>') < own.index('<section id="method">')
    assert own.replace('<p id="own">2</p>', "").split() == page.render(made_context(2), "vi").split()


def test_a_template_of_markdown_is_replaced(office: Write) -> None:
    assert "# Báo cáo: 2\n" == md(office(report__md__j2="# Báo cáo: {{ context.units | length }}\n"))


def test_values_in_an_own_page_are_escaped(office: Write) -> None:
    section = "{% block overview %}<b>{{ context.units[0].name }}</b>{% endblock %}"
    own = html(office(page__html__j2=PACKAGED + section), made_context(1, names=HOSTILE_NAMES))

    assert "<b>Chi cục &lt;b&gt;thử&lt;/b&gt; &amp; &#34;XSS&#34; &lt;script&gt;" in own


def test_values_in_own_markdown_are_literal_and_macros_are_not_escaped_twice(office: Write) -> None:
    macro = "{% macro bold(text) %}**{{ text }}**{% endmacro %}{{ bold(context.units[0].name) }}\n"

    assert "**a\\*b \\<c\\>**\n" == md(office(report__md__j2=macro), made_context(1, names=["a*b <c>"]))


@pytest.mark.parametrize(("asset", "tag"), [("page.css", "style"), ("page.js", "script")])
def test_an_own_asset_is_put_into_the_page_with_its_hash(office: Write, asset: str, tag: str) -> None:
    text = "/* riêng */\n"
    own = html(office(**{asset: text}))

    assert f"<{tag}>{text}</{tag}>" in own
    assert f"{tag}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in own


def test_exported_templates_make_the_same_report_byte_for_byte(tmp_path: Path) -> None:
    export_templates(tmp_path, "vi")
    own, context = Templates(tmp_path), made_context(6, names=HOSTILE_NAMES)

    assert set(TEMPLATES) == set(own.own)
    assert page.render(context, "vi") == html(own, context)
    assert markdown.render(context, "vi") == md(own, context)


def test_exporting_replaces_no_file(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("của cơ quan", encoding="utf-8")
    exported = export_templates(tmp_path, "vi")

    assert ["page.css"] == [path.name for path in exported.kept]
    assert "của cơ quan" == (tmp_path / "page.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "called", ["../../x", "/etc/passwd", "packaged/../page.css", "packaged/labels.toml", "không-có.html.j2"]
)
def test_nothing_beyond_the_folder_and_the_packaged_templates_can_be_called(
    office: Write, called: str
) -> None:
    error = fault(office(method__html__j2=f'\n{{% include "{called}" %}}'))

    assert ("template-missing", "method.html.j2", "2") == where(error)
    assert called == error.params["name"]


def test_a_name_that_only_a_run_makes_reaches_no_further(office: Write) -> None:
    error = fault(office(method__html__j2='{% include "../" ~ "x" %}'))

    assert ("template-missing", "method.html.j2", "1") == where(error)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "mẫu"
    folder.mkdir()
    (tmp_path / "ngoài.css").write_text("", encoding="utf-8")
    (folder / "page.css").symlink_to(tmp_path / "ngoài.css")

    with pytest.raises(WrongUsage) as raised:
        Templates(folder)
    assert "template-outside" == raised.value.code


@pytest.mark.parametrize(
    "text",
    [
        "{{ context.head.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ f._own }}",
        "{{ t.__self__ }}",
        "{{ context.periods.__class__.__subclasses__() }}",
        "{% set x = [] %}{{ x.append(1) }}",
        "{{ '{0.__class__}'.format(context) }}",
    ],
)
def test_a_template_reads_values_and_nothing_behind_them(office: Write, text: str) -> None:
    assert ("template-forbidden", "method.html.j2", "1") == where(fault(office(method__html__j2=text)))


def test_templates_are_given_values_and_words_alone() -> None:
    """Nothing that they can reach opens, writes or runs anything: no path, stream, module or store."""
    plain = (str, int, Fraction, datetime, Enum, NoneType, Saying, View)
    given = {each for kind in (FrameGiven, PageGiven, SheetGiven, ReportContext) for each in _kinds(kind)}

    assert ReportContext in given
    assert set() == {each for each in given if not issubclass(each, (Struct, *plain))}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("một\n{% if %}", "template-syntax", "2"),
        ("{{ không đóng", "template-syntax", "1"),
        ("\n\n{{ chưa_có }}", "template-undefined", "3"),
        ("{{ context.tiêu_đề }}", "template-undefined", "1"),
        ("{{ 1 / 0 }}", "template-failed", "1"),
        ("{{ none + 1 }}", "template-failed", "1"),
        ('{{ t("không-có") }}', "template-word-unknown", "1"),
        ('{{ t("break-kind") }}', "template-failed", "1"),
        ('\n{% include "method.html.j2" %}', "template-calls-itself", "2"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(office: Write, text: str, code: str, line: str) -> None:
    assert (code, "method.html.j2", line) == where(fault(office(method__html__j2=text)))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ('{{ f.percent("abc") }}', "f.percent", "một số của báo cáo (Fraction) hoặc None"),
        ('{{ f.published("abc") }}', "f.published", "một số của báo cáo (Fraction) hoặc None"),
        ('{{ f.text("abc") }}', "f.text", "một tên của báo cáo (Text) hoặc None"),
        ('{{ f.rank("abc") }}', "f.rank", "một thứ hạng của báo cáo (Rank) hoặc None"),
        ('{{ f.period("abc") }}', "f.period", "một kỳ của báo cáo (Period)"),
    ],
)
def test_a_function_that_is_given_another_kind_says_which_it_takes(
    office: Write, text: str, name: str, wanted: str
) -> None:
    error = fault(office(method__html__j2=text))

    assert ("template-wrong-value", "method.html.j2", "1") == where(error)
    assert (name, "abc") == (error.params["name"], error.params["value"])
    assert isinstance(error.params["wanted"], Text)
    assert wanted == error.params["wanted"].vi


def test_every_kind_that_a_function_takes_has_a_name() -> None:
    functions = (each for name, each in vars(Saying).items() if name[0] != "_" and isfunction(each))
    kinds = {
        kind.partition(" ")[0]
        for each in functions
        for place, kind in each.__annotations__.items()
        if place not in ("return", "params")
    }

    assert set(VALUE_KINDS) == kinds


def test_a_mistake_in_markdown_is_told_too(office: Write) -> None:
    error = fault(office(units__md__j2="\n{{ view.không_có }}"), md)

    assert ("template-undefined", "units.md.j2", "2") == where(error)


def test_templates_that_call_each_other_without_end_are_told(office: Write) -> None:
    own = office(method__html__j2='{% include "a.html.j2" %}', a__html__j2='{% include "method.html.j2" %}')

    assert "template-endless" == fault(own).code


def test_what_a_packaged_template_misses_in_an_own_one_is_told(office: Write) -> None:
    error = fault(office(parts__html__j2="{% macro grade(name, tone) %}{% endmacro %}"))

    assert "template-undefined" == error.code


def test_a_fault_of_the_program_is_not_laid_on_templates(office: Write) -> None:
    with pytest.raises(AttributeError):
        page.render(replace(made_context(1), head=None), "vi", office(page__css=""))


def test_a_file_that_replaces_nothing_names_the_nearest(office: Write) -> None:
    error = fault(office(overveiw__html__j2=""))

    assert ("template-unknown-near", "overview.html.j2") == (error.code, error.params["near"])


def test_a_file_like_no_template_is_told(office: Write) -> None:
    assert "template-unknown" == fault(office(zzz__css="")).code


def test_a_file_that_a_template_calls_is_welcome(office: Write) -> None:
    own = office(method__html__j2='{% include "them.html.j2" %}', them__html__j2="<p>Ghi chú</p>")

    assert "<p>Ghi chú</p>" in html(own)


@pytest.mark.parametrize(
    ("asset", "text"), [("page.css", "a{}\n</STYLE>"), ("page.js", "\n'</script>'"), ("page.js", "\n<!--")]
)
def test_an_asset_cannot_end_the_element_that_holds_it(office: Write, asset: str, text: str) -> None:
    assert ("template-asset-ends", asset, "2") == where(fault(office(**{asset: text})))


def test_a_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "method.html.j2").write_bytes("Phương pháp".encode("utf-16"))

    assert "template-not-utf8" == fault(Templates(tmp_path)).code


def test_a_folder_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as raised:
        Templates(tmp_path / "không")
    assert "template-folder-missing" == raised.value.code


def _kinds(hint: Any, known: tuple[type, ...] = ()) -> set[type]:
    """Return the types of all values that can be reached from one of a type."""
    found: set[type] = set()
    for each in get_args(hint) if get_origin(hint) not in (Literal, abc.Callable) else ():
        found |= _kinds(each, known)
    if isclass(hint) and get_origin(hint) is None and hint not in known:
        found.add(hint)
        fields = get_type_hints(hint).values() if issubclass(hint, Struct) else ()
        for field in fields:
            found |= _kinds(field, (*known, hint))
    return found


def labels(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "labels.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_label_stands_in_every_output_and_the_rest_as_packaged(tmp_path: Path) -> None:
    own = read_labels(labels(tmp_path, '[vi]\ntitle = "Báo cáo {period}"\nmethod = "Cách làm"\n'))
    context = replace(made_context(1), own_words=own)

    assert "<title>Báo cáo năm 2023</title>" in page.render(context, "vi")
    assert "<h2>Cách làm</h2>" in page.render(context, "vi")
    assert markdown.render(context, "vi").startswith("# Báo cáo năm 2023\n")
    assert "<h2>Method and sources</h2>" in page.render(context, "en")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[vi]\nrank = ", "labels-not-toml", "2"),
        ('[vn]\nrank = "Hạng"', "labels-language", "1"),
        ('rank = "Hạng"', "labels-language", "1"),
        ('[vi]\n\nrankk = "Hạng"', "labels-key-unknown-near", "3"),
        ('[vi]\nqqqqqqqq = "Hạng"', "labels-key-unknown", "2"),
        ("[vi]\nrank = 1", "labels-not-text", "2"),
        ('[vi]\nrank = " "', "labels-not-text", "2"),
        ('[en]\ntitle = "{year}"', "labels-place-unknown", "2"),
        ('[en]\ntitle = "{period.__class__}"', "labels-place-unknown", "2"),
        ('[en]\ntitle = "{period!r}"', "labels-place-unknown", "2"),
        ('[vi]\nrank = "{}"', "labels-no-places", "2"),
        ('[vi]\nrank = "{"', "labels-braces", "2"),
    ],
)
def test_a_mistake_in_labels_is_told_with_its_line(tmp_path: Path, text: str, code: str, line: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        read_labels(labels(tmp_path, text))

    assert (code, "labels.toml", line) == where(raised.value)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_exported_labels_change_nothing_until_a_mark_is_taken_away(tmp_path: Path, lang: str) -> None:
    text = labels_text("vi")
    table = f"[{lang}]\n"
    at = text.index("# rank = ", text.index(table))

    assert {} == read_labels(labels(tmp_path, text))
    assert ["rank"] == list(read_labels(labels(tmp_path, text[:at] + text[at + 2 :])))
