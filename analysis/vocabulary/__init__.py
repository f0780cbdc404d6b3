"""What the outlets' words are: frames, keyness, dispersion, collocates and lines in context."""
