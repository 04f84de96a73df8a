"""What stands between an agent and the dev-server: a port that can be shut and opened again, with TLS where wanted.

Resets are passed on as resets and ends as ends, in both directions, so that the agent meets what the server did.
"""

import contextlib
import select
import socket
import ssl
import struct
import threading


def reset(connection):
    """Close with RST (socket(7): a linger time of zero)."""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with contextlib.suppress(OSError):
        connection.close()


class Front:
    def __init__(self, backend, tls=None, is_open=True):
        self.backend, self.tls = backend, tls
        self.lock = threading.Lock()
        self.connections = set()
        self.shuts = 0
        self.accepted = 0
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.listener = None
        if is_open:
            self.open()

    @property
    def url(self):
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def open(self):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def shut(self):
        """Connecting is refused from now on, and what is connected gets a reset."""
        listener, self.listener = self.listener, None
        if listener:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self.lock:
            self.shuts += 1
            doomed, self.connections = self.connections, set()
        for connection in doomed:
            # wakes the thread that waits for it; its own reset then is the second
            with contextlib.suppress(OSError):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RD)

    def _accept(self, listener):
        while True:
            shuts = self.shuts
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.accepted += 1
            threading.Thread(target=self._serve, args=(client, shuts), daemon=True).start()

    def _serve(self, client, shuts):
        server = None
        try:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls:
                client.settimeout(20)
                client = self.tls.wrap_socket(client, server_side=True)
                client.settimeout(None)
            server = socket.create_connection(("127.0.0.1", self.backend), timeout=20)
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.settimeout(None)
        except OSError:
            reset(client)
            return
        with self.lock:
            # shut while it was being made: nobody else would break it
            is_doomed = shuts != self.shuts
            if not is_doomed:
                self.connections |= {client, server}
        if is_doomed:
            reset(client)
            reset(server)
            return
        try:
            relay(client, server)
        except (OSError, ValueError):
            reset(client)
            reset(server)
        with self.lock:
            self.connections -= {client, server}
        client.close()
        server.close()


def relay(client, server):
    """Both ways in one thread, because a TLS connection is for one thread at a time."""
    opposite = {client: server, server: client}
    reading = [client, server]
    while reading:
        pending = [c for c in reading if isinstance(c, ssl.SSLSocket) and c.pending()]
        for source in pending or select.select(reading, [], [])[0]:
            sink = opposite[source]
            if data := source.recv(65536):
                sink.sendall(data)
                continue
            reading.remove(source)
            if isinstance(sink, ssl.SSLSocket):
                # an end in order is one with close_notify; the server has said all, so nothing more is read
                sink.settimeout(1)
                with contextlib.suppress(OSError, ValueError):
                    sink.unwrap()
                return
            sink.shutdown(socket.SHUT_WR)
