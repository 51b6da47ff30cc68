"""A connection for one request: to the very address that was checked, and over by a set time.

httpx looks a name up itself, which a hostile name server may answer differently the second time, and its timeouts are
for each read, which a server that sends a byte now and then never meets. httpcore, on which it stands, lets us give
the network: https://www.encode.io/httpcore/network-backends/. The name stays the request's, for Host and for TLS.
"""

import ssl
import typing
from collections.abc import Callable, Iterable, Iterator

import httpcore
import httpx

from jobs.feeds.guard import Way

Clock = Callable[[], float]  # seconds that only grow

FAILURES = (
    httpx.HTTPError,
    httpx.StreamError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
)


class Line(httpx.BaseTransport):
    """way: where to; until: the time on the clock when all has to be over."""

    def __init__(self, way: Way, tls: ssl.SSLContext, clock: Clock, until: float) -> None:
        network = _Network(way, clock, until)
        self._pool = httpcore.ConnectionPool(
            tls, max_connections=1, max_keepalive_connections=0, network_backend=network
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        # Of a connection that isn't asynchronous the stream isn't either.
        body = _Body(typing.cast(Iterable[bytes], answer.stream), answer.close)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes], close: Callable[[], None]) -> None:
        self._stream, self._close = stream, close

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._close()


class _Network(httpcore.NetworkBackend):
    """Knows one way and ignores the host it is asked for."""

    def __init__(self, way: Way, clock: Clock, until: float) -> None:
        self._way, self._clock, self._until = way, clock, until
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,  # httpcore's own type is this wide
    ) -> httpcore.NetworkStream:
        """The first of the addresses that takes the connection."""
        *others, last = self._way.addresses
        for number in (*others, last):
            try:
                left = _left(timeout, self._clock, self._until)
                stream = self._network.connect_tcp(number, self._way.port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == last:
                    raise
            else:
                return _Stream(stream, self._clock, self._until)
        raise httpcore.ConnectError("no address")  # the loop has ended before


class _Stream(httpcore.NetworkStream):
    """Reads and writes no longer than what is left of the whole time."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock, until: float) -> None:
        self._stream, self._clock, self._until = stream, clock, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout, self._clock, self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, self._clock, self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(timeout, self._clock, self._until)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._clock, self._until)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._stream.get_extra_info(info)


def _left(timeout: float | None, clock: Clock, until: float) -> float:
    left = until - clock()
    if left <= 0:
        raise httpcore.ReadTimeout("the whole time is over")
    return left if timeout is None else min(left, timeout)
