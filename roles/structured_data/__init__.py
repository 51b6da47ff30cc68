"""Pages for machines: dicts for JSON-LD. No HTML, no escaping; says only what the page shows."""
