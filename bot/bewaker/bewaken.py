"""Vinden, overlap oplossen en afschermen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.bewaker.personen.vinden import vind_personen
from bot.bewaker.vondst import Detector, Soort, Vondst
from bot.bewaker.vormen.bijnamen import vind_bijnamen
from bot.bewaker.vormen.cijfers import vind_bsn, vind_telefoon
from bot.bewaker.vormen.email import vind_email
from bot.bewaker.vormen.geboortedatums import vind_geboortedatum
from bot.bewaker.vormen.iban import vind_iban
from bot.bewaker.vormen.links import vind_links
from bot.bewaker.vormen.nummers import vind_kenteken, vind_leerlingnummer
from bot.bewaker.vormen.plekken import vind_coordinaten, vind_ipadres
from bot.bewaker.vormen.postcodes import vind_postcode
from bot.bewaker.vormen.straten import vind_straten
from bot.bewaker.vormen.zaken import vind_kenmerk, vind_zaaknummer
from bot.bewaker.vouwen import vouw

STANDAARD: Final[tuple[Detector, ...]] = (
    vind_bsn,
    vind_zaaknummer,  # before the telephone: '05/227190-24' could be either
    vind_telefoon,
    vind_iban,
    vind_email,
    vind_postcode,
    vind_straten,
    vind_geboortedatum,
    vind_leerlingnummer,
    vind_kenteken,
    vind_kenmerk,
    vind_ipadres,
    vind_coordinaten,
    vind_links,
    vind_bijnamen,
    vind_personen,
)
"""The detectors at the door; a new one is a module and a line here."""

LABELS: Final[dict[Soort, str]] = {
    "persoon": "[naam]",
    "bsn": "[bsn]",
    "telefoon": "[telefoon]",
    "email": "[e-mail]",
    "iban": "[iban]",
    "adres": "[adres]",
    "postcode": "[postcode]",
    "geboortedatum": "[geboortedatum]",
    "leerlingnummer": "[leerlingnummer]",
    "zaaknummer": "[zaaknummer]",
    "kenmerk": "[kenmerk]",
    "ipadres": "[ip-adres]",
    "kenteken": "[kenteken]",
    "url": "[link]",
}
"""What stands in the place of what was found; no detector may find anything in these."""


@dataclass(frozen=True, slots=True)
class Bewaakt:
    """Text without what was found in it, and where that stood in the original."""

    tekst: str
    gevonden: tuple[Vondst, ...]

    @property
    def soorten(self) -> tuple[Soort, ...]:
        """The kinds found, each once, in the order of the text."""
        return tuple(dict.fromkeys(vondst.soort for vondst in self.gevonden))


def bewaak(
    gezegd: str,
    detectoren: Sequence[Detector] = STANDAARD,
    geen_naam: Callable[[str], bool] | None = None,
) -> Bewaakt:
    """Find and mask. Masking what is masked changes nothing.

    Args:
        gezegd: as it came in.
        detectoren: what to look for.
        geen_naam: tells of a find of kind `persoon` that it was a false alarm.
    """
    glad = vouw(gezegd)
    vondsten = (vondst for vind in detectoren for vondst in vind(glad))
    gevonden = _zonder_overlap(
        vondst
        for vondst in vondsten
        if geen_naam is None
        or vondst.soort != "persoon"
        or not geen_naam(gezegd[vondst.begin : vondst.einde])
    )
    delen: list[str] = []
    tot = 0
    for vondst in gevonden:
        delen += [gezegd[tot : vondst.begin], LABELS[vondst.soort]]
        tot = vondst.einde
    return Bewaakt("".join([*delen, gezegd[tot:]]), gevonden)


def _zonder_overlap(vondsten: Iterable[Vondst]) -> tuple[Vondst, ...]:
    """Join what overlaps; the longest says what it is.

    Joined and not dropped: half an address left behind is still half an address.
    """
    samen: list[tuple[Vondst, int, int]] = []
    for vondst in sorted(vondsten, key=lambda v: (v.begin, -v.einde)):
        if samen and vondst.begin < samen[-1][2]:
            langste, begin, einde = samen[-1]
            if vondst.einde - vondst.begin > langste.einde - langste.begin:
                langste = vondst
            samen[-1] = (langste, begin, max(einde, vondst.einde))
        else:
            samen.append((vondst, vondst.begin, vondst.einde))
    return tuple(Vondst(langste.soort, begin, einde) for langste, begin, einde in samen)
