"""Aanmelden: met een namaak-aanbieder over echt HTTP, en met echte tokens."""
