"""Opslag in PostgreSQL, voor meer dan één proces."""
