"""Compare how outlets tell one story."""
