"""Het gesprek in de terminal."""
