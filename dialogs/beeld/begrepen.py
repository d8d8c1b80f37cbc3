"""Wat begrepen is, zoals het getoond wordt: elke regel met de woorden waar het uit komt.

Also what the name of a data item tells of its kind: that is shown with the question, and counts
like the rest only after a yes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from dialogs.beeld.delen import BegrepenRegel, Optie
from dialogs.dossier import Dossier, Twijfel, Voorgesteld
from dialogs.dossier.gelezen import Ding, dingen, genummerd, is_gewoon, rang
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.lezen import lees
from dialogs.procedure.antwoorden import gevuld
from dialogs.stukken.markdown import veilig
from dialogs.teksten import tekst
from dialogs.weergave import antwoord_in_woorden, kort, onderwerp, opsomming

_GEWOON: Final = "gewoon"
_MEESTE: Final = 7
"""More lines than this nobody reads before saying yes."""
_GEGEVEN: Final = 2
_AANGENOMEN: Final = 4
"""As in `dossier.gelezen.rang`."""


def regels(dossier: Dossier, *, alles: bool = False) -> tuple[BegrepenRegel, ...]:
    """Return the list of what was understood; `nummer` is how an answer points at a line.

    What is most in doubt comes first, what is assumed last; of a long list what is certain is
    folded, unless it changed. `alles`: nothing is.
    """
    stand = dossier.stand
    nummers = genummerd(stand.nummers, stand.voorgesteld, dossier.antwoorden)
    per_id = {ding.id: ding for ding in dingen(stand.voorgesteld)}
    op_nummer = [(n, per_id[id_]) for n, id_ in enumerate(nummers, 1) if id_ in per_id]
    gevouwen = set() if alles or stand.basis else _gevouwen(op_nummer, dossier)
    uit = [
        _regel(nummer, ding, dossier, zeker=nummer in gevouwen)
        for nummer, ding in op_nummer
        if keer_van(ding.eerste.sleutel) is not None
    ]
    return tuple(sorted(uit, key=lambda regel: (not regel.woorden, regel.zeker)))


def _gevouwen(op_nummer: Sequence[tuple[int, Ding]], dossier: Dossier) -> set[int]:
    """Return the numbers of what is folded: enough to leave no more lines than one reads."""
    los = [(n, ding, rang(ding, dossier.antwoorden)) for n, ding in op_nummer]
    gezegd = [(n, ding, r) for n, ding, r in los if r < _AANGENOMEN]
    regels_ = len(gezegd) + (len(gezegd) < len(los))
    if regels_ <= _MEESTE:
        return set()
    vast = [(n, d) for n, d, r in gezegd if d.id not in dossier.stand.aangepast and r >= _GEGEVEN]
    zeker = {n for n, d in vast if not d.is_gegeven}
    # Of the items the plain ones, from behind; each is still named in the closing line.
    over = regels_ - len(zeker) - _MEESTE
    gewoon = [n for n, d in vast if is_gewoon(d)]
    return zeker | set(gewoon[len(gewoon) - over :] if over > 0 else ())


def _regel(nummer: int, ding: Ding, dossier: Dossier, *, zeker: bool) -> BegrepenRegel:
    dan = gevuld(dossier, dossier.stand.voorgesteld)
    voorstel = ding.eerste
    keer = keer_van(voorstel.sleutel) or Keer(VRAGEN["begrepen"])
    was = dossier.antwoorden.get(voorstel.sleutel)
    over, antwoord = onderwerp(keer), antwoord_in_woorden(keer, voorstel.waarde, dan)
    if ding.is_gegeven:
        over, antwoord = tekst("begrepen.gegeven"), _gegeven(ding)
    elif ding.deel is not None:
        over, antwoord = _doel(ding, voorstel), VRAGEN["doel"].keuzes.get(ding.deel, ding.deel)
    return BegrepenRegel(
        nummer=nummer,
        onderwerp=over,
        antwoord=antwoord,
        woorden=_woorden(ding, antwoord, dossier),
        was=None if was is None else antwoord_in_woorden(keer, was.waarde, dossier),
        zeker=zeker,
        aangepast=ding.id in dossier.stand.aangepast,
    )


def _woorden(ding: Ding, antwoord: str, dossier: Dossier) -> str:
    """Return what a line was read from; of a kept weighing there is nothing beside the answer."""
    if ding.is_gegeven:
        return ding.deel or ""
    return antwoord if dossier.stand.basis else ding.eerste.woorden


def _gegeven(ding: Ding) -> str:
    """Return a data item with its kind: 'adhd, gezondheid'."""
    naam = ding.deel or ""
    if not ding.soort:
        return naam
    soort = opsomming(kort("soort", een) for een in ding.soort)
    return tekst("begrepen.gegeven_soort", gegeven=naam, soort=soort)


def _doel(ding: Ding, voorstel: Voorgesteld) -> str:
    """Return the subject of a doel: with more than one each is weighed by itself."""
    if len(voorstel.waarde) == 1:
        return onderwerp(Keer(VRAGEN["doel"]))
    nummer = voorstel.waarde.index(ding.deel) + 1
    return tekst("begrepen.doel_van", nummer=str(nummer), aantal=str(len(voorstel.waarde)))


def soort_van(keer: Keer, dossier: Dossier) -> tuple[str, ...]:
    """Return the kinds that the name of an item tells; none when it tells nothing."""
    gelezen = lees(keer.gegeven or "", dossier.begonnen).gegevenssoorten
    gekozen = [soort for soort in VRAGEN["soort"].keuzes if soort in gelezen]
    # What is also sensitive is not plain.
    return tuple(soort for soort in gekozen if soort != _GEWOON) or tuple(gekozen)


def twijfelvraag(dossier: Dossier) -> str:
    """Return the question which of the readings is right, each with its words."""
    twijfel = dossier.stand.twijfel[0]
    lezingen = opsomming(
        tekst(
            "twijfel.lezing",
            antwoord=veilig(antwoord_in_woorden(twijfelkeer(twijfel), v.waarde, dossier)),
            woorden=veilig(v.woorden),
        )
        for v in twijfel
    )
    keer = keer_van(twijfel[0].sleutel)
    over = veilig(onderwerp(keer)) if keer is not None else ""
    return tekst("twijfel.vraag", onderwerp=over, lezingen=lezingen)


def twijfelopties(dossier: Dossier) -> tuple[Optie, ...]:
    """Return the answers one can pick: every reading, or none of them."""
    twijfel = dossier.stand.twijfel[0]
    labels = [antwoord_in_woorden(twijfelkeer(twijfel), v.waarde, dossier) for v in twijfel]
    geen = tekst("twijfel.geen_van_beide")
    lezingen = (Optie(waarde=k, label=k, in_formulier=n) for n, k in enumerate(labels, 1))
    return (*lezingen, Optie(waarde=geen, label=geen, in_formulier=0))


def twijfelkeer(twijfel: Twijfel) -> Keer:
    """Return the question that the readings answer."""
    keer = keer_van(twijfel[0].sleutel)
    # An upgrade that removes a question leaves nothing to doubt about it.
    return keer if keer is not None else Keer(VRAGEN["begrepen"])


def namen(dossier: Dossier) -> Iterator[tuple[int, str]]:
    """Yield the number of every thing that was read, with each name by which it is called."""
    stand = dossier.stand
    nummers = genummerd(stand.nummers, stand.voorgesteld, dossier.antwoorden)
    per_id = {ding.id: ding for ding in dingen(stand.voorgesteld)}
    for nummer, id_ in enumerate(nummers, 1):
        if (ding := per_id.get(id_)) is None:
            continue
        if ding.is_gegeven and ding.deel is not None:
            yield nummer, ding.deel
        for voorstel in ding.voorstellen:
            keer = keer_van(voorstel.sleutel)
            if keer is not None:
                yield nummer, tekst(f"vragen.{keer.vraag.id}.onderwerp")


def aangewezen(dossier: Dossier, gezegd: Collection[int]) -> tuple[Ding, ...] | None:
    """Return the things with these numbers; None when one is no number of the list."""
    nummers = genummerd(dossier.stand.nummers, dossier.stand.voorgesteld, dossier.antwoorden)
    per_id = {ding.id: ding for ding in dingen(dossier.stand.voorgesteld)}
    bekend = {n: per_id[id_] for n, id_ in enumerate(nummers, 1) if id_ in per_id}
    return tuple(bekend[n] for n in gezegd) if all(n in bekend for n in gezegd) else None
