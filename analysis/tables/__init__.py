"""Tables of any files or folders, beside the studies, as the commands write them."""
