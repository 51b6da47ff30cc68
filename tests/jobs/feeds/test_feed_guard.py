import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.feeds.guard import NotAllowed, Way, is_public, resolve, way_to

PUBLIC = ["8.8.8.8", "1.1.1.1", "103.21.244.1", "2606:4700:4700::1111", "2404:6800:4003::1"]
NOT_PUBLIC = [
    "0.0.0.0",  # noqa: S104 nothing is bound to it
    "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.1.1", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:8.8.8.8",
    "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "3fff::1", "5f00::1",
    "", "localhost", "8.8.8", "0x7f000001", "2130706433", "8.8.8.8/8",
]  # fmt: skip


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number):
    assert is_public(number)


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_not_public(number):
    assert not is_public(number)


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="100.64.0.0/10"))
def test_no_network_of_ones_own_in_any_dress(number):
    whole = int(number)
    dresses = [f"::ffff:{number}", f"64:ff9b::{number}", f"::{number}", f"2002:{whole >> 16:x}:{whole & 65535:x}::1"]
    assert not any(map(is_public, [str(number), *dresses]))


def answering(*numbers: str):
    return lambda host, port: numbers


def test_a_name_leads_to_the_addresses_that_were_checked():
    assert way_to("https://a.example/x", answering("8.8.8.8", "1.1.1.1")) == Way(
        "a.example", 443, ("8.8.8.8", "1.1.1.1")
    )
    assert way_to("http://a.example", answering("8.8.8.8")).port == 80


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_one_address_that_is_not_public_is_one_too_many(number):
    with pytest.raises(NotAllowed, match="public internet"):
        way_to("https://a.example/", answering("8.8.8.8", number))


@pytest.mark.parametrize(
    "address",
    [
        "", "a.example", "ftp://a.example/", "file:///etc/passwd", "gopher://a.example/", "https://", "https://[::1",
        "https://a.example:99999/", "https://user@a.example/", "https://:word@a.example/", "https://a.example:22/",
        "http://a.example:443/", "https://a.example:8443/", "//a.example/", "HTTPS:a.example",
    ],
)  # fmt: skip
def test_addresses_that_are_not_asked(address):
    with pytest.raises(NotAllowed):
        way_to(address, answering("8.8.8.8"))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "127.1", "0"])
def test_this_machine_by_any_name_as_the_system_reads_it(host):
    """Names that the system doesn't take for a number aren't found; neither way is it asked."""
    with pytest.raises((NotAllowed, socket.gaierror)):
        way_to(f"http://{host}/", resolve)


def test_loopback_is_asked_only_where_it_is_allowed():
    assert way_to("http://a.test:8000/", answering("127.0.0.1", "::1"), allow_loopback=True).port == 8000
    with pytest.raises(NotAllowed):
        way_to("http://a.test:8000/", answering("127.0.0.1", "10.0.0.1"), allow_loopback=True)
    with pytest.raises(NotAllowed):
        way_to("http://a.test:8000/", answering("8.8.8.8"), allow_loopback=True)


def test_a_name_without_an_address():
    with pytest.raises(OSError, match="no address"):
        way_to("https://a.example/", answering())
