"""JSON lines in, JSON lines out: deeds for programs that keep one run open."""

import json
import logging
import re
from collections.abc import Mapping
from typing import Any, TextIO

from pos_companion.cli.common import require_letters
from pos_companion.errors import BadInputError, CompanionError
from pos_companion.i18n import N_, _
from pos_companion.services import Shop
from pos_companion.services.deeds import do

LONGEST_LINE = 1_000_000
_BLANK = " \t\r\n\ufeff"
"""White space, and the mark that some programs put before the first line."""
_HALF = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")
_log = logging.getLogger(__name__)


def run_script(shop: Shop, lines: TextIO, answers: TextIO) -> None:
    """Answer every line, in order; a wrong line is answered and does not end the run.

    Args:
        lines: `{"id": …, "do": NAME, "with": {…}}`, one a line; empty lines are passed over.
        answers: gets `{"id", "ok": true, "result"}` or `{"id", "ok": false, "error"}`, each
            flushed before the next line is read.
    """
    while line := lines.readline():
        if line.strip(_BLANK):
            answers.write(json.dumps(answer(shop, line), ensure_ascii=False) + "\n")
            answers.flush()


def answer(shop: Shop, line: str) -> dict[str, Any]:
    """The answer to one line."""
    number: Any = None
    try:
        request = _request(line)
        number = request.get("id")
        result = do(shop, _name(request), _values(request))
    except CompanionError as error:
        return {"id": number, "ok": False, "error": {"kind": error.kind, "say": str(error)}}
    except Exception:  # noqa: BLE001 - our own fault must not cost the caller the rest of the run
        _log.exception("a deed of a script failed")
        say = _("The program made a mistake with this line. Nothing half-done was kept.")
        return {"id": number, "ok": False, "error": {"kind": "fault", "say": say}}
    return {"id": number, "ok": True, "result": result}


def _request(line: str) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        raise BadInputError(N_("This line is too long. One line holds at most a million letters."))
    if _HALF.search(line):
        require_letters(json.dumps(_parsed(line), ensure_ascii=False))
    request = _parsed(line)
    if not isinstance(request, dict):
        raise BadInputError(N_('A line is an object such as {"do": "find"}.'))
    return request


def _parsed(line: str) -> object:
    try:
        return json.loads(line.strip(_BLANK), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadInputError(N_("This line is not JSON: {why}"), why=error) from error


def _no_constant(name: str) -> object:
    """Python would read NaN and Infinity, and answer with them; JSON knows neither."""
    raise ValueError(name)


def _name(request: Mapping[str, Any]) -> str:
    name = request.get("do")
    if not isinstance(name, str):
        raise BadInputError(N_('Say what to do: "do" holds the name of a deed.'))
    return name


def _values(request: Mapping[str, Any]) -> Mapping[str, Any]:
    values = request.get("with", {})
    if not isinstance(values, dict):
        raise BadInputError(N_('"with" holds the values of the deed, as an object.'))
    return values
