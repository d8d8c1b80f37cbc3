"""De weg naar hulp bij gevaar: in beeld tot iemand zegt dat hij die gezien heeft."""

from __future__ import annotations

from dialogs.beeld.delen import Optie, Schermdeel, knop
from dialogs.dossier import Dossier
from dialogs.teksten import tekst


class Hulp(Schermdeel):
    """Whom to call, and the button that takes it out of sight."""

    zinnen: tuple[str, ...]
    """Light Markdown, a line each."""
    kort: str
    """The same in one line, for where it is repeated."""
    gezien: Optie


def hulp(*, zelfdoding: bool) -> Hulp:
    """Return the way to help; `zelfdoding`: by one's own hand, then 113 belongs to it."""
    namen = ("nood", "veilig_thuis", *(("zelfdoding",) if zelfdoding else ()))
    return Hulp(
        zinnen=tuple(tekst(f"hulp.{naam}") for naam in namen),
        kort=tekst("hulp.kort_zelfdoding" if zelfdoding else "hulp.kort"),
        gezien=knop("gezien"),
    )


def hulp_bij(dossier: Dossier) -> Hulp | None:
    """Return what has to be in sight; None when nothing tells of danger, or it was seen."""
    gevaar = dossier.stand.gevaar
    return None if gevaar is None or gevaar.gezien else hulp(zelfdoding=gevaar.zelfdoding)
