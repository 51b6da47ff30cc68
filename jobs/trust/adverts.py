"""All that is checked of one advert before readers see it: pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobs.trust.mail import mail_warnings
from jobs.trust.pay import pay_warnings
from jobs.trust.rules import Checker, Warning


@dataclass(frozen=True)
class Advert:
    """body: what the cleaned description says; years: None where they aren't stated; pay_min: rupees a year; period and
    pay_words: as the advert has them."""

    title: str
    company: str
    body: str
    years_min: int | None = None
    years_max: int | None = None
    pay_min: int | None = None
    period: str = ""
    pay_words: str = ""

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.body}"


def warnings_of(advert: Advert, checker: Checker) -> list[Warning]:
    return [
        *checker.warnings(advert.text),
        *mail_warnings(advert.company, advert.text),
        *pay_warnings(
            years_min=advert.years_min,
            years_max=advert.years_max,
            pay_min=advert.pay_min,
            period=advert.period,
            words=advert.pay_words,
        ),
    ]


def reasons(warnings: Iterable[Warning]) -> str:
    """For an editor, a line each: “Asks for a fee: “registration fee””."""
    return "\n".join(f"{warning.rule}: “{warning.words}”" for warning in warnings)
