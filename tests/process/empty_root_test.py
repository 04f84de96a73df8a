#!/usr/bin/env python3
"""The executable finds hosts by name in a root that holds nothing but itself, /etc/hosts and /etc/resolv.conf.

usage: empty_root_test.py TASK_AGENT

In a network namespace of its own (loopback only) this starts a DNS responder on 127.0.0.1:53 and an HTTP server, and
runs `chroot DIR /task-agent status JOB --jobs-url http://NAME:PORT --workspace w` for one name of the hosts file, one
that only DNS knows, one that DNS finds by the search domain, and localhost. For each the server must have seen the
request, with that name as its Host. A dot at the end makes a name a full one, and `ndots` says how many dots make one
that is tried as it is first. A name that nobody knows must fail in time and be named in the message; so must one
for which DNS stays silent. A silent first server costs a moment, and an answer that fits no datagram comes over TCP.

Needs root, for the namespace and chroot. Exit code 77 = skipped, with the reason on stdout (CTest: SKIP_RETURN_CODE).
Python 3 standard library only.
"""

import http.server
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

SKIPPED = 77
IN_NAMESPACE = "TASK_AGENT_TEST_IN_NAMESPACE"
ZONE = {
    "jobs.dns.test": "127.0.0.3",
    "short.search.test": "127.0.0.4",
    "large.dns.test": "127.0.0.6",
    "jobs.team.search.test": "127.0.0.7",
    "jobs.team.svc.test": "127.0.0.8",
}
LIMIT = 20.0


def skip(reason):
    print(f"SKIPPED empty_root_test: {reason}")
    sys.exit(SKIPPED)


def question_of(query):
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("ascii", "replace"))
        at += query[at] + 1
    (kind,) = struct.unpack_from("!H", query, at + 1)
    return ".".join(labels).lower(), kind, query[12 : at + 5]


def dns_answer(query, seen, over_tcp):
    name, kind, question = question_of(query)
    seen.append((name, kind, "tcp" if over_tcp else "udp"))
    if name.startswith("silent."):
        return None
    if name.startswith("large.") and not over_tcp:
        return query[:2] + struct.pack("!HHHHH", 0x8380, 1, 0, 0, 0) + question  # truncated: ask again over TCP
    address = ZONE.get(name)
    records = b""
    if address and kind == 1:  # A; the other kinds have no data
        records = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 60, 4) + socket.inet_aton(address)
    code = 0 if address else 3  # NXDOMAIN
    flags = 0x8180 | code
    return query[:2] + struct.pack("!HHHHH", flags, 1, 1 if records else 0, 0, 0) + question + records


def serve_dns(seen):
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.bind(("127.0.0.1", 53))
    silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    silent.bind(("127.0.0.9", 53))
    listener = socket.create_server(("127.0.0.1", 53))

    def over_udp():
        while True:
            query, peer = datagrams.recvfrom(4096)
            reply = dns_answer(query, seen, False)
            if reply:
                datagrams.sendto(reply, peer)

    def over_tcp(connection):
        with connection, connection.makefile("rwb") as stream:
            while head := stream.read(2):
                query = stream.read(struct.unpack("!H", head)[0])
                reply = dns_answer(query, seen, True)
                stream.write(struct.pack("!H", len(reply)) + reply)
                stream.flush()

    def accept():
        while True:
            threading.Thread(target=over_tcp, args=(listener.accept()[0],), daemon=True).start()

    for loop in (over_udp, accept):
        threading.Thread(target=loop, daemon=True).start()
    return silent  # kept open: a closed port would answer with an error


def serve_http(seen):
    class handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            seen.append((self.headers.get("Host"), self.path, self.connection.getsockname()[0]))
            body = json.dumps(
                {"id": "1", "name": "train", "status": "completed", "status_details": {}, "error_details": None, "steps": []}
            ).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def make_root(executable, root):
    shutil.copy(executable, os.path.join(root, "task-agent"))
    os.chmod(os.path.join(root, "task-agent"), 0o755)
    os.mkdir(os.path.join(root, "etc"))
    with open(os.path.join(root, "etc/hosts"), "w") as hosts:
        hosts.write("127.0.0.2 jobs.hosts.test alias\n")
    write_resolv_conf(root, "nameserver 127.0.0.1\nsearch search.test\n")


def write_resolv_conf(root, text):
    with open(os.path.join(root, "etc/resolv.conf"), "w") as conf:
        conf.write(text)


def run_agent(root, name, port):
    command = ["/task-agent", "status", "train", "--jobs-url", f"http://{name}:{port}", "--workspace", "w"]
    started = time.monotonic()
    done = subprocess.run(
        command,
        preexec_fn=lambda: (os.chroot(root), os.chdir("/")),
        env={},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LIMIT,
    )
    return done, time.monotonic() - started


def check(condition, what):
    print(("ok    " if condition else "FAILED ") + what)
    return bool(condition)


