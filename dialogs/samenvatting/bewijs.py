"""Het ontvangstbewijs: waaraan je later ziet dat een weging nog is zoals zij bewaard werd.

The fingerprint (SHA-256) shows that nothing changed since somebody wrote it down: whoever changes a
record can make a new one, so it proves something only beside another copy, such as a signed print.
A signature (Ed25519) shows in addition that an installation with that key made it. Who can rely on
what: `docs/papieren.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from dialogs.samenvatting import Handtekening, Ontvangstbewijs, Samenvatting

_BEWIJS: Final = "ontvangstbewijs"
Ondertekenaar = Callable[[bytes], Handtekening]
"""Signs the canonical form of a record."""


class Bewijsstand(StrEnum):
    """What a receipt says of the record it is on."""

    GEEN = "geen"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"
    ONDERTEKEND = "ondertekend"
    """Unchanged, and signed with a key of this installation."""
    ANDERE_SLEUTEL = "andere_sleutel"
    """Unchanged, and signed with a key that this installation does not know."""
    HANDTEKENING_ONJUIST = "handtekening_onjuist"


def canoniek(gegevens: Mapping[str, Any]) -> bytes:
    """Return a record, without its receipt, in one fixed form (RFC 8785: JCS).

    A record holds texts, whole numbers, yes and no; names in it are ASCII. Of that JCS is: names in
    order, no blanks, UTF-8.

    Raises:
        ValueError: a text holds half a character.
    """
    zonder = {naam: waarde for naam, waarde in gegevens.items() if naam != _BEWIJS}
    vast = json.dumps(zonder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return vast.encode()


def met_bewijs(s: Samenvatting, onderteken: Ondertekenaar | None = None) -> Samenvatting:
    """Return the record with a receipt on it, signed when there is something to sign with."""
    vast = canoniek(s.model_dump(mode="json"))
    bewijs = Ontvangstbewijs(
        sha256=hashlib.sha256(vast).hexdigest(),
        handtekening=None if onderteken is None else onderteken(vast),
    )
    return s.model_copy(update={_BEWIJS: bewijs})


def ongewijzigd(gegevens: Mapping[str, Any]) -> bool | None:
    """Tell whether a record is as its receipt says; None when there is none."""
    bewijs = gegevens.get(_BEWIJS)
    if not isinstance(bewijs, Mapping):
        return None
    try:
        vast = canoniek(gegevens)
    except ValueError:  # half a character, which no record of ours holds
        return False
    return hashlib.sha256(vast).hexdigest() == bewijs.get("sha256")


def stand(gegevens: Mapping[str, Any]) -> Bewijsstand:
    """Return what the fingerprint says; who can check signatures says more."""
    klopt = ongewijzigd(gegevens)
    if klopt is None:
        return Bewijsstand.GEEN
    return Bewijsstand.ONGEWIJZIGD if klopt else Bewijsstand.GEWIJZIGD
