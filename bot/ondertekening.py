"""Ondertekenen van een bewaarde weging (Ed25519), en nagaan wie dat deed."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import SecretStr

from dialogs.samenvatting import Handtekening
from dialogs.samenvatting.bewijs import Bewijsstand, canoniek, stand

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_LENGTE: Final = 32


def zaden(instelling: str) -> tuple[bytes, ...]:
    """Return the keys in a setting: base64 of 32 random bytes each, with commas between.

    Raises:
        ValueError: one of them is none. The message holds nothing of it.
    """
    try:
        alle = tuple(
            base64.b64decode(deel.strip(), validate=True) for deel in instelling.split(",")
        )
    except (binascii.Error, ValueError):
        raise ValueError("geen base64") from None
    if any(len(zaad) != _LENGTE for zaad in alle):
        raise ValueError("geen 32 bytes")
    return alle


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """The keys of this installation: the first signs, all of them are known."""

    _zaden: tuple[bytes, ...] = ()

    @classmethod
    def met(cls, instelling: SecretStr | None) -> Ondertekening:
        """Return the keys of a setting; none without one."""
        return cls(zaden(instelling.get_secret_value()) if instelling else ())

    def __bool__(self) -> bool:
        """Tell whether there is anything to sign with."""
        return bool(self._zaden)

    def onderteken(self, inhoud: bytes) -> Handtekening:
        """Return the signature under these bytes.

        Raises:
            IndexError: there is no key.
        """
        sleutel = _sleutel(self._zaden[0])
        return Handtekening(
            waarde=_b64(sleutel.sign(inhoud)), publieke_sleutel=_b64(_publiek(sleutel))
        )

    def beoordeel(self, gegevens: Mapping[str, Any]) -> Bewijsstand:
        """Return what the receipt on a record says, its signature included."""
        uitslag = stand(gegevens)
        if uitslag is not Bewijsstand.ONGEWIJZIGD:
            return uitslag
        handtekening = gegevens["ontvangstbewijs"].get("handtekening")
        if handtekening is None:
            return uitslag
        return self._controleer(canoniek(gegevens), handtekening)

    def _controleer(self, inhoud: bytes, handtekening: Any) -> Bewijsstand:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            publiek = base64.b64decode(handtekening["publieke_sleutel"], validate=True)
            waarde = base64.b64decode(handtekening["waarde"], validate=True)
            Ed25519PublicKey.from_public_bytes(publiek).verify(waarde, inhoud)
        except (InvalidSignature, KeyError, TypeError, ValueError):
            return Bewijsstand.HANDTEKENING_ONJUIST
        eigen = any(_publiek(_sleutel(zaad)) == publiek for zaad in self._zaden)
        return Bewijsstand.ONDERTEKEND if eigen else Bewijsstand.ANDERE_SLEUTEL


ZONDER_SLEUTEL: Final = Ondertekening()


def _sleutel(zaad: bytes) -> Ed25519PrivateKey:
    # Only who signs or checks waits for this library.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(zaad)


def _publiek(sleutel: Ed25519PrivateKey) -> bytes:
    return sleutel.public_key().public_bytes_raw()


def _b64(ruw: bytes) -> str:
    return base64.b64encode(ruw).decode("ascii")
