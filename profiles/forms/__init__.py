"""What the owner of a profile sends, a form for each page."""
