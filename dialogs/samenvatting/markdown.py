"""De samenvatting als Markdown, zoals zij in een dossier komt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dialogs.teksten import tekst
from knowledge.teksten import tekst as kennistekst

if TYPE_CHECKING:
    from dialogs.samenvatting import DoelVerslag, GegevenVerslag, GesteldeVraag, Samenvatting


def markdown(samenvatting: Samenvatting) -> str:
    """Return the whole document."""
    return "\n".join(_regels(samenvatting)).strip() + "\n"


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"samenvatting.{sleutel}", **invulling)


def _veilig(woorden: str) -> str:
    """Keep what a person typed on one line and free of Markdown and HTML."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(woorden.split()))


def _regels(s: Samenvatting) -> Iterator[str]:
    if s.kenmerk is not None:
        yield f"# {_t('titel', kenmerk=s.kenmerk)}"
    else:
        yield f"# {_t('titel_concept' if s.compleet else 'titel_tussen')}"
    yield from ("", f"**{_t('situatie')}.** {_veilig(s.situatie)}", "")
    if s.omschrijving:
        yield from (f"**{_t('omschrijving')}.** {_veilig(s.omschrijving)}", "")
    yield f"- {_t('datum_weging')}: {_dag(s.datum_weging)}"
    yield f"- {_t('datum_delen')}: {_dag(s.datum_delen)}"
    yield f"- {_t('regime')}: {kennistekst(f'regime.{s.regime}')}"
    if s.gemaakt_door:
        yield f"- {_t('gemaakt_door')}: {_veilig(s.gemaakt_door)}"
    for doel in s.doelen:
        yield from ("", *_doel(doel))
    vooraf = [v for v in s.vooraf if v.sleutel != "omschrijving"]
    if vooraf:
        yield from ("", f"## {_t('vooraf')}", "", *_vragen(vooraf))
    # Who made it stands above already.
    altijd = [v for v in s.altijd if v.sleutel != "functie"]
    if altijd:
        yield from ("", f"## {tekst('altijd.stap.titel')}", "")
        yield from (f"- {_t(v.sleutel, antwoord=_veilig(v.antwoord))}" for v in altijd)
    yield from ("", "---", "", _t("jouw_weging"), "")
    if s.nagekeken:
        yield from (_t("nagekeken", bronnen="; ".join(s.nagekeken)), "")
    yield _t("versies", programma=s.programma, kennis=s.kennis)


def _doel(d: DoelVerslag) -> Iterator[str]:
    yield from (f"## {_t('doel', doel=d.doel_in_woorden)}", "")
    yield f"**{_t('oordeel')}: {d.oordeel_in_woorden}**"
    if d.grondslag is not None:
        yield from ("", _t("grondslag", grondslag=tekst(f"grondslagen.{d.grondslag}")))
    if d.alternatief is not None:
        yield from ("", _t("alternatief", alternatief=d.alternatief))
    yield from _lijst("ontbrekend", d.ontbrekend)
    yield from _lijst("gegevens", (_gegeven(g) for g in d.gegevens))
    yield from _lijst("voorwaarden", d.voorwaarden)
    yield from _lijst("acties", d.acties)
    yield from _lijst("let_op", d.let_op)
    andere = (d.andere_regeling,) if d.andere_regeling else ()
    yield from _lijst("kantelpunten", (*d.kantelpunten, *andere))
    for stap in d.stappen:
        if not (stap.vragen or stap.conclusie or stap.overgeslagen):
            continue  # not reached yet
        yield from ("", f"### {_t('stap', nummer=str(stap.nummer), titel=stap.titel)}", "")
        yield from _vragen(stap.vragen)
        if stap.conclusie is not None:
            slot = _t("conclusie", conclusie=_veilig(stap.conclusie))
            yield from (("", slot) if stap.vragen else (slot,))
            yield ""
            for regel in stap.regels:
                yield f"- {_t('regel', uitleg=regel.uitleg, id=regel.id)}"
                if regel.feiten:
                    yield f"- {_t('feiten', feiten='; '.join(regel.feiten))}"
            yield f"- {_t('bron', bronnen='; '.join(stap.bronnen))}"
        elif stap.overgeslagen:
            yield _t("overgeslagen")
    if d.bronnen:
        yield from ("", _t("bronnen", bronnen="; ".join(d.bronnen)))


def _gegeven(gegeven: GegevenVerslag) -> str:
    woord = _t(f"delen_{gegeven.oordeel}")
    return f"{_veilig(gegeven.naam)}: **{woord}**. {gegeven.reden}"


def _lijst(kop: str, punten: Iterable[str]) -> Iterator[str]:
    regels = [f"- {punt}" for punt in punten]
    if regels:
        yield from ("", f"**{_t(kop)}**", "", *regels)


def _vragen(vragen: Iterable[GesteldeVraag]) -> Iterator[str]:
    for vraag in vragen:
        yield f"- {_veilig(vraag.vraag)} **{_veilig(vraag.antwoord)}**"


def _dag(datum: object) -> str:
    jaar, maand, dag = str(datum).split("-")
    return f"{int(dag)}-{int(maand)}-{jaar}"
