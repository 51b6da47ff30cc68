"""What would make a résumé better."""
