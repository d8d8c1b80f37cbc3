"""De samenvatting in het kort, terwijl zij groeit, en de oordelen los van de rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dialogs.samenvatting import DoelVerslag, Samenvatting
from dialogs.samenvatting.oordeel import alternatief, doel_erbij, oordeel, voor_alle, zonder
from dialogs.stukken import Alinea, Kop, Oordeel, Rij, Rijen, Run, Stuk, punten
from dialogs.teksten import tekst
from knowledge.beslissing import Oordeel as Verdict

_KERN: Final = ("van", "naar", "doel", "gegevens")


def oordelen(s: Samenvatting) -> tuple[Oordeel, ...]:
    """Return the verdict for each purpose, to stand by themselves."""
    return tuple(oordeel(d, doel_erbij(s, d)) for d in s.doelen)


def in_het_kort(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return what there is to see beside a conversation; nothing as long as nothing was said."""
    if not (s.vooraf or s.altijd):
        return ()
    antwoorden = {v.sleutel: v.antwoord for v in s.vooraf}
    kern = tuple(
        Rij(naam=_t(f"kern_{naam}"), waarde=antwoorden[naam])
        for naam in _KERN
        if naam in antwoorden
    )
    gedeeld = voor_alle(s)
    eerst: tuple[Stuk, ...] = ()
    if s.samen:
        eerst = (Alinea(rol="conclusie", kop=_t("samen"), runs=(Run(tekst=s.samen),)),)
    per_doel = (
        stuk
        for d in s.doelen
        for stuk in _kort(zonder(d, gedeeld), doel_erbij(s, d), klaar=s.compleet)
    )
    gemeen = (
        stuk for naam in ("voorwaarden", "let_op", "acties") for stuk in _lijst(naam, gedeeld[naam])
    )
    return (Rijen(rol="feiten", rijen=kern), *eerst, *per_doel, *gemeen)


def _t(sleutel: str) -> str:
    return tekst(f"samenvatting.{sleutel}")


def _lijst(kop: str, teksten: tuple[str, ...]) -> Iterator[Stuk]:
    if teksten:
        yield from (Kop(niveau=2, tekst=_t(kop), licht=True), punten(teksten))


def _kort(d: DoelVerslag, doel: str | None, *, klaar: bool) -> Iterator[Stuk]:
    vol = oordeel(d, doel)
    # While one is still answering, that something is missing is no verdict and no task.
    bezig = d.oordeel == Verdict.ONVOLLEDIG and not klaar
    yield vol.model_copy(
        update={
            "uitspraak": d.in_elk_geval or _t("bezig") if bezig else vol.uitspraak,
            "uitleg": tuple(filter(None, (alternatief(d),))),
            "open": (),
            "gegevens": ()
            if bezig
            else tuple(g.model_copy(update={"reden": ""}) for g in vol.gegevens),
        }
    )
    for stap in d.stappen:
        if stap.conclusie is not None:
            yield Alinea(rol="conclusie", kop=stap.titel, runs=(Run(tekst=stap.conclusie),))
    yield from _lijst("voorwaarden", d.voorwaarden)
    yield from _lijst("let_op", d.let_op)
    yield from _lijst("acties", () if bezig else d.acties)
