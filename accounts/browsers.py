"""Pure: what a browser calls itself, in words that its owner knows. Good for recognising one's own, and for no more:
a browser may call itself anything."""

# As browsers name themselves, the name that only one of them has first: Edge says Chrome and Safari too.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "UCBrowser/": "UC Browser",
    "FxiOS/": "Firefox",
    "Firefox/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Windows": "Windows",
    "CrOS": "a Chromebook",
    "Mac OS X": "a Mac",
    "Linux": "Linux",
}
UNKNOWN = "A browser that doesn’t say which"


def browser_name(user_agent: str) -> str:
    """ "Mozilla/5.0 (Linux; Android 14) … Chrome/130.0 Mobile Safari/537.36" → "Chrome on Android"."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} on {system}"
    return browser or user_agent.strip() or UNKNOWN


def _first(names: dict[str, str], user_agent: str) -> str:
    return next((name for part, name in names.items() if part in user_agent), "")
