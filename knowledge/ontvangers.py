"""Meer ontvangers in één weging: wat zij delen staat er één keer, wat verschilt per ontvanger.

A request with several receivers is one situation without a receiver, the receivers, and the facts
that differ. Every receiver is then weighed as if it were alone, so nobody hears more because
another is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Self

from pydantic import Field, StrictBool, StrictStr

from knowledge.feiten import (
    Alternatief,
    Gegeven,
    Organisatie,
    Situatie,
    Streng,
    Toestemming,
)
from knowledge.fouten import InvoerOnjuist
from knowledge.teksten import tekst

_VELDEN: Final = ("naar", "per_ontvanger")


class PerOntvanger(Streng):
    """The facts that may differ from one receiver to the next; what is absent is as for all."""

    toestemming: Toestemming | None = None
    toestemming_vrij: StrictBool | None = None
    toestemming_duidelijk: StrictBool | None = None
    toestemming_geinformeerd: StrictBool | None = None
    toestemming_specifiek: StrictBool | None = None
    toestemming_schriftelijk: StrictBool | None = None
    toestemming_aantoonbaar: StrictBool | None = None
    toestemming_vertegenwoordiger: Toestemming | None = None
    begeleiding_akkoord: StrictBool | None = None
    jongere_aanwezig: StrictBool | None = None
    mandaat: StrictBool | None = None
    regionale_taak: StrictBool | None = None
    overeenkomst_nodig: StrictBool | None = None
    doel_verenigbaar: StrictBool | None = None
    alternatief: Alternatief | None = None
    nodig: dict[StrictStr, StrictBool | None] | None = None
    """By the name of a data item: whether this receiver truly needs it."""

    def eigen(self) -> dict[str, Any]:
        """Return the facts of the situation that are known to differ for this receiver."""
        paren = ((naam, getattr(self, naam)) for naam in type(self).model_fields)
        return {naam: waarde for naam, waarde in paren if naam != "nodig" and waarde is not None}

    def op(self, gegevens: tuple[Gegeven, ...]) -> tuple[Gegeven, ...]:
        """Return the data items with what this receiver needs of them."""
        nodig = {naam: waarde for naam, waarde in (self.nodig or {}).items() if waarde is not None}
        return tuple(
            gegeven.model_copy(update={"nodig": nodig[gegeven.naam]})
            if gegeven.naam in nodig
            else gegeven
            for gegeven in gegevens
        )


class Gezelschap(Streng):
    """The receivers, in the order given, and what differs between them."""

    naar: Annotated[tuple[Organisatie, ...], Field(min_length=1)]
    per_ontvanger: dict[Organisatie, PerOntvanger | None] | None = None


@dataclass(frozen=True)
class Overleg:
    """One weighing for several receivers.

    `situatie` holds what they share and has no `naar`.
    """

    situatie: Situatie
    ontvangers: tuple[Organisatie, ...]
    verschillen: Mapping[Organisatie, PerOntvanger] = field(default_factory=dict)

    @classmethod
    def lees(cls, inhoud: Mapping[str, Any]) -> Self:
        """Read a request as `weeg` takes it, with `naar` one receiver or a list.

        Raises:
            ValidationError: a field cannot be used.
            InvoerOnjuist: there is no receiver, one stands there twice or is the giver, or
                something differs for who receives nothing, or for a data item that is not there;
                the message names the field.
        """
        situatie = Situatie.model_validate({n: w for n, w in inhoud.items() if n not in _VELDEN})
        if inhoud.get("naar") is None:
            raise _fout("ontbreekt", "naar")
        een = not isinstance(inhoud["naar"], list)
        gezelschap = Gezelschap.model_validate(
            {
                "naar": [inhoud["naar"]] if een else inhoud["naar"],
                "per_ontvanger": inhoud.get("per_ontvanger"),
            }
        )
        return cls._van(situatie, gezelschap)

    @classmethod
    def _van(cls, situatie: Situatie, gezelschap: Gezelschap) -> Self:
        naar = gezelschap.naar
        for nummer, ontvanger in enumerate(naar):
            if ontvanger in naar[:nummer]:
                raise _fout("ontvanger_dubbel", f"naar[{nummer}]")
            if ontvanger is situatie.van:
                raise _fout("ontvanger_is_gever", f"naar[{nummer}]")
        verschillen = {o: deel for o, deel in (gezelschap.per_ontvanger or {}).items() if deel}
        namen = {gegeven.naam for gegeven in situatie.gegevens or ()}
        for ontvanger in gezelschap.per_ontvanger or {}:
            if ontvanger not in naar:
                raise _fout("geen_ontvanger", f"per_ontvanger.{ontvanger}")
        for ontvanger, deel in verschillen.items():
            for naam in deel.nodig or {}:
                if naam not in namen:
                    raise _fout("geen_gegeven", f"per_ontvanger.{ontvanger}.nodig.{naam}")
        return cls(situatie, naar, verschillen)

    def voor(self, ontvanger: Organisatie) -> Situatie:
        """Return the situation of one receiver, as it would be written down alone."""
        anders: dict[str, Any] = {"naar": ontvanger}
        eigen = self.verschillen.get(ontvanger)
        if eigen is not None:
            anders |= eigen.eigen()
            if eigen.nodig and self.situatie.gegevens is not None:
                anders["gegevens"] = eigen.op(self.situatie.gegevens)
        return self.situatie.model_copy(update=anders)

    def elk(self) -> Iterator[tuple[Organisatie, Situatie]]:
        """Yield every receiver with its own situation, in the order given."""
        for ontvanger in self.ontvangers:
            yield ontvanger, self.voor(ontvanger)

    def alleen(self, ontvangers: tuple[Organisatie, ...]) -> Self:
        """Return the same with only some of the receivers, in this order."""
        over = {o: deel for o, deel in self.verschillen.items() if o in ontvangers}
        return type(self)(self.situatie, ontvangers, over)


def _fout(sleutel: str, veld: str) -> InvoerOnjuist:
    # The name of a data item comes from outside, and may be long.
    return InvoerOnjuist(tekst(f"invoer.{sleutel}").format(veld=veld[:100]))
