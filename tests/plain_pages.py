"""What lies in the pages of an encrypted store, free pages and all, for tests that look for traces.

Source: SQLCipher 4 keeps each page as AES-256-CBC with its IV and HMAC in the last 80 bytes; the
first 16 bytes of the file are the salt.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from pos_companion.services import Shop
from pos_companion.storage import PAGE, STORE

_SALT, _KEPT, _IV = 16, 80, 16


def plain_pages(shop: Shop) -> bytes:
    """All pages of a shop's closed or checkpointed store in the clear."""
    return plain_pages_of(shop, shop.settings.folder / STORE)


def plain_pages_of(shop: Shop, file: Path) -> bytes:
    """The same of a copy of the store, such as a backup."""
    return b"".join(_pages(file, shop.keys.derive("db")))


def _pages(store: Path, key: bytes) -> Iterator[bytes]:
    raw = store.read_bytes()
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        begin = _SALT if start == 0 else 0
        box, iv = page[begin : PAGE - _KEPT], page[PAGE - _KEPT :][:_IV]
        opened = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield opened.update(box) + opened.finalize()
