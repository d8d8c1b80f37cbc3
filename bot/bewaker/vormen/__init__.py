"""Gegevens die aan hun vorm te herkennen zijn: nummers, adressen, datums, links."""
