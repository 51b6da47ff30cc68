"""Companies that don't exist, and say so in their names."""

from typing import NamedTuple


class Invented(NamedTuple):
    """fields: of roles that it hires for, by their codes; cities: none where everybody works from home."""

    name: str
    about: str
    cities: tuple[str, ...]
    fields: tuple[str, ...]


TECH = ("data", "software", "cloud", "it", "security", "quality", "product", "design")
DESK = ("finance", "people", "legal", "operations", "sales", "support", "marketing")

INVENTED = (
    Invented("Blue Mango Labs (sample)", "makes software for small shops", ("Bengaluru", "Pune"), TECH),
    Invented("Tidewater Analytics (sample)", "measures what retailers sell", ("Bengaluru", "Chennai"), TECH),
    Invented("Peacock Cloud Works (sample)", "runs servers for other companies", ("Hyderabad",), TECH),
    Invented("Lantern Security (sample)", "tests banks’ systems for holes", ("Pune", "Mumbai"), TECH),
    Invented(
        "Kite & Thread (sample)",
        "designs clothes and sells them online",
        ("Delhi NCR", "Mumbai"),
        ("design", "marketing", "sales"),
    ),
    Invented("Monsoon Ledger (sample)", "keeps books for family firms", ("Mumbai", "Pune"), DESK),
    Invented("Saffron Route Logistics (sample)", "moves parcels between towns", ("Delhi NCR", "Kolkata"), DESK),
    Invented(
        "Copper Pot Kitchens (sample)",
        "cooks for offices and canteens",
        ("Chennai", "Bengaluru"),
        ("hospitality", *DESK),
    ),
    Invented(
        "Banyan Tree Clinics (sample)",
        "treats out-patients in three cities",
        ("Kolkata", "Hyderabad"),
        ("health", "operations"),
    ),
    Invented(
        "Little Lamp Schools (sample)",
        "teaches children from six to sixteen",
        ("Pune", "Chennai"),
        ("education", "operations"),
    ),
    Invented(
        "Granite Bridge Engineers (sample)",
        "builds bridges and roads",
        ("Hyderabad", "Kolkata"),
        ("engineering", "operations"),
    ),
    Invented(
        "Paper Boat Media (sample)",
        "makes films and pages for brands",
        ("Mumbai", "Delhi NCR"),
        ("marketing", "design", "sales"),
    ),
    Invented(
        "Open Window Support (sample)",
        "answers calls and chats for other firms",
        ("Delhi NCR", "Bengaluru"),
        ("support", "people", "it"),
    ),
    Invented(
        "Plumb Line Legal (sample)",
        "drafts contracts and checks compliance",
        ("Mumbai", "Delhi NCR"),
        ("legal", "finance"),
    ),
    Invented(
        "River Stone Motors (sample)",
        "makes parts for electric scooters",
        ("Pune", "Chennai"),
        ("engineering", "quality", "operations"),
    ),
    Invented("Seven Sisters Tea (sample)", "grows, packs and sells tea", ("Kolkata",), DESK),
    Invented("Quiet Desk Software (sample)", "writes tools for accountants, all from home", (), TECH),
    Invented(
        "Marigold Hotels (sample)",
        "runs nine small hotels",
        ("Delhi NCR", "Chennai"),
        ("hospitality", "sales", "support"),
    ),
)
