"""Tries to open sockets of every common kind, and to reach something through them."""
import socket

import _probe


def opened(*kind):
    return lambda: socket.socket(*kind).close()


def connected():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as end:
        end.settimeout(2)
        end.connect(("127.0.0.1", 9))


def sent():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as end:
        end.sendto(b"x", ("127.0.0.1", 9))


def listened():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as end:
        end.bind(("127.0.0.1", 0))
        end.listen()


def reached():
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as end:
        end.connect("/run/docker.sock")


def abstract():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.connect("\0holdfast-probe")


INTERNET, RAW = socket.AF_INET, socket.SOCK_RAW
_probe.probe(("open a TCP socket", opened(INTERNET, socket.SOCK_STREAM)),
             ("connect by TCP", connected), ("listen by TCP", listened),
             ("open a UDP socket", opened(INTERNET, socket.SOCK_DGRAM)), ("send by UDP", sent),
             ("open a TCP socket of version 6", opened(socket.AF_INET6, socket.SOCK_STREAM)),
             ("open a raw socket", opened(INTERNET, RAW, socket.IPPROTO_ICMP)),
             ("open a netlink socket", opened(socket.AF_NETLINK, RAW, 0)),
             ("connect by a unix socket", reached), ("connect by an abstract socket", abstract))
