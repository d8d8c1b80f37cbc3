"""Mutation testing of the rules: `make mutation` (see docs/mutaties.md)."""
