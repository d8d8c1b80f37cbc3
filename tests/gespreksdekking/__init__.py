"""Hoe ver de tests in het gesprek komen: elke vraag, elk soort antwoord, elk kanaal."""
