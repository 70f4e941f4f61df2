"""One family of exceptions, for files and requests that cannot be used at all.

    ParError                 one sentence in the user's language, by code and params
    ├── UnusableFile         a workbook or table that cannot be read (exit code 3)
    ├── UnusableSet          a criteria set with errors; carries every finding (exit code 3)
    ├── StoreError           a store that cannot be used, or refuses what is asked of it (exit code 3)
    ├── ProjectError         a project file or units.csv with mistakes; carries every finding (exit code 3)
    └── WrongUsage           options that contradict each other or name nothing (exit code 2)

Bad data inside a usable file is a ``Finding`` and never an exception.
"""

from __future__ import annotations

from parcli.model.finding import Finding, Param


class ParError(Exception):
    """Something that stops one file or the command; ``code`` names its sentence in ``messages.errors``."""

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class UnusableFile(ParError):
    """A workbook that is missing, of another type, locked, empty, or not what the command needs."""


class UnusableSet(ParError):
    """A criteria set that cannot be used; ``findings`` lists every mistake found in one pass."""

    def __init__(self, code: str, /, *, findings: tuple[Finding, ...] = (), **params: Param) -> None:
        super().__init__(code, **params)
        self.findings = findings


class StoreError(ParError):
    """A register that is missing, damaged, in use or of another version, or a request that it refuses."""


class ProjectError(ParError):
    """A project's folder that cannot be used; ``findings`` lists every mistake found in one pass."""

    def __init__(self, code: str, /, *, findings: tuple[Finding, ...] = (), **params: Param) -> None:
        super().__init__(code, **params)
        self.findings = findings


class WrongUsage(ParError):
    """A request that makes no sense as typed."""
