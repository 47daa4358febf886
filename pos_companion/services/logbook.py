"""What the program writes down about itself, without a word about anybody.

Names cannot be found by a pattern, so they must never get here: an error is written as its kind and
the sentence it was made from, not as the filled sentence, and a traceback is its places in the
program, without values. Numbers, addresses, keys and passwords are taken out besides.
"""

import faulthandler
import getpass
import logging
import re
import sys
import threading
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from pos_companion.errors import CompanionError

if sys.platform != "win32":  # which keeps no core dumps of its own accord
    import resource

FOLDER = "logs"
FILE = "companion.log"
FAULTS = "faults.log"
_BYTES, _KEPT = 500_000, 3
_FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"
_SECRETS: tuple[tuple[str, str], ...] = (
    (r"(\w+://[^\s:/@]*:)\S*@", r"\1***@"),
    (r"[^\s@<>\"'(),;:*/]+@[^\s@<>\"'(),;:/]+\.\w{2,}", "(mail)"),
    (r"(?i)\b(pass\w*|secret|token|key|pin|code)(['\"]?\s*[=:]\s*['\"]?)[^\s'\"]+", r"\1\2***"),
    (r"(?i)\b(pin\b[^\d\n]{1,12})\d{4,8}\b", r"\1***"),
    (r"\b[0-9a-fA-F]{32,}\b", "(key)"),
    (r"(?i)\b[0-9a-hjkmnp-tv-z]{6}(?:[- ][0-9a-hjkmnp-tv-z]{6}){3}[- ][0-9a-hjkmnp-tv-z]{2}\b",
     "(code)"),
    (r"\b[0-9A-HJKMNP-TV-Z]{26}\b", "(code)"),
    (r"(?<![\w.:])\+?\(?\d(?:[\s().\-/]{0,2}\d){5,}(?!\w)", "(number)"),
)  # fmt: skip
_TAKEN_OUT = tuple((re.compile(pattern), instead) for pattern, instead in _SECRETS)


def redacted(text: str) -> str:
    """A text without phone numbers, mail addresses, keys, codes, PINs, passwords and our home."""
    for pattern, instead in _TAKEN_OUT:
        text = pattern.sub(instead, text)
    text = text.replace(str(Path.home()), "~")
    with suppress(OSError, KeyError):
        text = re.sub(rf"([/\\]){re.escape(getpass.getuser())}(?=[/\\])", r"\1(user)", text)
    return text


def in_short(error: BaseException) -> str:
    """An error as its kind, and the sentence it was made from where that is ours."""
    kind = type(error).__name__
    if isinstance(error, CompanionError):
        return f"{kind}: {error.phrase.text}"
    if isinstance(error, OSError) and error.strerror:
        return f"{kind}: {error.strerror}"
    return kind


class Redacted(logging.Formatter):
    """Words a record without what must not leave the shop; tracebacks without values."""

    def format(self, record: logging.LogRecord) -> str:
        """Word it."""
        args = record.args if isinstance(record.args, tuple) else ()
        told = tuple(in_short(one) if isinstance(one, BaseException) else one for one in args)
        safe = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
        safe.args = told or record.args
        safe.msg, safe.args = redacted(safe.getMessage()), ()
        text = super().format(safe)
        error = record.exc_info[1] if record.exc_info else None
        return text if error is None else f"{text}\n{places_of(error)}"


def places_of(error: BaseException) -> str:
    """Where in the program an error went through, and those behind it; no values at all."""
    lines: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        lines += [f"  {_place(one)}" for one in traceback.extract_tb(at.__traceback__)]
        lines.append(redacted(in_short(at)))
        at = at.__cause__ or at.__context__
    return "\n".join(lines)


def speak_safely() -> None:
    """Let what is said on standard error be as safe as what is kept; no core dumps either."""
    logging.basicConfig(level=logging.WARNING)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(Redacted("%(levelname)s %(name)s %(message)s"))
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def keep_log(folder: Path) -> None:
    """Keep what is said and what nobody caught in files; where they cannot be made, do without.

    Args:
        folder: of the till; the files are small and replace each other.
    """
    there = folder / FOLDER
    try:
        there.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = RotatingFileHandler(
            there / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        faults = (there / FAULTS).open("a", encoding="utf-8")
    except OSError as error:
        logging.getLogger(__name__).warning("no log is kept: %s", error)
        return
    kept.setLevel(logging.WARNING)
    kept.setFormatter(Redacted(_FORM))
    logging.getLogger().addHandler(kept)
    # Only the places of the program stand in it; the file has to stay open.
    faulthandler.enable(faults)
    sys.excepthook = _note_fault
    threading.excepthook = lambda fault: _note_fault(
        fault.exc_type, fault.exc_value, fault.exc_traceback
    )


def _place(frame: traceback.FrameSummary) -> str:
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"


def _note_fault(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(__name__).critical(
        "a fault that nobody caught", exc_info=(kind, error, trace)
    )
