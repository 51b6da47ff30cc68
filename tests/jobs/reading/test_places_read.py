"""Where a job is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.reading.places import Kind, PlaceName, PlaceReader, other_names
from tests.catalogue_files import town_names

NAMES = [*town_names(), *other_names()]
READER = PlaceReader(NAMES)


@pytest.mark.parametrize(
    ("stated", "towns", "places"),
    [
        ("Bangalore", ["Bengaluru"], ["bengaluru"]),
        ("BENGALURU", ["Bengaluru"], ["bengaluru"]),
        ("Gurgaon", ["Gurugram"], ["delhi-ncr"]),
        ("Bombay", ["Mumbai"], ["mumbai"]),
        ("Madras", ["Chennai"], ["chennai"]),
        ("Calcutta", ["Kolkata"], ["kolkata"]),
        ("Poona", ["Pune"], ["pune"]),
        ("Trivandrum", ["Thiruvananthapuram"], ["thiruvananthapuram"]),
        ("Mysore", ["Mysuru"], ["mysuru"]),
        ("Vizag", ["Visakhapatnam"], ["visakhapatnam"]),
        ("Cochin", ["Kochi"], ["kochi"]),
        ("Baroda", ["Vadodara"], ["vadodara"]),
        ("Noida, Uttar Pradesh, India", ["Noida"], ["delhi-ncr"]),
        ("Sector 62, Noida", ["Noida"], ["delhi-ncr"]),
        ("Delhi NCR", ["Delhi NCR"], ["delhi-ncr"]),
        ("Delhi/NCR", ["Delhi"], ["delhi-ncr"]),
        ("Delhi, Gurgaon, Noida", ["Delhi", "Gurugram", "Noida"], ["delhi-ncr"]),
        ("Navi Mumbai", ["Navi Mumbai"], ["mumbai"]),
        ("Pune and Mumbai", ["Pune", "Mumbai"], ["pune", "mumbai"]),
        ("Chennai; Bangalore; Chennai", ["Chennai", "Bengaluru"], ["chennai", "bengaluru"]),
        ("Remote / Pune", ["Pune"], ["pune"]),
        ("Hyderabad (Hybrid)", ["Hyderabad"], ["hyderabad"]),
    ],
)
def test_towns_have_their_names_of_today_and_a_place(stated, towns, places):
    read = READER.read([stated])
    assert [town for town, _ in read.value.towns] == towns
    assert list(dict.fromkeys(place for _, place in read.value.towns)) == places
    assert read.value.unknown == ()
    assert not read.value.is_abroad_only
    assert read.words == stated


@pytest.mark.parametrize(
    "stated", ["Pan India", "PAN-INDIA", "India", "Anywhere in India", "Kerala", "Jammu and Kashmir, India"]
)
def test_a_state_or_the_country_is_no_town(stated):
    value = READER.read([stated]).value
    assert value.is_all_india is (stated != "Jammu and Kashmir, India" or not value.towns)
    assert value.towns == ()


def test_several_places_that_arent_named():
    value = READER.read(["Multiple locations"]).value
    assert value.is_several
    assert value.towns == value.unknown == ()
    assert READER.read(["Pune, multiple locations"]).value.towns == (("Pune", "pune"),)


@pytest.mark.parametrize(
    ("stated", "abroad", "towns"),
    [
        (["Dubai"], ["United Arab Emirates"], []),
        (["Dubai (United Arab Emirates)"], ["United Arab Emirates"], []),
        (["London, UK"], ["United Kingdom"], []),
        (["Hyderabad, Sindh, Pakistan"], ["Pakistan"], []),
        (["Salem, Oregon, USA"], ["United States"], []),
        (["Delhi, Dubai"], ["United Arab Emirates"], ["Delhi"]),
        (["Bengaluru, Karnataka, India", "Singapore"], ["Singapore"], ["Bengaluru"]),
        (["Pune / Germany"], ["Germany"], ["Pune"]),
    ],
)
def test_places_abroad(stated, abroad, towns):
    value = READER.read(stated).value
    assert (list(value.abroad), [town for town, _ in value.towns]) == (abroad, towns)
    assert value.is_abroad_only is not bool(towns)


def test_what_is_no_place_we_know_is_kept():
    assert READER.read(["Gotham City, Pune East | Atlantis"]).value.unknown == ("Atlantis",)
    assert READER.read([]) is None
    assert READER.read(["", " - "]) is None


def test_remote_is_no_place():
    value = READER.read(["Remote"]).value
    assert value == PlaceReader([PlaceName("Remote", "", Kind.ASIDE)]).read(["Remote"]).value
    assert (value.towns, value.unknown) == ((), ())


def test_every_name_is_written_once():
    names = [name.name.casefold() for name in NAMES]
    assert sorted(set(names)) == sorted(names)


@given(st.sampled_from([name for name in NAMES if name.kind is Kind.TOWN]), st.sampled_from([str.upper, str.lower]))
def test_every_town_is_found_in_any_case(name, cased):
    value = READER.read([f"{cased(name.name)}, India"]).value
    assert value.towns == ((name.place, name.row),)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_words_are_read(stated):
    assert READER.read(stated) == READER.read(stated)


def test_an_endless_list_of_places_is_read_to_its_hundredth():
    assert len(READER.read(f"Town{n}" for n in range(10_000)).value.unknown) == 100
