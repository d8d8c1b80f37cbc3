"""Wat een kanaal na een beurt te tonen heeft."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from bot.documenten import Open
from bot.veranderingen.poort import Verandering
from dialogs.beeld import Beeld
from dialogs.beeld.gezegd import Gezegde
from dialogs.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a channel shows after a turn."""

    beeld: Beeld = field(default_factory=Beeld)
    """What is said once, and what is asked; fit for whoever reads along."""
    einde: bool = False
    """The professional said goodbye: a terminal may close."""
    dossier: Dossier | None = None
    """The weighing as it is now stored; None when it could not be read or written."""
    nieuw: bool = False
    """The conversation starts with this turn."""
    verwerkt: bool = True
    """False: the message changed nothing, so whoever sent it may want it back."""
    opgeslagen: Open | None = None
    """The conversation as it is now stored; None when it is not."""
    bericht_id: str | None = None
    """The incoming message that counts as handled once this is stored to go out."""
    verstuurd: bool = False
    """What is said is stored already to go out, in one transaction with the answer."""
    veranderd: tuple[Verandering, ...] = ()
    """What is told to who shows it, once the reply is out."""

    @property
    def versie(self) -> int | None:
        """The version in which the conversation is now stored; None when it is not."""
        return None if self.opgeslagen is None else self.opgeslagen.versie

    @classmethod
    def zegt(cls, *gezegd: Gezegde) -> Self:
        """Return a reaction that changes nothing and asks nothing."""
        return cls(Beeld(gezegd=gezegd), verwerkt=False)

    def met_vooraf(self, deel: Gezegde) -> Self:
        """Return the same, with something said before it."""
        beeld = self.beeld.model_copy(update={"gezegd": (deel, *self.beeld.gezegd)})
        return replace(self, beeld=beeld)
