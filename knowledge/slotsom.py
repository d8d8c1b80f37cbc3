"""De slotsom in woorden: wat er aan tafel gezegd mag worden, wat later, en wat nooit."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.beslissing import Oordeel
from knowledge.feiten import Doel, Organisatie
from knowledge.samen import Samen, SamenGegeven, doel_in_woorden
from knowledge.teksten import tekst


def conclusie(samen_: Samen) -> str:
    """Say in plain Dutch what may be said where all are present, what later, and what never."""
    if not samen_.gegevens:
        return " ".join(_zonder_gegevens(samen_))
    delen = (_nu, _zelf, _straks, _nooit, _een_doel)
    return " ".join(zin for deel in delen for zin in deel(samen_))


def _zonder_gegevens(samen_: Samen) -> Iterable[str]:
    yield tekst("samen.geen_gegevens")
    per_oordeel: dict[Oordeel, list[Organisatie]] = {}
    for ontvanger, oordelen in samen_.oordelen.items():
        for oordeel in Oordeel:
            if oordeel in oordelen:
                per_oordeel.setdefault(oordeel, []).append(ontvanger)
    for oordeel in Oordeel:
        if oordeel in per_oordeel:
            yield tekst(f"samen.zonder_{oordeel}").format(ontvangers=_wie(per_oordeel[oordeel]))


def _nu(samen_: Samen) -> Iterable[str]:
    sleutel = "samen.nu" if samen_.nu else "samen.nu_niets"
    yield tekst(sleutel).format(ontvangers=_wie(samen_.ontvangers), gegevens=_namen(samen_.nu))


def _zelf(samen_: Samen) -> Iterable[str]:
    """Yield what may be heard only as far as the young person tells it."""
    groepen: dict[tuple[Organisatie, ...], list[SamenGegeven]] = {}
    for gegeven in samen_.gegevens:
        if wie := tuple(o for o, cel in gegeven.cellen.items() if cel.zelf):
            groepen.setdefault(wie, []).append(gegeven)
    for wie, gegevens in groepen.items():
        yield tekst("samen.zelf").format(gegevens=_namen(gegevens), ontvangers=_wie(wie))


def _straks(samen_: Samen) -> Iterable[str]:
    groepen: dict[str, list[SamenGegeven]] = {}
    for gegeven in samen_.straks:
        groepen.setdefault(_eisen(gegeven, len(samen_.ontvangers)), []).append(gegeven)
    for eisen, gegevens in groepen.items():
        yield tekst("samen.straks").format(gegevens=_namen(gegevens), eisen=eisen)


def _eisen(gegeven: SamenGegeven, aantal: int) -> str:
    """Say what is needed first; for whom, where it is not the same for every receiver."""
    wie: dict[str, list[Organisatie]] = {}
    for ontvanger in gegeven.mag_niet_horen:
        wie.setdefault(gegeven.cellen[ontvanger].in_woorden(), []).append(ontvanger)
    if len(wie) == 1 and len(gegeven.mag_niet_horen) == aantal:
        return next(iter(wie))
    voor = tekst("samen.eis_voor")
    return "; ".join(voor.format(wat=wat, ontvangers=_wie(deel)) for wat, deel in wie.items())


def _nooit(samen_: Samen) -> Iterable[str]:
    """Yield what is never said with all present, because of whom, and who may hear it apart."""
    groepen: dict[tuple[tuple[Organisatie, ...], ...], list[SamenGegeven]] = {}
    for gegeven in samen_.nooit:
        groepen.setdefault((gegeven.nooit, gegeven.mag_horen), []).append(gegeven)
    for (niet, wel), gegevens in groepen.items():
        sleutel = "samen.nooit" if len(niet) == len(samen_.ontvangers) else "samen.nooit_met"
        yield tekst(sleutel).format(gegevens=_namen(gegevens), ontvangers=_wie(niet))
        if wel:
            yield tekst("samen.apart").format(ontvangers=_wie(wel))


def _een_doel(samen_: Samen) -> Iterable[str]:
    """Yield what some receiver may hear for some of the doelen only."""
    groepen: dict[tuple[Organisatie, tuple[Doel | None, ...]], list[SamenGegeven]] = {}
    for gegeven in samen_.gegevens:
        for ontvanger, cel in gegeven.cellen.items():
            if cel.mag and len(cel.mag_voor) < len(cel.doelen):
                groepen.setdefault((ontvanger, cel.mag_voor), []).append(gegeven)
    for (ontvanger, doelen), gegevens in groepen.items():
        yield tekst("samen.een_doel").format(
            gegevens=_namen(gegevens),
            ontvangers=_wie((ontvanger,)),
            doelen=_opsomming(map(doel_in_woorden, doelen)),
        )


def _wie(ontvangers: Iterable[Organisatie]) -> str:
    return _opsomming(tekst(f"waarde_organisatie.{ontvanger}") for ontvanger in ontvangers)


def _namen(gegevens: Iterable[SamenGegeven]) -> str:
    return _opsomming(gegeven.naam for gegeven in gegevens)


def _opsomming(delen: Iterable[str]) -> str:
    alle = list(delen)
    if len(alle) < 2:
        return "".join(alle)
    return tekst("uitkomst.opsomming").format(eerst=", ".join(alle[:-1]), laatst=alle[-1])
