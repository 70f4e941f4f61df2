"""What is said of a figure that was corrected after its publication, in the words of either language."""

from __future__ import annotations

from parcli.messages.filling import fill
from parcli.model.text import Lang, Text

_CORRECTED = Text("sửa sau công bố: {reason}", "corrected after publication: {reason}")
_EARLIER = Text(
    "{text} (số trước khi sửa, nếu có: {command})", "{text} (the earlier figure, if any: {command})"
)


def corrected(reason: str, lang: Lang, *, command: str = "") -> str:
    """Return why a figure was corrected, and the command that shows what stood there before."""
    text = fill(_CORRECTED, {"reason": reason}, lang)
    return fill(_EARLIER, {"text": text, "command": command}, lang) if command else text
