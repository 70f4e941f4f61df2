"""Has LibreOffice, where it is installed, save workbooks as .xlsx, with formulas, formats, hidden rows.

It runs without a window, in a profile of its own that forbids macros and links, and is ended at its limits.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from parcli.workbook.sniffing import OldKind

SECONDS = 20.0  # a first start from a cold disk takes most of it
CPU_SECONDS = 8  # a start needs about one
DATA_MEGABYTES = 600  # LibreOffice itself has 170

_NAMES = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
_MAC_FOLDER = "/Applications/LibreOffice.app/Contents/MacOS"
_FILTERS: Mapping[OldKind, str] = {"xls": "MS Excel 97", "ods": "calc8"}
_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)
_PROTOCOLS = ("HTTP", "HTTPS", "FTP")
_NOWHERE, _NO_PORT = "127.0.0.1", "9"  # the port of the discard service, at which nothing answers
_SETTINGS = (  # path, name, value
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Calc/Content/Update", "Link", "1"),  # never
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),  # never: what the unit saw is what is read
    ("Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
    # The above do not keep linked pictures from being fetched; a proxy that is none does.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(("Inet/Settings", f"ooInet{protocol}ProxyName", _NOWHERE) for protocol in _PROTOCOLS),
    *(("Inet/Settings", f"ooInet{protocol}ProxyPort", _NO_PORT) for protocol in _PROTOCOLS),
)


def program() -> Path | None:
    """Return LibreOffice's program, None where it is not installed."""
    found = (folder / name for folder in _folders() for name in _NAMES)
    return next((path for path in found if path.is_file() and os.access(path, os.X_OK)), None)


def to_xlsx(path: Path, kind: OldKind) -> Path | None:
    """Save a workbook beside itself, in a folder that holds nothing else, and return the new file.

    None where LibreOffice is not installed, cannot open the file, or was ended at its limits.
    """
    return all_to_xlsx([path], kind).get(path)


def all_to_xlsx(paths: Sequence[Path], kind: OldKind) -> Mapping[Path, Path]:
    """Save workbooks of one folder, which holds nothing else, beside themselves in one start.

    Returned are the new files by their workbooks. The limits are those of a single file: where LibreOffice
    was ended, some are missing, and one may be cut short.
    """
    soffice = program()
    if soffice is None or not paths:
        return {}
    folder = paths[0].parent
    profile = folder / "profile"
    with contextlib.suppress(OSError):  # no room on the disk, a program that is none: nothing was made
        _write_profile(profile)
        _run(
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            f"--infilter={_FILTERS[kind]}",  # without it, a damaged file would be read as a text
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, paths)),
        )
    made = {path: path.with_suffix(".xlsx") for path in paths}
    return {path: new for path, new in made.items() if new.is_file()}


def _folders() -> Iterator[Path]:
    """Yield where programs are; never the working folder, in which a unit's files may lie."""
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if Path(folder).is_absolute():
            yield Path(folder)
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if name in os.environ:
            yield Path(os.environ[name]) / "LibreOffice" / "program"
    yield Path(_MAC_FOLDER)


def _write_profile(profile: Path) -> None:
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        _PROFILE.format(items=items), encoding="utf-8"
    )


def _run(soffice: Path, *words: str) -> None:
    """Run to the end, or until the time is over."""
    process = subprocess.Popen(
        [soffice, *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that it can be ended with the processes that it starts
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        _limit(process.pid)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS)
    finally:
        if process.poll() is None:
            _end_with_children(process)


def _limit(pid: int) -> None:
    """Limit a process that has just been started, and so those which it starts, where the system can."""
    if sys.platform == "linux":
        import resource

        most = DATA_MEGABYTES * 1_000_000
        with contextlib.suppress(OSError):  # it has ended already
            resource.prlimit(pid, resource.RLIMIT_DATA, (most, most))
            resource.prlimit(pid, resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
            resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))


def _end_with_children(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
        subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
