"""Has LibreOffice work out every formula of workbooks anew, in one start for all of them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from parcli.workbook.libreoffice import program

# Without it LibreOffice keeps the values that a file holds, and a test compares the program with itself.
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""


def recalculated(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return the workbooks as LibreOffice saves them after working out their formulas."""
    profile, made = folder / "profile", folder / "recalculated"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    soffice = program()
    assert soffice is not None
    command = [str(soffice), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(made), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=60 + 5 * len(paths))
    return [made / path.name for path in paths]
