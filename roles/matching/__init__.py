"""Skills in what people write: adverts, résumés, lists of tags."""
