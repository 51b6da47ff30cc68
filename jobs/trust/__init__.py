"""What makes an advert wait for an editor: words that honest adverts don't have, pay that isn't plausible, and what
readers report."""
