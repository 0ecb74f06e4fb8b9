"""Real servers on this machine for the tests, and one that answers as it is told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

HOST = "127.0.0.1"
PATIENCE = 60

VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = {host}:{sql}
DirsAllowed = .
CheckpointInterval = 0
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
ServerThreads = 10
DefaultIsolation = 2
[HTTPServer]
ServerPort = {host}:{http}
ServerThreads = 5
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 10000
"""


class Server(NamedTuple):
    """Where a server answers queries, takes updates and takes graphs; and its credentials."""

    name: str
    query: str
    update: str
    store: str
    environment: dict[str, str]

    def push(self, protocol: str) -> list[str]:
        """The options of `backspasm push` for a protocol."""
        url = self.store if protocol == "graph-store" else self.update
        return ["--protocol", protocol, "--endpoint", url, "--query-endpoint", self.query]


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if binary is None:
        pytest.skip("there is no oxigraph server; install the package oxigraph from PyPI")
    place = f"{HOST}:{free_port()}"
    command = [binary, "serve", "--bind", place, "--location", str(folder / "store")]
    url = f"http://{place}"
    with running(command, folder, f"{url}/query?query=ASK%7B%7D"):
        yield Server("oxigraph", f"{url}/query", f"{url}/update", f"{url}/store", {})


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("there is no virtuoso-t; install the Debian package virtuoso-opensource-7-bin")
    http = free_port()
    settings = VIRTUOSO.format(host=HOST, sql=free_port(), http=http)
    (folder / "virtuoso.ini").write_text(settings)
    command = [binary, "+foreground", "+configfile", "virtuoso.ini"]
    url = f"http://{HOST}:{http}"
    environment = {"BACKSPASM_USER": "dba", "BACKSPASM_PASSWORD": "dba"}
    with running(command, folder, f"{url}/sparql?query=ASK%7B%7D"):
        yield Server(
            "virtuoso",
            f"{url}/sparql",
            f"{url}/sparql-auth",
            f"{url}/sparql-graph-crud-auth",
            environment,
        )


SERVERS: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "oxigraph": oxigraph,
    "virtuoso": virtuoso,
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """A process that answers at a URL; it is ended by its own id."""
    log = folder / "log.txt"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=folder, stdout=out, stderr=out) as process,
    ):
        try:
            deadline = time.monotonic() + PATIENCE
            while not _answers(url):
                said = log.read_text(errors="replace")[-2000:]
                assert process.poll() is None, said
                assert time.monotonic() < deadline, said
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 (on this machine)
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        error.close()
        return False
    except OSError:
        return False


class Asked(NamedTuple):
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Scripted(NamedTuple):
    """A server that gives each request the next of some replies, and the last one for ever.

    A reply is a status, headers and a body; without a Content-Length it ends where the
    connection ends.
    """

    url: str
    replies: list[tuple[int, dict[str, str], bytes]]
    asked: list[Asked]
    released: threading.Event

    def tell(self, status: int, body: bytes | str = b"", **headers: str) -> None:
        """Add a reply; `Content_Type` stands for Content-Type."""
        content = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named.setdefault("Content-Length", str(len(content)))
        self.replies.append((status, named, content))


HANG = 599
"""The status of a reply that never comes."""


@contextmanager
def scripted() -> Iterator[Scripted]:
    released = threading.Event()
    replies: list[tuple[int, dict[str, str], bytes]] = []
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(Asked(self.command, self.path, dict(self.headers), body))
            status, headers, content = replies[min(len(asked), len(replies)) - 1]
            self.close_connection = True
            if status == HANG:
                released.wait(PATIENCE)
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = answer  # noqa: N815 (named by http.server)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((HOST, 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Scripted(f"http://{HOST}:{server.server_port}/sparql", replies, asked, released)
        finally:
            released.set()
            server.shutdown()
            thread.join()
