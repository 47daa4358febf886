"""Text from a file, made safe to keep and to show.

What is taken out can break a screen or a log without being seen: control characters, lone
surrogates, marks that turn the direction of writing, piles of accents. Spreadsheet armour goes
too: `="007"`, the apostrophe before a number or a sign, ids that became `4618.0`.
"""

import re
import unicodedata

MOST_LETTERS = 4_000
"""The longest text one cell may hold, in characters."""

_FORMULA_SIGNS = "=+-@\t\r|%＝＋－＠｜％"
_ARMOUR = re.compile(r'="(.*)"', re.DOTALL)
_ARMOURED = ("'", "=")
_SPACE = re.compile(r"\s+")
_FLOAT_ID = re.compile(r"(\d+)\.0+")
_MOST_MARKS = 4
# Direction overrides and isolates, byte-order marks and fillers nobody sees.
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD, 0x2060])
_SEPARATORS = dict.fromkeys([*range(0x09, 0x0E), 0x85, 0x2028, 0x2029], " ")
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)])
_TABLE = {**_CONTROLS, **_UNSEEN, **_SEPARATORS}


def clean(text: str) -> str:
    """One line of text, in NFC, without armour and without what cannot be seen.

    Every stretch of white space becomes one space; at most four marks stay on one letter. The
    result is never longer in meaning than the cell: nothing is guessed, nothing is shortened.
    """
    if text.isascii() and text.isprintable():
        text = text.strip()
        if text[:1] not in _ARMOURED and "  " not in text:
            return text
    else:
        text = unicodedata.normalize("NFC", text.translate(_TABLE))
        text = without_piles(text) if not text.isascii() else text
    text = _without_armour(text.strip())
    return _SPACE.sub(" ", text).strip()


def clean_id(text: str) -> str:
    """A number or code by which another program knows something; `4618.0` is `4618`."""
    text = clean(text)
    if text.endswith("0") and (found := _FLOAT_ID.fullmatch(text)):
        return found[1]
    return text


def guarded(text: str) -> str:
    """The text for a CSV cell, so that no spreadsheet takes it for a formula.

    `clean` takes the guard off again, and so it guards what it would take for a guard.
    """
    is_formula = text.lstrip("'").startswith(tuple(_FORMULA_SIGNS))
    return f"'{text}" if is_formula or _without_armour(text) != text else text


def _without_armour(text: str) -> str:
    if found := _ARMOUR.fullmatch(text):
        return found[1].strip()
    if text.startswith("'") and len(text) > 1:
        inner = text[1:]
        bare = inner.lstrip("'")
        # Only what a spreadsheet would misread is ever armoured: "'t Hooft" keeps its apostrophe.
        if bare[:1].isdigit() or bare.startswith(tuple(_FORMULA_SIGNS)):
            return inner.strip()
    return text


def without_piles(text: str) -> str:
    """The text with at most four marks on one letter."""
    if not any(unicodedata.combining(letter) for letter in text):
        return text
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
