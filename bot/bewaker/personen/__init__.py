"""Namen van mensen in een tekst vinden."""
