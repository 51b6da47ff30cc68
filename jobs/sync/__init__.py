"""From a feed's postings to openings: what each says, which are new, changed or gone, and all of it written at once."""
