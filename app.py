#!/usr/bin/env python3
"""Weegwijzer: de opdrachten. Het enige bestand dat alle kamers kent.

Every command imports only what it needs: `weeg` must not wait for a channel library.
"""

from __future__ import annotations

import errno
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.instellingen import Instellingen

# We have no pydantic plugins, and looking for them takes time at every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


_LANGSTE_PRIVACY = 200_000
"""Characters: a hundred pages, which takes the guard some two seconds."""
_GROOTSTE_INVOER = 32
"""MiB of what one command reads: tens of thousands of situations; a pipe may never end."""
_OMGEVING = Path(__file__).resolve().parent / ".venv"


def _in_eigen_omgeving() -> int | None:
    """Go on in the project's own virtual environment, where the libraries are.

    So that `python app.py weeg` works as documented, whichever Python one types, and that a
    conversation starts on a machine without `make`. Returns None when this is that environment
    or needs none, else the exit code.
    """
    python = _OMGEVING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    # Resolved, for `.venv` may be a link: going on in it for ever would never begin.
    if Path(sys.prefix).resolve() == _OMGEVING.resolve():
        return None
    if not python.exists():
        if importlib.util.find_spec("transitions") is not None:
            return None  # these libraries were put elsewhere
        if sys.argv[1:] not in ([], ["start"], ["chat"]):
            from knowledge.teksten import tekst

            return _meld(tekst("opdrachten.eerst_klaarzetten"))
        if not _zet_klaar(python):
            return 2
    opdracht = [str(python), *sys.argv]
    if os.name != "nt":
        os.execv(python, opdracht)  # noqa: S606 - our own interpreter
    # There `exec` would leave the window to what comes after it.
    return subprocess.call(opdracht)  # noqa: S603 - our own interpreter


def _zet_klaar(python: Path) -> bool:
    """Make the environment with the locked libraries; when that fails nothing of it stays."""
    import shutil

    from knowledge.teksten import tekst

    print(tekst("opdrachten.klaarzetten"), file=sys.stderr)
    lijst = _OMGEVING.parent / "requirements.lock"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    stappen = (
        [sys.executable, "-m", "venv", str(_OMGEVING)],
        [*pip, "--no-input", "--require-hashes", "--requirement", str(lijst)],
    )
    for stap in stappen:
        if subprocess.run(stap, capture_output=True, check=False).returncode:  # noqa: S603 - idem
            shutil.rmtree(_OMGEVING, ignore_errors=True)
            _meld(tekst("opdrachten.klaarzetten_mislukt"))
            return False
    return True


