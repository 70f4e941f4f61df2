"""What every command shares: language, output streams and verbosity, settled before the app is built."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO, cast, get_args

from msgspec import Struct

from parcli.errors import WrongUsage
from parcli.model.text import Lang
from parcli.project.location import project_lang


class Session(Struct, frozen=True):
    """Language and switches of one call; results go to ``out``, messages to ``err``."""

    lang: Lang
    quiet: bool
    debug: bool
    out: TextIO
    err: TextIO


def session_of(argv: Sequence[str], env: Mapping[str, str]) -> tuple[Session, list[str]]:
    """Return the session and the arguments that are left; the common options may stand anywhere.

    The language is the option's, else the environment's, else the project's in or above the current folder.

    Raises:
        WrongUsage: a language that there is not.
    """
    left: list[str] = []
    lang = env.get("PARINDEX_LANG") or None
    switches = {"--quiet": False, "--debug": False}
    words = iter(argv)
    for word in words:
        if word == "--":
            left += [word, *words]
        elif word == "--lang":
            lang = next(words, "")
        elif word.startswith("--lang="):
            lang = word.partition("=")[2]
        elif word in switches:
            switches[word] = True
        else:
            left.append(word)
    if lang is None:
        lang = project_lang(Path()) or "vi"
    if lang not in get_args(Lang):
        raise WrongUsage("lang-unknown", lang=lang)
    session = Session(cast(Lang, lang), switches["--quiet"], switches["--debug"], sys.stdout, sys.stderr)
    return session, left


def use_utf8(*streams: TextIO) -> None:
    """Make streams write UTF-8 whatever the console's code page is, and never fail on a character."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def drop_output(session: Session) -> None:
    """Let go of what could not be written, so that the interpreter does not try it again as it ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):  # a stream that is no file
        os.dup2(null, session.out.fileno())
    os.close(null)


def environment() -> Mapping[str, str]:
    """Return the process's environment variables."""
    return os.environ
