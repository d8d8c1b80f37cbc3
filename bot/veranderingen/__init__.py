"""Wat er veranderde: wie een gesprek of een lijst van wegingen toont, hoort ervan."""
