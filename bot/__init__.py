"""Kanalen, opslag en de bewaker aan de deur: alles wat de buitenwereld raakt."""
