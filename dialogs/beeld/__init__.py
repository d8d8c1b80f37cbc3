"""Het beeld: wat er gezegd wordt en wat er gevraagd wordt, als gegevens, voor elk kanaal hetzelfde.

Who reads along decides here, when the picture is made: names of data items and one's own words are
fields, so that nothing has to be taken out of a text afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.beeld.delen import Schermdeel
from dialogs.beeld.gezegd import Gevaarmelding, Gezegde, waarschuwing
from dialogs.beeld.hulp import Hulp, hulp_bij
from dialogs.beeld.meelezers import voor_meelezers
from dialogs.beeld.vraag import Beeldvraag, beeldvraag
from dialogs.dossier import Dossier
from dialogs.procedure.plek import plek


class Beeld(Schermdeel):
    """What a turn shows: what is said once, and then what is asked."""

    gezegd: tuple[Gezegde, ...] = ()
    vraag: Beeldvraag | None = None
    """None when nothing needs to be asked (again)."""
    hulp: Hulp | None = None
    """Danger was told before this turn, and nobody has seen the way to help yet."""


def beeld(
    dossier: Dossier | None,
    gezegd: Iterable[Gezegde] = (),
    *,
    vraagt: bool = True,
    meelezers: bool = False,
    eerste_keer: bool = False,
) -> Beeld:
    """Make the picture of a turn.

    Args:
        dossier: the weighing after the turn; None when there is none to ask about.
        gezegd: what is said once.
        vraagt: what is open is asked (again).
        meelezers: others read along: what is about the young person stays out.
        eerste_keer: nobody was told yet that others read along.
    """
    alles = tuple(gezegd)
    if meelezers:
        blijft = tuple(deel for deel in alles if not deel.over_jongere)
        vooraf = [waarschuwing("bot.anderen_lezen_mee")] if eerste_keer else []
        vooraf += [waarschuwing("bot.niet_hier")] if len(blijft) < len(alles) else []
        alles = (*vooraf, *blijft)
    if dossier is None:
        return Beeld(gezegd=alles)
    al_gezegd = any(isinstance(deel, Gevaarmelding) for deel in alles)
    hulp = None if al_gezegd else hulp_bij(dossier)
    if not vraagt:
        return Beeld(gezegd=alles, hulp=hulp)
    vraag = _vraag_voor_meelezers(dossier) if meelezers else beeldvraag(dossier)
    return Beeld(gezegd=alles, vraag=vraag, hulp=hulp)


def _vraag_voor_meelezers(dossier: Dossier) -> Beeldvraag:
    """Return what is asked, as others may see it; a button of it answers the question itself."""
    vraag = beeldvraag(voor_meelezers(dossier), meelezers=True)
    hier = {"plek": plek(dossier)}
    velden = tuple(veld.model_copy(update=hier) for veld in vraag.velden)
    return vraag.model_copy(update={**hier, "velden": velden})
