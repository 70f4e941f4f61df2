"""Writes the Word templates of reports that come with the program: decision and notice, in both languages.

Run ``python docs/make_word_templates.py``; a test compares the templates with what this script would write.
What stands in double braces is filled in by ``parindex report``; docs/reference/word-templates.md lists it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from word_parts import Run, columns, paragraph, rule, section, section_break, write_template

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "src" / "parcli" / "report" / "word" / "templates"
_TEXTS = yaml.safe_load((HERE / "word_template_texts.yaml").read_text(encoding="utf-8"))
_HEAD = _TEXTS["head"]
_LOCALES = {"vi": "vi-VN", "en": "en-GB"}
_LEFT, _RIGHT = 66.0, 99.0  # millimetres of the two columns of head and foot
_AROUND = '<w:spacing w:before="60" w:after="120"/>'
_KEEP = "<w:keepNext/>"


def bodies() -> dict[tuple[str, str], str]:
    """Return the body of each template by its name and language."""
    return {
        **{("decision", lang): _decision(lang) for lang in _LOCALES},
        **{("notice", lang): _notice(lang) for lang in _LOCALES},
    }


def make() -> None:
    """Write all templates."""
    FOLDER.mkdir(exist_ok=True)
    for (name, lang), body in bodies().items():
        write_template(FOLDER / f"{name}.{lang}.docx", body, lang=_LOCALES[lang])


def _decision(lang: str) -> str:
    said = _TEXTS["decision"][lang]
    return "".join(
        (
            _head(said, lang),
            paragraph(Run("{{ issuer | upper }}", bold=True), align="center", spacing=_AROUND),
            *_each("basis in bases", _body(Run(said["basis"], italic=True))),
            _body(Run(said["basis-blank"], italic=True)),
            _body(Run(said["proposal"], italic=True)),
            paragraph(Run(said["decides"], bold=True), align="center", spacing=_AROUND),
            _body(Run(said["article-1"], bold=True), f" {said['article-1-text']}"),
            *_each("sentence in results", _body("{{ sentence }}")),
            *_each(
                "annex in annexes",
                *_if("several", _body(Run(said["block"], bold=True), extra=_KEEP)),
                *_each("sentence in annex.results", _body("{{ sentence }}")),
            ),
            _body(Run(said["article-2"], bold=True), f" {said['article-2-text']}"),
            _body(Run(said["article-3"], bold=True), f" {said['article-3-text']}", extra=_KEEP),
            _foot(said, lang),
            *_each("annex in annexes", *_annex(said)),
            section(first_page=False),
        )
    )


def _annex(said: Mapping[str, str]) -> Iterator[str]:
    """Yield the break before an annex, its tables on pages that lie across, its charts on upright ones."""
    yield from _if("loop.first", section_break(section()), otherwise=section_break(section(first_page=False)))
    yield paragraph(said["annex"], style="Heading1")
    yield paragraph(Run("{{ title | upper }}", bold=True), align="center")
    yield from _if("several", paragraph(Run("{{ annex.name | upper }}", bold=True), align="center"))
    yield paragraph(Run(said["annex-of"], italic=True), align="center", spacing=_AROUND)
    yield _note()
    yield paragraph(said["table-1"], style="Caption", extra=_KEEP)
    yield _placed("annex.ranking")
    yield from _if(
        "annex.areas", paragraph(said["table-2"], style="Caption", extra=_KEEP), _placed("annex.areas")
    )
    yield from _if("annex.areas_note", _body(Run("{{ annex.areas_note }}", italic=True)))
    yield section_break(section(across=True, restart=True))
    yield paragraph(said["charts"], style="Heading1")
    yield from _charts(said["chart"], "annex.charts", otherwise=_body(said["no-chart"]))
    yield from _each("sentence in annex.causes", _body("{{ sentence }}"))


def _notice(lang: str) -> str:
    said = _TEXTS["notice"][lang]
    return "".join(
        (
            _head(said, lang),
            _body(said["opening"]),
            _heading(said["result"]),
            *_each("sentence in sentences", _body("{{ sentence }}")),
            *_each("remark in remarks", _body(Run("{{ remark }}", italic=True))),
            _heading(said["areas"]),
            *_if(
                "areas",
                paragraph(said["table-areas"], style="Caption", extra=_KEEP),
                _placed("areas"),
                otherwise=_body(said["no-areas"]),
            ),
            *_if("areas_note", _body(Run("{{ areas_note }}", italic=True))),
            *_charts(said["chart"], "charts"),
            _heading(said["losses"]),
            *_if("losses", paragraph(said["table-losses"], style="Caption", extra=_KEEP), _placed("losses")),
            *_if("losses_note", _body("{{ losses_note }}")),
            _heading(said["history"]),
            *_if(
                "history",
                paragraph(said["table-history"], style="Caption", extra=_KEEP),
                _placed("history"),
                otherwise=_body(said["no-history"]),
            ),
            _body(said["request"], extra=_KEEP),
            _foot(said, lang),
            section_break(""),  # a document does not end in a table
            section(),
        )
    )


def _head(said: Mapping[str, str], lang: str) -> str:
    """Return what stands above the text; the state's name, its motto and a number are Vietnamese alone."""
    draft = _if("draft", paragraph(Run("{{ draft }}", 13, bold=True), align="center", spacing=_AROUND))
    left = (
        *_each("line in office_lines", paragraph(Run("{{ line | upper }}", 13, bold=True), align="center")),
        rule(22),
        paragraph(Run(_HEAD["number"], 13), align="center") if lang == "vi" else "",
        *draft,
        "" if lang == "vi" else paragraph(),
    )
    state = (
        paragraph(Run(_HEAD["state"], 12, bold=True), align="center"),
        paragraph(Run(_HEAD["motto"], 13, bold=True), align="center"),
        rule(20),
        paragraph(Run(_HEAD["place"], 13, italic=True), align="center"),
    )
    translated = (paragraph(Run(_HEAD["translation"], 11, italic=True), align="center"),)
    return (
        columns((_LEFT, "".join(left)), (_RIGHT, "".join(state if lang == "vi" else translated)))
        + paragraph(said["kind"], style="Title")
        + paragraph(Run(said["about"], bold=True), align="center")
        + rule(60)
        + _note()
    )


