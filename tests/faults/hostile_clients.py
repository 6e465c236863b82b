"""Clients that leave, dribble, send garbage or come from a foreign web page."""

import contextlib
import queue
import random
import socket
import threading
import time

from harness import WAIT, Gateway, Home, Upstream, check


def closes_the_upstream_when_the_client_of_an_idle_stream_leaves():
    longest = 0.1
    with Home() as home, Upstream() as upstream, Gateway(home) as gateway:
        gateway.add_provider("mine", upstream)
        delays = []
        for _ in range(5):
            client, _ = gateway.open_stream("mine/idle")
            time.sleep(0.05)
            left = time.monotonic()
            client.close()
            try:
                delays.append(upstream.closed_at.get(timeout=WAIT) - left)
            except queue.Empty:
                check(False, f"the upstream connection was still open after {WAIT:.0f} s")
        print("# closed after " + ", ".join(f"{delay * 1000:.1f}" for delay in delays) + " ms")
        # The middle one, because a busy machine may hold up this test itself.
        check(sorted(delays)[2] < longest, f"the upstream connection was closed after {sorted(delays)[2]:.3f} s")


def serves_others_while_200_clients_dribble_their_headers():
    stop = threading.Event()
    with Home() as home, Upstream() as upstream, Gateway(home) as gateway, contextlib.ExitStack() as open_sockets:
        gateway.add_provider("mine", upstream)
        slow = [open_sockets.enter_context(socket.create_connection(("127.0.0.1", gateway.port), timeout=WAIT))
                for _ in range(200)]
        for client in slow:
            client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")

        def dribble():
            while not stop.wait(0.05):
                for client in slow:
                    with contextlib.suppress(OSError):
                        client.send(b"a")
        sender = threading.Thread(target=dribble, daemon=True)
        sender.start()
        try:
            began = time.monotonic()
            for _ in range(20):
                status, text = gateway.chat("mine/one")
                check(status == 200, f"a normal request was answered with {status}: {text[:200]}")
            took = time.monotonic() - began
        finally:
            stop.set()
            sender.join(WAIT)
        print(f"# 20 requests took {took * 1000:.0f} ms")
        check(took < 4, f"20 requests beside slow clients took {took:.1f} s")


def survives_1000_connections_of_garbage():
    dice = random.Random(20261121)
    begins = [b"", b"GET ", b"POST /v1/chat/completions HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
              b"POST /api/providers HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n",
              b"POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
              b"POST /anthropic/v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 300\r\n\r\n{\"model\":\"",
              b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"]
    with Home() as home, Upstream() as upstream, Gateway(home) as gateway:
        gateway.add_provider("mine", upstream)
        for number in range(1000):
            with socket.create_connection(("127.0.0.1", gateway.port), timeout=WAIT) as client:
                with contextlib.suppress(OSError):
                    client.sendall(dice.choice(begins) + dice.randbytes(dice.randrange(600)))
                    if dice.random() < 0.5:
                        client.shutdown(socket.SHUT_WR)
                        client.settimeout(0.2)
                        client.recv(4096)
            if number % 100 == 0:
                check(gateway.is_running(), f"ended with {gateway.process.poll()}: {gateway.output[-3000:]}")
        check(gateway.is_running(), f"ended with {gateway.process.poll()}: {gateway.output[-3000:]}")
        check(gateway.chat("mine/one")[0] == 200, "no answer after the garbage")
        check(gateway.end() == 0, f"the gateway did not end properly: {gateway.output[-3000:]}")


def refuses_foreign_hosts_and_pages():
    with Home() as home, Upstream() as upstream, Gateway(home) as gateway:
        gateway.add_provider("mine", upstream)
        here = f"127.0.0.1:{gateway.port}"
        for path in ("/v1/models", "/api/providers", "/health"):
            for headers, expected in (({"Host": "evil.example"}, 403), ({"Host": f"evil.example:{gateway.port}"}, 403),
                                      ({"Host": here}, 200), ({"Host": f"localhost:{gateway.port}"}, 200),
                                      ({"Origin": "https://evil.example"}, 403), ({"Origin": "null"}, 403),
                                      ({"Origin": "http://localhost.evil.example"}, 403),
                                      ({"Origin": f"http://{here}"}, 200)):
                status, text = gateway.call("GET", path, headers=headers)
                check(status == expected, f"GET {path} with {headers} was answered with {status}: {text[:200]}")
        status, _ = gateway.call("POST", "/api/providers", {"provider": "stolen"}, {"Origin": "https://evil.example"})
        check(status == 403, f"a foreign page may write: {status}")
        status, _ = gateway.call("OPTIONS", "/api/providers", headers={"Origin": "https://evil.example",
                                                                       "Access-Control-Request-Method": "POST"})
        check(status == 403, f"a foreign page's preflight was answered with {status}")
        names = [provider["name"] for provider in gateway.manage("GET", "/api/providers")["providers"]]
        check(names == ["mine"], f"providers: {names}")


CASES = [closes_the_upstream_when_the_client_of_an_idle_stream_leaves,
         serves_others_while_200_clients_dribble_their_headers, survives_1000_connections_of_garbage,
         refuses_foreign_hosts_and_pages]
