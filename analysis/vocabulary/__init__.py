"""What the outlets' words are: frames, keyness, dispersion, collocates, lines in context, months, what meets."""
