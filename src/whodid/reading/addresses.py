"""Connections to public addresses alone: looked at where the connection is made, so that no name and no redirect leads inside."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError
from urllib3.util.connection import create_connection

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """An address that is not public, and whose host was not allowed by name."""


class Gate:
    """Which hosts may be reached.

    Args:
        allowed: Hosts by name, with or without a port ("localhost:8123"), that may be reached wherever they lie.
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = frozenset(host.lower() for host in allowed)

    def check(self, host: str, port: int, address: str) -> None:
        """Raises Refused where the host was not allowed and this address of it is not public."""
        name = host.lower().strip("[]")
        if not {name, f"{name}:{port}"} & self._allowed and not is_public(address):
            message = f"{host} is at {address}, which is no public address; allow it by name with --allow-host {host}:{port}"
            raise Refused(message)


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet: not private, loopback, link-local or reserved, nor such a one in IPv6 clothes."""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (ipaddress.IPv4Address(int(found) & 0xFFFFFFFF) if found in _NAT64 else None)
        if inner is not None or found.teredo:
            return inner is not None and is_public(str(inner))
    return found.is_global and not found.is_multicast


def pool_through(gate: Gate, **options: Any) -> urllib3.PoolManager:
    """A urllib3 pool whose connections all pass the gate. It knows no proxy: a proxy would resolve names by itself."""

    def connect(self: HTTPConnection) -> socket.socket:
        return _connect(self, gate)

    plain: Any = type("GatedConnection", (HTTPConnection,), {"_new_conn": connect})
    secure: Any = type("GatedSecureConnection", (HTTPSConnection,), {"_new_conn": connect})
    manager = urllib3.PoolManager(**options)
    manager.pool_classes_by_scheme = {
        "http": type("GatedPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("GatedSecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
    return manager


def _connect(connection: Any, gate: Gate) -> socket.socket:
    """A socket to an address that was looked at: the name is not resolved a second time."""
    host, port = connection._dns_host, connection.port
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NewConnectionError(connection, f"the name {host} has no address ({error})") from None
    for *_, address in found:
        gate.check(host, port, str(address[0]))
    problem: OSError | None = None
    for *_, address in found:
        try:
            return create_connection((str(address[0]), port), connection.timeout, socket_options=connection.socket_options)
        except OSError as error:
            problem = error
    raise NewConnectionError(connection, f"{host} does not answer ({problem})") from None
