"""De tests dicht bij een wijziging, in hooguit een minuut: `make snel`."""
