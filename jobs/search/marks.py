"""What an open job is found by besides words, each as one short mark: pure.

A letter for the kind, then a key or a value: "r12 mremote efull_time p3 p7 s40".
"""

ROLE, PLACE, SKILL, MODE, EMPLOYMENT, SAMPLE = "r", "p", "s", "m", "e", "x"
INVENTED = f"{SAMPLE}sample"
LEAST_YEARS, MOST_YEARS = 0, 99  # where an advert states no end


def mark(kind: str, value: int | str) -> str:
    return f"{kind}{value}"
