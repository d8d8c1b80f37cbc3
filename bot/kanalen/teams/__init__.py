"""Teams, over het protocol van het Bot Framework."""
