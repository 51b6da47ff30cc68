"""Personal particulars are gone before anything is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.importing.lines import cleaned
from profiles.importing.personal import without_personal
from profiles.importing.understanding import understand
from tests.profiles.known import KNOWN, TODAY
from tests.profiles.made_resumes import TEXT

PARTICULARS = [
    *("Date of Birth: 12/03/1990", "DOB - 12th March 1990", "D.O.B : 12.3.90", "Date Of Birth 12 Mar 1990", "Age: 25"),
    *("Born on 12 March 1990", "Age 25 years", "DATE OF BIRTH", "Birth date – 1990-03-12", "25 years old"),
    *("Father's Name : Mr. Ram Testperson", "Fathers Name – Ram", "FATHER’S NAME: RAM"),
    "Father Name Shri Ram Testperson",
    *("Husband's Name: Ravi", "Mother's Name : Smt. Sita", "Spouse Name: Ravi", "S/o Ram Testperson", "W/o. Shri Ravi"),
    *("Name of Father: Ram", "Father's Occupation: farmer", "Father's / Husband's Name: Ram"),
    *("Marital Status: Single", "Martial Status : Unmarried", "MARITAL STATUS - MARRIED", "Married", "Unmarried"),
    *("Religion: Hindu", "Religion : Islam", "Religion & Caste: Hindu", "Hindu", "Caste: OBC", "Category: OBC"),
    "Sub Caste - x",
    *("Nationality: Indian", "Nationality Indian", "NATIONALITY :- INDIAN", "Citizenship: India"),
    *("Passport No: A1234567", "Passport Number - Z7654321", "Passport: Yes", "Passport Details: valid till 2030"),
    *("Date of Issue: 12/02/2020", "Place of Issue: Pune", "Passport"),
    *("Aadhaar No: 1234 5678 9012", "Aadhar card number 1234-5678-9012", "ADHAR NO. 123456789012", "1234 5678 9012"),
    *("PAN: ABCPD1234E", "PAN No. ABCPD1234E", "Pan Card: ABCPD1234E", "ABCPD1234E"),
    *("Sex: Male", "Gender : Female", "Gender – M", "SEX F", "Male", "Female"),
    *("Blood Group: O+", "Height: 5'7", "Weight: 60 kg", "Photo", "Affix passport size photo", "Photograph:"),
    *("• Date of Birth : 12-03-1990", "Nationality: Indian | Religion: Hindu", "DOB: 12/3/1990\tSex: Male"),
]
WORK = [
    *("Passport officer, Pune", "Sex education for schools", "PAN India sales head", "Category management for retail"),
    *("Taught religion and philosophy", "Photography and video", "Age group 5–12 taught", "Weight training coach"),
    *("Community manager", "Status: active", "Single page applications in React", "Indian cuisine", "General ledger"),
    *("Height safety officer", "Managed passport size photo kiosks", "Verified Aadhaar e-KYC flows for 3 banks"),
    *("Built gender pay gap reports", "Nationality law, LL.B. thesis", "+91 98765 43210", "Married Python to SQL"),
]
LINES = TEXT.split("\n")


@pytest.mark.parametrize("line", PARTICULARS)
def test_particulars_go(line):
    stripped = without_personal(cleaned(line))
    assert stripped.text == ""
    assert stripped.removed


@pytest.mark.parametrize("line", WORK)
def test_words_of_work_stay(line):
    assert without_personal(line) == (line, ())


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Nationality: Indian | Phone: 98765 43210", "Phone: 98765 43210"),
        ("Email: a@b.example, Gender: Female, Mobile: 98765 43210", "Email: a@b.example, Mobile: 98765 43210"),
        ("Name: Asha Father's Name: Ram DOB: 12/3/1990 Email: a@b.example", "Name: Asha Email: a@b.example"),
        ("S/o Shri Ram Testperson, 12 MG Road, Pune", "12 MG Road, Pune"),
        ("Phone: 98765 43210 | PAN ABCPD1234E", "Phone: 98765 43210"),
    ],
)
def test_the_rest_of_a_line_stays(line, rest):
    assert without_personal(line).text == rest


def test_a_value_under_its_label_goes_with_it():
    assert without_personal("Date of Birth\n12/03/1990\nSkills").text == "Skills"
    assert without_personal("Father's Name\n: Ram\nSkills").text == "Skills"


def test_under_personal_details_only_what_reaches_the_person_stays():
    text = "Asha\nPune\nMumbai\nPersonal Details\nHobby horse\nPhone: 98765 43210\nLanguages: Hindi\nSkills\nSQL"
    assert without_personal(text).text.split("\n") == [
        *("Asha", "Pune", "Mumbai", "Personal Details", "Phone: 98765 43210", "Languages: Hindi", "Skills", "SQL")
    ]


@given(st.integers(0, len(LINES)), st.lists(st.sampled_from(PARTICULARS), min_size=1, max_size=4))
def test_inserting_particulars_changes_nothing(at, particulars):
    inserted = "\n".join([*LINES[:at], *particulars, *LINES[at:]])
    assert without_personal(cleaned(inserted)).text == without_personal(cleaned(TEXT)).text


@pytest.mark.parametrize("line", PARTICULARS)
def test_nothing_of_a_particular_is_in_what_is_understood(line):
    plain = understand(TEXT, KNOWN, TODAY)
    with_line = understand(f"{TEXT}\n{line}", KNOWN, TODAY)
    assert with_line.facts == plain.facts
    assert with_line.text == plain.text
    assert with_line.skills == plain.skills


@given(st.text(max_size=400))
def test_twice_is_as_good_as_once(text):
    once = without_personal(cleaned(text)).text
    assert without_personal(once).text == once
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.lists(st.sampled_from([*PARTICULARS, *WORK, *LINES]), max_size=12))
def test_lines_are_only_taken_away(lines):
    left = without_personal("\n".join(lines)).text.split("\n")
    assert all(any(part in line for line in lines) for part in left if part in WORK)
    assert len(left) <= max(1, len(lines))
