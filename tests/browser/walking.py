"""Somebody who goes from page to page by what they see: links and buttons, by their names."""

import re

from django.core import mail
from playwright.sync_api import Locator, Page, expect

from tests.browser.sound import faults

PASSWORD = "kettle-drum-orchard"
EMAIL = "asha.rao@example.in"
WIDTHS = (320, 360)  # pixels


class Walk:
    """Every page on the way is looked at. at: the address of the first; faults: what is wrong with any of them."""

    def __init__(self, page: Page, at: str = "/") -> None:
        self.page = page
        self.faults: list[str] = []
        page.goto(at)
        self.look()

    def look(self) -> None:
        """As it is on the narrowest phone, then on the one that the rest is done with."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 740})
            self.faults += faults(self.page)

    def follow(self, link: str, within: str = "main") -> None:
        """The first link of this name. within: what part of the page it is in."""
        self.click(self.page.locator(within).get_by_role("link", name=link, exact=True).first)

    def press(self, button: str) -> None:
        self.click(self.page.locator("main").get_by_role("button", name=button, exact=True))

    def go_home(self) -> None:
        """To one's profile, or to where one signs in. Own pages call it other than those that are the same for all."""
        self.click(self.page.locator("header").get_by_role("link", name="My profile"))

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).check()

    def sees(self, *texts: str) -> None:
        """Each of them, not folded away."""
        for text in texts:
            expect(self.page.locator("main").get_by_text(text).first).to_be_visible()

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def click(self, what: Locator) -> None:
        with self.page.expect_navigation():
            what.click()
        self.look()


def sign_up(walk: Walk) -> None:
    """From any page, to an empty profile."""
    walk.go_home()
    make_account(walk)
    start_profile(walk)


def make_account(walk: Walk) -> None:
    """From where one signs in. The code is that of the mail."""
    walk.is_at("Sign in")
    walk.follow("Make one")
    walk.fill("E-mail address", EMAIL)
    walk.fill("Password", PASSWORD)
    walk.tick("I am 18 or older")
    walk.press("Make the account")
    [message] = mail.outbox
    assert message.to == [EMAIL]
    [code] = re.findall(r"^[0-9]{4}-[0-9]{4}$", message.body, re.MULTILINE)
    walk.fill("Code from the mail", code)
    walk.press("Go on")


def start_profile(walk: Walk) -> None:
    walk.is_at("Your profile")
    walk.tick("I am 18 or older, and I agree to this")
    walk.press("Start my profile")


def sign_in(walk: Walk) -> None:
    walk.go_home()
    walk.fill("E-mail address", EMAIL)
    walk.fill("Password", PASSWORD)
    walk.press("Sign in")
