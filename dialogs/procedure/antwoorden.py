"""Antwoorden schrijven: de ene plek die dat doet, en loslaat wat daardoor niet meer klopt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from dialogs.dossier import Antwoord, Dossier, Gebeurtenis, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, Vraagsoort, keer_van, vraag_bij
from dialogs.procedure import STAPPEN
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.weglaten import passend, uit_eigen_woorden, zonder_losse
from knowledge.feiten import FEITEN

_PLEKKEN: Final[Mapping[str, tuple[Plek, ...]]] = {
    id_: tuple(
        plek
        for stap in STAPPEN
        for groep in stap.vragen.values()
        for plek in groep
        if plek.vraag == id_
    )
    for id_ in VRAGEN
}
"""Every place where a question can be asked."""
_DOELWOORDEN: Final = VRAGEN["doel_woorden"].id
_EIGEN: Final = 3
"""Fewer words say no more of a purpose than its name does."""
_IETS: Final = "iets"
"""One more data item than there is."""


def met_antwoorden(
    dossier: Dossier, antwoorden: Mapping[Keer, Any], nu: dt.datetime, *, bundel: bool = False
) -> Dossier:
    """Return the dossier with these answers, without what they make untrue.

    None is 'weet ik niet'. What was read waits no longer: whoever answers goes on from there.
    """
    gebeurd = tuple(Gebeurtenis(wanneer=nu, vraag=keer.vraag.id) for keer in antwoorden)
    erna = met_waarden(dossier, antwoorden, bundel=bundel)
    return erna.model_copy(update={"geschiedenis": (*dossier.geschiedenis, *gebeurd)})


def met_waarden(
    dossier: Dossier, antwoorden: Mapping[Keer, Any], *, bundel: bool = False
) -> Dossier:
    """Return the same without its line in the history: to see what an answer would lead to."""
    nieuw = {keer.sleutel: Antwoord(waarde=waarde) for keer, waarde in antwoorden.items()}
    erna = dossier.beantwoord({**dossier.antwoorden, **nieuw})
    for sleutel in nieuw:
        if sleutel in dossier.antwoorden:
            erna = na_wijziging(erna, sleutel, behoud=nieuw)
    erna = _zonder_weggelaten(dossier, erna)
    if not bundel:
        return erna
    # Of a bundle some answer may make another impossible; 'not agreed to' says nothing of a
    # document that nobody wants.
    ontkend = {s for s, antwoord in nieuw.items() if antwoord.waarde is not True}
    for keer in antwoorden:
        erna = _zonder(erna, ontkend & set(_niet_meer_gevraagd(erna, keer)))
    return _zonder_vooruit(onmogelijke_weg(erna), antwoorden)


def _zonder_vooruit(dossier: Dossier, keren: Iterable[Keer]) -> Dossier:
    """Return the dossier without what nobody has to weigh any more now that the rest is answered.

    A bundle asks ahead: whether it can be done otherwise, beside whether it is needed at all.
    """
    for keer in keren:
        feit = keer.vraag.feit
        if keer.vraag.open_norm and feit in FEITEN:
            zonder = _zonder(dossier, {keer.sleutel, *_redenen_bij(keer)})
            if not Bord(zonder, keer.doel, FEITEN[feit].stap).telt(keer.vraag):
                dossier = zonder
    return dossier


def kan_raken(dossier: Dossier, keer: Keer) -> tuple[Keer, ...]:
    """Return the answers that may go when this one is changed, whatever it becomes."""
    blijft = set(dossier.antwoorden)
    for waarde in _anders(dossier, keer):
        blijft &= set(met_waarden(dossier, {keer: waarde}).antwoorden)
    weg = (keer_van(sleutel) for sleutel in dossier.antwoorden if sleutel not in blijft)
    return tuple(k for k in weg if k is not None and feitenblad.gaat_over(dossier, k))


def _anders(dossier: Dossier, keer: Keer) -> Iterator[Any]:
    """Yield other answers to a question: of a number some, of a list one more and one less."""
    vraag, nu = keer.vraag, feitenblad.waarde(dossier, keer.sleutel)
    anders: Iterable[Any] = ()
    match vraag.soort:
        case Vraagsoort.JA_NEE:
            anders = (True, False)
        case Vraagsoort.KEUZE:
            anders = vraag.keuzes
        case Vraagsoort.GETAL:
            anders = map(int, vraag.voorbeelden)
        case Vraagsoort.SELECTIE:
            anders = ([], list(feitenblad.namen(dossier)))
        case Vraagsoort.MEERKEUZE | Vraagsoort.GEGEVENS:
            eigen: list[Any] = list(nu or ())
            minder = [[een for een in eigen if een != weg] for weg in eigen]
            # Who chose all there is can only choose less; of data items there is always one more.
            nog = (_IETS,) if vraag.soort is Vraagsoort.GEGEVENS else vraag.keuzes
            meer = [[*eigen, een] for een in nog if een not in eigen][:1]
            anders = (*meer, *minder)
        case Vraagsoort.DATUM | Vraagsoort.TEKST:
            pass
    yield from (waarde for waarde in anders if waarde != nu)


def neem_over(dossier: Dossier, lijst: Sequence[Voorgesteld], nu: dt.datetime) -> Dossier:
    """Return the dossier with these confirmed; what they make untrue is let go."""
    gewijzigd = [v.sleutel for v in lijst if v.sleutel in dossier.antwoorden]
    vragen = [keer.vraag.id for v in lijst if (keer := keer_van(v.sleutel)) is not None]
    gebeurd = tuple(Gebeurtenis(wanneer=nu, vraag=vraag) for vraag in vragen)
    erna = (
        gevuld(dossier, lijst)
        .model_copy(update={"geschiedenis": (*dossier.geschiedenis, *gebeurd)})
        .gelezen((), dossier.stand.twijfel)
        .bewaard(None)
    )
    erbij = [v.sleutel for v in lijst] + [_DOELWOORDEN for v in lijst if _is_doelzin(v)]
    for sleutel in gewijzigd:
        erna = na_wijziging(erna, sleutel, behoud=erbij)
    erna = _zonder_weggelaten(dossier, erna)
    return onmogelijke_weg(erna) if vragen else erna


def _zonder_weggelaten(ervoor: Dossier, erna: Dossier) -> Dossier:
    """Return the dossier in which nothing is left of the items that were taken out."""
    weg = [naam for naam in feitenblad.namen(ervoor) if naam not in feitenblad.namen(erna)]
    return uit_eigen_woorden(zonder_losse(erna), weg)


def zonder_gegevens(dossier: Dossier, namen: Iterable[str], nu: dt.datetime) -> Dossier:
    """Return the dossier without these data items, answered or only read."""
    weg = frozenset(namen)
    stand = dossier.stand
    gelezen = tuple(_zonder_namen(v, weg) for v in stand.voorgesteld)
    over = passend(v for v in gelezen if v.waarde or v.sleutel != "gegevens")
    if not any(v.sleutel == "gegevens" for v in over):
        over = tuple(v for v in over if (k := keer_van(v.sleutel)) is None or k.gegeven not in weg)
    erna = dossier.gelezen(over, stand.twijfel)
    blijft = [naam for naam in feitenblad.namen(dossier) if naam not in weg]
    if len(blijft) < len(feitenblad.namen(dossier)):
        # With nothing left it is asked again what it is about.
        antwoorden = {**dossier.antwoorden, "gegevens": Antwoord(waarde=blijft)}
        if not blijft:
            del antwoorden["gegevens"]
        gebeurd = (*dossier.geschiedenis, Gebeurtenis(wanneer=nu, vraag="gegevens"))
        erna = erna.model_copy(update={"antwoorden": antwoorden, "geschiedenis": gebeurd})
        erna = na_wijziging(erna, "gegevens").bewaard(None)
    return uit_eigen_woorden(zonder_losse(erna), weg)


def _zonder_namen(voorstel: Voorgesteld, weg: frozenset[str]) -> Voorgesteld:
    """Return the list of items that was read without these; of other proposals the same."""
    if voorstel.sleutel not in ("gegevens", "in_overgangsdocument"):
        return voorstel
    over = [naam for naam in voorstel.waarde if naam not in weg]
    woorden = ", ".join(over) if voorstel.sleutel == "gegevens" else voorstel.woorden
    return voorstel.model_copy(update={"waarde": over, "woorden": woorden})


def gevuld(dossier: Dossier, lijst: Iterable[Voorgesteld]) -> Dossier:
    """Return the dossier as it would be with these confirmed."""
    voorstellen = tuple(lijst)
    nieuw = {v.sleutel: Antwoord(waarde=v.waarde) for v in voorstellen}
    for voorstel in filter(_is_doelzin, voorstellen):
        # What it is for is kept in the professional's own words as well.
        nieuw[_DOELWOORDEN] = Antwoord(waarde=voorstel.woorden)
    return dossier.model_copy(update={"antwoorden": {**dossier.antwoorden, **nieuw}})


def _is_doelzin(voorstel: Voorgesteld) -> bool:
    return voorstel.sleutel == "doel" and len(voorstel.woorden.split()) >= _EIGEN


def na_wijziging(dossier: Dossier, sleutel: str, behoud: Collection[str] = ()) -> Dossier:
    """Return the dossier without the answers that a changed answer made untrue.

    Of the reasons and of what would not be asked any more, the ones in `behoud` stay: they were
    said with it.
    """
    keer = keer_van(sleutel)
    if keer is None:
        return dossier
    weg = _redenen_bij(keer) - set(behoud)
    if keer.vraag.id in ("doel", "gegevens"):
        weg |= {s for s in dossier.antwoorden if _vervallen(dossier, s, keer.vraag)}
    if keer.vraag.feit is not None:
        weg |= set(_niet_meer_gevraagd(dossier, keer)) - {*behoud, sleutel}
    return onmogelijke_weg(_zonder(dossier, weg))


def _redenen_bij(keer: Keer) -> set[str]:
    return {
        Keer(vraag, keer.doel).sleutel
        for vraag in VRAGEN.values()
        if vraag.reden_bij == keer.vraag.id
    }


def _niet_meer_gevraagd(dossier: Dossier, gewijzigd: Keer) -> Iterator[str]:
    """Yield the answers that are asked only beside what the changed answer no longer says."""
    feiten = Bord(dossier, gewijzigd.doel or feitenblad.doelen(dossier)[0]).stand.feiten
    for sleutel in dossier.antwoorden:
        vraag = vraag_bij(sleutel)
        hier = _PLEKKEN[vraag.id] if vraag is not None else ()
        bij = [plek.bij for plek in hier if gewijzigd.vraag.feit in plek.bij.feiten()]
        if bij and len(bij) == len(hier) and all(b.waarheid(feiten) is False for b in bij):
            yield sleutel


def _vervallen(dossier: Dossier, sleutel: str, gewijzigd: Vraag) -> bool:
    """Tell whether an answer is about a doel or a data item that is no longer there."""
    keer = keer_van(sleutel)
    if keer is None or not feitenblad.gaat_over(dossier, keer):
        return True
    return gewijzigd.id == "gegevens" and keer.gegeven is None and keer.vraag.over_gegevens


def _zonder(dossier: Dossier, weg: set[str]) -> Dossier:
    over = {s: a for s, a in dossier.antwoorden.items() if s not in weg}
    return dossier.model_copy(update={"antwoorden": over})


def onmogelijke_weg(dossier: Dossier) -> Dossier:
    """Drop facts whose question no longer makes sense (months since leaving, while enrolled)."""
    while True:
        weg = {
            sleutel
            for doel in feitenblad.doelen(dossier)
            for sleutel in _onmogelijk(dossier, Bord(dossier, doel))
        }
        if not weg:
            return dossier
        dossier = _zonder(dossier, weg)


def _onmogelijk(dossier: Dossier, bord: Bord) -> set[str]:
    weg = set()
    for sleutel in dossier.antwoorden:
        vraag = vraag_bij(sleutel)
        if vraag is None or vraag.feit is None or vraag.altijd:
            continue
        hier = _PLEKKEN[vraag.id]
        if hier and all(plek.mits.waarheid(bord.stand.feiten) is False for plek in hier):
            weg.add(sleutel)
    return weg
