"""Which words of a résumé are a job's title, a company or a school: pure, by the words that such names hold."""

import re

_TITLE = re.compile(
    r"\b(?:engineer|developer|programmer|architect|analyst|scientist|manager|executive|officer|consultant|specialist|"
    r"administrator|admin|designer|tester|lead|head|director|president|vp|ceo|cto|cfo|founder|co-?founder|"
    r"partner|"
    r"associate|assistant|intern|trainee|apprentice|graduate engineer|supervisor|coordinator|co-ordinator|"
    r"representative|accountant|auditor|cashier|clerk|secretary|receptionist|operator|technician|mechanic|"
    r"electrician|"
    r"fitter|welder|driver|teacher|lecturer|professor|faculty|tutor|trainer|instructor|principal|nurse|doctor|"
    r"physician|surgeon|pharmacist|therapist|physiotherapist|chef|cook|steward|waiter|writer|editor|journalist|"
    r"reporter|photographer|videographer|animator|artist|planner|buyer|merchandiser|recruiter|generalist|planner|"
    r"strategist|marketer|salesman|salesperson|telecaller|advisor|adviser|agent|broker|underwriter|actuary|lawyer|"
    r"advocate|paralegal|researcher|fellow|scholar|chemist|biologist|surveyor|draughtsman|draftsman|foreman|"
    r"storekeeper|inspector|controller|support|freelancer?|owner|proprietor|counsellor|counselor|librarian|guard|"
    r"stylist|beautician|sde|sdet|sre|qa|hr|bde|get|pgt|tgt|prt)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:pvt|private|ltd|limited|llp|inc|corp(?:oration)?|plc|gmbh|co\.|company|technolog(?:y|ies)|solutions?|"
    r"services|"
    r"systems|software|infotech|infosystems|labs?|bank|hospitals?|clinic|industries|enterprises?|group|"
    r"consultanc(?:y|ies)|"
    r"consulting|associates|motors|steels?|constructions?|builders|agency|agencies|foundation|trust|ngo|society|"
    r"university|college|school|institute|academy|studios?|media|hotels?|restaurants?|stores?|retail|global|"
    r"international|india|airlines|railways|logistics|pharma(?:ceuticals)?|healthcare|finance|capital|insurance|"
    r"telecom|"
    r"infosys|tcs|wipro|hcl|accenture|cognizant|capgemini|ibm|google|microsoft|amazon|flipkart|deloitte|zoho)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:universit(?:y|ies)|vidyapeeth|vishwavidyalaya|vidyalaya|vidya|college|institute|institution|school|"
    r"academy|polytechnic|"
    r"board|cbse|icse|isc|hsc board|state board|iit|nit|iiit|iim|bits|ignou|jntu|vtu|anna|mahavidyalaya|convent|"
    r"campus|"
    r"faculty of|gurukul|iti|icai|icsi|icmai)\b",
    re.IGNORECASE,
)
_LONGEST = 90  # characters
_MOST_WORDS = 9


def is_title(words: str) -> bool:
    return len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS and bool(_TITLE.search(words))


def is_company(words: str) -> bool:
    return len(words) <= _LONGEST and bool(_COMPANY.search(words))


def is_school(words: str) -> bool:
    return bool(_SCHOOL.search(words))
