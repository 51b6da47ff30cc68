"""The publication gate: which comparisons search engines are shown. Readers can open every one of them."""
