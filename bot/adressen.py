"""Adressen zoals iemand ze instelt: waar wij luisteren, te vinden zijn en aanmelden."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

Netwerk = ipaddress.IPv4Network | ipaddress.IPv6Network

HIER: Final = "127.0.0.1"
_KOP: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_VAN_IEDEREEN: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "cookie",
        "forwarded",
        "host",
        "origin",
        "referer",
        "upgrade",
        "user-agent",
        "x-forwarded-for",
        "x-real-ip",
    }
)
"""Headers that any browser sends, or that name a machine: none of them says who somebody is."""


def is_hier(adres: str) -> bool:
    """Tell whether an address, or the name of a host, is this machine and nothing else."""
    kaal = adres.strip("[]").lower()
    if kaal == "localhost":
        return True
    try:
        return ipaddress.ip_address(kaal).is_loopback
    except ValueError:
        return False


def luisteradres(waarde: object) -> str:
    """Return the address to listen on.

    Raises:
        ValueError: it is no IP address; so do the others, for what they read.
    """
    kaal = str(waarde)
    return HIER if kaal.lower() == "localhost" else str(ipaddress.ip_address(kaal))


def openbaar_adres(waarde: object) -> str:
    """Return where we are found, as a browser writes the origin: `https://host`."""
    adres = _webadres(str(waarde))
    delen = urlsplit(adres)
    if delen.path.strip("/"):
        raise ValueError(waarde)
    poort = {"https": 443, "http": 80}[delen.scheme]
    host = str(delen.hostname)
    host = f"[{host}]" if ":" in host else host
    return f"{delen.scheme}://{host}{'' if delen.port in (None, poort) else f':{delen.port}'}"


def uitgever(waarde: object) -> str:
    """Return the address of who people sign in with, without the slash at its end."""
    adres = _webadres(str(waarde)).rstrip("/")
    # Entra's address for any organisation: whoever has an account anywhere would come in.
    if {"common", "organizations", "consumers"} & set(urlsplit(adres).path.split("/")):
        raise ValueError(waarde)
    return adres


def afmeldadres(waarde: object) -> str:
    """Return where one signs out: a place on our own address, or a whole address."""
    adres = str(waarde)
    if re.fullmatch(r"/[A-Za-z0-9._~-][!-~]*", adres) and "\\" not in adres:
        return adres
    return _webadres(adres, vragen=True)


def kop(waarde: object) -> str:
    """Return the name of a header that a proxy may say with who somebody is."""
    naam = str(waarde)
    if not _KOP.fullmatch(naam) or naam.lower() in _VAN_IEDEREEN:
        raise ValueError(waarde)
    return naam


def netwerken(waarde: object) -> tuple[Netwerk, ...]:
    """Return addresses, or ranges of them, with commas between them; never just everybody."""
    delen = (deel.strip() for deel in str(waarde).split(","))
    alle = tuple(ipaddress.ip_network(deel) for deel in delen if deel)
    if any(netwerk.prefixlen == 0 for netwerk in alle):
        raise ValueError(waarde)
    return alle


def _webadres(adres: str, *, vragen: bool = False) -> str:
    """Return an address that may be used: over TLS, except on this machine."""
    delen = urlsplit(adres)
    host, _ = delen.hostname, delen.port  # raises for a port that cannot be
    if (
        not re.fullmatch(r"[!-~]{1,500}", adres)
        or "\\" in adres
        or not host
        or delen.scheme not in {"https", "http"}
        or (delen.scheme == "http" and not is_hier(host))
        or delen.username is not None
        or delen.fragment
        or (delen.query and not vragen)
    ):
        raise ValueError(adres)
    return adres


_SCHEMAS: Final = frozenset({"postgresql", "postgres"})


def databaseadres(waarde: object) -> object:
    """Check the address of a database; what it is goes on as it came.

    Raises:
        ValueError: it is no address of a PostgreSQL.
    """
    delen = urlsplit(str(waarde))
    if delen.scheme not in _SCHEMAS or (delen.port or 0) < 0:
        raise ValueError
    return waarde


def zonder_wachtwoord(adres: str) -> str:
    """Return which machine and database an address means, without who comes in with what."""
    delen = urlsplit(adres)
    return f"postgresql://{delen.netloc.rpartition('@')[2]}{delen.path}"
