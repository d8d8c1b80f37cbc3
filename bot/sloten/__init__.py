"""Eén slot per gesprek: berichten gaan een voor een, elk met zijn antwoord."""
