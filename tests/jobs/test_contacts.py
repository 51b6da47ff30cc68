"""Which words of an advert are somebody's address or number, and which only look like it."""

import time

import pytest

from jobs.cleaning import as_text, clean

MAIL, PHONE = "[e-mail at acme.in]", "[phone number]"
HIDDEN = {
    # E-mail
    "hr@acme.in": MAIL,
    "Write to HR@Acme.IN.": f"Write to {MAIL}.",
    "Mail:hr@acme.in, or come": f"Mail:{MAIL}, or come",
    "first.last+jobs@acme.co.in": "[e-mail at acme.co.in]",
    "ravi_1@gmail.com": "[e-mail at gmail.com]",
    "hr @ acme.in": MAIL,
    "hr@acme .in": MAIL,
    "hr@acme . in": MAIL,
    "hr[at]acme.in": MAIL,
    "hr (at) acme (dot) in": MAIL,
    "hr [at] acme [dot] in": MAIL,
    "hr at acme dot in": MAIL,
    "hr at acme dot co dot in": "[e-mail at acme.co.in]",
    "hr@acme dot in": MAIL,
    "hr{at}acme{dot}in": MAIL,
    "hr at the rate acme dot in": MAIL,
    "hr at the rate of acme.in": MAIL,
    "a@acme.in/b@acme.in": f"{MAIL}/{MAIL}",
    "mailto:hr@acme.in": f"mailto:{MAIL}",
    # Mobiles
    "9876543210": PHONE,
    "98765 43210": PHONE,
    "98765-43210": PHONE,
    "987-654-3210": PHONE,
    "987 654 3210": PHONE,
    "9876 543 210": PHONE,
    "98 7654 3210": PHONE,
    "98 76 54 32 10": PHONE,
    "9 8 7 6 5 4 3 2 1 0": PHONE,
    "98765.43210": PHONE,
    "+91 98765 43210": PHONE,
    "+919876543210": PHONE,
    "+91-9876543210": PHONE,
    "(+91) 98765 43210": f"{PHONE}",
    "+91 (98765) 43210": PHONE,
    "91 98765 43210": PHONE,
    "919876543210": PHONE,
    "09876543210": PHONE,
    "0 98765 43210": PHONE,
    "6000012345": PHONE,
    "Call 9876543210/9123456780": f"Call {PHONE}/{PHONE}",
    "Call 9876543210, 9123456780": f"Call {PHONE}, {PHONE}",
    "9876543210 9123456780": f"{PHONE} {PHONE}",
    "WhatsApp 9876543210 now": f"WhatsApp {PHONE} now",
    "Mobile no. 9876543210": f"Mobile no. {PHONE}",
    "९८७६५४३२१०": PHONE,
    "nine eight seven six five four three two one zero": PHONE,
    # Landlines and others
    "022-23456789": PHONE,
    "022 2345 6789": PHONE,
    "(022) 23456789": PHONE,
    "080-4123 4567": PHONE,
    "0120-4567890": PHONE,
    "+91 22 2345 6789": PHONE,
    "+91-11-23456789": PHONE,
    "91 22 23456789": PHONE,
    "Tel: 2345 6789": f"Tel: {PHONE}",
    "Phone: 22 23456789": f"Phone: {PHONE}",
    "1800 123 4567": PHONE,
    "1800-1234-567": PHONE,
    "+1 415 555 0132": PHONE,
    # Chats
    "https://wa.me/919876543210?text=Hi": "[WhatsApp link]",
    "chat.whatsapp.com/AbC": "[WhatsApp link]",
    "t.me/acmejobs": "[Telegram link]",
}
KEPT = [
    # Pay
    "₹50,000 – 70,000",
    "₹50000-70000",
    "50000 - 70000 a month",
    "70000-85000",
    "Rs. 65000 - 90000 per month",
    "Rs 6500000",
    "₹ 9876543210",
    "INR 70,00,000 – 90,00,000",
    "CTC: 8.5 – 12.5 LPA",
    "Salary 7000000000",
    "$120000 - $150000",
    "9000000000 INR",
    "95000 - 98000 per month",
    # Years, dates, times
    "2019-2024",
    "2019 - 2024",
    "in 2024, 2025 and 2026",
    "batch of 2023 2024 2025",
    "12-05-2026",
    "12.05.2026",
    "2026-05-12",
    "from 01-12-2025 to 31-12-2025",
    "9.30 - 18.30",
    "09:00 - 18:00",
    "24/7, 5 days a week",
    "6-8 years, 10-12 people",
    # Places
    "Pune 411001",
    "Pin code: 560 001",
    "Plot 12-34-567, Road 8",
    # Numbers of things
    "Job ID: 9876543210",
    "Ref. no. 9876543210",
    "REQ-9876543210",
    "Requisition 7312345678",
    "Account number 9876543210",
    "ISO 9001-2015, ISO 27001",
    "GSTIN 27AAACA1234A1Z5",
    "CIN U72200KA2010PTC123456",
    "version 10.0.19041.1234",
    "Python 3.11.4, Node 18.2.0",
    "IP 192.168.10.20",
    "react@18.2.0",
    "1,000,000,000 users",
    "1000000000",
    "1234567890",
    "https://boards.greenhouse.io/acme/jobs/7312345678",
    "www.acme.in/jobs/9876543210",
    "H2O, B2B, 4x4, 99.99%",
    "1 2 3 4 5",
    # Words that look like an address
    "Apply at acme.in today.",
    "Look at the dot on the map.",
    "We are at Pune. Dot your i’s.",
    "@acme on social media",
    "C# @ scale",
    "Meet us @ Pune",
    "one two three",
    "https://medium.com/@acme",
    "at.me/about, start.me/page",
]


@pytest.mark.parametrize(("written", "shown"), HIDDEN.items())
def test_contact_is_hidden(written, shown):
    for text in (written, f"See {written} today", f"({written})"):
        assert as_text(clean(text)) == text.replace(written, shown)


@pytest.mark.parametrize("written", KEPT)
def test_what_is_no_contact_stays(written):
    for text in (written, f"See {written} today", f"({written})"):
        assert as_text(clean(text)) == text


def test_no_part_of_a_number_is_left_in_the_page():
    stored = clean(
        '<a href="tel:+919876543210"><b>98765</b> <i>43210</i></a> <a href="https://wa.me/919876543210">us</a>'
    )
    assert stored == "<p><strong>[phone number]</strong> us [WhatsApp link]</p>"


def test_time_grows_with_length_only():
    for bit in ("9876543210 ", "hr at ", "+(", "1.1", "a.", "www.", "nine ", "0-"):
        started = time.process_time()
        clean(bit * (50_000 // len(bit)))
        assert time.process_time() - started < 1, bit
