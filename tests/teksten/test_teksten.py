"""Alle Nederlandse zinnen: goed gespeld, kort, in gewone woorden, in gebruik, en met een bron."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from dialogs.dossier.vragen import VRAGEN
from dialogs.teksten import tabel
from knowledge.bronnen import bronnen
from knowledge.onderwerpen import onderwerpen
from knowledge.regels import ALLE_REGELS
from tests.teksten import keuring, sleutels
from tests.teksten.corpus import Tekst, alle_teksten
from tests.teksten.taal import zinnen

Keuring = Callable[[Iterable[Tekst]], list[str]]


def een(tekst: str) -> list[Tekst]:
    return [Tekst("proef.toml", "proef", tekst)]


def geen(meldingen: list[str]) -> None:
    """Show all of them: pytest cuts a long list."""
    if meldingen:
        pytest.fail("\n".join(["", *meldingen]), pytrace=False)


def test_elk_woord_is_goed_gespeld() -> None:
    """A word that is right after all goes into docs/woordenlijst.md (domain) or woorden.txt."""
    geen(keuring.spelfouten(alle_teksten()))


def test_een_zeldzaam_woord_is_uitgelegd() -> None:
    """Take a plainer word, explain it in docs/woordenlijst.md, or say why in woorden.txt."""
    geen(keuring.zeldzame_woorden(alle_teksten()))


def test_geen_zin_is_te_lang() -> None:
    geen(keuring.lange_zinnen(alle_teksten()))


def test_in_elk_bestand_zijn_de_meeste_zinnen_kort() -> None:
    geen(keuring.lange_bestanden(alle_teksten()))


def test_de_eigen_woordenlijst_bevat_alleen_wat_nodig_is() -> None:
    geen(keuring.overbodig(alle_teksten()))


def test_elke_tekst_waar_de_code_om_vraagt_is_er() -> None:
    geen(sleutels.ontbrekend())


def test_elke_tekst_wordt_ergens_gebruikt() -> None:
    geen(sleutels.ongebruikt())


def test_elke_bewering_noemt_een_bron_die_er_is() -> None:
    zonder = [naam for naam, ids in beweringen() if not ids or not set(ids) <= set(bronnen())]
    geen(zonder)


def beweringen() -> Iterator[tuple[str, Iterable[str]]]:
    for id_, onderwerp in onderwerpen().items():
        for passage in onderwerp.passages():
            yield f"{id_}: {passage.tekst}", passage.bronnen
    for regel in ALLE_REGELS:
        yield regel.id, regel.bronnen
    for vraag in VRAGEN:
        yield vraag, tabel(f"vragen.{vraag}")["bronnen"]


@pytest.mark.parametrize(
    ("keur", "tekst"),
    [
        (keuring.spelfouten, "Deel allen wat echt noddig is."),
        (keuring.spelfouten, "Het doorstroompunt krijgt een kleine letter."),
        (keuring.spelfouten, "Vraag het aan **gemente** en school."),
        (keuring.zeldzame_woorden, "Het tantième is niet relevant."),
        (keuring.lange_zinnen, f"Dit {'heel ' * 19}lang."),
        (keuring.lange_bestanden, f"Kort. {'Dit is ' * 7}. {'Dit is ' * 7}."),
    ],
)
def test_de_keuring_vindt_wat_niet_klopt(keur: Keuring, tekst: str) -> None:
    assert keur(een(tekst)) != []


@pytest.mark.parametrize(
    "tekst",
    [
        "# Zo\n\n- **Typ** `wijzg` of bel {naam_van_wie}.\n- 2026 §3.1.1, WEB artikel 9.2.13.",
        "Eerst de vraag, dan de rest: {vraag}? Op 3-3-2026 om 9.30 uur.",
        "Zet WEEGWIJZER_PORT en `--json` uit; lees wetten.overheid.nl.",
    ],
)
def test_opmaak_verwijzingen_en_invullingen_zijn_geen_taal(tekst: str) -> None:
    assert keuring.spelfouten(een(tekst)) == []
    assert keuring.lange_zinnen(een(tekst)) == []


def test_een_regel_een_opsomming_en_een_vakje_zijn_elk_een_zin() -> None:
    assert zinnen(een("Kop\n- een\n- twee\n| drie | vier |\nJa. En **nee**? Goed.")[0]) == [
        *("Kop", "een", "twee", "drie", "vier", "Ja.", "En nee?", "Goed."),
    ]


def test_een_sleutel_die_niemand_noemt_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = {"gesprek.door_niemand_genoemd", "vragen.leeftijd.vraag_aan_niemand", "web.wees"}
    monkeypatch.setattr(sleutels, "sleutels", lambda: frozenset(extra))
    assert set(sleutels.ongebruikt()) == extra


def test_een_sleutel_die_er_niet_is_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleutels, "sleutels", lambda: frozenset({"gesprek.groet", "bot.leeg"}))
    ontbrekend = sleutels.ontbrekend()
    assert "dialogs/beeld/__init__.py: bot.niet_hier" in ontbrekend  # waarschuwing(...)
    assert "dialogs/beurt/opdrachten.py: gesprek.help" in ontbrekend  # zin("help")
    assert "dialogs/stukken/onderwerp.py: oordelen.{...}" in ontbrekend  # tekst(f"oordelen.{...}")
    assert "bot/fouten.py: bot.onverwacht" in ontbrekend  # a key on its own
    assert "bot/deur.py: bot.leeg" not in ontbrekend
