"""Een nepgesprek: precies genoeg dialoog om de kamer eromheen te beproeven."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Literal

from bot.post import Post
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Gezegd, Uiting
from dialogs.beeld.gezegd import Gevolg, Gezegde, Wegingregel, Zin
from dialogs.beurt import Beurt, Bewaar, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Antwoord, Dossier
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort
from dialogs.dossier.wacht import OpVraag
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.bewijs import Bewijsstand
from dialogs.teksten import heeft, tekst

NU = dt.datetime(2026, 3, 2, 10, 30, tzinfo=dt.UTC)

SLEUTEL, NIEUW = (base64.b64encode(bytes([n]) * 32).decode() for n in (1, 2))
"""Keys to encrypt with."""

ANNE = Wie("teams", "29:anne", tenant="school")
BAS = Wie("teams", "29:bas", tenant="school")


def klok() -> dt.datetime:
    return NU


class Tijd:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> dt.datetime:
        return self.nu

    def verder(self, seconden: float) -> None:
        self.nu += dt.timedelta(seconds=seconden)


def meegelezen() -> Post:
    """Reply where others read along; nothing is delivered."""
    return Post(lambda _: (), meegelezen=True)


async def na(beurt: AbstractAsyncContextManager[Reactie]) -> Reactie:
    """Take a turn to its end, as a channel does that has delivered the reply."""
    async with beurt as reactie:
        return reactie


class Teller:
    """Gives id-1, id-2, ... ."""

    def __init__(self) -> None:
        self.aantal = 0

    def __call__(self) -> str:
        self.aantal += 1
        return f"id-{self.aantal}"


def nep_samenvatting(inhoud: str) -> Samenvatting:
    """Return a summary that holds this and nothing else."""
    dag = dt.date(2026, 3, 2)
    return Samenvatting(
        titel="Weging",
        compleet=True,
        situatie=inhoud,
        omschrijving=None,
        datum_weging=dag,
        datum_delen=dag,
        regime="nieuw",
        gemaakt_door=None,
        vooraf=(),
        doelen=(),
        altijd=(),
    )


VRAAG = (
    "",
    *(
        vraag.id
        for vraag in VRAGEN.values()
        if vraag.soort is Vraagsoort.JA_NEE
        and not vraag.per_doel
        and vraag.id != "begrepen"
        # How these are put hangs on answers, and its answers are no facts.
        and not heeft(f"vragen.{vraag.id}.vraag_namens")
    ),
)
"""The questions it asks one after the other, from the first on."""


ONBRUIKBAAR = "onbruikbaar"
"""A stored answer that makes every turn fail."""


def vraagtekst(nummer: int) -> str:
    return f"**{tekst(f'vragen.{VRAAG[nummer]}.vraag')}**"


def zegt(zin: str) -> Gezegde:
    """Say anything at all: no sentence of ours."""
    return Gevolg(alineas=(zin,))


class NepDialoog:
    """Asks the questions of `VRAAG`; keeps every answer as it is; obeys a few words."""

    def nieuw(self, dossier_id: str, vandaag: dt.date) -> Dossier:
        return Dossier(id=dossier_id, begonnen=vandaag)

    def volgend(self, dossier: Dossier, nu: dt.datetime) -> Dossier:
        return gesprek.volgend(dossier, nu)

    def begroet(self, dossier: Dossier, nu: dt.datetime) -> Beurt:
        groet = "Hier waren we." if dossier.antwoorden else "Welkom."
        return self._vraag(dossier, zegt(groet))

    def hervat(self, dossier: Dossier, nu: dt.datetime) -> Dossier:
        return dossier if dossier.stand.vraag else self.begroet(dossier, nu).dossier

    def toets(self, dossier: Dossier, nu: dt.datetime) -> None:
        if any(antwoord.waarde == ONBRUIKBAAR for antwoord in dossier.antwoorden.values()):
            raise TypeError(ONBRUIKBAAR)

    def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
        assert isinstance(uiting, Gezegd)
        gezegd = uiting.tekst
        self.toets(dossier, nu)
        match gezegd.split():
            case ["bewaar"]:
                inhoud = " ".join(str(a.waarde) for a in dossier.antwoorden.values())
                bewaar = Bewaar(nep_samenvatting(inhoud))
                return Beurt(dossier, vraagt=False, verzoek=bewaar)
            case ["wegingen"]:
                return Beurt(dossier, vraagt=False, verzoek=ToonWegingen())
            case ["open", kenmerk]:
                return Beurt(dossier, vraagt=False, verzoek=OpenWeging(kenmerk))
            case ["nareken", kenmerk]:
                return Beurt(dossier, vraagt=False, verzoek=RekenNa(kenmerk))
            case ["stop"]:
                return Beurt(dossier, (zegt("Dag."),), vraagt=False, einde=True)
            case ["kapot"]:
                # As real ones do: the message of the error quotes what was said.
                raise ValueError(f"kan niets met {gezegd} van Jan Jansen")
            case _:
                pass
        vraag = _sleutel(len(dossier.antwoorden) + 1)
        antwoorden = {**dossier.antwoorden, vraag: Antwoord(waarde=gezegd)}
        verder = dossier.model_copy(update={"antwoorden": antwoorden})
        return self._vraag(verder, zegt(f"Genoteerd: {gezegd}"))

    def na_bewaren(self, dossier: Dossier, kenmerk: str) -> Beurt:
        return Beurt(dossier, (zegt(f"Bewaard als {kenmerk}"),), vraagt=False)

    def zonder_weging(self, dossier: Dossier, kenmerk: str, nu: dt.datetime) -> Dossier:
        return dossier.zonder_kenmerk(kenmerk)

    def verwijderd(self, kenmerk: str, gevolgen: Collection[str], kanaal: str) -> tuple[Zin, ...]:
        return gesprek.verwijderd(kenmerk, gevolgen, kanaal)

    def na_verwijderen(
        self, dossier: Dossier, kenmerk: str, gezegd: tuple[Zin, ...], nu: dt.datetime
    ) -> Beurt:
        return Beurt(dossier, gezegd, vraagt=False)

    def lijst(self, wegingen: Sequence[Wegingregel], zoek: str = "") -> tuple[Gezegde, ...]:
        return (zegt("; ".join(f"{w.kenmerk} {w.datum} {w.titel}" for w in wegingen)),)

    def scherm_gewist(self, dossier: Dossier, kanaal: str) -> Beurt:
        return gesprek.scherm_gewist(dossier, kanaal)

    def na_noemen(self, dossier: Dossier, kenmerk: str, eigen: str | None) -> Beurt:
        return gesprek.na_noemen(dossier, kenmerk, eigen)

    def als_basis(
        self, dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
    ) -> Beurt:
        return gesprek.als_basis(dossier, kenmerk, gegevens, nu)

    def na_melden(self, dossier: Dossier, over: Literal["oordeel", "onderwerp"]) -> Beurt:
        return gesprek.na_melden(dossier, over)

    def geopend(self, kenmerk: str, markdown: str | None, eigen: str = "") -> tuple[Gezegde, ...]:
        return (zegt(markdown or f"Geen {kenmerk}"),)

    def herweeg(
        self, dossier: Dossier, kenmerk: str, gegevens: dict[str, Any] | None, nu: dt.datetime
    ) -> Beurt:
        return self._vraag(dossier, zegt(f"Verder met {kenmerk}"))

    def nagerekend(
        self,
        gegevens: dict[str, Any],
        uitgave: dict[str, Any] | None,
        bewijs: Bewijsstand | None = None,
        vorige: dict[str, Any] | None = None,
    ) -> tuple[Gezegde, ...]:
        editie = "met editie" if uitgave else "zonder editie"
        return (zegt(f"Nagerekend {editie}: {gegevens['situatie']}"),)

    def _vraag(self, dossier: Dossier, vooraf: Gezegde) -> Beurt:
        vraag = OpVraag(vraag=_sleutel(len(dossier.antwoorden) + 1))
        return Beurt(dossier.wachtend(vraag), (vooraf,))


def _sleutel(nummer: int) -> str:
    return Keer(VRAGEN[VRAAG[min(nummer, len(VRAAG) - 1)]]).sleutel


def afdruk(inhoud: str) -> str:
    return hashlib.sha256(inhoud.encode()).hexdigest()
