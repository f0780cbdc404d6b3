"""Motives: whose, of what kind, in whose voice, with the words that say so."""
