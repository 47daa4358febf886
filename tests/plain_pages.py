"""What lies in the pages of an encrypted store, free pages and all, for tests that look for traces.

Source: SQLCipher 4 keeps each page as AES-256-CBC with its IV and HMAC in the last 80 bytes; the
first 16 bytes of the file are the salt.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from pos_companion.services import Shop
from pos_companion.storage import PAGE, STORE

_SALT, _KEPT, _IV = 16, 80, 16


def plain_pages(shop: Shop) -> bytes:
    """All pages of a shop's closed or checkpointed store in the clear."""
    store = shop.settings.folder / STORE
    return b"".join(_pages(store, shop.keys.derive("db")))


def _pages(store: Path, key: bytes):
    raw = store.read_bytes()
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        begin = _SALT if start == 0 else 0
        box, iv = page[begin : PAGE - _KEPT], page[PAGE - _KEPT :][:_IV]
        opened = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield opened.update(box) + opened.finalize()
