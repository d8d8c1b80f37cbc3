"""What a change of the law, or of our reading of it, does to verdicts."""

import json
from dataclasses import replace

from knowledge import editie
from knowledge.casussen import casussen
from knowledge.feiten import Situatie
from knowledge.kennis import Kennis, huidige
from knowledge.verschil import Verschil, onderdelen


def van_casus(id_: str) -> list[Situatie]:
    return [g.situatie() for casus in casussen() if casus.id == id_ for g in casus.situaties]


def met_alb_tot(maanden: int) -> Kennis:
    """The knowledge as if the term for ALB after an mbo were this many months."""
    inhoud = json.loads(json.dumps(editie.uitgave()))
    inhoud["termijnen"]["alb_mbo"]["perioden"][-1]["waarde"] = maanden
    del inhoud["afdruk"]
    return editie.lees({**inhoud, "afdruk": editie.afdruk(inhoud)})


def test_zonder_verschil_verandert_er_niets() -> None:
    verschil = Verschil.tussen(
        huidige(), editie.lees(editie.uitgave()), van_casus("casus-entree-termijn")
    )

    assert verschil.onderdelen == ()
    assert verschil.casussen.gevonden == verschil.rooster.gevonden == ()
    assert verschil.rooster.geprobeerd > verschil.casussen.geprobeerd > 0


def test_een_langere_termijn_verandert_de_casus_die_net_te_laat_was() -> None:
    verschil = Verschil.tussen(huidige(), met_alb_tot(13), van_casus("casus-entree-termijn"))

    [deel] = verschil.onderdelen
    assert (deel.soort, deel.id, deel.wat) == ("termijnen", "alb_mbo", "anders")
    oordelen = {v.situatie: (v.links.oordeel, v.rechts.oordeel) for v in verschil.casussen.gevonden}
    assert oordelen == {"entree-13-maanden": ("mag_met_toestemming", "mag")}


def test_het_rooster_vindt_ook_wat_geen_casus_is() -> None:
    rond_de_grens = [s for s in van_casus("casus-entree-termijn") if s.id == "entree-11-maanden"]

    verschil = Verschil.tussen(huidige(), met_alb_tot(13), rond_de_grens)

    assert verschil.casussen.gevonden == ()
    assert "maanden_sinds_uitstroom=13" in {v.anders for v in verschil.rooster.gevonden}
    assert "maanden_sinds_uitstroom=12" not in {v.anders for v in verschil.rooster.gevonden}


def test_een_regel_minder_en_een_andere_volgorde_vallen_op() -> None:
    regels = huidige().regels
    minder = replace(huidige(), regels=regels[:-1])
    omgekeerd = replace(huidige(), regels=(regels[1], regels[0], *regels[2:]))

    assert [(d.id, d.wat) for d in onderdelen(huidige(), minder)] == [(regels[-1].id, "weg")]
    assert [(d.id, d.wat) for d in onderdelen(minder, huidige())] == [(regels[-1].id, "nieuw")]
    assert [d.wat for d in onderdelen(huidige(), omgekeerd)] == ["andere volgorde"]


def test_als_tekst_en_als_json() -> None:
    verschil = Verschil.tussen(huidige(), met_alb_tot(13), van_casus("casus-entree-termijn"))

    assert "entree-13-maanden" in verschil.als_tekst()
    gelezen = json.loads(json.dumps(verschil.als_json()))
    assert gelezen["casussen"]["gevonden"][0]["situatie"] == "entree-13-maanden"
