"""De zinnen bij een uitkomst: voor welke gegevens, met welke bronnen, en tegen wie gezegd.

What holds for some of the data items only, says for which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from knowledge.bijregels import Geldend
from knowledge.bronnen import Bron
from knowledge.feiten import Gebruiker
from knowledge.kennis import Kennis
from knowledge.regels.basis import Regel
from knowledge.route import ROUTE
from knowledge.stem import Veld, zin
from knowledge.teksten import tekst
from knowledge.verantwoording import Verantwoording

# In danger this stands above everything else that there is to do.
_EERST: Final = ("bel_112", "veilig_thuis_bellen")


class Zinnen:
    """Says what rules bring along; holds to whom, and what the data items are called.

    `over` are everywhere the items that it is about; a rule about none of them says nothing.
    """

    def __init__(
        self,
        kennis: Kennis,
        gebruiker: Gebruiker | None,
        namen: Sequence[str],
        datum: dt.date | None,
    ) -> None:
        self._kennis = kennis
        self._gebruiker = gebruiker
        self._namen = namen
        self._datum = datum

    def van(self, veld: Veld, genoemd: Iterable[Geldend], over: frozenset[int]) -> tuple[str, ...]:
        """Return the conditions, or the actions, with 112 above everything else."""
        waar = _per_sleutel(veld, genoemd, over)
        return tuple(
            self._voor(self._zin(f"{veld}.{sleutel}"), waar[sleutel][0], over)
            for sleutel in sorted(waar, key=_rang)
        )

    def waarvoor(
        self, veld: Veld, genoemd: Iterable[Geldend], over: frozenset[int]
    ) -> tuple[frozenset[int], ...]:
        """Return for which data items each sentence of `van` is, in the same order."""
        waar = _per_sleutel(veld, genoemd, over)
        return tuple(waar[sleutel][0] for sleutel in sorted(waar, key=_rang))

    def met_bronnen(self, genoemd: Iterable[Geldend], over: frozenset[int]) -> Iterator[str]:
        """Yield the warnings, each with the sources it weighs against each other."""
        for sleutel, (waar, regels) in _per_sleutel("let_op", genoemd, over).items():
            zin_ = self._voor(self._zin(f"let_op.{sleutel}"), waar, over)
            yield self._met_bronnen(zin_, regels)

    def van_de_route(
        self, gegevens: Mapping[int, Verantwoording], over: frozenset[int]
    ) -> Iterator[str]:
        """Yield which rule about this route does not hold here, and by what."""
        waar: dict[tuple[Regel, tuple[str, ...]], frozenset[int]] = {}
        alleen: dict[Regel, frozenset[int]] = {}
        for nummer in sorted(over):
            if gegevens[nummer].besluit is None:
                continue
            for deel in gegevens[nummer].niet_voldaan:
                waar[deel] = waar.get(deel, frozenset()) | {nummer}
            for regel in gegevens[nummer].routes:
                if regel.id == ROUTE and gegevens[nummer].alleen_toestemming:
                    alleen[regel] = alleen.get(regel, frozenset()) | {nummer}
        for (regel, feiten), hier in waar.items():
            zin_ = tekst("uitkomst.niet_voldaan").format(
                uitleg=self._kennis.tekst(f"regels.{regel.id}"),
                regel=regel.id,
                feiten=opsomming(feiten),
            )
            yield self._met_bronnen(self._voor(zin_, hier, over), (regel,))
        for regel, hier in alleen.items():
            zin_ = tekst("uitkomst.alleen_toestemming")
            yield self._met_bronnen(self._voor(zin_, hier, over), (regel,))

    def _zin(self, sleutel: str) -> str:
        return zin(self._kennis, sleutel, self._gebruiker)

    def _voor(self, zin_: str, gegevens: frozenset[int], over: frozenset[int]) -> str:
        """Return a sentence that says for which data items it is, if not for all."""
        namen = [self._namen[i] for i in sorted(gegevens) if i < len(self._namen)]
        if gegevens >= over or not namen:
            return zin_
        klein = zin_[0].lower() if zin_[1:2].islower() else zin_[0]
        hele = tekst("uitkomst.voor_gegevens")
        return hele.format(gegevens=opsomming(namen), zin=f"{klein}{zin_[1:]}")

    def _met_bronnen(self, zin_: str, regels: Iterable[Regel]) -> str:
        alle = self._kennis.bronnen
        ids = dict.fromkeys(id_ for regel in regels for id_ in regel.bronnen)
        bronnen: list[Bron] = [alle[id_] for id_ in ids if alle[id_].geldt_op(self._datum)]
        return f"{zin_} ({'; '.join(map(str, bronnen))})" if bronnen else zin_


def _per_sleutel(
    veld: Veld, genoemd: Iterable[Geldend], over: frozenset[int]
) -> dict[str, tuple[frozenset[int], list[Regel]]]:
    uit: dict[str, tuple[frozenset[int], list[Regel]]] = {}
    for regel, gegevens in genoemd:
        hier = over if gegevens is None else gegevens & over
        # A condition on sharing means nothing where nothing is shared.
        if not hier and (gegevens is not None or veld == "voorwaarden"):
            continue
        for sleutel in getattr(regel, veld):
            waar, regels = uit.setdefault(sleutel, (frozenset(), []))
            uit[sleutel] = (waar | hier, [*regels, regel])
    return uit


def _rang(sleutel: str) -> int:
    return _EERST.index(sleutel) if sleutel in _EERST else len(_EERST)


def opsomming(delen: Sequence[str]) -> str:
    """Return 'a, b en c'."""
    if len(delen) < 2:
        return "".join(delen)
    return tekst("uitkomst.opsomming").format(eerst=", ".join(delen[:-1]), laatst=delen[-1])
