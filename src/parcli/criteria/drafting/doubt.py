"""What a draft leaves to its author: the key of a sentence in ``messages.annex_todo`` with its values."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from parcli.model.finding import Param


class Doubt(Struct, frozen=True):
    """Something that the annex does not say, or says in words that are not understood."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
