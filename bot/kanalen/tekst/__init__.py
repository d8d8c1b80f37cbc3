"""Wat kanalen van alleen tekst delen: keuzes en tabellen als letters."""
