"""Languages that people speak, as résumés in India name them. Pure."""

import re

_NAMES = (
    "english hindi tamil telugu kannada malayalam marathi gujarati bengali bangla punjabi odia oriya assamese urdu "
    "konkani sanskrit sindhi nepali kashmiri maithili dogri manipuri bodo santali tulu bhojpuri rajasthani marwari "
    "haryanvi french german spanish japanese mandarin chinese cantonese arabic russian italian portuguese korean dutch "
    "swedish persian turkish thai malay indonesian vietnamese polish hebrew greek swahili sinhala burmese"
)
LANGUAGE = re.compile(rf"\b({'|'.join(_NAMES.split())})\b", re.IGNORECASE)
