"""Kanalen: vertalen, doorgeven en tonen. Zij beslissen niets."""
