"""Where the server of a shop with several tills is, and what its address must not say."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_

_SCHEMES = ("postgresql", "postgres")
_SECRETS = ("password", "sslpassword")
_SAFE = "verify-full"
_MODE = "sslmode"
_BAD = N_("{url} is no address of a database. Write it like postgresql://shop@server/companion.")


@dataclass(frozen=True)
class Server:
    """A database on a server.

    Attributes:
        url: without the password; safe to keep and to show.
        password: as it was given; empty means that something else holds it.
    """

    url: str
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """Whose password it is: user, server and database, without options."""
        parts = urlsplit(self.url)
        host = dict(parse_qsl(parts.query)).get("host", "")
        return f"{parts.netloc or host}{parts.path}"


def without_password(text: str) -> str:
    """The address as it may be kept and shown; what cannot be read as one is not kept at all."""
    try:
        return read_server(text).url if text else ""
    except BadInputError:
        return ""


def read_server(text: str) -> Server:
    """Read the address of a database.

    Beyond this computer the line is encrypted and the server proves who it is; the address need
    not ask for it, and must not ask for less.

    Raises:
        BadInputError: it is none, names no database, or asks for a line that anybody may read.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise BadInputError(_BAD, url=_shown(text)) from error
    if parts.scheme not in _SCHEMES or not parts.path.strip("/"):
        raise BadInputError(_BAD, url=_shown(text))
    options = dict(parse_qsl(parts.query))
    secrets = [options.pop(name, "") for name in _SECRETS]
    host = parts.hostname or options.get("host", "")
    if not _is_near(host):
        if options.setdefault(_MODE, _SAFE) != _SAFE:
            raise BadInputError(
                N_("Other computers could read along. Ask for sslmode=verify-full, or leave "
                   "sslmode out of the address.")
            )  # fmt: skip
        options.setdefault("sslrootcert", "system")
    user = f"{quote(unquote(parts.username), safe='')}@" if parts.username else ""
    place = (f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname) or ""
    netloc = f"{user}{place}" + (f":{port}" if port else "")
    asked = f"?{urlencode(options, quote_via=quote)}" if options else ""
    url = f"{_SCHEMES[0]}://{netloc}{parts.path}{asked}"
    return Server(url, unquote(parts.password or "") or secrets[0])


def _is_near(host: str) -> bool:
    """Whether nothing leaves this computer: a socket in the file system, or its own address."""
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _shown(text: str) -> str:
    """What was typed, as far as it holds no password for sure."""
    return text.partition("@")[2] if "@" in text else text[:100]
