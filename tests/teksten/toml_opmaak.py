"""De opmaak van TOML: een element per regel, en geen regel boven 100 tekens.

Only the layout changes: what is read from a file stays the same, and that is checked at the end.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

BREED: Final = 100
_STAP: Final = 4
_STUK: Final = re.compile(
    r'(?P<lang>"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+)'
    r"|(?P<kort>\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
    r"|(?P<uitleg>#[^\n]*)|(?P<teken>[\[\]{},\n])|(?P<rest>[^\[\]{},\n\"'#]+|.)",
    re.DOTALL,
)
_INSPRING: Final = re.compile(r"[ \t]*\n( +)")
_REGELEINDE: Final = re.compile(r"(?<=\\n)(?!\\n)")
_SLEUTEL: Final = re.compile(r"^(?P<naam>(?:\"[^\"\n]*\"|'[^'\n]*'|[\w.-]|[ \t])+?)[ \t]*=[ \t]*")


@dataclass
class Lijst:
    """A list in a file: its elements, with the comment lines before each and the one behind it."""

    delen: list[Deel] = field(default_factory=list)
    slot: list[str] = field(default_factory=list)
    """Comment lines before the closing bracket."""
    stap: int = _STAP
    """How far the elements stand from the margin; in a word list that is fixed."""


@dataclass
class Deel:
    """One element of a list."""

    waarde: Lijst | str
    vooraf: list[str]
    achter: str = ""


def opgemaakt(bron: str, *, woordenlijst: bool) -> str:
    """Return the same TOML in the fixed layout.

    Raises:
        AssertionError: what is read from it would change.
    """
    uit: list[str] = []
    plek = 0
    while plek < len(bron):
        regel = bron[plek : bron.find("\n", plek) + 1 or len(bron)]
        sleutel = _SLEUTEL.match(regel)
        if sleutel is None:
            uit.append(_uitleg(regel))
            plek += len(regel)
            continue
        waarde, einde = _lees(bron, plek + sleutel.end())
        achter = bron[einde : bron.find("\n", einde) + 1 or len(bron)]
        was = bron[plek:einde]
        wordt = was
        if woordenlijst or _te_breed(was):
            kop = f"{sleutel['naam']} = "
            wordt = kop + _toon(waarde, 0, len(kop), diep=0, los=woordenlijst)
        if achter.strip() and _breedte(wordt, achter.rstrip()) > BREED:
            wordt, achter = f"{_uitleg(achter.strip())}\n{wordt}", "\n"
        uit += [wordt, achter]
        plek = einde + len(bron[einde : bron.find("\n", einde) + 1 or len(bron)])
    tekst = "".join(uit)
    assert _inhoud(tekst, woordenlijst) == _inhoud(bron, woordenlijst), "de inhoud verandert"
    return tekst


def _te_breed(tekst: str) -> bool:
    return any(len(regel) > BREED for regel in tekst.split("\n"))


def _breedte(tekst: str, achter: str) -> int:
    return len(tekst.rpartition("\n")[2]) + len(achter)


def _inhoud(bron: str, woordenlijst: bool) -> Any:  # noqa: FBT001
    """Read a file; in a word list the space between words in a block means nothing."""
    gelezen = tomllib.loads(bron)
    return _zonder_wit(gelezen) if woordenlijst else gelezen


def _zonder_wit(waarde: Any) -> Any:
    match waarde:
        case dict():
            return {naam: _zonder_wit(deel) for naam, deel in waarde.items()}
        case list():
            return [_zonder_wit(deel) for deel in waarde]
        case str() if "\n" in waarde:
            return waarde.split()
        case _:
            return waarde


# --- lezen -------------------------------------------------------------------------------------


def _lees(bron: str, plek: int) -> tuple[Lijst | str, int]:
    """Read the value that begins here; return it with the place behind it."""
    if bron[plek] == "[":
        return _lees_lijst(bron, plek + 1)
    diep, begin = 0, plek
    for stuk in _STUK.finditer(bron, plek):
        teken = stuk["teken"]
        if diep == 0 and (stuk["uitleg"] or teken in {"\n", ",", "]", "}"}):
            break
        diep += {"[": 1, "{": 1, "]": -1, "}": -1}.get(teken or "", 0)
        plek = stuk.end()
    kaal = bron[begin:plek].rstrip()
    return kaal, begin + len(kaal)


def _lees_lijst(bron: str, plek: int) -> tuple[Lijst, int]:
    inspring = _INSPRING.match(bron, plek)
    lijst = Lijst(stap=len(inspring[1])) if inspring else Lijst()
    vooraf: list[str] = []
    nieuwe_regel = False
    while True:
        stuk = _STUK.match(bron, plek)
        assert stuk is not None
        if stuk["uitleg"] and (nieuwe_regel or not lijst.delen):
            vooraf += _uitleg(stuk["uitleg"]).split("\n")
        elif stuk["uitleg"]:
            lijst.delen[-1].achter = stuk["uitleg"]
        elif stuk["teken"] == "]":
            lijst.slot = vooraf
            return lijst, stuk.end()
        elif stuk["teken"] == "\n":
            nieuwe_regel = True
        elif stuk["teken"] != "," and stuk[0].strip():
            waarde, plek = _lees(bron, plek + len(stuk[0]) - len(stuk[0].lstrip()))
            lijst.delen.append(Deel(waarde, vooraf))
            vooraf, nieuwe_regel = [], False
            continue
        plek = stuk.end()


# --- tonen -------------------------------------------------------------------------------------


def _toon(waarde: Lijst | str, inspring: int, kolom: int, *, diep: int, los: bool) -> str:
    """Lay out a value that begins at a column; `los`: two elements never share a line."""
    if isinstance(waarde, str):
        return _toon_waarde(waarde, inspring, kolom, los=los)
    vlak = _vlak(waarde)
    uitleg = waarde.slot or any(deel.vooraf or deel.achter for deel in waarde.delen)
    samen = not uitleg and (diep > 0 or not los or len(waarde.delen) <= 1)
    if samen and kolom + len(vlak) + 1 <= BREED and "\n" not in vlak:
        return vlak
    if diep > 0 and not uitleg:
        begonnen = "[" + "".join(f"{_vlak(deel.waarde)}, " for deel in waarde.delen[:-1])
        if "\n" not in begonnen and kolom + len(begonnen) < BREED // 2:
            laatste = waarde.delen[-1].waarde
            bij = kolom + len(begonnen)
            return f"{begonnen}{_toon(laatste, inspring, bij, diep=diep + 1, los=los)}]"
    return _toon_lijst(waarde, inspring, diep=diep, los=los)


def _toon_lijst(lijst: Lijst, inspring: int, *, diep: int, los: bool) -> str:
    binnen = inspring + (_STAP if los else lijst.stap)
    wit = " " * binnen
    regels = ["["]
    for deel in lijst.delen:
        regels += [wit + regel for regel in deel.vooraf]
        getoond = f"{_toon(deel.waarde, binnen, binnen + 1, diep=diep + 1, los=los)},"
        if deel.achter and _breedte(wit + getoond, deel.achter) + 2 > BREED:
            regels += [wit + regel for regel in _uitleg(deel.achter).split("\n")]
        elif deel.achter:
            getoond += f"  {deel.achter}"
        regels.append(wit + getoond)
    regels += [wit + regel for regel in lijst.slot]
    return "\n".join([*regels, " " * inspring + "]"])


def _vlak(waarde: Lijst | str) -> str:
    if isinstance(waarde, Lijst):
        return f"[{', '.join(_vlak(deel.waarde) for deel in waarde.delen)}]"
    if waarde.startswith('"""') and "\n" not in (gelezen := _gelezen(waarde)):
        return f'"{_geschreven(gelezen)}"'
    return waarde


