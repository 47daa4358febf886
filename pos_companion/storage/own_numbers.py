"""What our own customers and visits are called outside: by numbers that come home again.

A number alone means somebody else in every other shop. With the mark of this one in front, a file
that we gave out is known again, whatever program it went through, and counts nothing twice.
"""

import hashlib
import hmac

_LETTERS = 8


class OwnNumbers:
    """The numbers of one shop.

    Args:
        key: of this shop; the same for ever.
    """

    def __init__(self, key: bytes) -> None:
        digest = hmac.new(key, b"own numbers", hashlib.sha256).hexdigest()
        self._mark = f"pc{digest[:_LETTERS]}-"

    def outside(self, number: int | str) -> str:
        """What a customer or a visit of ours is called in a file that we give out."""
        return f"{self._mark}{number}"

    def inside(self, text: str) -> str:
        """Who or what a file means by it here; empty when it is none of ours."""
        return text.removeprefix(self._mark) if text.startswith(self._mark) else ""

    def customer(self, text: str) -> int:
        """The number of a customer of ours; 0 when it is none."""
        number = self.inside(text)
        return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
