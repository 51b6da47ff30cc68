"""What `/jobs/` does: an address to what is wanted, that to openings, these to a page or a feed."""
