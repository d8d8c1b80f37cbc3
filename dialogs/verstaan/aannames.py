"""Aannames: wat we voor 'nee' houden omdat een beschrijving erover zwijgt, tot iemand ja zegt.

Unknown is not 'no'. So what is assumed is shown with what was read, as an assumption, each line
with its own number, and counts only when the professional confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dialogs.dossier import Dossier, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.lezen import Lezing, beschrijft
from dialogs.procedure.antwoorden import gevuld
from dialogs.procedure.bord import Bord

# Not a suspicion of violence: it is asked only of a report to Veilig Thuis, and is not rare there.
_AANGENOMEN: Final = ("levensgevaar", "jongere_aanwezig", "overeenkomst_nodig")


def aannames(
    dossier: Dossier, lijst: Sequence[Voorgesteld], lezing: Lezing
) -> tuple[Voorgesteld, ...]:
    """Return what is rare and would have been told: danger, the young person present, a contract.

    Empty unless the text tells about one young person. `woorden` is empty: nobody said it.
    """
    if not beschrijft(lezing):
        return ()
    over = gevuld(dossier, lijst)
    return tuple(
        Voorgesteld(sleutel=keer.sleutel, waarde=False, woorden="")
        for keer in _zwijgt_over(over, lezing)
    )


def _zwijgt_over(dossier: Dossier, lezing: Lezing) -> Iterator[Keer]:
    for nummer, doel in enumerate(feitenblad.doelen(dossier)):
        bord = Bord(dossier, doel)
        for vraag in (VRAGEN[id_] for id_ in _AANGENOMEN):
            if vraag.per_doel and doel is None:
                continue  # the purpose is not known yet: then it is asked
            if not vraag.per_doel and nummer:
                continue
            keer = Keer(vraag, doel if vraag.per_doel else None)
            gezegd = bord.beantwoord(keer) or vraag.id in (lezing.tegenstrijdig or {})
            if not gezegd and bord.telt(vraag):
                yield keer
