"""Namen van mensen: bekende namen, onbekende woorden met een hoofdletter, en wat een aanwijzing aanwijst.

First comes what is certainly no person (`instellingen`). A word that can be a name starts one; then it is made
as long as it goes: initials before it, 'van der' and surnames after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from bot.bewaker.instellingen import geen_mensen, is_groot, sluit_aan
from bot.bewaker.ontleden import Woord, ontleed
from bot.bewaker.vondst import Vondst
from bot.bewaker.woordenlijst import aanwijzing, is_eigennaam, is_woord, lijkt_op_een_woord, lijkt_op_vakwoord, namen

_INITIALEN_ERVOOR: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?|[A-Z][ ](?=[A-Z]\.)){1,5}[ ]?$")
_INITIALEN_ERNA: Final = re.compile(r",[ ]?((?:[A-Z]\.[ ]?){0,4}[A-Z]\.)")
_LOSSE_INITIALEN: Final = re.compile(r"(?:[A-Z]\.[ ]?){0,4}[A-Z]\.(?![\w])")
_ANONIEM: Final = frozenset("ABNXYZ")
_ANDER_SCHRIFT: Final = re.compile(
    r"[\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af][\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af\u200b ]*"
    r"[\u0386-\u1cff\u3040-\u9fff\uac00-\ud7af]"
)
_TUSSEN_MET_CUE: Final = re.compile(r"[ ]{1,2}|[ ]?[:=(,][ ]?|[.][ ]?|,?[ ]?\n[ ]?|[ ]?[\"'‘“][ ]?")
_AFGEBROKEN: Final = re.compile(r"-\s+$")
_HOOFDLETTERS: Final = 0.6
_KLINKER: Final = re.compile(r"[aeiouy]")
_TUSSENVOEGSELS: Final = 4
_KORTST_KLEIN: Final = 3


def vind_personen(tekst: str) -> Iterator[Vondst]:
    """Find names of people (`persoon`)."""
    for gevonden in _ANDER_SCHRIFT.finditer(tekst):
        yield Vondst("persoon", *gevonden.span())
    yield from _Lezing(tekst).vondsten()


class _Lezing:
    """One text, read for names."""

    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        self._woorden = ontleed(tekst)

    def vondsten(self) -> Iterator[Vondst]:
        plek = 0
        while plek < len(self._woorden):
            eerste = self._eerste_van_naam(plek)
            if eerste is None:
                yield from self._losse_initialen(plek)
                plek += 1
                continue
            laatste = self._laatste_van_naam(plek if eerste < plek else eerste)
            einde = self._einde(laatste)
            yield Vondst("persoon", self._begin(eerste), einde)
            plek = laatste + 1

    # --- begint hier een naam?

    def _eerste_van_naam(self, plek: int) -> int | None:
        """Return where the name starts that this word is the first sure sign of."""
        woord = self._woorden[plek]
        if self._na_aanwijzing(plek):
            return plek
        if self._is_naam(plek):
            return self._tussenvoegsels_ervoor(plek)
        if is_groot(woord) and self._met_initialen(plek) and self._kan_achternaam(plek):
            return plek
        return None

    def _is_naam(self, plek: int) -> bool:
        """Tell whether a word is a name by itself, whatever stands around it."""
        woord = self._woorden[plek]
        if plek in self._geen_mensen or self._is_gewoon(woord):
            return self._achter_tussenvoegsels(plek)
        if woord.vorm == "klein" or (woord.vorm == "hoofdletters" and self._schreeuwt):
            return self._is_naam_klein(woord)
        if woord.vorm == "hoofdletters":
            return self._is_naam_klein(woord) and len(woord.laag) > _KORTST_KLEIN
        if woord.vorm == "gemengd" or len(woord.tekst) < 2:
            return False
        return self._is_naam_groot(plek) or self._achter_tussenvoegsels(plek)

    def _is_naam_klein(self, woord: Woord) -> bool:
        # 'toestem- ming' and 'inge- wikkelde' in pasted text are halves of a word.
        afgebroken = _AFGEBROKEN.search(woord.ervoor) or self._tekst[woord.einde :][:1] == "-"
        if len(woord.laag) < _KORTST_KLEIN or afgebroken or not self._heeft_voornaam(woord):
            return False
        return not is_woord(woord.tekst) or woord.laag in aanwijzing("toch_een_naam")

    def _is_naam_groot(self, plek: int) -> bool:
        woord = self._woorden[plek]
        is_gewoon_woord = is_woord(woord.tekst) and woord.laag not in aanwijzing("toch_een_naam")
        if self._heeft_voornaam(woord):
            return not (woord.zinsbegin and is_gewoon_woord) or self._doet_iets(plek)
        if is_gewoon_woord or woord.laag in namen("plaatsen"):
            return False
        if woord.laag in namen("achternamen"):
            return True
        return not (
            len(woord.laag) < _KORTST_KLEIN
            or is_eigennaam(woord.tekst)
            or lijkt_op_een_woord(woord.tekst)
        )

    def _doet_iets(self, plek: int) -> bool:
        """Tell whether what follows is what people do: 'Roos gaat', 'Roos (18)', 'Roos en Sem'."""
        erna = self._tekst[self._woorden[plek].einde :][:3]
        if re.match(r" ?\(\d|'s", erna):
            return True
        if plek + 1 >= len(self._woorden):
            return False
        volgende = self._woorden[plek + 1]
        doet = volgende.laag in aanwijzing("werkwoord") and sluit_aan(volgende)
        return doet or self._achternaam_na(plek) is not None or self._en_nog_iemand(plek)

    def _en_nog_iemand(self, plek: int) -> bool:
        erna = self._woorden[plek + 1 : plek + 3]
        return len(erna) == 2 and erna[0].laag == "en" and (
            erna[1].vorm == "groot" and self._heeft_voornaam(erna[1])
        )

    def _achter_tussenvoegsels(self, plek: int) -> bool:
        """Tell whether it is the last word of 'De Boer', or of 'van der Berg'; also a plain word."""
        woord = self._woorden[plek]
        if woord.vorm != "groot" or woord.laag not in namen("achternamen") or woord.zinsbegin:
            return False
        if plek in self._geen_mensen or self._is_vak(woord):
            return False
        if self._tussenvoegsels_ervoor(plek) < plek:
            return True
        if woord.laag in namen("plaatsen") or not sluit_aan(woord):
            return False
        ervoor = self._ervoor(plek)
        return ervoor in aanwijzing("voor_achternaam") or (
            ervoor == "de" and self._ervoor(plek, 2) in aanwijzing("voor_de")
        )

    def _tussenvoegsels_ervoor(self, plek: int) -> int:
        """Return where the capitalised 'Van der' before this word starts, or the word itself."""
        woord = self._woorden[plek]
        if not is_groot(woord):
            return plek
        eerste = plek
        while (
            eerste > 0
            and plek - eerste < _TUSSENVOEGSELS
            and sluit_aan(self._woorden[eerste])
            and self._woorden[eerste - 1].laag in aanwijzing("tussenvoegsel")
        ):
            eerste -= 1
        begin = self._woorden[eerste]
        # 'Van Kevin hoorde ik': a preposition that opens the sentence.
        if begin.vorm != "groot" or (begin.zinsbegin and self._heeft_voornaam(woord)):
            return plek
        return eerste

    # --- wijst het woord ervoor een naam aan?

    def _na_aanwijzing(self, plek: int) -> bool:
        woord = self._woorden[plek]
        if plek == 0 or not _TUSSEN_MET_CUE.fullmatch(woord.ervoor):
            return False
        if woord.laag in aanwijzing("tussenvoegsel"):
            return self._na_titel(plek) and self._achternaam_na(plek) is not None
        if self._is_gewoon(woord) or plek in self._geen_mensen or len(woord.laag) < 2:
            return False
        return (
            self._na_titel(plek)
            or self._na_heet(plek)
            or self._na_kop(plek)
            or self._na_groet(plek)
            or self._na_mens(plek)
        )

    def _ervoor(self, plek: int, stap: int = 1) -> str:
        return self._woorden[plek - stap].laag if plek >= stap else ""

    def _na_titel(self, plek: int) -> bool:
        woord = self._woorden[plek]
        if self._ervoor(plek) not in aanwijzing("titel") or woord.ervoor[:1] not in {" ", "."}:
            return False
        return is_groot(woord) or self._onbekend_klein(woord) or woord.laag in aanwijzing("tussenvoegsel")

    def _na_heet(self, plek: int) -> bool:
        woord = self._woorden[plek]
        if self._ervoor(plek) in aanwijzing("heet"):
            return True
        if self._ervoor(plek) in {"hem", "haar"} and self._ervoor(plek, 2) in {"noem", "noemen", "noemt"}:
            return is_groot(woord)
        if self._ervoor(plek) == "is" and self._ervoor(plek, 2) in {"naam", "voornaam", "achternaam"}:
            return is_groot(woord) or self._heeft_voornaam(woord) or not is_woord(woord.tekst)
        ik_ben = self._ervoor(plek) == "ben" and self._ervoor(plek, 2) == "ik"
        return ik_ben and self._heeft_voornaam(woord)

    def _na_kop(self, plek: int) -> bool:
        woord = self._woorden[plek]
        if woord.ervoor.strip() not in {":", "="} or self._ervoor(plek) not in aanwijzing("kop"):
            return False
        return self._kan_naam(woord) or (is_groot(woord) and not self._is_vak(woord))

    def _na_groet(self, plek: int) -> bool:
        woord = self._woorden[plek]
        groet = self._woorden[plek - 1]
        if groet.laag not in aanwijzing("groet"):
            return False
        return self._kan_naam(woord) if is_groot(woord) else self._heeft_voornaam(woord)

    def _na_mens(self, plek: int) -> bool:
        woord = self._woorden[plek]
        if self._ervoor(plek) not in aanwijzing("mens"):
            return False
        if woord.ervoor.strip():  # 'de leerling, Karim' or 'de leerling (Karim)'
            return self._kan_naam(woord) and (is_groot(woord) or not is_woord(woord.tekst))
        if woord.vorm == "groot":
            bekend = woord.laag in namen("achternamen") or self._heeft_voornaam(woord)
            return bekend or not (woord.laag in namen("plaatsen") or is_eigennaam(woord.tekst))
        return self._onbekend_klein(woord)

    def _kan_naam(self, woord: Woord) -> bool:
        return self._heeft_voornaam(woord) or (
            is_groot(woord) and not is_woord(woord.tekst) and not lijkt_op_een_woord(woord.tekst)
        )

    def _onbekend_klein(self, woord: Woord) -> bool:
        """Tell whether a small word is one that Dutch does not have, or only as a name."""
        if woord.vorm == "gemengd" or len(woord.laag) < _KORTST_KLEIN or not _KLINKER.search(woord.laag):
            return False
        if self._heeft_voornaam(woord) and woord.laag in aanwijzing("toch_een_naam"):
            return True
        return not is_woord(woord.tekst) and not lijkt_op_een_woord(woord.tekst)

    # --- hoe ver loopt de naam?

    def _laatste_van_naam(self, plek: int) -> int:
        while True:
            verder = self._achternaam_na(plek)
            if verder is None:
                return plek
            plek = verder

    def _achternaam_na(self, plek: int) -> int | None:
        """Return the place of the next word of this name, over 'van der'."""
        klein = not is_groot(self._woorden[plek])
        verder = plek + 1
        while (
            verder < len(self._woorden)
            and verder - plek <= _TUSSENVOEGSELS
            and self._sluit_aan(verder)
            and self._woorden[verder].laag in aanwijzing("tussenvoegsel")
        ):
            verder += 1
        if verder >= len(self._woorden) or not self._sluit_aan(verder):
            return self._voornaam_na_komma(plek)
        met_tussen = verder > plek + 1 or self._woorden[plek].laag in aanwijzing("tussenvoegsel")
        woord = self._woorden[verder]
        if self._is_gewoon(woord) or verder in self._geen_mensen:
            return None
        if is_groot(woord) and woord.vorm != "gemengd":
            return verder if self._kan_achternaam(verder) else None
        if klein and (woord.laag in namen("achternamen") or (met_tussen and self._onbekend_klein(woord))):
            return verder if woord.laag not in aanwijzing("werkwoord") else None
        return None

    def _sluit_aan(self, plek: int) -> bool:
        return sluit_aan(self._woorden[plek]) or self._woorden[plek].ervoor in {".", ". ", "/"} and (
            len(self._woorden[plek - 1].laag) == 1
        )

    def _voornaam_na_komma(self, plek: int) -> int | None:
        """Return the first name after 'Jansen, '; not after 'Sem, ': that is a list."""
        woord = self._woorden[plek]
        if plek + 1 >= len(self._woorden) or self._heeft_voornaam(woord) or not is_groot(woord):
            return None
        volgende = self._woorden[plek + 1]
        omgekeerd = volgende.ervoor in {", ", ","} and volgende.vorm == "groot"
        return plek + 1 if omgekeerd and self._heeft_voornaam(volgende) else None

    def _begin(self, plek: int) -> int:
        initialen = self._initialen(plek)
        return self._woorden[plek].begin if initialen is None else initialen

    def _met_initialen(self, plek: int) -> bool:
        """Tell whether initials stand before it, or a comma and initials after it."""
        achteraan = self._woorden[plek].laag in namen("achternamen") and _INITIALEN_ERNA.match(
            self._tekst, self._woorden[plek].einde
        )
        return achteraan is not None and bool(achteraan) or self._initialen(plek) is not None

    def _initialen(self, plek: int) -> int | None:
        begin = self._woorden[plek].begin
        gevonden = _INITIALEN_ERVOOR.search(self._tekst, max(0, begin - 20), begin)
        if gevonden is None:
            # 'J. de Vries': the initials stand before 'de'.
            eerste = plek
            while eerste > 0 and self._woorden[eerste - 1].laag in aanwijzing("tussenvoegsel"):
                eerste -= 1
            if eerste == plek:
                return None
            begin = self._woorden[eerste].begin
            gevonden = _INITIALEN_ERVOOR.search(self._tekst, max(0, begin - 20), begin)
        return gevonden.start() if gevonden else None

    def _einde(self, plek: int) -> int:
        einde = self._woorden[plek].einde
        erna = _INITIALEN_ERNA.match(self._tekst, einde)
        return erna.end() if erna else einde

    def _losse_initialen(self, plek: int) -> Iterator[Vondst]:
        """Find 'leerling K.' and 'mevrouw M. J.'; 'leerling A' and 'jongere X' are nobody."""
        woord = self._woorden[plek]
        if len(woord.tekst) != 1 or woord.vorm == "klein" or self._ervoor(plek) not in aanwijzing("mens"):
            return
        gevonden = _LOSSE_INITIALEN.match(self._tekst, woord.begin)
        if gevonden and (len(gevonden[0]) > 2 or woord.tekst not in _ANONIEM):
            yield Vondst("persoon", *gevonden.span())

    # --- wat voor woord is het?

    def _heeft_voornaam(self, woord: Woord) -> bool:
        """Tell whether it is a known first name, perhaps one of two, perhaps in the genitive."""
        voornamen = namen("voornamen")
        laag = woord.laag
        if laag in voornamen:
            return True
        if laag.endswith(("'s", "’s")):
            return laag[:-2] in voornamen
        if laag.endswith("s") and is_groot(woord):
            return laag[:-1] in voornamen and not is_woord(woord.tekst)
        return "-" in laag and any(
            deel in voornamen and (deel in aanwijzing("toch_een_naam") or not is_woord(deel))
            for deel in laag.split("-")
        )

    def _kan_achternaam(self, plek: int) -> bool:
        woord = self._woorden[plek]
        return plek not in self._geen_mensen and not self._is_vak(woord)

    def _is_vak(self, woord: Woord) -> bool:
        return woord.laag in aanwijzing("vak") or (
            woord.laag not in namen("achternamen") and lijkt_op_vakwoord(woord.tekst)
        )

    def _is_gewoon(self, woord: Woord) -> bool:
        return any(woord.laag in aanwijzing(soort) for soort in ("gewoon", "vak", "titel", "kop"))

    @cached_property
    def _geen_mensen(self) -> frozenset[int]:
        return geen_mensen(self._woorden)

    @cached_property
    def _schreeuwt(self) -> bool:
        letters = [teken for teken in self._tekst if teken.isalpha()]
        groot = sum(teken.isupper() for teken in letters)
        return len(letters) > 10 and groot > _HOOFDLETTERS * len(letters)
