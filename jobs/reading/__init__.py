"""What an advert's words mean, a module for each question. Pure; each answer keeps the words it was read from."""
