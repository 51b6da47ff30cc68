"""Passkeys with a real browser and a device that Chromium imitates: made, used to sign in, used as a second step."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories import MemberFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "kettle-drum-orchard"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(browser: Browser, site_here: str) -> Iterator[Page]:
    """A page on a phone that keeps passkeys."""
    context = browser.new_context(base_url=site_here, viewport={"width": 360, "height": 740})
    context.set_default_timeout(10_000)
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page
    context.close()
    assert complaints == []


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill("asha@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_made_and_opens_the_desk_without_a_password(phone: Page):
    MemberFactory(email="asha@example.org", password=PASSWORD, is_staff=True, is_superuser=True)
    sign_in(phone)
    phone.goto("/admin/")
    expect(phone.get_by_text("The editors’ desk opens with a second step")).to_be_visible()
    phone.get_by_role("link", name="Add a passkey").click()
    phone.get_by_label("Password").fill(PASSWORD)
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_label("A name for it").fill("My phone")
    phone.get_by_role("button", name="Add it").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    phone.goto("/accounts/2fa/webauthn/")
    expect(phone.get_by_role("row", name="My phone")).to_contain_text("Never")
    phone.goto("/accounts/")
    phone.get_by_role("button", name="Sign out").click()

    phone.get_by_role("button", name="Use a passkey").click()
    phone.wait_for_url("**/profile/")
    phone.goto("/accounts/")
    expect(phone.get_by_text("You are signed in as asha@example.org")).to_be_visible()
    phone.get_by_role("link", name="The editors’ desk").click()
    expect(phone.get_by_text("What would you like to edit?")).to_be_visible()
    phone.goto("/accounts/2fa/webauthn/")
    expect(phone.get_by_role("row", name="My phone")).not_to_contain_text("Never")
    phone.goto("/accounts/")
    phone.get_by_role("button", name="Sign out").click()

    sign_in(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("The second step")
    phone.get_by_role("button", name="Use a passkey").click()
    phone.wait_for_url("**/profile/")
    phone.goto("/accounts/")
    expect(phone.get_by_text("You are signed in as asha@example.org")).to_be_visible()
    phone.goto("/accounts/2fa/recovery-codes/generate/")
    phone.get_by_role("link", name="With a passkey").click()
    phone.get_by_role("button", name="Use a passkey").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("New recovery codes?")


def test_a_passkey_of_nobody_signs_nobody_in(phone: Page):
    phone.goto("/accounts/login/")
    phone.get_by_role("button", name="Use a passkey").click()
    expect(phone.get_by_text("Nothing was chosen.")).to_be_visible()
