"""A person's own pages, which only they see, and the two pages that everybody may."""
