"""Een editie teruglezen: van JSON naar regels en voorwaarden waarmee gewogen kan worden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from knowledge.atomen import Bevat, EenVan, Geldig, Vergelijk
from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.bronnen import Bron
from knowledge.condities import Alle, Conditie, Een, Niet
from knowledge.feit import UITKOMSTFEITEN
from knowledge.feiten import FEITEN
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import Kennis
from knowledge.regels.basis import Grondslag, Regel, Rol
from knowledge.regels.begrippen import Gevolg
from knowledge.regels.botsingen import Botsing
from knowledge.termijnen import Periode, Termijn


def lees_inhoud(inhoud: Mapping[str, Any]) -> Kennis:
    """Return the knowledge that the content of an edition describes.

    Raises:
        KennisOnjuist: a part is missing, or names what this version does not know. It quotes
            nothing: the content may be anything.
    """
    try:
        return _Lezer(inhoud).kennis()
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as fout:
        raise KennisOnjuist("de uitgave is onvolledig of niet van ons") from fout


class _Lezer:
    """Reads one edition; holds the terms, which conditions refer to by name."""

    def __init__(self, inhoud: Mapping[str, Any]) -> None:
        self._inhoud = inhoud
        self._termijnen = {id_: _termijn(id_, deel) for id_, deel in inhoud["termijnen"].items()}
        self._feiten = {*FEITEN, *UITKOMSTFEITEN, *inhoud["afgeleid"]}

    def kennis(self) -> Kennis:
        inhoud = self._inhoud
        regels = tuple(self._regel(deel) for deel in inhoud["regels"])
        per_id = {regel.id: regel for regel in regels}
        return Kennis(
            versie=str(inhoud["versie"]),
            regels=regels,
            afgeleid={id_: self._conditie(deel) for id_, deel in inhoud["afgeleid"].items()},
            besluiten=tuple(
                Besluit(
                    deel["reden"],
                    self._conditie(deel["als"]),
                    _itemoordeel(deel["oordeel"]),
                    tuple(per_id[id_] for id_ in deel["regels"]),
                )
                for deel in inhoud["beslissing"]
            ),
            voorrang=tuple(_itemoordeel(deel) for deel in inhoud["voorrang"]),
            botsingen=tuple(
                Botsing(deel["id"], self._conditie(deel["als"])) for deel in inhoud["botsingen"]
            ),
            volgt_uit=tuple(
                Gevolg(
                    self._conditie(deel["als"]),
                    deel["feit"],
                    deel["waarde"],
                    deel.get("aanname", False),
                )
                for deel in inhoud["volgt_uit"]
            ),
            nieuw_vanaf=dt.date.fromisoformat(inhoud["nieuw_vanaf"]),
            termijnen=self._termijnen,
            bronnen={id_: _bron(deel) for id_, deel in inhoud["bronnen"].items()},
            teksten=dict(inhoud["teksten"]),
        )

    def _regel(self, deel: Mapping[str, Any]) -> Regel:
        geldig = deel["geldig"]
        return Regel(
            id=deel["id"],
            rol=Rol(deel["rol"]),
            stap=deel["stap"],
            als=self._conditie(deel["als"]),
            mits=self._conditie(deel["mits"]),
            geldig=Geldig(_dag(geldig["van"]), _dag(geldig["tot_en_met"])),
            grondslag=Grondslag(deel["grondslag"]) if deel["grondslag"] else None,
            bronnen=tuple(deel["bronnen"]),
            voorwaarden=tuple(deel["voorwaarden"]),
            acties=tuple(deel["acties"]),
            let_op=tuple(deel["let_op"]),
            alternatief=deel["alternatief"],
            ook_bij_onbekend=deel["ook_bij_onbekend"],
        )

    def _conditie(self, deel: Mapping[str, Any]) -> Conditie:
        match deel:
            case {"alle": delen}:
                return Alle(tuple(self._conditie(d) for d in delen))
            case {"een": delen}:
                return Een(tuple(self._conditie(d) for d in delen))
            case {"niet": binnen}:
                return Niet(self._conditie(binnen))
            case {"feit": naam, **rest} if naam in self._feiten:
                return self._toets(naam, rest)
        raise KennisOnjuist("de uitgave gebruikt een onbekende voorwaarde of een onbekend feit")

    def _toets(self, naam: str, rest: Mapping[str, Any]) -> Conditie:
        match rest:
            case {"een_van": waarden}:
                return EenVan(naam, frozenset(waarden))
            case {"bevat": waarden}:
                return Bevat(naam, frozenset(waarden))
            case {"teken": "<" | "<=" | ">=" | ">" as teken, "grens": int(grens)}:
                return Vergelijk(naam, teken, grens)
            case {"teken": "<" | "<=" | ">=" | ">" as teken, "grens": {"termijn": id_}}:
                return Vergelijk(naam, teken, self._termijnen[id_])
            case {"van": van, "tot_en_met": tot}:
                return Geldig(_dag(van), _dag(tot), naam)
            case _:
                raise KennisOnjuist("de uitgave toetst een feit op een onbekende manier")


def _itemoordeel(waarde: str) -> Oordeel | Zelf:
    return Zelf(waarde) if waarde == Zelf.VERTELT_ZELF else Oordeel(waarde)


def _termijn(id_: str, deel: Mapping[str, Any]) -> Termijn:
    perioden = tuple(
        Periode(p["waarde"], dt.date.fromisoformat(p["van"]), _dag(p.get("tot_en_met")), p["bron"])
        for p in deel["perioden"]
    )
    return Termijn(id_, deel["eenheid"], perioden)


def _bron(deel: Mapping[str, Any]) -> Bron:
    dagen = {veld: _dag(deel.get(veld)) for veld in ("geldig_van", "geldig_tot_en_met")}
    return Bron(**{**deel, **dagen})


def _dag(tekst: str | None) -> dt.date | None:
    return None if tekst is None else dt.date.fromisoformat(tekst)
