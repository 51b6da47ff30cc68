"""Whom we ask: only the public internet. Feeds' addresses come from people and from redirects, so that each could aim
at this machine, at its neighbours, or at a cloud's metadata (server-side request forgery)."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
Resolve = Callable[[str, int], Sequence[str]]  # a host's name and port to its addresses; OSError where it has none

# Beyond what Python calls private, reserved, and so on: other ways to write an IPv4 address, and networks that lead
# on to one. IANA's registries: https://www.iana.org/assignments/iana-ipv6-special-registry/ and …-ipv4-….
_LEADING_ELSEWHERE = [
    ipaddress.ip_network(network)
    for network in (
        "::/96",  # IPv4-compatible, unspecified, loopback
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64 of a network's own
        "100::/64",  # discarded
        "2001::/23",  # Teredo and other protocols
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
        "fc00::/7",  # unique local
        "fe80::/10",  # link-local
        "fec0::/10",  # site-local
        "ff00::/8",  # multicast
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # a provider's own (CGNAT)
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, metadata of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
]


class NotAllowed(Exception):
    """An address that isn't asked, and why, in a sentence for an editor."""


@dataclass(frozen=True, slots=True)
class Way:
    """A checked way to a host: `addresses` are numbers, and the connection is made to one of them."""

    host: str
    port: int
    addresses: tuple[str, ...]


def resolve(host: str, port: int) -> Sequence[str]:
    """As the system does. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def way_to(address: str, resolve: Resolve, allow_loopback: bool = False) -> Way:
    """Every address of the host has to be public: one that isn't makes the name suspect. Raises NotAllowed, and OSError
    where the host isn't found.

    allow_loopback: this machine, at any port, for tests and development.
    """
    host, port = _parts(address)
    addresses = tuple(dict.fromkeys(resolve(host, port)))
    if not addresses:
        raise OSError(f"{host} has no address")
    is_own = allow_loopback and all(map(_is_loopback, addresses))
    if not is_own and not all(map(is_public, addresses)):
        raise NotAllowed(f"{host} isn't on the public internet.")
    if not is_own and port != PORTS[urlsplit(address).scheme]:
        raise NotAllowed(f"{host} is to be asked at port {port}; feeds are read at the usual ports only.")
    return Way(host, port, addresses)


def _parts(address: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise NotAllowed("That is no address.") from error
    if parts.scheme not in PORTS or not host:
        raise NotAllowed("Only addresses that begin with https:// or http:// are read.")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed("An address with a name or a password in it isn't read.")
    return host, port


def is_public(number: str) -> bool:
    """number: an IPv4 or IPv6 address; what is none isn't public."""
    try:
        read = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    special = read.is_private or read.is_reserved or read.is_multicast or read.is_link_local or not read.is_global
    return not special and not any(read in network for network in _LEADING_ELSEWHERE)


def _is_loopback(number: str) -> bool:
    try:
        return ipaddress.ip_address(number).is_loopback
    except ValueError:
        return False
