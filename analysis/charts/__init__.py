"""Charts: tables in, figures out. They count nothing but rows, save nothing and change no setting of matplotlib."""
