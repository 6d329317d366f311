"""A stand-in for Slack's Web API that answers at once, so that what is measured is ours: python -m tests.bench.standin PORT."""

from __future__ import annotations

import asyncio
import itertools
import sys

NUMBERS = itertools.count(1)


class Answering(asyncio.Protocol):
    """One connection; every call is taken, and gets a time stamp of its own."""

    def connection_made(self, transport):
        self.transport, self.received = transport, b""

    def data_received(self, data):
        self.received += data
        while True:
            head, end, body = self.received.partition(b"\r\n\r\n")
            if not end:
                return
            low = head.lower()
            at = low.find(b"content-length:")
            length = int(low[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(body) < length:
                return
            self.received = body[length:]
            closing = b"connection: close" in low
            answer = b'{"ok":true,"channel":"D0BENCH","ts":"1700000000.%06d","user":{"tz":"Europe/London"}}' % next(
                NUMBERS
            )
            self.transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: %s\r\nContent-Length: %d\r\n\r\n%s"
                % (b"close" if closing else b"keep-alive", len(answer), answer)
            )
            if closing:
                self.transport.close()
                return


async def serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
