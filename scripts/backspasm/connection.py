"""HTTP to an endpoint: credentials, time limits, retries, and errors in one line."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from backspasm.errors import EndpointError, UseError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from requests.auth import AuthBase
    from urllib3.response import BaseHTTPResponse

    Parameters = Sequence[tuple[str, str]]

__all__ = ["TIMEOUT", "Connection", "Reply"]

TIMEOUT = 60.0
"""Seconds for an answer to begin, and then to end, where nothing else is said."""

RETRIES = 4
"""How often a request is sent again that was met with 429 or 503."""

LONGEST_WAIT = 30.0
"""Seconds to wait at most before a request is sent again, whatever the server asks for."""

_CONNECT = 10.0
_BLOCK = 1 << 16
_CREDENTIALS = "BACKSPASM_USER and BACKSPASM_PASSWORD, or BACKSPASM_TOKEN"

_SUCCESS, _REDIRECTION = 2, 3
_REFUSALS = {
    100: ("answers what is no answer", "check the URL"),
    400: ("refuses the request", "mend it, or check the URL"),
    404: ("nothing is there", "check the path, such as /query or /sparql"),
    405: ("does not take such a request", "check that the URL is the one for this protocol"),
    415: ("does not take such a request", "check that the URL is the one for this protocol"),
    429: (f"is too busy, {RETRIES + 1} times asked", "try again later"),
    500: ("fails", "try again, or ask for less"),
    503: (f"is too busy, {RETRIES + 1} times asked", "try again later"),
}
"""What a status says and what to do about it; the hundreds stand for all others of their kind."""


class Reply(NamedTuple):
    """The answer to a request: its status, its media type in lower case, headers, content."""

    status: int
    media_type: str
    headers: Mapping[str, str]
    content: bytes


class _Patience(Retry):
    """Waits as long as the server asks (RFC 9110, section 10.2.3), up to a limit."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """The seconds to wait, or None where the server names none."""
        seconds = super().get_retry_after(response)
        return None if seconds is None else min(seconds, LONGEST_WAIT)


class Connection:
    """One URL that is asked again and again, with the credentials of the environment.

    Nothing follows a redirection, so that data and credentials go nowhere else. The
    proxies and certificates that the environment names are used, `.netrc` is not.

    Attributes:
        url: where requests go.
        timeout: seconds for an answer to begin, and then to end.
    """

    def __init__(self, url: str, timeout: float | None = None) -> None:
        """Prepare requests to a URL; nothing is sent.

        Args:
            url: an http or https URL without credentials.
            timeout: seconds for an answer to begin, and then to end; by default `TIMEOUT`.

        Raises:
            UseError: the URL is none, or holds credentials.
        """
        self.url = checked_url(url)
        self.timeout = timeout or TIMEOUT
        retry = _Patience(
            total=RETRIES,
            connect=0,
            read=0,
            redirect=0,
            other=0,
            allowed_methods=None,
            status_forcelist=(429, 503),
            backoff_factor=0.5,
            backoff_max=LONGEST_WAIT,
            raise_on_status=False,
        )
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))
        token = os.environ.get("BACKSPASM_TOKEN")
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"
        self._user = "" if token else os.environ.get("BACKSPASM_USER", "")
        self._auth: Callable[[requests.PreparedRequest], requests.PreparedRequest] = _as_it_is

    def close(self) -> None:
        """Close what stands open; a later request opens it anew."""
        self._session.close()

    def send(
        self,
        method: str,
        *,
        parameters: Parameters = (),
        form: Parameters | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a request and read the whole answer.

        A request that is met with 429 or 503 is sent again, later and later.

        Args:
            method: GET, POST, PUT or DELETE.
            parameters: behind the question mark of the URL.
            form: the body as application/x-www-form-urlencoded.
            content: the body as it is.
            headers: such as Accept and Content-Type.

        Raises:
            EndpointError: no answer, no whole answer in time, or a status that says
                that it failed.
            UseError: the credentials cannot be sent.
        """

        def once() -> Reply:
            return self._once(method, parameters, form, content, headers or {})

        try:
            reply = once()
            if reply.status == requests.codes.unauthorized and self._answer(reply):
                reply = once()
        except (requests.exceptions.InvalidHeader, UnicodeError):
            # What the error says holds the credentials.
            raise UseError(
                "holds a character that cannot be sent", place=_CREDENTIALS, remedy="set it anew"
            ) from None
        except requests.RequestException as error:
            raise self._unanswered(error) from error
        if reply.status // 100 != _SUCCESS:
            raise self._refusal(reply)
        return reply

    def _once(
        self,
        method: str,
        parameters: Parameters,
        form: Parameters | None,
        content: bytes | None,
        headers: Mapping[str, str],
    ) -> Reply:
        with self._session.request(
            method,
            self.url,
            params=list(parameters),
            data=list(form) if form is not None else content,
            headers=dict(headers),
            timeout=(min(_CONNECT, self.timeout), self.timeout),
            allow_redirects=False,
            auth=self._auth,
            stream=True,
        ) as response:
            deadline = time.monotonic() + self.timeout  # behind what was waited for a retry
            blocks = []
            for block in response.iter_content(_BLOCK):
                blocks.append(block)
                if time.monotonic() > deadline:
                    raise requests.ReadTimeout
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return Reply(response.status_code, media_type, response.headers, b"".join(blocks))

    def _answer(self, reply: Reply) -> bool:
        """Take up the scheme that the server asks for; false where there is nothing to say."""
        password = os.environ.get("BACKSPASM_PASSWORD", "")
        asked = reply.headers.get("WWW-Authenticate", "").lower()
        if not self._user or self._auth is not _as_it_is:
            return False
        scheme: AuthBase
        if "digest" in asked:
            scheme = HTTPDigestAuth(self._user, password)
        elif "basic" in asked:
            scheme = HTTPBasicAuth(self._user.encode(), password.encode())
        else:
            return False
        self._auth = scheme
        return True

    def error(self, problem: str, remedy: str, status: int = 0) -> EndpointError:
        """An error whose place is the URL."""
        return EndpointError(problem, place=self.url, remedy=remedy, status=status)

    def _unanswered(self, error: requests.RequestException) -> EndpointError:
        if isinstance(error, requests.Timeout) or "timed out" in str(error).lower():
            problem = f"no whole answer within {self.timeout:g} s"
            remedy = "try again, or raise --timeout"
        elif isinstance(error, requests.exceptions.SSLError):
            problem = "speaks no TLS that is known here"
            remedy = "check http:// and https://"
            if "certificate" in str(error).lower():
                problem = "its certificate cannot be trusted"
                remedy = "name the file of its authority in REQUESTS_CA_BUNDLE"
        elif isinstance(error, requests.exceptions.ProxyError):
            problem, remedy = "the proxy fails", "check HTTP_PROXY, HTTPS_PROXY and NO_PROXY"
        elif isinstance(error, requests.exceptions.ChunkedEncodingError):
            problem, remedy = "the answer breaks off", "try again, or ask for less"
        else:
            problem = f"cannot be reached: {_cause(error)}"
            remedy = "check the URL, and that the server runs"
        return self.error(problem, remedy)

    def _refusal(self, reply: Reply) -> EndpointError:
        status, said = reply.status, first_line(reply)
        if status in (requests.codes.unauthorized, requests.codes.forbidden):
            given = self._auth is not _as_it_is or "Authorization" in self._session.headers
            problem = "refuses the credentials" if given else "wants credentials"
            remedy = f"check {_CREDENTIALS}" if given else f"set {_CREDENTIALS} in the environment"
        elif status // 100 == _REDIRECTION:
            problem = f"redirects to {printable(reply.headers.get('Location', 'nowhere'))}"
            remedy = "give that URL if you trust it"
        else:
            kind = _REFUSALS.get(status // 100 * 100, _REFUSALS[100])
            problem, remedy = _REFUSALS.get(status, kind)
        problem = f"{problem} ({status}){f': {said}' if said else ''}"
        return self.error(problem, remedy, status)


def checked_url(url: str) -> str:
    """A URL that requests may go to.

    Raises:
        UseError: it is not http or https, or it holds credentials.
    """
    try:
        parts = urlsplit(url)
        known = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        known = False
    if not known:
        raise UseError(
            "not a URL of the web", place=printable(url), remedy="start it with http:// or https://"
        )
    if parts.username is not None or parts.password is not None:
        raise UseError(
            "holds credentials",
            place=f"{parts.scheme}://…@{parts.hostname}",
            remedy=f"take them out and set {_CREDENTIALS}",
        )
    if parts.fragment:
        raise UseError("has a fragment", place=printable(url), remedy="take out # and the rest")
    return url


def first_line(reply: Reply) -> str:
    """The first line of what a server says, for an error; "" for a page or nothing."""
    if "html" in reply.media_type:
        return ""
    text = reply.content[:2000].decode("utf-8", "replace")
    line = next((line for line in text.splitlines() if line.strip()), "")
    return printable(" ".join(line.split()))[:200]


def printable(text: str) -> str:
    """A text without characters that would steer a terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)


def _cause(error: BaseException) -> str:
    """The innermost reason of an error, in one line."""
    reason = getattr(error.args[0], "reason", error.args[0]) if error.args else error
    inner = getattr(reason, "__cause__", None) or reason
    if isinstance(inner, OSError) and inner.strerror:
        return inner.strerror.lower()
    return printable(str(inner)).rpartition(": ")[2][:200] or type(error).__name__


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No credentials; given in place of None, it keeps `.netrc` out."""
    return request
