"""Een nepgesprek: precies genoeg dialoog om de kamer eromheen te beproeven."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from bot.wie import Wie
from dialogs.beurt import Bericht, Beurt, Bewaar, Keuze, OpenWeging, RekenNa, ToonWegingen
from dialogs.dossier import Antwoord, Dossier, Gesprekstand
from dialogs.samenvatting import Samenvatting

NU = dt.datetime(2026, 3, 2, 10, 30, tzinfo=dt.UTC)

ANNE = Wie("teams", "29:anne", tenant="school")
BAS = Wie("teams", "29:bas", tenant="school")


def klok() -> dt.datetime:
    return NU


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


class NepDialoog:
    """Asks `vraag_1`, `vraag_2`, ...; keeps every answer; obeys a few words."""

    def nieuw(self, dossier_id: str, vandaag: dt.date) -> Dossier:
        return Dossier(id=dossier_id, begonnen=vandaag)

    def begroet(self, dossier: Dossier, nu: dt.datetime) -> Beurt:
        groet = "Hier waren we." if dossier.antwoorden else "Welkom."
        return self._vraag(dossier, Bericht("tekst", groet))

    def hervat(self, dossier: Dossier, nu: dt.datetime) -> Dossier:
        return dossier if dossier.stand.vraag else self.begroet(dossier, nu).dossier

    def beantwoord(self, dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
        match tekst.split():
            case ["bewaar"]:
                inhoud = " ".join(str(a.waarde) for a in dossier.antwoorden.values())
                return Beurt(dossier, verzoek=Bewaar(nep_samenvatting(inhoud)))
            case ["wegingen"]:
                return Beurt(dossier, verzoek=ToonWegingen())
            case ["open", kenmerk]:
                return Beurt(dossier, verzoek=OpenWeging(kenmerk))
            case ["nareken", kenmerk]:
                return Beurt(dossier, verzoek=RekenNa(kenmerk))
            case ["stop"]:
                return Beurt(dossier, (Bericht("tekst", "Dag."),), einde=True)
            case ["kapot"]:
                # As real ones do: the message of the error quotes what was said.
                raise ValueError(f"kan niets met {tekst} van Jan Jansen")
            case _:
                pass
        vraag = f"vraag_{len(dossier.antwoorden) + 1}"
        antwoorden = {**dossier.antwoorden, vraag: Antwoord(waarde=tekst)}
        verder = dossier.model_copy(update={"antwoorden": antwoorden})
        return self._vraag(verder, Bericht("tekst", f"Genoteerd: {tekst}"))

    def na_bewaren(self, dossier: Dossier, kenmerk: str) -> Beurt:
        return Beurt(dossier, (Bericht("tekst", f"Bewaard als {kenmerk}"),))

    def lijst(self, wegingen: Sequence[tuple[str, dt.date, str]]) -> tuple[Bericht, ...]:
        return (Bericht("lijst", "; ".join(f"{k} {d} {t}" for k, d, t in wegingen)),)

    def geopend(self, kenmerk: str, markdown: str | None) -> tuple[Bericht, ...]:
        return (Bericht("samenvatting", markdown or f"Geen {kenmerk}"),)

    def nagerekend(
        self, gegevens: dict[str, Any], uitgave: dict[str, Any] | None
    ) -> tuple[Bericht, ...]:
        editie = "met editie" if uitgave else "zonder editie"
        return (Bericht("tekst", f"Nagerekend {editie}: {gegevens['situatie']}"),)

    def _vraag(self, dossier: Dossier, vooraf: Bericht) -> Beurt:
        vraag = f"vraag_{len(dossier.antwoorden) + 1}"
        verder = dossier.model_copy(update={"stand": Gesprekstand(vraag=vraag)})
        keuzes = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))
        return Beurt(
            verder, (vooraf, Bericht("vraag", f"**{vraag}?**", keuzes, vraag, "Stap 1 van 4"))
        )


def afdruk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
