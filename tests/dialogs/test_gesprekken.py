"""The transcripts in `tests/gesprekken/`, spoken to the dialogue itself.

`tests/bot/` runs the same ones through the terminal and through Teams.
"""

import pytest

from dialogs import gesprek
from dialogs.dossier import Dossier
from dialogs.procedure.overzicht import borden
from dialogs.samenvatting.antwoord import antwoordzin
from knowledge.casussen import casussen
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import Transcript, transcripten

NAMEN = {t.naam for t in transcripten()}


@pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)
def test_gesprek_verloopt_zoals_opgeschreven(transcript: Transcript) -> None:
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    for vraag, zin in transcript.gesprek:
        assert beurt.dossier.stand.vraag == (vraag or None), f"voor {zin!r}"
        # As storage would hand it back: nothing may live in objects only.
        bewaard = Dossier.model_validate_json(beurt.dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, zin, nu)

    assert beurt.dossier.stand.vraag is None, "het gesprek is nog niet klaar"
    alle = borden(beurt.dossier)
    assert len(alle) == len(transcript.uitkomsten)
    for bord, verwacht in zip(alle, transcript.uitkomsten, strict=True):
        uitkomst = bord.uitkomst
        assert uitkomst.doel == verwacht.doel
        assert uitkomst.oordeel == verwacht.oordeel
        assert uitkomst.grondslag == verwacht.grondslag
        if verwacht.antwoord is not None:
            antwoord = antwoordzin(bord, uitkomst)
            assert antwoord is not None
            assert antwoord.sleutels() == verwacht.antwoord
        assert set(verwacht.regels) <= set(uitkomst.regels)
        assert set(verwacht.bronnen) <= {str(bron) for bron in uitkomst.bronnen}
        assert set(verwacht.ontbrekend) <= set(uitkomst.ontbrekend)


def test_er_is_een_gesprek_voor_elke_casus_onder_elke_wet() -> None:
    gevoerd = {t.casus for t in transcripten()}
    # Casus 3.2.2 weighs two purposes in one conversation.
    gevoerd |= {"3.2.2-veiligheid", "3.2.2-baan"} if "3_2_2-nieuw" in NAMEN else set()
    gevoerd |= {"2.2.2-oud-veiligheid", "2.2.2-oud-baan"} if "3_2_2-oud" in NAMEN else set()
    uit_documenten = [casus for casus in casussen() if casus.id.startswith("casus-3.")]
    assert {s.id for casus in uit_documenten for s in casus.situaties} <= gevoerd
