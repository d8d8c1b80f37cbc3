"""Markdown op een scherm van letters."""

import pytest

from bot.kanalen.tekst.opmaak import Opmaak

VET, UIT = "\x1b[1m", "\x1b[0m"


def test_zonder_stijl_blijft_de_tekst_over() -> None:
    opmaak = Opmaak()
    assert opmaak.markdown("## Kop\n\n**Vet** en *cursief*, 2 * 3 ** 4") == (
        "Kop\n\nVet en *cursief*, 2 * 3 ** 4"
    )
    assert opmaak.dof("Stap 1 van 4") == "Stap 1 van 4"


def test_met_stijl() -> None:
    assert Opmaak(stijl=True).markdown("## Kop\n**Let op**: ja") == (
        f"{VET}Kop{UIT}\n{VET}Let op{UIT}: ja"
    )


def test_een_koppeling_toont_haar_adres() -> None:
    assert Opmaak().markdown("zie [de wet](https://wetten.overheid.nl)") == (
        "zie de wet (https://wetten.overheid.nl)"
    )


def test_een_nummer_belt_waar_de_terminal_dat_kan() -> None:
    zin = "**Bel [112](tel:112)** of [0800-2000](tel:08002000)"
    assert Opmaak().markdown(zin) == "Bel 112 of 0800-2000"
    assert Opmaak(breedte=20, stijl=True).markdown(zin) == (
        f"{VET}Bel \x1b]8;;tel:112\x1b\\112\x1b]8;;\x1b\\{UIT} of "
        "\x1b]8;;tel:08002000\x1b\\0800-2000\x1b]8;;\x1b\\"
    )


def test_afbreken_op_breedte() -> None:
    regels = Opmaak(breedte=20).markdown("een twee drie vier vijf zes zeven").split("\n")
    assert regels == ["een twee drie vier", "vijf zes zeven"]


def test_een_lijst_springt_in_onder_haar_tekst() -> None:
    regels = Opmaak(breedte=16).markdown("- een twee drie vier\n 2. een twee drie").split("\n")
    assert regels == ["- een twee drie", "  vier", " 2. een twee", "    drie"]


def test_vet_telt_niet_mee_en_loopt_door_over_regels() -> None:
    regels = Opmaak(breedte=10, stijl=True).markdown("**een twee drie**").split("\n")
    assert regels == [f"{VET}een twee{UIT}", f"{VET}drie{UIT}"]


def test_een_woord_dat_te_lang_is_blijft_heel() -> None:
    assert Opmaak(breedte=5).markdown("https://voorbeeld.nl/pad") == "https://voorbeeld.nl/pad"


@pytest.mark.parametrize("tekst", ["", "\n", "   ", "- ", "#", "**", "****", "> ", "1. "])
def test_niets_is_ook_goed(tekst: str) -> None:
    Opmaak(breedte=10, stijl=True).markdown(tekst)
