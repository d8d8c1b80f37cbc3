"""Het oordeel over een doel als stuk, en wat voor alle doelen hetzelfde is."""

from __future__ import annotations

from typing import Final

from dialogs.samenvatting import DoelVerslag, Samenvatting
from dialogs.stukken import Gegevenoordeel, Oordeel
from dialogs.teksten import tekst
from knowledge.beslissing import Oordeel as Verdict

PER_DOEL: Final = ("voorwaarden", "acties", "let_op", "kantelpunten")
"""What is told once where it holds for every purpose."""


def oordeel(d: DoelVerslag, doel: str | None = None) -> Oordeel:
    """Return the verdict for one purpose, with what holds per data item."""
    # Where items rest on different grounds, each names its own and none stands over all.
    per_gegeven = len({g.grondslag for g in d.gegevens if g.delen or g.vertelt_zelf}) > 1
    grond = None if per_gegeven else _grondslag(d.grondslag)
    return Oordeel(
        oordeel=Verdict(d.oordeel),
        doel=doel,
        uitspraak=d.oordeel_in_woorden,
        uitleg=tuple(filter(None, (d.in_elk_geval, grond, alternatief(d)))),
        open=d.ontbrekend,
        gegevens=tuple(
            Gegevenoordeel(
                naam=g.naam,
                oordeel=Verdict(g.oordeel),
                zelf=g.vertelt_zelf,
                reden=" ".join(
                    filter(None, (g.reden, _grondslag(g.grondslag) if per_gegeven else None))
                ),
            )
            for g in d.gegevens
        ),
    )


def alternatief(d: DoelVerslag) -> str | None:
    """Return the milder way in a sentence, where there is one."""
    return d.alternatief and tekst("samenvatting.alternatief", alternatief=d.alternatief)


def doel_erbij(s: Samenvatting, d: DoelVerslag) -> str | None:
    """Return the purpose in words, where there is more than one to tell apart."""
    return tekst("samenvatting.doel", doel=d.doel_in_woorden) if len(s.doelen) > 1 else None


def voor_alle(s: Samenvatting) -> dict[str, tuple[str, ...]]:
    """Return what holds for every purpose alike, to be told once; nothing where there is one."""
    if len(s.doelen) < 2:
        return dict.fromkeys(PER_DOEL, ())
    eerste, *rest = s.doelen
    return {
        naam: tuple(
            zin for zin in getattr(eerste, naam) if all(zin in getattr(d, naam) for d in rest)
        )
        for naam in PER_DOEL
    }


def zonder(d: DoelVerslag, gedeeld: dict[str, tuple[str, ...]]) -> DoelVerslag:
    """Return what there is to tell of one purpose besides what holds for all."""
    eigen = {
        naam: tuple(zin for zin in getattr(d, naam) if zin not in gedeeld[naam])
        for naam in PER_DOEL
    }
    return d.model_copy(update=eigen)


def _grondslag(grondslag: str | None) -> str | None:
    return grondslag and tekst("stuk.grondslag", grondslag=tekst(f"grondslagen.{grondslag}"))
