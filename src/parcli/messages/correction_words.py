"""What is said of a figure that was corrected after its publication, in the words of either language."""

from __future__ import annotations

from parcli.messages.filling import fill
from parcli.model.text import Lang, Text

_CORRECTED = Text("sửa sau công bố: {reason}", "corrected after publication: {reason}")
_EARLIER = Text("trước: {earlier}", "before: {earlier}")
_SHOWN = Text("xem: {command}", "see: {command}")


def corrected(reason: str, lang: Lang, *, earlier: str = "", command: str = "") -> str:
    """Return why a figure was corrected, what stood there before, and the command that shows both."""
    text = fill(_CORRECTED, {"reason": reason}, lang)
    more = [fill(_EARLIER, {"earlier": earlier}, lang)] if earlier else []
    more += [fill(_SHOWN, {"command": command}, lang)] if command else []
    return f"{text} ({'; '.join(more)})" if more else text
