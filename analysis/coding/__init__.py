"""Coding: what analysts decide on propositions, kept, laid over what the rules found, and counted."""
