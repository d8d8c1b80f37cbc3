"""De sleutels waarmee versleuteld wordt wat bewaard is: de eerste sluit, alle openen."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from bot.ondertekening import zaden
from bot.opslag.poort import DocumentOnleesbaar, OpslagFout

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_ZEGEL: Final = re.compile(r"ww1\.([0-9a-f]{8})\.([A-Za-z0-9_-]{38,}={0,2})")
"""Version of the form, id of the key, and nonce with text. Longer than what somebody may type
where a text of theirs stands by itself (`eigen`)."""
_NONCE: Final = 12


class SleutelOntbreekt(OpslagFout):
    """This was sealed with a key that is not set here; nothing is wrong with what is kept."""

    sleutel = "bot.sleutel_ontbreekt"


def verzegeld(tekst: str) -> str | None:
    """Return the id of the key that sealed this text; None when it is plain."""
    gevonden = _ZEGEL.fullmatch(tekst)
    return gevonden[1] if gevonden else None


@dataclass(frozen=True, slots=True)
class _Sleutel:
    """One key: what seals, what names words, and how it is called in a seal."""

    id: str
    slot: AESGCM
    woorden: bytes

    @classmethod
    def van(cls, zaad: bytes) -> Self:
        # Only who has a key waits for this library.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        # One for each use, so that none says anything of another.
        afgeleid = {doel: hmac.digest(zaad, doel, "sha256") for doel in (b"id", b"slot", b"woord")}
        return cls(afgeleid[b"id"].hex()[:8], AESGCM(afgeleid[b"slot"]), afgeleid[b"woord"])


class Sleutels:
    """Seals texts (AES-256-GCM), each bound to its place: elsewhere it does not open."""

    def __init__(self, instelling: str) -> None:
        """Take the keys of a setting: base64 of 32 random bytes each, with commas between.

        Raises:
            ValueError: one of them is none. The message holds nothing of it.
        """
        self._alle = {s.id: s for s in map(_Sleutel.van, zaden(instelling))}
        self._eerste = next(iter(self._alle.values()))

    @property
    def eerste(self) -> str:
        """The id of the key that seals."""
        return self._eerste.id

    def sluit(self, tekst: str, *plek: str) -> str:
        """Seal a text for this place."""
        nonce = os.urandom(_NONCE)
        # What can stand in JSON can be no UTF-8: half of a pair.
        dicht = self._eerste.slot.encrypt(
            nonce, tekst.encode(errors="surrogatepass"), json.dumps(plek).encode()
        )
        return f"ww1.{self._eerste.id}.{base64.urlsafe_b64encode(nonce + dicht).decode()}"

    def open(self, zegel: str, *plek: str) -> str:
        """Return what was sealed for this place; what is plain is returned as it is.

        Raises:
            SleutelOntbreekt: another key sealed it.
            DocumentOnleesbaar: it is damaged, or was sealed for another place.
        """
        from cryptography.exceptions import InvalidTag

        gevonden = _ZEGEL.fullmatch(zegel)
        if gevonden is None:
            return zegel
        sleutel = self._alle.get(gevonden[1])
        if sleutel is None:
            raise SleutelOntbreekt
        try:
            ruw = base64.urlsafe_b64decode(gevonden[2])
            leesbaar = sleutel.slot.decrypt(ruw[:_NONCE], ruw[_NONCE:], json.dumps(plek).encode())
        except (InvalidTag, binascii.Error, ValueError) as fout:
            raise DocumentOnleesbaar from fout
        return leesbaar.decode(errors="surrogatepass")

    def namen(self, woord: str) -> tuple[str, ...]:
        """Return what a word is called under each key, the first first: without it nobody knows."""
        return tuple(
            base64.urlsafe_b64encode(hmac.digest(s.woorden, woord.encode(), "sha256")[:15]).decode()
            for s in self._alle.values()
        )
