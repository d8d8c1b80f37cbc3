"""Versleutelde opslag: een laag op de poort, die elke database krijgt (ADR 18)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any, Final

from bot.opslag.poort import (
    BewaardeWeging,
    Document,
    DocumentOnleesbaar,
    Maak,
    Opslag,
    OpslagConflict,
    OpslagFout,
    TeBewaren,
    Terugmelding,
    Terugmeldregel,
    Wegingregel,
    lees_document,
)
from bot.opslag.sleutels import SleutelOntbreekt, Sleutels, verzegeld
from bot.opslag.uitgaand import ONLEESBAAR, Uitgaand, Uitgaandregel, Vastlegging, Zending

DICHT: Final = "_versleuteld"
_WOORDEN: Final = "_woorden"
"""What the references in it are called under the key, so that it can be found by one."""
PROEF: Final = "versleuteling"
"""Key of the document that only the right keys open."""
VROEGER: Final = "vroeger "
"""Begins the key of a document that says from which keys something was moved."""
_KENMERK: Final = re.compile(r"WW-\d{4}-\d{4,}")
_GEDULD: Final = dt.timedelta(minutes=1)
"""How long a message waits for a process that has the key."""


class SleutelOnjuist(OpslagFout):
    """A key is set, but not (all of) those that what is kept was sealed with."""

    sleutel = "bot.sleutel_onjuist"


class SleutelNodig(OpslagFout):
    """What is kept is encrypted, and no key is set."""

    sleutel = "bot.sleutel_nodig"


async def ontsluit(opslag: Opslag, instelling: str | None) -> Opslag:
    """Return the storage to use with this setting; the first time a key leaves its proof.

    Raises:
        SleutelNodig: what is kept is encrypted, and no key is set.
        SleutelOnjuist: another key is needed, or one more.
        OpslagFout: storage cannot be used now.
    """
    while True:
        document = await opslag.laad(PROEF)
        if instelling is None:
            if document is not None:
                raise SleutelNodig
            return opslag
        sleutels = Sleutels(instelling)
        proeven = {} if document is None else document.inhoud
        try:
            for id_, zegel in proeven.items():
                sleutels.open(str(zegel), PROEF, id_)
        except (DocumentOnleesbaar, SleutelOntbreekt) as fout:
            raise SleutelOnjuist from fout
        if sleutels.eerste in proeven:
            return VersleuteldeOpslag(opslag, sleutels)
        try:
            versie = None if document is None else document.versie
            await opslag.bewaar(PROEF, {**proeven, **proef(sleutels)}, versie)
        except OpslagConflict:
            continue  # another process was first


def proef(sleutels: Sleutels) -> dict[str, str]:
    """Return the proof that only the first key opens."""
    return {sleutels.eerste: sleutels.sluit("weegwijzer", PROEF, sleutels.eerste)}


def in_envelop(sleutels: Sleutels, tekst: str, *plek: str) -> dict[str, Any]:
    """Return a text sealed for this place, with what the references in it are called."""
    woorden = [sleutels.namen(woord)[0] for woord in sorted(set(_KENMERK.findall(tekst)))]
    return {DICHT: sleutels.sluit(tekst, *plek), _WOORDEN: woorden}


def zegel_in(inhoud: Mapping[str, Any]) -> str | None:
    """Return the seal in an envelope; None for what is plain."""
    zegel = inhoud.get(DICHT)
    return zegel if isinstance(zegel, str) and verzegeld(zegel) else None


class VersleuteldeOpslag:
    """The port on a storage that sees only what is sealed, keys, times and references.

    What was kept before there was a key is read as it is; `versleutel_alles` seals it.
    """

    def __init__(self, opslag: Opslag, sleutels: Sleutels) -> None:
        self._opslag = opslag
        self._sleutels = sleutels

    def _sluit(self, inhoud: dict[str, Any], *plek: str) -> dict[str, Any]:
        return in_envelop(self._sleutels, json.dumps(inhoud, ensure_ascii=False), *plek)

    async def _open(self, zegel: str, soort: str, sleutel: str, *verder: str) -> str:
        """Return what was sealed for this key, or for one it was moved from."""
        try:
            return self._sleutels.open(zegel, soort, *verder, sleutel)
        except DocumentOnleesbaar:
            for eerder in await self._vroeger(sleutel):
                try:
                    return self._sleutels.open(zegel, soort, *verder, eerder)
                except DocumentOnleesbaar:
                    continue
            raise

    async def _open_inhoud(
        self, inhoud: dict[str, Any], soort: str, sleutel: str, *verder: str
    ) -> dict[str, Any]:
        zegel = zegel_in(inhoud)
        if zegel is None:
            return inhoud
        return lees_document(await self._open(zegel, soort, sleutel, *verder))

    async def _vroeger(self, sleutel: str) -> tuple[str, ...]:
        """Return the keys that what is under this key may have been moved from."""
        document = await self._opslag.laad(VROEGER + sleutel)
        if document is None or (zegel := zegel_in(document.inhoud)) is None:
            return ()
        tekst = self._sleutels.open(zegel, "document", VROEGER + sleutel)
        return tuple(lees_document(tekst)["van"])

    async def _verhuist(self, van: str, naar: str) -> None:
        """Note that what was sealed for one key may come to stand under another.

        Before it moves: whoever is killed in between loses nothing. Nobody without the key can
        write such a note, so nobody else can put one thing in the place of another.
        """
        plek = VROEGER + naar
        while True:
            document = await self._opslag.laad(plek)
            eerder = dict.fromkeys((*await self._vroeger(naar), van, *await self._vroeger(van)))
            inhoud = self._sluit({"van": list(eerder)}, "document", plek)
            versie = None if document is None else document.versie
            try:
                await self._opslag.bewaar(plek, inhoud, versie)
            except OpslagConflict:
                continue
            return

    # --- documents

    def alleen(self, sleutel: str) -> AbstractAsyncContextManager[None]:
        """See `Opslag.alleen`."""
        return self._opslag.alleen(sleutel)

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """See `Opslag.versies`."""
        return await self._opslag.versies(sleutels)

    async def laad(self, sleutel: str) -> Document | None:
        """See `Opslag.laad`."""
        document = await self._opslag.laad(sleutel)
        if document is None:
            return None
        inhoud = await self._open_inhoud(document.inhoud, "document", sleutel)
        getoond = document.getoond
        if getoond is not None:
            getoond = await self._open(getoond, "getoond", sleutel)
        return Document(inhoud, document.versie, getoond)

    async def bewaar(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        """See `Opslag.bewaar`."""
        return await self._opslag.bewaar(sleutel, self._sluit(inhoud, "document", sleutel), versie)

    async def hernoem(self, sleutel: str, naar: str) -> None:
        """See `Opslag.hernoem`."""
        await self._verhuist(sleutel, naar)
        await self._opslag.hernoem(sleutel, naar)

    async def verplaats(self, sleutel: str, naar: str) -> None:
        """See `Opslag.verplaats`."""
        await self._verhuist(sleutel, naar)
        await self._opslag.verplaats(sleutel, naar)

    async def met_woord(self, woord: str) -> tuple[str, ...]:
        """See `Opslag.met_woord`; what is sealed is found by references only."""
        gevonden: set[str] = set()
        for naam in (woord, *self._sleutels.namen(woord)):
            gevonden |= set(await self._opslag.met_woord(naam))
        return tuple(sorted(gevonden))

    async def ruw(self, deel: str) -> tuple[tuple[str, str], ...]:
        """See `Opslag.ruw`; what does not open stays as it is."""
        rijen = await self._opslag.ruw(deel)
        van_iemand = [(s, tekst) for s, tekst in rijen if not s.startswith(VROEGER)]
        return tuple([(s, await self._leesbaar(s, tekst)) for s, tekst in van_iemand])

    async def _leesbaar(self, sleutel: str, tekst: str) -> str:
        try:
            zegel = zegel_in(lees_document(tekst))
            return tekst if zegel is None else await self._open(zegel, "document", sleutel)
        except (DocumentOnleesbaar, SleutelOntbreekt):
            return tekst

    async def verwijder(self, sleutel: str) -> None:
        """See `Opslag.verwijder`."""
        await self._opslag.verwijder(sleutel)
        if await self._opslag.versies([VROEGER + sleutel]):
            await self._opslag.verwijder(VROEGER + sleutel)

    # --- kept weighings

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        """See `Opslag.bewaar_weging`."""

        def maak_dicht(kenmerk: str) -> TeBewaren:
            inhoud = maak(kenmerk)

            def dicht(veld: str, tekst: str) -> str:
                return self._sleutels.sluit(tekst, "weging", veld, kenmerk, eigenaar)

            gegevens = json.dumps(inhoud.gegevens, ensure_ascii=False)
            return TeBewaren(
                inhoud.datum,
                dicht("titel", inhoud.titel),
                dicht("markdown", inhoud.markdown),
                {DICHT: dicht("gegevens", gegevens)},
                (dicht("oordelen", " ".join(inhoud.oordelen)),),
            )

        return await self._opslag.bewaar_weging(eigenaar, jaar, afdruk, maak_dicht, na)

    async def _veld(self, veld: str, tekst: str, kenmerk: str, eigenaar: str) -> str:
        """Return one text of a record; what does not open must not keep the rest from being read.

        So it is empty then, as of what an earlier version kept unreadably.
        """
        try:
            return await self._open(tekst, "weging", eigenaar, veld, kenmerk)
        except DocumentOnleesbaar:
            return ""

    async def wegingen(self, eigenaar: str) -> tuple[Wegingregel, ...]:
        """See `Opslag.wegingen`."""
        regels = await self._opslag.wegingen(eigenaar)
        return tuple([await self._regel(regel, eigenaar) for regel in regels])

    async def _regel(self, regel: Wegingregel, eigenaar: str) -> Wegingregel:
        oordelen = await self._veld("oordelen", " ".join(regel.oordelen), regel.kenmerk, eigenaar)
        return replace(
            regel,
            titel=await self._veld("titel", regel.titel, regel.kenmerk, eigenaar),
            oordelen=tuple(oordelen.split()),
            eigen=await self._veld("eigen", regel.eigen, regel.kenmerk, eigenaar),
        )

    async def weging(self, eigenaar: str, kenmerk: str) -> BewaardeWeging | None:
        """See `Opslag.weging`."""
        weging = await self._opslag.weging(eigenaar, kenmerk)
        if weging is None:
            return None
        gegevens = weging.gegevens
        if (zegel := zegel_in(gegevens)) is not None:
            try:
                gegevens = lees_document(await self._veld("gegevens", zegel, kenmerk, eigenaar))
            except DocumentOnleesbaar:
                gegevens = {}
        return replace(
            weging,
            titel=await self._veld("titel", weging.titel, kenmerk, eigenaar),
            markdown=await self._veld("markdown", weging.markdown, kenmerk, eigenaar),
            gegevens=gegevens,
            eigen=await self._veld("eigen", weging.eigen, kenmerk, eigenaar),
        )

    async def wegingen_voor(self, dag: dt.date) -> tuple[tuple[str, str], ...]:
        """See `Opslag.wegingen_voor`."""
        return await self._opslag.wegingen_voor(dag)

    async def geef_wegingen(self, van: str, aan: str) -> bool:
        """See `Opslag.geef_wegingen`."""
        if not await self._opslag.wegingen(van):
            return False
        await self._verhuist(van, aan)
        return await self._opslag.geef_wegingen(van, aan)

    async def noem_weging(self, eigenaar: str, kenmerk: str, eigen: str) -> bool:
        """See `Opslag.noem_weging`."""
        dicht = self._sleutels.sluit(eigen, "weging", "eigen", kenmerk, eigenaar)
        return await self._opslag.noem_weging(eigenaar, kenmerk, dicht)

    async def verwijder_weging(self, eigenaar: str, kenmerk: str) -> bool:
        """See `Opslag.verwijder_weging`."""
        return await self._opslag.verwijder_weging(eigenaar, kenmerk)

    # --- what goes out and came in

    async def leg_vast(self, wat: Vastlegging) -> int | None:
        """See `UitgaandOpslag.leg_vast`."""
        inhoud = wat.inhoud
        if inhoud is not None:
            inhoud = self._sluit(inhoud, "document", wat.sleutel)
        uit = tuple(self._dicht(bericht, wat.sleutel) for bericht in wat.uit)
        return await self._opslag.leg_vast(replace(wat, inhoud=inhoud, uit=uit))

    def _dicht(self, bericht: Uitgaand, sleutel: str) -> Uitgaand:
        toont = bericht.toont
        if toont is not None:
            toont = self._sleutels.sluit(toont, "getoond", sleutel)
        return replace(
            bericht, inhoud=self._sluit(bericht.inhoud, "uitgaand", sleutel), toont=toont
        )

    async def is_gezien(self, sleutel: str, bericht_id: str) -> bool:
        """See `UitgaandOpslag.is_gezien`."""
        return await self._opslag.is_gezien(sleutel, bericht_id)

    async def zend_opnieuw(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.zend_opnieuw`."""
        return await self._opslag.zend_opnieuw(sleutel, bericht_id, nu)

    async def onderweg(self, sleutel: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.onderweg`."""
        return await self._opslag.onderweg(sleutel, nu)

    async def neem(
        self, kanalen: Collection[str], nu: dt.datetime, tot: dt.datetime, hoeveel: int
    ) -> tuple[Zending, ...]:
        """See `UitgaandOpslag.neem`."""
        genomen = await self._opslag.neem(kanalen, nu, tot, hoeveel)
        leesbaar = [await self._open_zending(zending, nu) for zending in genomen]
        return tuple(zending for zending in leesbaar if zending is not None)

    async def _open_zending(self, zending: Zending, nu: dt.datetime) -> Zending | None:
        try:
            inhoud = await self._open_inhoud(zending.inhoud, "uitgaand", zending.sleutel)
        except SleutelOntbreekt:
            await self._opslag.stel_uit(zending, nu + _GEDULD, ONLEESBAAR)
        except DocumentOnleesbaar:
            await self._opslag.geef_op(zending, nu, ONLEESBAAR)
        else:
            return replace(zending, inhoud=inhoud)
        return None

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        """See `UitgaandOpslag.bezorgd`."""
        volgende = await self._opslag.bezorgd(zending, nu, tot)
        return None if volgende is None else await self._open_zending(volgende, nu)

    async def stel_uit(self, zending: Zending, na: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.stel_uit`."""
        await self._opslag.stel_uit(zending, na, reden)

    async def geef_op(self, zending: Zending, nu: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.geef_op`."""
        await self._opslag.geef_op(zending, nu, reden)

    async def uitgaand(self) -> tuple[Uitgaandregel, ...]:
        """See `UitgaandOpslag.uitgaand`."""
        return await self._opslag.uitgaand()

    async def herleef(self, nummer: int, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.herleef`."""
        return await self._opslag.herleef(nummer, nu)

    async def wis_uitgaand(self, nummer: int) -> bool:
        """See `UitgaandOpslag.wis_uitgaand`."""
        return await self._opslag.wis_uitgaand(nummer)

    async def wis_met_woord(self, sleutel: str, woord: str) -> int:
        """See `UitgaandOpslag.wis_met_woord`; what is sealed is found by references only."""
        namen = (woord, *self._sleutels.namen(woord))
        return sum([await self._opslag.wis_met_woord(sleutel, naam) for naam in namen])

    async def ruim_inkomend(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_inkomend`."""
        return await self._opslag.ruim_inkomend(voor)

    async def ruim_dood(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_dood`."""
        return await self._opslag.ruim_dood(voor)

    async def neem_klus(self, naam: str, nu: dt.datetime, tot: dt.datetime) -> bool:
        """See `UitgaandOpslag.neem_klus`."""
        return await self._opslag.neem_klus(naam, nu, tot)

    async def klus_gedaan(self, naam: str, na: dt.datetime) -> None:
        """See `UitgaandOpslag.klus_gedaan`."""
        await self._opslag.klus_gedaan(naam, na)

    # --- what says nothing of anybody

    async def bewaar_editie(self, naam: str, uitgave: dict[str, Any]) -> None:
        """See `Opslag.bewaar_editie`."""
        await self._opslag.bewaar_editie(naam, uitgave)

    async def editie(self, naam: str) -> dict[str, Any] | None:
        """See `Opslag.editie`."""
        return await self._opslag.editie(naam)

    async def tel_terugmelding(self, melding: Terugmelding, dag: dt.date) -> None:
        """See `Opslag.tel_terugmelding`."""
        await self._opslag.tel_terugmelding(melding, dag)

    async def terugmeldingen(self) -> tuple[Terugmeldregel, ...]:
        """See `Opslag.terugmeldingen`."""
        return await self._opslag.terugmeldingen()

    async def maak_schoon(self) -> bool:
        """See `Opslag.maak_schoon`."""
        return await self._opslag.maak_schoon()

    async def sluit(self) -> None:
        """See `Opslag.sluit`."""
        await self._opslag.sluit()
