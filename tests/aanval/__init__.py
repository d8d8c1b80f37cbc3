"""Aanvallen: wat iemand, een kanaal of een schijf kan doen om het te breken.

Each attack has a short form, which runs with the other tests, and a long one: `make soak`
(`python -m tests.aanval`), which also prints what was measured.
"""
