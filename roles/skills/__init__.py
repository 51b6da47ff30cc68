"""What the pages of skills say."""
