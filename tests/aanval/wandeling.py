"""Een willekeurige wandeling door het gesprek: van alles zeggen, vooral wat niemand verwacht."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from bot.gesprekken import Gesprekken
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import Opslag
from bot.opstarten import richt_in
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs.bedoeling import Ingevuld
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.scherm import schermbeeld
from dialogs.beeld.vraag import Beeldvraag, beeldvraag
from dialogs.beeld.wijzigen import te_wijzigen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import keer_van
from tests.bot.nep import NU, Teller, klok, na
from tests.bot.tab import ingevuld

OPDRACHTEN: Final = (
    *("terug", "terug", "terug", "wijzig", "wijzig", "wijzig doel", "wijzig gegevens"),
    *("ga naar stap 1", "ga naar stap 2", "ga naar stap 3", "ga naar stap 4"),
    *("waarom", "waar ben ik", "samenvatting", "help", "verder", "hallo", "stop"),
    *("opnieuw", "bewaar", "mijn wegingen", "open WW-2026-0001", "nareken WW-2026-0001"),
    *("toch niets wijzigen", "casussen", "casus 3.1.2", "zoek mandaat", "met deze feiten"),
    *("wat als ze 24 is?", "en als hij toestemming geeft?", "dat is geen naam"),
)
ZINNEN: Final = (
    *("ja", "nee", "weet ik niet", "geen", "allemaal", "overslaan", "een voor een", "klopt"),
    *("1", "2", "1, 2", "1 en 3", "alles behalve 2", "9999999", "-1", "0", "a", "de tweede"),
    *("het doel is toch begeleiding naar werk", "sorry, ze is 19", "nee, ze is 26 jaar"),
    *("het gaat alleen om het verslag", "verslag, advies, telefoonlijst", "diagnose"),
    *("wij zijn jeugdzorg en willen de gemeente een verslag geven voor een uitkering",),
    *("ik werk op het mbo, de gemeente vraagt cijfers van een jongen van 17 zonder diploma",),
    *("ze is in gevaar", "hij is 18 of 19", "1990-01-01", "morgen", "13-3-26", "31 februari"),
    *("", "   ", "\u202e", "\ud800", "<b>", "**vet**", "[a](http://127.0.0.1)", "@melden_verzuim"),
    *(":", "soort:x@y", "a" * 4000, "ja " * 900, "; " * 60, "\n\n1\n2\n3", "/weegwijzer", "/start"),
)
WAARDEN: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, 1, -1, 18, 10**30, 1.5, float("inf"), "", "ja", "2026-03-02"),
    *([], [1], ["1"], [None], {}, {"a": [1]}, "x" * 130, ["a", "a"], ["a:b@c", "@", ":"]),
)

WIE: Final = Wie("web", "professional")


class Fouten(logging.Handler):
    """Keeps what was logged as an error: a turn that failed says so there."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())


@contextmanager
def fouten() -> Iterator[list[str]]:
    """Collect the errors that the conversation logs."""
    handler = Fouten()
    logger = logging.getLogger("bot")
    logger.addHandler(handler)
    try:
        yield handler.regels
    finally:
        logger.removeHandler(handler)


class Wandeling:
    """One conversation of somebody who says anything; the seed repeats it."""

    def __init__(self, zaad: int, opslag: Opslag | None = None) -> None:
        self.dobbel = random.Random(zaad)
        self.opslag = opslag or GeheugenOpslag()
        self.gesprekken: Gesprekken = richt_in(self.opslag, klok, Teller()).gesprekken
        self.gezegd: list[str | dict[str, Any]] = []
        self.dossier: Dossier | None = None

    async def stap(self) -> Reactie:
        """Say or fill in one thing, and check what is shown of it."""
        if self.dossier is None:
            reactie = await na(self.gesprekken.begroet(WIE, "web"))
        else:
            uiting = self._iets(self.dossier)
            self.gezegd.append(uiting.waarden if isinstance(uiting, Ingevuld) else uiting)  # type: ignore[arg-type]
            bij = beeldvraag(self.dossier).plek
            reactie = await na(self.gesprekken.beurt(WIE, "web", uiting, None, bij))
        self.dossier = reactie.dossier or self.dossier
        if reactie.dossier is not None:
            controleer(reactie)
        return reactie

    def _iets(self, dossier: Dossier) -> str | Ingevuld:
        vraag = beeldvraag(dossier)
        kans = self.dobbel.random()
        if kans < 0.35:  # on with it: else one never gets far
            return self._antwoord(vraag)
        if kans < 0.5:
            aangeboden = keuzes(vraag).alle
            return self.dobbel.choice(aangeboden).waarde if aangeboden else "ja"
        if kans < 0.7:
            return self.dobbel.choice(OPDRACHTEN)
        if kans < 0.8 and (namen := list(te_wijzigen(dossier))):
            return f"wijzig {self.dobbel.choice(namen)}"
        if kans < 0.9:
            return self.dobbel.choice(ZINNEN)
        sleutels = [veld.sleutel or "" for veld in vraag.velden or (vraag,)]
        sleutel = self.dobbel.choice([*sleutels, *sleutels, "doel", "x", "alternatief@x"])
        return Ingevuld({sleutel: self.dobbel.choice(WAARDEN)})

    def _antwoord(self, vraag: Beeldvraag) -> str | Ingevuld:
        if vraag.soort in ("slot", "bevestig", "lijst") or self.dobbel.random() < 0.3:
            return self.dobbel.choice(("ja", "weet ik niet", "1", "2", "geen", "nee"))
        waarden = ingevuld(vraag.model_dump(mode="json"))
        for sleutel, waarde in waarden.items():
            velden = [veld for veld in vraag.velden or (vraag,) if veld.sleutel == sleutel]
            opties = [optie.in_formulier for veld in velden for optie in veld.opties]
            if opties and isinstance(waarde, list):
                waarden[sleutel] = self.dobbel.sample(
                    opties, self.dobbel.randint(1, min(3, len(opties)))
                )
            elif opties:
                waarden[sleutel] = self.dobbel.choice(opties)
        return Ingevuld(waarden)


def controleer(reactie: Reactie) -> None:
    """Check that all there is to see can be made, and that the question is one of this weighing."""
    dossier = reactie.dossier
    assert dossier is not None
    berichten(reactie.beeld)
    schermbeeld(dossier, NU.date())
    sleutels = [*dossier.antwoorden]
    if dossier.stand.vraag is not None:
        sleutels.append(dossier.stand.vraag)
    for sleutel in sleutels:
        keer = keer_van(sleutel)
        assert keer is not None
        assert keer.doel is None or keer.doel in feitenblad.doelen(dossier), sleutel
        assert keer.gegeven is None or keer.gegeven in feitenblad.namen(dossier), sleutel
