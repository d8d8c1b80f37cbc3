"""Someone who holds the conversation with the facts of a situation in mind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from dialogs import gesprek
from dialogs.beurt import Beurt
from dialogs.dossier import Antwoord, Dossier, uit_casus
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort, keer_van
from dialogs.procedure import plaats
from dialogs.procedure.plek import samen
from dialogs.teksten import tekst
from dialogs.weergave import onderwerp
from knowledge.feiten import Gegeven, Situatie
from knowledge.feiten import Soort as Soortgegeven
from tests.dialogs import spreken

Antwoorder = Callable[[Keer], str]
WEET_NIET = "weet ik niet"
MAX_BEURTEN = 80


def nu_op(dag: dt.date) -> dt.datetime:
    return dt.datetime(dag.year, dag.month, dag.day, 10, tzinfo=dt.UTC)


def dag_van(situatie: Situatie) -> dt.date:
    return situatie.datum or dt.date(2026, 3, 2)


ONGEVRAAGD: Final = (
    *(vraag.id for vraag in VRAGEN.values() if vraag.nooit_gesteld),
    *("overgangsdocument_akkoord", "begeleiding_akkoord", "toestemming_vertegenwoordiger"),
)
"""What is asked of nobody, or not beside every other answer: it has to be told."""


def verteld(situatie: Situatie) -> dict[str, Antwoord]:
    """Return what somebody tells of these facts before anything is asked."""
    alles = uit_casus.antwoorden([situatie])
    return {id_: alles[id_] for id_ in ONGEVRAAGD if id_ in alles}


def voer(
    antwoorder: Antwoorder, dag: dt.date, vooraf: dict[str, Antwoord] | None = None
) -> tuple[Dossier, list[tuple[Keer, str]]]:
    """Hold the conversation to its end; return the dossier and what was asked and said."""
    nu = nu_op(dag)
    begin = gesprek.nieuw("proef", dag).beantwoord(vooraf or {})
    beurt: Beurt = gesprek.begroet(begin, nu)
    gezegd: list[tuple[Keer, str]] = []
    for _ in range(MAX_BEURTEN):
        sleutel = beurt.dossier.stand.vraag
        if sleutel is None:
            return beurt.dossier, gezegd
        gesteld = samen_gevraagd(beurt.dossier)
        gezegd += [(keer, antwoorder(keer)) for keer in gesteld]
        zin = samen_gezegd(gesteld, antwoorder)
        # Through JSON, as storage would: nothing may live in objects only.
        bewaard = Dossier.model_validate_json(beurt.dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, zin, nu)
        assert spreken.misverstaan(beurt.dossier) == 0, f"niet verstaan: {sleutel} {zin!r}"
    raise AssertionError(f"het gesprek komt niet aan een einde: {gezegd[-5:]}")


def samen_gevraagd(dossier: Dossier) -> tuple[Keer, ...]:
    """Return what the message last sent asks: one question or a bundle."""
    keer = keer_van(dossier.stand.vraag or "")
    assert keer is not None
    return samen(dossier, plaats(dossier)) or (keer,)


def samen_gezegd(gesteld: tuple[Keer, ...], antwoorder: Antwoorder) -> str:
    """Answer a bundle as a form on a screen does: one line per question."""
    if len(gesteld) == 1:
        return antwoorder(gesteld[0])
    return "\n".join(f"{onderwerp(keer)}: {antwoorder(keer)}" for keer in gesteld)


def met_feiten(situatie: Situatie) -> Antwoorder:
    """Answer from the facts; what is unknown is 'weet ik niet'."""
    eigen: dict[str, Callable[[Keer], str]] = {
        "omschrijving": lambda _: "overslaan",
        # Whoever answers from facts answers every question by itself.
        "begrepen": lambda _: "nee",
        "gebruiker": lambda keer: _keuze(keer, situatie.gebruiker or "verstrekker"),
        "gevoelig": lambda _: _gevoelig(situatie),
        "gegevens": lambda _: ", ".join(naam(g) for g in gegevens(situatie)),
        "soort": lambda keer: _soort(keer, situatie),
        "doel": lambda keer: ", ".join(_keuze(keer, d or "anders") for d in situatie.doelen()),
    }

    def antwoord(keer: Keer) -> str:
        if keer.vraag.id in eigen:
            return eigen[keer.vraag.id](keer)
        if keer.vraag.soort is Vraagsoort.TEKST:
            return f"mijn reden bij {keer.vraag.id}"
        if keer.vraag.soort is Vraagsoort.SELECTIE:
            return _selectie(keer, situatie)
        return _feit(keer, getattr(situatie, keer.vraag.id))

    return antwoord


def _feit(keer: Keer, waarde: Any) -> str:
    if waarde is None:
        return WEET_NIET
    if keer.vraag.soort is Vraagsoort.JA_NEE:
        return tekst("knoppen.ja" if waarde else "knoppen.nee")
    return _keuze(keer, waarde) if keer.vraag.soort is Vraagsoort.KEUZE else str(waarde)


def _gevoelig(situatie: Situatie) -> str:
    return WEET_NIET if any(g.soort is None for g in gegevens(situatie)) else "ja"


def gegevens(situatie: Situatie) -> tuple[Gegeven, ...]:
    if situatie.gegevens == ():
        # A conversation always names something; that nothing is needed comes to the same.
        return (Gegeven(naam="stageverslag", soort=frozenset((Soortgegeven.GEWOON,)), nodig=False),)
    return situatie.gegevens or (Gegeven(naam="stageverslag"),)


def naam(gegeven: Gegeven) -> str:
    return gegeven.naam or "stageverslag"


def _keuze(keer: Keer, waarde: str) -> str:
    return keer.vraag.keuzes[waarde]


def _soort(keer: Keer, situatie: Situatie) -> str:
    gegeven = next(g for g in gegevens(situatie) if naam(g) == keer.gegeven)
    if gegeven.soort is None:
        return WEET_NIET
    nummers = list(keer.vraag.keuzes)
    return ", ".join(str(nummers.index(s) + 1) for s in sorted(gegeven.soort))


def _selectie(keer: Keer, situatie: Situatie) -> str:
    alle = gegevens(situatie)

    def gekozen(gegeven: Gegeven) -> bool | None:
        eigen = getattr(gegeven, keer.vraag.id)
        if eigen is None and keer.vraag.id == "in_overgangsdocument":
            return situatie.in_overgangsdocument
        if eigen is None and keer.vraag.id == "in_melding":
            return True
        return eigen  # type: ignore[no-any-return]

    if any(gekozen(g) is None for g in alle):
        return WEET_NIET
    if len(alle) == 1:
        return tekst("knoppen.ja" if gekozen(alle[0]) else "knoppen.nee")
    return ", ".join(naam(g) for g in alle if gekozen(g)) or tekst("knoppen.geen")
