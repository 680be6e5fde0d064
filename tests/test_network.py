"""The tests' own promise: they reach nothing but this machine."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_no_test_can_reach_another_machine() -> None:
    with socket.socket() as line, pytest.warns(UserWarning, match="192"), pytest.raises(SocketConnectBlockedError):
        line.connect(("192.0.2.1", 80))
