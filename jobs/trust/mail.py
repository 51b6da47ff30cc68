"""A free mail address in the name of a large company: pure. Small firms use free mail honestly; these never do."""

import re

from jobs.trust.rules import Warning

FREE_MAIL = "A free mail address in the name of a large company"
FREE_HOSTS = frozenset(
    [
        *("gmail.com", "googlemail.com", "yahoo.com", "yahoo.in", "yahoo.co.in", "ymail.com", "rediffmail.com"),
        *("rediff.com", "hotmail.com", "outlook.com", "outlook.in", "live.com", "icloud.com", "aol.com", "mail.com"),
        *("protonmail.com", "proton.me", "zohomail.in", "gmx.com", "yandex.com"),
    ]
)
# Whose names are borrowed most; each as whole words within a company's name.
LARGE = (
    *("accenture", "adani", "air india", "airtel", "amazon", "apollo hospitals", "asian paints", "axis bank", "bajaj"),
    *("bank of baroda", "bharat petroleum", "bhel", "birla", "bosch", "britannia", "capgemini", "cipla", "cognizant"),
    *(
        "dabur",
        "deloitte",
        "dmart",
        "dr reddy's",
        "ernst & young",
        "flipkart",
        "google",
        "hcl",
        "hdfc",
        "hero motocorp",
    ),
    *("hindustan unilever", "hyundai", "ibm", "icici", "indian oil", "indian railways", "indigo", "infosys", "itc"),
    *("jio", "jsw", "kotak", "kpmg", "larsen & toubro", "lic", "ltimindtree", "mahindra", "maruti", "microsoft"),
    *("nestle", "ntpc", "oracle", "paytm", "phonepe", "pwc", "reliance", "samsung", "sbi", "state bank of india"),
    *("sun pharma", "swiggy", "tata", "tcs", "tech mahindra", "titan", "vedanta", "walmart", "wipro", "zomato"),
)
_LARGE = re.compile(rf"\b(?:{'|'.join(map(re.escape, LARGE))})\b", re.IGNORECASE)
_HOST = re.compile(r"\[e-mail at ([\w.-]+)\]")  # as a cleaned text has it


def mail_warnings(company: str, text: str) -> list[Warning]:
    """text: a cleaned description's."""
    if not _LARGE.search(company):
        return []
    hosts = dict.fromkeys(host for host in _HOST.findall(text) if host in FREE_HOSTS)
    return [Warning(FREE_MAIL, f"[e-mail at {host}]") for host in hosts]
