"""The résumé as files: one column, standard headings, real text, no picture."""
