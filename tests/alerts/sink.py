"""A mail server on this machine that keeps what it is sent. It speaks as much SMTP as is needed."""

import socketserver
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class Taken:
    """An e-mail that was accepted."""

    to: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])


@dataclass
class Sink:
    """``refuses``: what to answer to an address in place of yes. ``silent_at``: after so many e-mails it has taken the
    last one, and never says so."""

    refuses: dict[str, str] = field(default_factory=dict)
    silent_at: int = 0
    taken: list[Taken] = field(default_factory=list)
    lines: int = 0  # connections
    port: int = 0

    def __enter__(self) -> "Sink":
        sink = self

        class Handler(Conversation):
            keeper = sink

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = allow_reuse_address = True

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: Any) -> None:
        self._server.shutdown()
        self._server.server_close()

    def letters_to(self, address: str) -> list[Taken]:
        return [letter for letter in self.taken if letter.to == address]

    def wait_for(self, number: int, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while len(self.taken) < number:
            if time.monotonic() > until:
                raise AssertionError(f"Only {len(self.taken)} of {number} e-mails came in {seconds} seconds.")
            time.sleep(0.01)


class Conversation(socketserver.StreamRequestHandler):
    keeper: Sink

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.keeper.lines += 1
        self.say("220 sink")
        to = ""
        while line := self.rfile.readline():
            command = line.decode("ascii", "replace").strip()
            word = command.split(" ")[0].upper()
            if word == "RCPT":
                to = command.split("<")[1].split(">")[0]
                self.say(self.keeper.refuses.get(to, "250 ok"))
            elif word == "DATA":
                self.say("354 go on")
                self.take(to)
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def take(self, to: str) -> None:
        parts = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return  # the line broke: half an e-mail is none
            parts.append(line[1:] if line.startswith(b"..") else line)
        self.keeper.taken.append(Taken(to, b"".join(parts)))
        if len(self.keeper.taken) == self.keeper.silent_at:
            self.rfile.read()  # until the other side is gone
            return
        self.say("250 taken")