def main():
    executable = os.path.abspath(sys.argv[1])
    if os.geteuid() != 0:
        skip("needs root for a network namespace and chroot")
    if IN_NAMESPACE not in os.environ:
        probe = subprocess.run(["unshare", "-n", "true"], capture_output=True)
        if probe.returncode != 0:
            skip("cannot make a network namespace: " + probe.stderr.decode().strip())
        os.environ[IN_NAMESPACE] = "1"
        os.execvp("unshare", ["unshare", "-n", sys.executable, os.path.abspath(__file__), *sys.argv[1:]])
    if subprocess.run(["ip", "link", "set", "lo", "up"], capture_output=True).returncode != 0:
        skip("cannot bring up loopback (is iproute2 installed?)")
    linked = subprocess.run(["ldd", executable], capture_output=True, text=True)
    if linked.returncode == 0 and "=>" in linked.stdout:
        skip("the executable is not static; build it with the release preset")

    asked, requests = [], []
    silent_server = serve_dns(asked)
    port = serve_http(requests)
    passed = True
    with tempfile.TemporaryDirectory() as root:
        os.chmod(root, 0o755)
        make_root(executable, root)
        cases = [
            ("jobs.hosts.test", "127.0.0.2", "a name of the hosts file"),
            ("jobs.dns.test", "127.0.0.3", "a name that only DNS knows"),
            ("short", "127.0.0.4", "a short name found by the search domain"),
            ("large.dns.test", "127.0.0.6", "a name whose answer comes over TCP"),
            ("localhost", "127.0.0.1", "localhost without a line in the hosts file"),
            ("127.0.0.5", "127.0.0.5", "a numeric host"),
        ]
        for name, address, what in cases:
            requests.clear()
            asked.clear()
            done, took = run_agent(root, name, port)
            expected = (f"{name}:{port}", "/apis/jobs/v2/workspaces/w/jobs/train/status", address)
            good = check(requests == [expected] and done.returncode == 0, f"{what} ({took:.2f} s)")
            if not good:
                print(f"       expected {expected}\n       got      {requests}\n       exit     {done.returncode}")
                print("       DNS saw ", asked, "\n       stderr  ", done.stderr.decode(errors="replace"))
            passed = passed and good
            if name in ("jobs.hosts.test", "127.0.0.5"):
                passed = check(not asked, f"{what}: DNS was not asked") and passed
        done, took = run_agent(root, "nobody.test", port)
        passed = check(done.returncode != 0 and b"nobody.test" in done.stderr + done.stdout and took < 10,
                       f"an unknown name fails in time and is named ({took:.2f} s)") and passed
        done, took = run_agent(root, "silent.dns.test", port)
        passed = check(done.returncode != 0 and b"silent.dns.test" in done.stderr + done.stdout and took < 12,
                       f"a name for which DNS stays silent fails in time and is named ({took:.2f} s)") and passed

        def names_asked(name):
            requests.clear()
            asked.clear()
            run_agent(root, name, port)
            names = [question[0] for question in asked]
            return list(dict.fromkeys(names)), [request[2] for request in requests]

        # (resolv.conf's options, name, DNS is asked for, address that is reached)
        full, in_search = "jobs.team", "jobs.team.search.test"
        orders = [
            ("", "jobs.dns.test.", ["jobs.dns.test"], ["127.0.0.3"], "a full name is asked for as it is"),
            ("", full + ".", [full], [], "and searched for nowhere else"),
            ("", full, [full, in_search], ["127.0.0.7"], "a name with a dot is searched for when it is none itself"),
            ("options ndots:2\n", full, [in_search], ["127.0.0.7"], "with more ndots it is searched for first"),
            ("search svc.test search.test\n", full, [full, full + ".svc.test"], ["127.0.0.8"], "in the order of the list"),
        ]
        for options, name, wanted, reached, what in orders:
            write_resolv_conf(root, "nameserver 127.0.0.1\nsearch search.test\n" + options)
            got = names_asked(name)
            good = check(got == (wanted, reached), what)
            if not good:
                print(f"       expected {(wanted, reached)}\n       got      {got}")
            passed = passed and good

        write_resolv_conf(root, "nameserver 127.0.0.9\nnameserver 127.0.0.1\n")
        requests.clear()
        done, took = run_agent(root, "jobs.dns.test", port)
        passed = check(len(requests) == 1 and requests[0][2] == "127.0.0.3" and took < 5,
                       f"a silent first server costs a moment ({took:.2f} s)") and passed

        os.remove(os.path.join(root, "etc/hosts"))
        os.remove(os.path.join(root, "etc/resolv.conf"))
        for name, address, what in cases[4:]:
            requests.clear()
            done, took = run_agent(root, name, port)
            passed = check(len(requests) == 1 and requests[0][2] == address, f"{what}, and no files at all ({took:.2f} s)") and passed
    silent_server.close()
    return 0 if passed else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main())
