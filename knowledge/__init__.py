"""Het recht als data: feiten, voorwaarden, regels, bronnen en de motor die ze toepast.

This room knows nothing of conversations or channels. Everything in it is a pure function of
the facts: no clock, no I/O besides reading its own data files.
"""
