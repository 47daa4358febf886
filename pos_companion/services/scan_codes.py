"""What a scanner may have read: a card's code, with whatever it and its maker put around it."""

import re
from urllib.parse import parse_qs, urlsplit

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_LINK = re.compile(r"(?i)https?://\S+")
_STRIPE = re.compile(r"[%;](.*)\?.?")
_AROUND = re.compile(r"^[^\w]+|[^\w]+$")
_CODE = "c"
"""The part of a link after `?` that holds the code of a card."""


def without_symbology(text: str) -> str:
    """A text without the mark of a scanner that says which sort of code it read (`]E0`)."""
    return _AIM.sub("", text, count=1) if text.startswith("]") else text


def code_ways(text: str) -> tuple[str, ...]:
    """The codes a scan may mean, the likeliest first: as it is, from a link, from a stripe, bare.

    A QR code may hold a link whose last part, or whose `c`, is the code; a magnetic stripe puts
    it between `;` and `?`; some scanners put signs before or after it. Empty for an empty text.
    """
    ways = [text]
    if _LINK.fullmatch(text):
        ways += _from_link(text)
    elif stripe := _STRIPE.fullmatch(text):
        ways.append(stripe[1].split("=")[0])
    ways.append(_AROUND.sub("", text))
    return tuple(dict.fromkeys(way for way in ways if way))


def _from_link(text: str) -> list[str]:
    try:
        link = urlsplit(text)
    except ValueError:
        return []
    named = parse_qs(link.query).get(_CODE, [])
    return [*named[:1], link.path.rstrip("/").rpartition("/")[2]]
