"""The second reading, stap 2 to 4: the purpose, the data item by item, and a milder way."""

from __future__ import annotations

from typing import Final

from tests.knowledge.lezing import (
    MET_GEHEIM,
    SCHOLEN,
    F,
    Lezing,
    gezondheid,
    nieuw,
    straf,
    toegestemd,
    zelf,
)
from tests.knowledge.lezing_stap_1 import belang, belang_overleg, draagt, leerplicht_vraagt


def nummer_zonder_wet(f: F) -> bool:
    """UAVG 46: a number goes with what a law has reported, registered or answered, else not."""
    dragers = (
        *("B-LEERPLICHT", "N-VERZUIM", "N-VERZUIM-VO", "N-VERZUIM-VSO", "O-VERZUIM"),
        *("N-DUO", "O-DUO", "N-DUO-DSP", "N-BIDN", "B-PW-INLICHTING"),
    )
    return "nummer" in f.soort and not any(draagt(id_, f) for id_ in dragers)


def geheim(f: F) -> bool:
    """Jeugdwet 7.3.11, and the secrecy of who treats: without consent it has to be looked into."""
    rust_op = f.overeenkomst_nodig or belang(f) or belang_overleg(f)
    return bool(f.van in MET_GEHEIM and rust_op and not toegestemd(f) and not zelf(f))


def meer_dan_verzuim(f: F) -> bool:
    """Leerplicht may ask how much and when; the cause and the rest is another matter."""
    meer = gezondheid(f) or not f.in_melding
    return leerplicht_vraagt(f) and meer and not toegestemd(f)


def bijzonder_gegeven(f: F) -> bool:
    """Parents of who is under sixteen hear of the pupil's health as they hear of the rest."""
    ouders = f.van in SCHOLEN and f.naar == "ouders" and f.leeftijd < 16
    return "bijzonder" in f.soort or (gezondheid(f) and not ouders)


# What opens a block again.
MITS_STAP_3: Final[dict[str, Lezing]] = {"B-BIJZONDER": toegestemd}
STAP_2_TOT_4: Final[dict[str, Lezing]] = {
    "B-DOELBINDING": lambda f: not f.doel_verenigbaar and not toegestemd(f),
    "B-HANDIG": lambda f: not f.nodig,
    "B-NUMMER": nummer_zonder_wet,
    "B-MEDISCH": lambda f: (
        gezondheid(f) and (f.doel, f.naar) == ("beoordelen_uitkering", "gemeente")
    ),
    "B-MEDISCH-UWV": lambda f: (
        gezondheid(f) and (f.doel, f.naar) == ("beoordelen_uitkering", "uwv")
    ),
    "B-STRAF": straf,
    "N-DSP-BIJZONDER": lambda f: (
        nieuw(f) and f.van == "doorstroompunt" and (gezondheid(f) or straf(f))
    ),
    "B-GEHEIM": geheim,
    "B-LEERPLICHT-ZORG": meer_dan_verzuim,
    "B-BIJZONDER": bijzonder_gegeven,
    "B-MILDER": lambda f: f.alternatief != "geen",
}
