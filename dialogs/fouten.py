"""The one error root of this room."""


class DialoogFout(Exception):
    """Root of every error this room raises."""


class TekstOntbreekt(DialoogFout):
    """A text key has no sentence, or a sentence misses a placeholder: do not start."""


class AutomaatOnjuist(DialoogFout):
    """A stap is declared wrongly (unknown state, unreachable state, missing guard)."""


class LexiconOnjuist(DialoogFout):
    """A word list of `dialogs/lezen/` is wrong: do not start."""


class DialoogOnvolledig(DialoogFout):
    """Something that can be meant or shown has nobody who does it; the message names it."""
