"""What the pages of pay say: figures laid out, charts, words, files, and where a pay stands."""
