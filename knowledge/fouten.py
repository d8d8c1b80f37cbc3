"""The one error root of this room: knowledge that is wrong, and input that cannot be used."""


class KennisFout(Exception):
    """Root of every error this room raises."""


class KennisOnjuist(KennisFout):
    """The knowledge itself is wrong (unknown source, gap in time, missing text): do not start."""


class InvoerOnjuist(KennisFout):
    """A situation that cannot be used; the message names the field and says why, in Dutch."""