def weeg(bron: str = "-") -> int:
    """Weigh situations from a file, or from standard input (`-`)."""
    import json

    from knowledge.controle import controleer
    from knowledge.invoer import antwoord, lees

    controleer()
    situaties, lijst = lees(_inhoud(bron))
    antwoorden = [antwoord(situatie) for situatie in situaties]
    json.dump(antwoorden if lijst else antwoorden[0], sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def _ruw(bron: str, hoogstens: int | None = None) -> bytes:
    """Return a file, or standard input (`-`): no more than `hoogstens` bytes of it.

    Raises:
        InvoerOnjuist: it cannot be read, or no number was given and it is larger than anything
            there is to read.
    """
    from knowledge.fouten import InvoerOnjuist
    from knowledge.teksten import tekst

    grootst = _GROOTSTE_INVOER * 1024 * 1024
    meeste = grootst + 1 if hoogstens is None else hoogstens
    try:
        if bron == "-":
            ruw = sys.stdin.buffer.read(meeste)
        else:
            with Path(bron).open("rb") as bestand:
                ruw = bestand.read(meeste)
    except (OSError, ValueError) as fout:  # a name with a null in it is no OSError
        raise InvoerOnjuist(tekst("opdrachten.onleesbaar").format(bestand=bron)) from fout
    if hoogstens is None and len(ruw) > grootst:
        melding = tekst("opdrachten.te_groot").format(bestand=bron, max=_GROOTSTE_INVOER)
        raise InvoerOnjuist(melding)
    return ruw


def _inhoud(bron: str, hoogstens: int | None = None) -> str:
    """Return a text; of one longer than `hoogstens` characters no more than shows that it is."""
    import codecs

    from knowledge.fouten import InvoerOnjuist
    from knowledge.teksten import tekst

    # So many bytes are more characters than that, whatever they are; a pipe may never end.
    meeste = None if hoogstens is None else 4 * hoogstens + 8
    ruw = _ruw(bron, meeste)
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(ruw, final=len(ruw) != meeste)
    except UnicodeDecodeError as fout:
        raise InvoerOnjuist(tekst("opdrachten.geen_utf8").format(bestand=bron)) from fout


def privacy(bron: str) -> int:
    """Show what the guard at the door finds in a text, or in standard input (`-`)."""
    import json

    from bot.bewaker import bewaak
    from knowledge.teksten import tekst

    inhoud = _inhoud(bron, _LANGSTE_PRIVACY) if bron == "-" else bron
    if len(inhoud) > _LANGSTE_PRIVACY:
        return _meld(tekst("opdrachten.privacy_te_lang").format(max=_LANGSTE_PRIVACY))
    bewaakt = bewaak(inhoud)
    gevonden = [
        {"soort": vondst.soort, "begin": vondst.begin, "einde": vondst.einde}
        for vondst in bewaakt.gevonden
    ]
    antwoord = {"gevonden": gevonden, "gemaskeerd": bewaakt.tekst}
    json.dump(antwoord, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def _woorden(argumenten: list[str], hoogstens: int) -> str:
    """Return what was typed, or what comes in (`-`): a shell remembers what is typed."""
    return _inhoud("-", hoogstens) if argumenten == ["-"] else " ".join(argumenten)


def zoek(argumenten: list[str]) -> int:
    """Look something up (`-`: what comes in): as pages and lists to read, or as JSON."""
    from bot.tekens import leesbaar
    from knowledge.teksten import tekst
    from knowledge.zoeken import LANGSTE_VRAAG

    als_json = "--json" in argumenten
    woorden = [argument for argument in argumenten if argument != "--json"]
    vraag = leesbaar(_woorden(woorden, LANGSTE_VRAAG)).strip()
    if any(woord.startswith("--") for woord in woorden):
        return _meld(tekst("opdrachten.onbekend"))
    if not vraag:
        return _meld(tekst("zoeken.leeg"))
    if len(vraag) > LANGSTE_VRAAG:
        return _meld(tekst("zoeken.te_lang").format(max=LANGSTE_VRAAG))
    if als_json:
        return _zoek_als_json(vraag)
    from bot.kanalen.tekst.opmaak import Opmaak
    from dialogs.stukken.markdown import markdown
    from dialogs.stukken.onderwerp import als_stukken
    from knowledge.zoeken.antwoord import antwoord

    print(Opmaak.voor(sys.stdout).markdown(markdown(als_stukken(antwoord(vraag)))))
    return 0


def begrijp(argumenten: list[str]) -> int:
    """Read facts from a description (`-`: what comes in), as JSON; nothing of it is kept."""
    import json

    from bot.klok import nu
    from bot.tekens import leesbaar
    from dialogs.fouten import DialoogFout
    from dialogs.lezen import LANGSTE_TEKST, lees
    from knowledge.teksten import tekst

    beschrijving = _woorden(argumenten, LANGSTE_TEKST)
    if not beschrijving.strip():
        return _meld(tekst("opdrachten.begrijp_leeg"))
    if len(beschrijving) > LANGSTE_TEKST:
        return _meld(tekst("opdrachten.begrijp_te_lang").format(max=LANGSTE_TEKST))
    try:
        lezing = lees(leesbaar(beschrijving), nu().date())
    except DialoogFout as fout:
        return _meld(str(fout))
    json.dump(lezing.als_json(), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def _zoek_als_json(vraag: str) -> int:
    import json

    from knowledge.zoeken import HOOGSTENS
    from knowledge.zoeken import zoek as zoek_op

    treffers = [treffer._asdict() for treffer in zoek_op(vraag, HOOGSTENS)]
    json.dump(treffers, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def kennis(argumenten: list[str]) -> int:
    """What whoever maintains the knowledge may ask of it."""
    from bot.beheer import Beheer
    from knowledge.controle import controleer

    if argumenten[:1] == ["terugmeldingen"]:
        return _terugmeldingen(argumenten[1:])
    controleer()
    return Beheer(_inhoud, _ruw, _meld).doe(argumenten)


def _terugmeldingen(argumenten: list[str]) -> int:
    """Show what people said of verdicts and topics: ids, reasons and how often."""
    from bot import opstarten
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    if argumenten not in ([], ["--json"]):
        return _meld(tekst("opdrachten.onbekend"))
    try:
        opstarten.toon_terugmeldingen(uit_omgeving(os.environ), als_json=bool(argumenten))
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0


def document(argumenten: list[str]) -> int:
    """Make a document of a kept weighing: its record, or a paper that goes with it."""
    from bot.fouten import BotFout
    from bot.opslag.poort import BewaardeWeging
    from bot.papier.opdracht import document as maak
    from dialogs.fouten import DialoogFout

    def bewaard(kenmerk: str) -> BewaardeWeging | None:
        from bot import opstarten
        from bot.instellingen import uit_omgeving

        return opstarten.lees_weging(uit_omgeving(os.environ), kenmerk)

    try:
        maak(argumenten, _ruw, bewaard)
    except BotFout as fout:
        return _meld(fout.in_woorden())
    except DialoogFout as fout:
        return _meld(str(fout))
    return 0


def apart(argumenten: list[str]) -> int:
    """Show what was laid aside because the program could not read it."""
    from bot.opstarten import toon_apart

    return _bij_opslag(toon_apart, argumenten, "opdrachten.apart_onbekend")


def uitgaand(argumenten: list[str]) -> int:
    """Show what still has to be delivered, or was given up."""
    from bot.opstarten import toon_uitgaand

    return _bij_opslag(toon_uitgaand, argumenten, "opdrachten.uitgaand_onbekend")


def _bij_opslag(
    doe: Callable[[Instellingen, list[str]], bool], argumenten: list[str], anders: str
) -> int:
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    try:
        kan = doe(uit_omgeving(os.environ), argumenten)
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0 if kan else _meld(tekst(anders))


def verhuis(argumenten: list[str]) -> int:
    """Move what is kept from SQLite to the PostgreSQL that is set."""
    from bot import opstarten
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    if argumenten:
        return _meld(tekst("opdrachten.onbekend"))
    try:
        opstarten.verhuis(uit_omgeving(os.environ))
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0


def versleutel(argumenten: list[str]) -> int:
    """Encrypt what is kept with the key that is set."""
    from bot import opstarten
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    if argumenten:
        return _meld(tekst("opdrachten.onbekend"))
    try:
        opstarten.versleutel(uit_omgeving(os.environ))
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0


def backup(argumenten: list[str]) -> int:
    """Copy what is kept into a new file."""
    from bot import opstarten
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    if len(argumenten) > 1 or any(argument.startswith("-") for argument in argumenten):
        return _meld(tekst("opdrachten.onbekend"))
    try:
        opstarten.backup(uit_omgeving(os.environ), *map(Path, argumenten or ()))
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0


def herstel(argumenten: list[str]) -> int:
    """Put back what `backup` made."""
    from bot import opstarten
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from knowledge.teksten import tekst

    bestanden = [argument for argument in argumenten if argument != "--vervang"]
    if len(bestanden) != 1 or bestanden[0].startswith("-"):
        return _meld(tekst("opdrachten.onbekend"))
    try:
        vervang = "--vervang" in argumenten
        opstarten.herstel(uit_omgeving(os.environ), Path(bestanden[0]), vervang=vervang)
    except BotFout as fout:
        return _meld(fout.in_woorden())
    return 0


def gesprek(hoe: str = "server") -> int:
    """Hold conversations: `chat` in this terminal, else as a server; `start` opens its page."""
    import dialogs.controle
    import knowledge.controle
    from bot.fouten import BotFout
    from bot.instellingen import uit_omgeving
    from dialogs.fouten import DialoogFout

    try:
        knowledge.controle.controleer()
        dialogs.controle.controleer()
        instellingen = uit_omgeving(os.environ)
    except DialoogFout as fout:
        return _meld(str(fout))
    except BotFout as fout:
        return _meld(fout.in_woorden())
    from bot import opstarten

    if hoe == "chat":
        return opstarten.start_terminal(instellingen)
    return opstarten.start_server(instellingen, toon=hoe == "start")


def _meld(melding: str) -> int:
    from bot.uitvoer import laat_los

    # One line, also when the name of a file is not.
    regel = "".join(teken if teken.isprintable() else "?" for teken in melding)
    try:
        print(f"weegwijzer: {regel}", file=sys.stderr, flush=True)
    except OSError:
        laat_los(sys.stderr)
    return 2


_GEEN_UITVOER = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}
"""Standard output takes nothing (more): a full disk for instance."""

_MET_ARGUMENTEN = {
    "zoek": zoek,
    "begrijp": begrijp,
    "kennis": kennis,
    "apart": apart,
    "uitgaand": uitgaand,
    "verhuis": verhuis,
    "versleutel": versleutel,
    "backup": backup,
    "herstel": herstel,
    "document": document,
}


def main(argumenten: list[str]) -> int:
    """Run one command; problems go to standard error in one line, with exit code 2."""
    from bot.uitvoer import laat_los, stromen
    from knowledge.fouten import KennisFout
    from knowledge.teksten import tekst

    stromen()
    for stroom in (sys.stdout, sys.stderr):
        stroom.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _doe(argumenten)
        sys.stdout.flush()
    except KennisFout as fout:
        return _meld(str(fout))
    except BrokenPipeError:
        # Whoever read our output stopped reading (`| head`): nothing to report.
        laat_los(sys.stdout)
        return 0
    except OSError as fout:
        if fout.errno not in _GEEN_UITVOER:
            raise
        laat_los(sys.stdout)
        return _meld(tekst("opdrachten.geen_uitvoer"))
    except KeyboardInterrupt:
        laat_los(sys.stdout)
        return 130
    return code


def _doe(argumenten: list[str]) -> int:
    from knowledge.teksten import tekst

    match argumenten:
        case [] | ["start" | "chat"]:
            return gesprek(*argumenten)
        case ["weeg", *bron] if len(bron) <= 1:
            return weeg(*bron)
        case ["privacy", bron]:
            return privacy(bron)
        case [naam, *rest] if naam in _MET_ARGUMENTEN:
            return _MET_ARGUMENTEN[naam](rest)
        case ["help" | "--help" | "-h"]:
            print(tekst("opdrachten.gebruik"))
            return 0
        case _:
            return _meld(tekst("opdrachten.onbekend"))


if __name__ == "__main__":
    elders = _in_eigen_omgeving()
    sys.exit(main(sys.argv[1:]) if elders is None else elders)
