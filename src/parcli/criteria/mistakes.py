"""Collects the findings of one file; the only place that turns a line into ``file.yaml:LINE``."""

from __future__ import annotations

from types import MappingProxyType

from parcli.messages.findings import FINDINGS
from parcli.model.finding import Finding, Param, Severity


class Mistakes:
    """Findings of one file in the order of its lines, each kept once.

    Negative lines are those of the frame that the file extends (``frame_name``).
    """

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.frame_name = ""
        self._found: dict[tuple[int, str, str], Finding] = {}

    def add(self, code: str, line: int, /, **params: Param) -> None:
        """Note one mistake; ``line`` 0 means the file as a whole.

        A warning about a line of the frame is the frame's own, and none of the file that extends it.
        """
        if line < 0 and FINDINGS[code].severity is not Severity.ERROR:
            return
        finding = Finding(code, self.place(line), MappingProxyType(params))
        self._found.setdefault((line, code, repr(sorted(params.items()))), finding)

    def place(self, line: int) -> str:
        """Return a line of the file as findings and nodes show it."""
        if line < 0:
            return f"{self.frame_name}:{-line}"
        return f"{self.file_name}:{line}" if line else self.file_name

    def all(self) -> tuple[Finding, ...]:
        """Return the findings in the order of their lines."""
        return tuple(self._found[key] for key in sorted(self._found))

    @property
    def fatal(self) -> bool:
        """Tell whether any finding is an error."""
        return any(FINDINGS[f.code].severity is Severity.ERROR for f in self._found.values())