def _note() -> str:
    """Return what a reader has to know of all figures, where there is anything."""
    return "".join(_each("note in notes", paragraph(Run("({{ note }})", 13, italic=True), align="center")))


def _foot(said: Mapping[str, str], lang: str) -> str:
    """Return who gets the document, and the place of a signature; the name stays blank."""
    to = (
        paragraph(Run(said["to"], 12, bold=True, italic=True)),
        *(paragraph(Run(said[key], 11)) for key in ("to-1", "to-2", "to-3")),
    )
    signed = (
        *_if("on_behalf", paragraph(Run("{{ on_behalf }}", bold=True), align="center")),
        paragraph(Run("{{ signer | upper }}", bold=True), align="center"),
    )
    return paragraph(extra=_KEEP) + columns(
        (_LEFT + 10, "".join(to)), (_RIGHT - 10, "".join(signed)), tall=40
    )


def _charts(caption: str, name: str, *, otherwise: str = "") -> Iterator[str]:
    yield _tag(f"for chart in {name}")
    yield _placed("chart")
    yield paragraph(caption, style="Caption")
    if otherwise:
        yield from (_tag("else"), otherwise)
    yield _tag("endfor")


def _each(what: str, *content: str) -> Iterator[str]:
    yield from (_tag(f"for {what}"), *content, _tag("endfor"))


def _if(what: str, *content: str, otherwise: str = "") -> Iterator[str]:
    yield from (_tag(f"if {what}"), *content)
    if otherwise:
        yield from (_tag("else"), otherwise)
    yield _tag("endif")


def _tag(text: str) -> str:
    """Return a paragraph that vanishes: what it says is done with the paragraphs up to its end."""
    return paragraph(f"{{%p {text} %}}")


def _placed(name: str) -> str:
    """Return a paragraph in whose stead a table or a picture stands."""
    return paragraph(f"{{{{p {name} }}}}")


def _body(*runs: Run | str, extra: str = "") -> str:
    return paragraph(*runs, style="BodyText", extra=extra)


def _heading(text: str) -> str:
    return paragraph(text, style="Heading2")


if __name__ == "__main__":
    make()
