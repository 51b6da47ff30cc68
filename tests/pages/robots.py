"""robots.txt as crawlers read it (RFC 9309): wildcards, and the longest rule wins."""

import re


class Robots:
    """The group for all crawlers."""

    def __init__(self, text: str) -> None:
        group = text.partition("User-agent: *\n")[2].partition("\nUser-agent:")[0]
        self.rules = re.findall(r"^(Allow|Disallow): (\S+)$", group, re.MULTILINE)

    def may_fetch(self, path: str) -> bool:
        fitting = [(len(rule), verb == "Allow") for verb, rule in self.rules if _pattern(rule).match(path)]
        return max(fitting, default=(0, True))[1]


def _pattern(rule: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in rule.split("*")))
