"""Wie welke rol heeft, en wie dezelfde persoon is: zoals de instellingen het zeggen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from bot.wie import Wie, sleutel_van_eigenaar, vast

KANALEN: Final = ("slack", "teams", "terminal", "web")
_VIA: Final = {"teams": "msteams"}
"""What the protocol calls a channel that it names by itself."""
ENIGE: Final = "*"
"""Stands for the tenant where there is only one."""
ENTRA: Final = "entra"
"""Says that one object id of one Entra tenant is one person, in Teams and on the page."""
_ENTRA_KANALEN: Final = ("teams", "web")

PRIVACY_OFFICER: Final = "privacy_officer"
BEHEERDER: Final = "beheerder"


class MensFout(ValueError):
    """What is set names nobody, or names two people as one."""


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody as settings name them: `kanaal:tenant:persoon`."""

    kanaal: str
    tenant: str
    id: str

    @classmethod
    def lees(cls, regel: str) -> Mens:
        """Read `kanaal:tenant:persoon`; an id may hold a colon, a tenant may not.

        Raises:
            MensFout: it is written otherwise, or there is no such channel.
        """
        kanaal, een, rest = regel.strip().partition(":")
        tenant, twee, id_ = rest.partition(":")
        if not (een and twee and id_.strip()) or kanaal not in KANALEN:
            raise MensFout(regel)
        return cls(kanaal, vast(tenant.strip()), vast(id_.strip()))

    def is_dit(self, wie: Wie) -> bool:
        """Tell whether this is that person; of who proved nothing it never is."""
        return (
            wie.bewezen
            and (self.kanaal, self.id) == (wie.kanaal, wie.id)
            and wie.via == _VIA.get(self.kanaal, "")
            and self.tenant in (ENIGE, wie.tenant)
        )

    def eigenaar(self) -> str:
        """Return the key under which this person's kept weighings are stored."""
        return sleutel_van_eigenaar(self.kanaal, _VIA.get(self.kanaal, ""), self.tenant, self.id)


def lees_lijst(waarde: str) -> tuple[Mens, ...]:
    """Read people with commas between them.

    Raises:
        MensFout: one of them is not `kanaal:tenant:persoon`.
    """
    return tuple(Mens.lees(regel) for regel in waarde.split(",") if regel.strip())


@dataclass(frozen=True, slots=True)
class Zelfde:
    """Who is one person in more than one channel."""

    entra: bool = False
    groepen: tuple[frozenset[Mens], ...] = ()

    @classmethod
    def lees(cls, waarde: str) -> Zelfde:
        """Read `entra`, and pairs `kanaal:tenant:persoon=kanaal:tenant:persoon`, with commas.

        Raises:
            MensFout: a pair is written otherwise, has no tenant of its own, or makes two people
                of one channel the same.
        """
        regels = [regel.strip() for regel in waarde.split(",") if regel.strip()]
        groepen: list[frozenset[Mens]] = []
        for regel in regels:
            if regel == ENTRA:
                continue
            paar = frozenset(Mens.lees(kant) for kant in regel.split("="))
            if len(paar) != 2 or any(mens.tenant == ENIGE for mens in paar):
                raise MensFout(regel)
            raakt = [groep for groep in groepen if groep & paar]
            samen = paar.union(*raakt)
            if len({mens.kanaal for mens in samen}) < len(samen):
                raise MensFout(regel)
            groepen = [*(groep for groep in groepen if groep not in raakt), samen]
        return cls(ENTRA in regels, tuple(groepen))

    def mensen(self) -> frozenset[Mens]:
        """Return everybody who is named."""
        return frozenset[Mens]().union(*self.groepen)

    def eigenaren(self, wie: Wie) -> Iterable[str]:
        """Return the owners in other channels that are this person."""
        if not wie.bewezen:
            return
        for groep in self.groepen:
            if any(mens.is_dit(wie) for mens in groep):
                yield from (mens.eigenaar() for mens in groep if not mens.is_dit(wie))
        if self.entra and wie.tenant and wie.kanaal in _ENTRA_KANALEN:
            for kanaal in _ENTRA_KANALEN:
                if kanaal != wie.kanaal:
                    yield Mens(kanaal, wie.tenant, wie.id).eigenaar()


@dataclass(frozen=True, slots=True)
class Mensen:
    """What the settings say of people. Of who did not prove who they are they say nothing."""

    privacy_officers: tuple[Mens, ...] = ()
    beheerders: tuple[Mens, ...] = ()
    zelfde: Zelfde = field(default_factory=Zelfde)

    def herken(self, wie: Wie) -> Wie:
        """Return this person with their roles, and with what is theirs in other channels.

        Whoever is one person in two channels has one set of roles: those of either name.
        """
        if not wie.bewezen:
            return wie
        ook = tuple(sorted(self.zelfde.eigenaren(wie)))
        rollen = set(wie.rollen)
        for rol, lijst in ((PRIVACY_OFFICER, self.privacy_officers), (BEHEERDER, self.beheerders)):
            if any(mens.is_dit(wie) or mens.eigenaar() in ook for mens in lijst):
                rollen.add(rol)
        return replace(wie, rollen=frozenset(rollen), ook=ook)


ONBEKENDEN: Final = Mensen()
"""Nobody has a role, and nobody is the same as another."""
