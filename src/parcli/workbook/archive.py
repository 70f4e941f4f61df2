"""Opens a file as a zip archive without trusting what it says of its own size; it unpacks nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_DIRECTORY_BYTES, MAX_FILE_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES
from parcli.workbook.too_large import MB, too_large

# What zipfile raises for broken members, beside its own error; NotImplementedError is an unknown compression.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)

_ENCRYPTED_FLAG = 0x1


@contextmanager
def open_archive(file: IO[bytes], path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members are few and say that they unpack to a size that can be read.

    Raises:
        UnusableFile: it is encrypted or too large.
        BadZipFile and the others of ``DAMAGE``: it is damaged, or no archive.
    """
    if file.seek(0, io.SEEK_END) > MAX_FILE_BYTES:
        raise too_large(path, "file", most=MAX_FILE_BYTES // MB)
    with zipfile.ZipFile(_ShortDirectory(file, path)) as archive:
        infos = archive.infolist()
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise UnusableFile("workbook-encrypted", path=str(path))
        if len(infos) > MAX_PARTS:
            raise too_large(path, "parts", most=MAX_PARTS)
        if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
            largest = max(infos, key=lambda info: info.file_size).filename
            raise too_large(path, "unpacked", most=MAX_UNPACKED_BYTES // MB, part=largest)
        yield archive


class _ShortDirectory(io.RawIOBase):
    """A file for ``zipfile``, which reads the list of members in one go and goes wherever the file says."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file = file
        self._path = path

    def read(self, size: int = -1, /) -> bytes:
        if size > MAX_DIRECTORY_BYTES:
            raise too_large(self._path, "directory")
        return self._file.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if offset < 0 and whence == io.SEEK_SET:  # the list of members says that one stands there
            raise zipfile.BadZipFile
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True
