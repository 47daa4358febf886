"""The key of a shop locked up by words that a person knows: a passphrase, or a printed code.

The words are stretched so that guessing is slow; what is locked up is bound to its shop and to
what the words are for, so that no wrap can be put in the place of another.
"""

import base64
import secrets
import unicodedata
from collections.abc import Iterable, Mapping

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
_SIZES = {"salt": 16, "nonce": 12, "box": 48}


def wrap(secret: bytes, shop: str, kind: str, words: str) -> dict[str, str]:
    """Lock a key up.

    Args:
        secret: 32 bytes.
        shop: id of the shop it belongs to.
        kind: `passphrase` or `recovery`.
    """
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_stretched(words, salt)).encrypt(nonce, secret, _bound_to(shop, kind))
    parts = {"salt": salt, "nonce": nonce, "box": box}
    return {"kind": kind} | {name: base64.b64encode(part).decode() for name, part in parts.items()}


def unwrapped(wraps: Iterable[Mapping[str, str]], shop: str, kind: str, words: str) -> bytes | None:
    """The key that these words open; None when they open none of the wraps."""
    for kept in wraps:
        if kept["kind"] != kind:
            continue
        salt, nonce, box = (base64.b64decode(kept[name]) for name in _SIZES)
        try:
            return AESGCM(_stretched(words, salt)).decrypt(nonce, box, _bound_to(shop, kind))
        except InvalidTag:
            continue
    return None


def sound(kept: Mapping[str, str]) -> dict[str, str]:
    """A wrap as it was read from a file, once it has the right shape.

    Raises:
        KeyError, TypeError, ValueError: it has not.
    """
    for name, size in _SIZES.items():
        if len(base64.b64decode(kept[name], validate=True)) != size:
            raise ValueError(f"{name} is not {size} bytes")
    return {name: str(kept[name]) for name in ("kind", *_SIZES)}


def lock_up(secret: bytes, shop: str, by: bytes) -> str:
    """Lock a key up by another key, which is random and needs no stretching."""
    nonce = secrets.token_bytes(12)
    box = AESGCM(by).encrypt(nonce, secret, _bound_to(shop, "earlier"))
    return base64.b64encode(nonce + box).decode()


def let_out(box: str, shop: str, by: bytes) -> bytes | None:
    """The key that was locked up by another; None when it was not by this one."""
    raw = base64.b64decode(box)
    try:
        return AESGCM(by).decrypt(raw[:12], raw[12:], _bound_to(shop, "earlier"))
    except InvalidTag:
        return None


def sound_box(box: object) -> str:
    """A box as it was read from a file, once it has the right shape.

    Raises:
        ValueError: it has not.
    """
    text = str(box)
    if len(base64.b64decode(text, validate=True)) != 60:
        raise ValueError("a locked-up key is 60 bytes")
    return text


def _stretched(words: str, salt: bytes) -> bytes:
    # One keyboard sends é as one sign, another as two; the environment may hold any bytes.
    plain = unicodedata.normalize("NFC", words).encode("utf-8", "surrogateescape")
    return hash_secret_raw(
        plain, salt, time_cost=3, memory_cost=65536, parallelism=1, hash_len=32,
        type=Type.ID,
    )  # fmt: skip


def _bound_to(shop: str, kind: str) -> bytes:
    return f"{shop}/{kind}/{VERSION}".encode()
