"""How fast the site is, as ratios to what the same machine can do: `make bench` (or python -m bench --quick)."""
