"""Mail about new openings of saved searches: what is new, who is told when, the mail, how it is stopped."""
