"""What happens where the results go: a full disk, a reader who stops reading."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import CASE_C, ROOT

FULL = Path("/dev/full")
NO_ROOM = "Lỗi: Không ghi được kết quả: ổ đĩa ghi kết quả (hoặc thư mục tạm) đã hết chỗ"
full_device = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


def _run(target: int, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "parcli", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, stdout=target, stderr=subprocess.PIPE, check=False, stdin=subprocess.DEVNULL
    )


@full_device
@pytest.mark.parametrize(
    "words",
    [
        ("score", CASE_C, "--no-store", "--fail-on", "never"),
        ("score", CASE_C, "--no-store", "--format", "json"),
        ("check", CASE_C, "--format", "csv"),
        ("criteria", "list"),
        ("--help",),
        ("--version",),
    ],
)
def test_a_full_disk_is_one_sentence_and_exit_code_3(words: tuple[str | Path, ...]) -> None:
    with FULL.open("wb") as target:
        done = _run(target.fileno(), *words)

    assert (3, [NO_ROOM]) == (
        done.returncode,
        [line.partition(";")[0] for line in done.stderr.decode().splitlines() if line.startswith("Lỗi")],
    )
    assert b"Exception ignored" not in done.stderr


def test_a_reader_who_stops_reading_sees_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = _run(writing, "criteria", "list")
    os.close(writing)

    assert b"" == done.stderr