def _toon_waarde(ruw: str, inspring: int, kolom: int, *, los: bool) -> str:
    vlak = _vlak(ruw)
    if "\n" in vlak:
        return _blok(ruw) if los and _te_breed(ruw) else ruw
    if kolom + len(vlak) + 1 <= BREED or ruw[0] not in "\"'":
        return vlak
    wit = " " * (inspring + _STAP)
    # Two places less: the quotes at the end may have a bracket and a comma behind them.
    regels = list(_gevouwen(_geschreven(_gelezen(ruw)), BREED - len(wit) - 5))
    return '"""\\\n' + "\\\n".join(wit + regel for regel in regels) + '"""'


def _gelezen(ruw: str) -> str:
    gelezen = tomllib.loads(f"waarde = {ruw}")["waarde"]
    assert isinstance(gelezen, str)
    return gelezen


def _geschreven(tekst: str) -> str:
    """Write a string between double quotes, on one line."""
    for teken, code in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        tekst = tekst.replace(teken, code)
    return tekst


def _gevouwen(tekst: str, breed: int) -> Iterator[str]:
    """Cut a text in lines: at its own, behind a choice in a template, else behind a word."""
    eerste, *rest = _REGELEINDE.split(tekst, maxsplit=1)
    if rest and rest[0]:
        yield from _gevouwen(eerste, breed)
        yield from _gevouwen(rest[0], breed)
        return
    while len(tekst) > breed:
        knip = tekst.rfind("| ", breed // 2, breed) + 2
        if knip < breed // 2:
            knip = max(tekst.rfind("|", 0, breed), tekst.rfind(" ", 0, breed)) + 1
        knip += len(tekst[knip:]) - len(tekst[knip:].lstrip(" "))
        if knip == 0:
            break
        yield tekst[:knip]
        tekst = tekst[knip:]
    yield tekst


def _blok(ruw: str) -> str:
    """Fill the lines of a block of words anew."""
    woorden = " ".join(ruw.strip('"').split())
    regels = textwrap.wrap(woorden, BREED, break_long_words=False, break_on_hyphens=False)
    return "\n".join(['"""', *regels, '"""'])


def _uitleg(regel: str) -> str:
    """Return a line; a comment that does not fit becomes more of them."""
    if len(regel.rstrip("\n")) <= BREED or not regel.startswith("#"):
        return regel
    einde = "\n" if regel.endswith("\n") else ""
    tekst = regel.lstrip("#").strip()
    return textwrap.fill(tekst, BREED, initial_indent="# ", subsequent_indent="# ") + einde
