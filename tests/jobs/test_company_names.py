"""What a company is known by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.company_names import company_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme", "acme"),
        ("ACME Pvt. Ltd.", "acme"),
        ("Acme (P) Ltd", "acme"),
        ("Acme Private Limited", "acme"),
        ("Tata Consultancy Services", "tata consultancy services"),
        ("Larsen & Toubro Limited", "larsen and toubro"),
        ("Dr. Reddy’s", "dr reddys"),
        ("A.B.C. Inc.", "abc"),
        ("Acme India", "acme india"),  # another company than Acme, perhaps
        ("Limited", "limited"),
        ("  ", ""),
        ("—", ""),
        ("टाटा मोटर्स", "टाटा मोटर्स"),
    ],
)
def test_case_stops_and_legal_form_do_not_count(name, key):
    assert company_key(name) == key


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name):
    assert company_key(company_key(name)) == company_key(name)
