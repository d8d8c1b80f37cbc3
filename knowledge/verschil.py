"""Het verschil tussen twee edities: wat er veranderd is, en welke oordelen daardoor veranderen.

Tried on every situation of the casussen, and on a grid around them: every situation with one
fact changed into each kind of value that the rules of either edition can tell apart. That way a
term that moves a month, or a rule that loses a condition, shows at the casus it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple, Self

from knowledge import editie
from knowledge.casussen import casussen
from knowledge.feiten import FEITEN, GRENZEN, Situatie
from knowledge.kennis import Kennis
from knowledge.teksten import tekst
from knowledge.waarden import klassen
from knowledge.weging import weeg_doel

_VAN_GEGEVEN: Final = ("soort", "nodig", "in_overgangsdocument", "in_melding")
_NIET_GEVARIEERD: Final = ("gebruiker",)
"""Who asks does not decide."""
_HOOGSTENS: Final = 10
"""So many situations of each kind of change are named in words."""


class Antwoord(NamedTuple):
    """What counts of an outcome: verdict, ground, and which items are shared."""

    oordeel: str
    grondslag: str | None
    delen: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Verandering:
    """A situation that the two editions judge differently, for one purpose."""

    situatie: str
    """Id of the situation of a casus."""
    anders: str | None
    """The one fact that was changed in it, as `feit=waarde`; None for the casus itself."""
    doel: str | None
    links: Antwoord
    rechts: Antwoord


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the knowledge that is new, gone or changed: its kind and id."""

    soort: str
    id: str
    wat: str


def onderdelen(links: Kennis, rechts: Kennis) -> list[Onderdeel]:
    """Return which rules, terms, sources and the like differ between two editions."""
    oud, nieuw = editie.uitgave(links), editie.uitgave(rechts)
    uit = []
    for soort in sorted({*oud, *nieuw} - {"afdruk", "vorm", "versie"}):
        hier, daar = _per_id(oud[soort]), _per_id(nieuw[soort])
        for id_ in sorted({*hier, *daar}):
            if id_ not in daar:
                uit.append(Onderdeel(soort, id_, "weg"))
            elif id_ not in hier:
                uit.append(Onderdeel(soort, id_, "nieuw"))
            elif hier[id_] != daar[id_]:
                uit.append(Onderdeel(soort, id_, "anders"))
        if set(hier) == set(daar) and list(hier) != list(daar):
            uit.append(Onderdeel(soort, "", "andere volgorde"))
    return uit


def _per_id(deel: Any) -> dict[str, Any]:
    if isinstance(deel, Mapping):
        return dict(deel)
    if isinstance(deel, list):
        # The order has meaning, so what has no id of its own goes by its place.
        return {
            str(d["id"]) if isinstance(d, Mapping) and "id" in d else f"{plaats:02}": d
            for plaats, d in enumerate(deel, 1)
        }
    return {"": deel}


@dataclass(frozen=True, slots=True)
class Proef:
    """What trying both editions on a set of situations gave."""

    gevonden: tuple[Verandering, ...]
    geprobeerd: int


@dataclass(frozen=True, slots=True)
class Verschil:
    """All that differs between two editions."""

    links: str
    rechts: str
    onderdelen: tuple[Onderdeel, ...]
    casussen: Proef
    rooster: Proef

    @classmethod
    def tussen(
        cls, links: Kennis, rechts: Kennis, situaties: Sequence[Situatie] | None = None
    ) -> Self:
        """Compare two editions, on these situations or else on those of the casussen.

        Takes a minute for all casussen: the grid around them holds tens of thousands of
        situations. Where nothing differs there is nothing to try.
        """
        delen = tuple(onderdelen(links, rechts))
        if situaties is None:
            alle = (geval.situatie() for casus in casussen() for geval in casus.situaties)
            situaties = tuple(alle) if delen else ()
        zelf = [(situatie, None) for situatie in situaties]
        rond = [
            (anders, naam)
            for situatie in situaties
            for naam, anders in _eromheen(situatie, (links, rechts))
        ]
        # What is left of the decision for a route is worked out once while it is the same route.
        rond.sort(key=_route)
        return cls(
            editie.naam(links),
            editie.naam(rechts),
            delen,
            _proef(zelf, links, rechts),
            _proef(rond, links, rechts),
        )

    def als_json(self) -> dict[str, Any]:
        """Return everything as JSON types."""
        return asdict(self)

    def als_tekst(self) -> str:
        """Return it for a person: what changed, and the verdicts grouped by how they change."""
        if not self.onderdelen:
            return tekst("verschil.gelijk")
        uit = [tekst("verschil.kop").format(links=self.links, rechts=self.rechts), ""]
        uit.append(tekst("verschil.onderdelen_kop"))
        uit += [f"  {deel.soort} {deel.id}: {deel.wat}" for deel in self.onderdelen]
        uit += ["", *_proef_in_woorden("casussen", self.casussen)]
        uit += ["", *_proef_in_woorden("rooster", self.rooster)]
        return "\n".join(uit)


