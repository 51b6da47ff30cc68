"""The editors' rules as they stand in fixtures/: what they catch, and what honest adverts may say."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.cleaning import as_text, clean
from jobs.trust.adverts import Advert, reasons, warnings_of
from jobs.trust.mail import FREE_MAIL, mail_warnings
from jobs.trust.pay import TOO_MUCH, TOO_MUCH_A_DAY, pay_warnings
from jobs.trust.rules import MOST_WARNINGS, Checker, Rule, Warning

ROWS = [row["fields"] for row in json.loads(Path("fixtures/60_scam_rules.json").read_text(encoding="utf-8"))]
CHECKER = Checker(Rule(row["name"], row["phrases"], row.get("unless", "")) for row in ROWS)

FEE, DEPOSIT = "Asks for a fee", "Asks for a deposit"
EQUIPMENT, APPLY = "Makes you pay for training, a laptop or an ID card", "Makes you pay to apply or to join"
CHAT, DAILY = "Speaks only on WhatsApp or Telegram", "Promises daily money from home"
EASY, PAPERS = "Much money for easy work", "Asks for an OTP, Aadhaar or bank details"
CHAIN, CERTAIN = "Recruits into a chain, a scheme or a coin", "Promises the job itself"
CHEQUE, PENALTY = "Wants a cheque, or to keep your certificates", "Threatens with a penalty"
ABROAD = "Charges for work abroad"

CAUGHT = {
    "Registration fee of Rs. 500 is to be paid.": FEE,
    "REGISTRATION FEES ₹999 only": FEE,
    "There is a one-time processing fee of ₹1,500": FEE,
    "Joining fee: 2000/-": FEE,
    "You pay the verification charges before we send the letter.": FEE,
    "Nominal fee for background check applies.": FEE,
    "Interview fee Rs 300, refundable": FEE,
    "We don’t cheat. Registration fee is ₹250.": FEE,
    "No experience needed! Registration charges 500.": FEE,
    "No registration fee. Only documentation charges of Rs. 1200.": FEE,
    "Charges apply after selection": FEE,
    "Half salary as charge after joining": FEE,
    "Security deposit of ₹5,000 (refundable after 3 months)": DEPOSIT,
    "A refundable deposit keeps your interview slot.": DEPOSIT,
    "Caution money must be paid on the first day": DEPOSIT,
    "The amount is refundable with the first salary.": DEPOSIT,
    "Deposit ₹2,000 to the company account": DEPOSIT,
    "Rs 8,450 refundable security for the interview": DEPOSIT,
    "Training fee 3,000 rupees": EQUIPMENT,
    "Laptop charges of 2500 will be taken": EQUIPMENT,
    "ID card fee ₹350": EQUIPMENT,
    "ID card and uniform charges are to be paid by you": EQUIPMENT,
    "You have to pay for your training": EQUIPMENT,
    "Candidates bear the training cost of the first month": EQUIPMENT,
    "Buy the starter kit today": EQUIPMENT,
    "Pay ₹499 to register": APPLY,
    "Payment before joining is a must": APPLY,
    "Pay Rs.1000 to book your slot": APPLY,
    "Make the payment and confirm your seat": APPLY,
    "Candidates pay after selection": APPLY,
    "Send ₹200 to this number and start": APPLY,
    "WhatsApp only. No calls.": CHAT,
    "Contact only on WhatsApp 98765 43210": CHAT,
    "Message our HR on Telegram": CHAT,
    "Join our channel: t.me/quickjobs": CHAT,
    "Apply through Telegram": CHAT,
    "The interview is on Telegram": CHAT,
    "Earn ₹5000 daily from home typing": DAILY,
    "Earn Rs 1,500-3,000 per day": DAILY,
    "earn upto 2k daily": DAILY,
    "Ghar baithe kaam": DAILY,
    "₹ 3000 daily, work from home": DAILY,
    "Sitting at home you can earn well": DAILY,
    "Daily withdrawal to your bank": DAILY,
    "Data entry, no experience, 50k per week": EASY,
    "Copy paste job for students": EASY,
    "Like YouTube videos and get paid": EASY,
    "Just like and subscribe": EASY,
    "Captcha typing, 2 hours": EASY,
    "Form filling work at home": EASY,
    "Prepaid tasks with high commission": EASY,
    "Rating hotels gives you a commission": EASY,
    "Typing at ₹10 per page": EASY,
    "Share the OTP to verify": PAPERS,
    "Send your Aadhaar and a photo": PAPERS,
    "Send photo of PAN card with the form": PAPERS,
    "Share your bank details for a trial payment": PAPERS,
    "Pay through UPI": PAPERS,
    "Use your bank account to receive company funds": PAPERS,
    "We rent your bank account": PAPERS,
    "Join our team with a small investment": CHAIN,
    "Invest ₹10,000 and earn": CHAIN,
    "Work without investment": CHAIN,
    "Network marketing leaders wanted": CHAIN,
    "MLM opportunity": CHAIN,
    "Guaranteed returns every month": CHAIN,
    "Double your money in 90 days": CHAIN,
    "Build your downline": CHAIN,
    "Deposit 100 USDT to unlock tasks": CHAIN,
    "100% job guarantee": CERTAIN,
    "Backdoor entry in an MNC": CERTAIN,
    "Direct joining without interview": CERTAIN,
    "Offer letter in 24 hours": CERTAIN,
    "A blank cheque is taken at joining": CHEQUE,
    "Two year bond with security cheque": CHEQUE,
    "Submit your original certificates with us": CHEQUE,
    "Six months unpaid with a bond": CHEQUE,
    "Penalty if the work is not completed in time": PENALTY,
    "Cancellation charges of 5,900 apply": PENALTY,
    "Agreement with penalty for wrong work": PENALTY,
    "Visa fee 40,000 in advance": ABROAD,
    "Payment after visa": ABROAD,
    "You work on a tourist visa at first": ABROAD,
}
HONEST = [
    # No money is taken, and the advert says so
    "No registration fee.",
    "There is no registration fee or security deposit.",
    "We never ask for money.",
    "We never ask for a fee, a deposit or any other charges at any stage.",
    "Acme does not charge any registration fee, processing fee or security deposit.",
    "We don’t charge any fee from candidates. Beware of fraud.",
    "Please do not pay any registration fee to anybody.",
    "Registration fee: nil",
    "Registration is free, there are no joining charges.",
    "Zero registration fee, zero deposit.",
    "Never share your OTP, bank details or Aadhaar with a caller.",
    "Our recruiters do not ask for bank details.",
    "We do not interview on Telegram.",
    "Beware of fake offers on Telegram: join no channel in our name.",
    "This is not a network marketing job.",
    "No bond, no blank cheque.",
    "We will never keep your original certificates.",
    # Fees as work
    "Fee reimbursement for professional courses",
    "School fee collection executive",
    "Fees accountant in a college",
    "Collect registration fees at the hospital desk and issue receipts",
    "Explain the loan processing fee to customers",
    "Loan processing fee knowledge is a plus",
    "Reconcile card processing fees with the bank",
    "Handle student registration fees and refunds",
    "Management of course registration fees",
    "Waive processing charges within your limits",
    "Quote the consultancy fee to clients",
    "Exam registration fee reimbursed by the company",
    "Fee: as per your experience",
    "Fees and commissions reporting under Ind AS 115",
    "Trademark registration fee calculations",
    "Franchise registration fee collection targets",
    # Deposits as work
    "Security deposit handling for tenants",
    "Manage security deposits and lease agreements",
    "Collection of security deposits from dealers and vendors",
    "Process refundable deposits of customers",
    "Open fixed deposits and savings accounts",
    "Deposit mobilisation for a bank branch",
    "Reconcile tenant security deposits each month",
    "Prepare earnest money deposit papers for tenders",
    "Safe deposit lockers",
    # Training, equipment, kits
    "Paid training for six weeks",
    "We pay for your training and certificates",
    "Company pays for laptop, phone and ID card",
    "Training cost is borne by the company; no fee, no charges.",
    "Laptop, uniform and ID card are provided free of cost.",
    "Test kits for the diagnostics laboratory",
    "Issue ID cards and uniforms to new staff",
    # WhatsApp and Telegram as work or as one way of several
    "Send your CV by e-mail or WhatsApp.",
    "Manage our Telegram community",
    "Grow our Telegram channel and Instagram page",
    "Build a Telegram bot in Python",
    "WhatsApp Business API integration",
    "Run WhatsApp marketing campaigns",
    # Daily, weekly, easy
    "Daily allowance of ₹500 for travel",
    "Daily earnings reports for the sales team",
    "Prepare the hotel’s daily income audit",
    "Earn a fixed salary of ₹25,000 per month plus incentives",
    "Earn incentives up to ₹10,000 per month",
    "Work from home on Fridays",
    "Weekly off on Sunday, 45 hours per week",
    "₹700 per day, paid monthly, for drivers",
    "Data entry operator, ₹18,000 per month, typing speed 40 wpm",
    "Type 30 words a minute without mistakes",
    "Review tasks assigned to juniors",
    "Solve problems; no copy-paste work here",
    "Integrate CAPTCHA on login forms",
    "Pages load in 2 s: budget of 100 KB per page",
    # Papers
    "Bring your Aadhaar card and PAN card on the day of joining.",
    "Documents: Aadhaar, PAN, marksheets, bank passbook",
    "Share your bank details after joining for salary",
    "Implement OTP login and UPI payments",
    "Customers pay through UPI and cards",
    "Verify Aadhaar and PAN of borrowers (KYC)",
    "Scan the QR code to apply",
    "Open bank accounts for new customers",
    # Schemes
    "Investment banking analyst",
    "Join our team of investment analysts",
    "Join our Investments team",
    "Sell mutual funds and guaranteed return plans of insurers",
    "MLM software developer",
    "Blockchain developer: Solidity, USDT payments",
    "Refer a friend: our referral bonus is ₹20,000",
    "Network engineer, marketing team",
    # Jobs, bonds, cheques
    "This course gives no job guarantee",
    "Interview on Saturday, joining within 15 days",
    "Two year service agreement after paid training",
    "Surety bonds and bond trading desk",
    "Handle post-dated cheques of customers",
    "Deposit cheques at the bank",
    "Carry original certificates for verification",
    "Tax penalty calculations",
    "Explain cancellation charges to passengers",
    "Handle ticket cancellation charges and refunds",
    # Abroad
    "Visa sponsorship and relocation paid by us",
    "Visa fees are reimbursed; no charges to you",
    "Student visa counsellor: visa fees, SOP, files",
    "Free visa and ticket provided by the employer",
]


def text_of(html: str) -> str:
    return as_text(clean(html))


@pytest.mark.parametrize(("advert", "rule"), CAUGHT.items())
def test_scam_is_caught_by_its_rule(advert, rule):
    assert rule in {warning.rule for warning in CHECKER.warnings(text_of(advert))}


@pytest.mark.parametrize("advert", HONEST)
def test_honest_advert_is_not_caught(advert):
    assert CHECKER.warnings(text_of(advert)) == []


def test_every_rule_catches_something():
    assert set(CAUGHT.values()) == {row["name"] for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_no_phrase_is_excused_by_its_own_rule(row):
    """Every phrase, alone in an advert, is caught: else it stands there for nothing."""
    rule = Checker([Rule(row["name"], row["phrases"], row.get("unless", ""))])
    silent = [phrase for phrase in row["phrases"].splitlines() if not rule.warnings(phrase.replace("…", "so"))]
    assert silent == []


# --- How a phrase is read


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("registration fee", "A Registration Fees of 5", "Registration Fees"),
        ("registration fee", "registration. Fee", None),
        ("registration fee", "preregistration feed", None),
        ("registration fee", "registration-fee!", "registration-fee"),
        ("pay … register", "Pay now, and then you may register", "Pay now, and then you may register"),
        ("pay … register", "pay one two three four five six register", None),
        ("pay … register", "Pay. Then register", None),
        ("pay … register", "pay register", "pay register"),
        ("pay … to … register", "pay us to be able to register", "pay us to be able to register"),
        ("earn ₹500 daily", "Earn ₹ 5,000 - 7,000/- daily", "Earn ₹ 5,000 - 7,000/- daily"),
        ("earn 5000 daily", "earn Rs. 2 lakh daily", "earn Rs. 2 lakh daily"),
        ("earn ₹500 daily", "earn much daily", None),
        ("employer’s fee", "the employer's fee", "employer's fee"),
        ("…", "anything", None),
        ("", "anything", None),
        ("नौकरी शुल्क", "यह नौकरी शुल्क है", "नौकरी शुल्क"),
    ],
)
def test_phrase(phrase, text, words):
    found = Checker([Rule("A", phrase)]).warnings(text)
    assert found == ([Warning("A", words)] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no joining fee", []),
        ("no joining fee, deposit", []),
        ("no joining fee or deposit", []),
        ("deposit and joining fee: nil", []),
        ("no joining fee but a deposit", ["deposit"]),
        ("no joining fee. A deposit", ["deposit"]),
        ("no such thing. joining fee", ["joining fee"]),
    ],
)
def test_what_is_listed_with_an_excused_phrase_is_excused(text, words):
    checker = Checker([Rule("A", "joining fee", "no joining fee\nfee nil"), Rule("B", "deposit")])
    assert [warning.words for warning in checker.warnings(text)] == words


def test_each_warning_comes_once_and_not_too_many():
    checker = Checker([Rule("A", "fee"), Rule("B", "fee ₹500 due")])
    assert checker.warnings("Fee. Fee. Fees") == [Warning("A", "Fee"), Warning("A", "Fees")]
    assert (
        len(Checker([Rule("A", "fee … due")]).warnings(" ".join(f"fee x{n} due." for n in range(99)))) == MOST_WARNINGS
    )


@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=30))
def test_any_text_and_any_phrase_can_be_read(text, phrase, unless):
    for warning in Checker([Rule("A", phrase, unless)]).warnings(text):
        assert warning.words in " ".join(text.split())


@pytest.mark.parametrize(
    "bit",
    [
        *("registration fee ", "no ", "earn ", "pay # ", "1-", "₹ ", "a'", "x", "share otp send ", "rs. ", ". "),
        " ".join(f"{row['phrases']} {row.get('unless', '')}" for row in ROWS).replace("\n", " "),
    ],
    ids=lambda bit: bit[:12],
)
def test_a_hostile_million_characters_take_less_than_a_second(bit):
    text = bit * (1_000_000 // len(bit))
    started = time.process_time()
    CHECKER.warnings(text)
    assert time.process_time() - started < 1


# --- Rules in code


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"years_min": 0, "pay_min": 2_000_001}, TOO_MUCH),
        ({"years_min": 0, "years_max": 1, "pay_min": 3_000_000}, TOO_MUCH),
        ({"years_min": 0, "pay_min": 2_000_000}, None),
        ({"years_min": 0, "years_max": 3, "pay_min": 3_000_000}, None),
        ({"years_min": 5, "pay_min": 9_000_000}, None),
        ({"pay_min": 9_000_000}, None),
        ({"years_min": 0}, None),
        ({"years_min": 0, "pay_min": 1_560_000, "period": "day"}, TOO_MUCH_A_DAY),
        ({"years_min": 1, "pay_min": 2_600_000, "period": "week"}, TOO_MUCH),
        ({"years_min": 0, "pay_min": 900_000, "period": "day"}, None),
        ({"years_min": 0, "pay_min": 1_560_000, "period": "year"}, None),
        ({"years_min": 6, "pay_min": 2_600_000, "period": "day"}, None),
    ],
)
def test_pay_far_above_what_beginners_get(said, rule):
    found = pay_warnings(**{"years_min": None, "years_max": None, "pay_min": None, "words": "as said", **said})
    assert found == ([Warning(rule, "as said")] if rule else [])


def test_pay_without_words_is_said_in_ours():
    assert pay_warnings(years_min=0, years_max=None, pay_min=2_600_000)[0].words == "₹26L"


@pytest.mark.parametrize(
    ("company", "mail", "is_caught"),
    [
        ("Infosys Ltd", "hr@gmail.com", True),
        ("TATA Motors", "hr [at] rediffmail [dot] com", True),
        ("HDFC Bank", "hr@yahoo.co.in", True),
        ("Infosys Ltd", "hr@infosys.com", False),
        ("Sharma & Sons", "sharma@gmail.com", False),
        ("Tatami Interiors", "hr@gmail.com", False),
    ],
)
def test_free_mail_in_the_name_of_a_large_company(company, mail, is_caught):
    found = mail_warnings(company, text_of(f"Write to {mail}"))
    assert [warning.rule for warning in found] == [FREE_MAIL] * is_caught


def test_all_that_is_wrong_with_an_advert_is_said_in_lines():
    advert = Advert(
        title="Typist, registration fee 500",
        company="Infosys",
        body=as_text(clean("<p>Mail cv@gmail.com</p>")),
        years_min=0,
        pay_min=2_600_000,
        period="week",
        pay_words="₹50,000 a week",
    )
    assert reasons(warnings_of(advert, CHECKER)).splitlines() == [
        "Asks for a fee: “registration fee”",
        "A free mail address in the name of a large company: “[e-mail at gmail.com]”",
        "Pays beginners far too much: “₹50,000 a week”",
    ]
