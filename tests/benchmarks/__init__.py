"""Measurements of speed; run by `make bench`, never by `make test`."""