def _proef(
    situaties: Iterable[tuple[Situatie, str | None]], links: Kennis, rechts: Kennis
) -> Proef:
    gevonden: list[Verandering] = []
    aantal = 0
    for situatie, anders in situaties:
        for doel in situatie.doelen():
            aantal += 1
            hier, daar = _antwoord(situatie, doel, links), _antwoord(situatie, doel, rechts)
            if hier != daar:
                gevonden.append(
                    Verandering(str(situatie.id), anders, doel and doel.value, hier, daar)
                )
    return Proef(tuple(gevonden), aantal)


def _proef_in_woorden(soort: str, proef: Proef) -> Iterator[str]:
    aantal = len(proef.gevonden)
    yield tekst(f"verschil.{soort}_kop").format(aantal=aantal, totaal=proef.geprobeerd)
    groepen: dict[tuple[str, str], list[str]] = {}
    for v in proef.gevonden:
        waar = " ".join(deel for deel in (v.situatie, v.doel, v.anders) if deel)
        groepen.setdefault((_in_woorden(v.links), _in_woorden(v.rechts)), []).append(waar)
    for (links, rechts), waarin in groepen.items():
        yield f"  {links} -> {rechts}: {len(waarin)}"
        yield from (f"    {een}" for een in waarin[:_HOOGSTENS])
        if len(waarin) > _HOOGSTENS:
            yield f"    {tekst('verschil.meer').format(aantal=len(waarin) - _HOOGSTENS)}"


def _in_woorden(antwoord: Antwoord) -> str:
    return f"{antwoord.oordeel} ({antwoord.grondslag})" if antwoord.grondslag else antwoord.oordeel


def _antwoord(situatie: Situatie, doel: Any, kennis: Kennis) -> Antwoord:
    uit = weeg_doel(situatie, doel, volledig=False, kennis=kennis)
    delen = tuple(gegeven.delen for gegeven in uit.gegevens)
    return Antwoord(uit.oordeel.value, uit.grondslag and uit.grondslag.value, delen)


def _eromheen(situatie: Situatie, edities: tuple[Kennis, Kennis]) -> Iterator[tuple[str, Situatie]]:
    for naam in FEITEN:
        if naam in _NIET_GEVARIEERD:
            continue
        waarden = dict.fromkeys(w for kennis in edities for w in klassen(naam, kennis))
        for waarde in waarden:
            if not _past(naam, waarde):
                continue
            gewijzigd = _met(situatie, naam, waarde)
            if gewijzigd is not None and gewijzigd != situatie:
                yield f"{naam}={_schrijf(waarde)}", gewijzigd


def _route(geval: tuple[Situatie, str | None]) -> tuple[str, ...]:
    situatie, _ = geval
    return tuple(str(deel) for deel in (situatie.datum, situatie.van, situatie.naar, situatie.doel))


def _past(naam: str, waarde: Any) -> bool:
    laagste, hoogste = GRENZEN.get(naam, (0, 0))
    return not isinstance(waarde, int) or naam not in GRENZEN or laagste <= waarde <= hoogste


def _met(situatie: Situatie, naam: str, waarde: Any) -> Situatie | None:
    """Return the situation with one fact changed; of the data items, the first."""
    ruw = situatie.model_dump(mode="json", exclude_none=True)
    voor_json = sorted(waarde) if isinstance(waarde, frozenset) else waarde
    if naam not in _VAN_GEGEVEN:
        return Situatie.model_validate({**ruw, naam: voor_json})
    if not situatie.gegevens:
        return None
    eerste, *rest = ruw["gegevens"]
    return Situatie.model_validate({**ruw, "gegevens": [{**eerste, naam: voor_json}, *rest]})


def _schrijf(waarde: Any) -> str:
    if isinstance(waarde, frozenset):
        return "+".join(sorted(waarde))
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)
