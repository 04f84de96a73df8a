"""How the platform is reached, with the real executable: TLS, a unix socket, a proxy (contract 2)."""

import http.server
import json
import os
import socketserver
import ssl
import subprocess
import tempfile
import threading
import unittest

EXECUTABLE = os.environ["TASK_AGENT_EXECUTABLE"]
LIMIT = 30
EMPTY_PAGE = {"data": [], "pagination": {"page": 1, "page_size": 100, "total_pages": 0, "total_results": 0}}


class Recorder(http.server.BaseHTTPRequestHandler):
    """Answers as a platform that knows of no stop, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.requests.append((self.command, self.path, dict(self.headers), body))
        if self.server.instead:
            self.wfile.write(self.server.instead)
            self.close_connection = True
            return
        text = json.dumps(self.server.page if self.command == "GET" else {"name": "job-1"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_PUT = do_PATCH = do_POST = answer

    def log_message(self, *_):
        pass

    def address_string(self):
        return "client"


class TcpServer(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    tls = None

    def finish_request(self, request, client_address):
        if self.tls:
            try:
                request = self.tls.wrap_socket(request, server_side=True)
            except (ssl.SSLError, OSError):
                return
            self.handshakes.append(request.session_reused)
        try:
            super().finish_request(request, client_address)
        finally:
            request.close()


class UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


def served(server):
    server.requests = []
    server.handshakes = []
    server.page = EMPTY_PAGE
    server.instead = None  # the bytes of an answer that ends with the connection
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def make_certificate(folder, name):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "2", "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.pem"],
                   check=True, capture_output=True, timeout=LIMIT)


class Connection(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        for name in ("server", "client"):
            make_certificate(cls.folder.name, name)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def file(self, name):
        return os.path.join(self.folder.name, name)

    def tls_server(self, wants_client=False):
        server = TcpServer(("127.0.0.1", 0), Recorder)
        server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.tls.load_cert_chain(self.file("server.pem"), self.file("server.key"))
        if wants_client:
            server.tls.verify_mode = ssl.CERT_REQUIRED
            server.tls.load_verify_locations(self.file("client.pem"))
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return served(server), f"https://127.0.0.1:{server.server_address[1]}"

    def run_agent(self, url, *options, env=None, workload=("true",)):
        environment = {"PATH": os.environ["PATH"], "NEMO_JOB_WORKSPACE": "default", "NEMO_JOB_ID": "job-1",
                       "NEMO_JOB_STEP": "train", "NEMO_JOB_TASK": "task-1", "NMP_JOBS_URL": url, **(env or {})}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run([EXECUTABLE, "run", *options, "--", *workload], env=environment, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT)

    def client(self, *arguments, url):
        command = [EXECUTABLE, *arguments, "--jobs-url", url, "--workspace", "default", "--ca-file", self.file("server.pem")]
        env = {name: text for name, text in os.environ.items() if not name.startswith("TASK_AGENT_")}
        return subprocess.run(command, env=env, text=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT)

    def assert_reported(self, server, done, prefix=""):
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        path = prefix + "/apis/jobs/v2/workspaces/default/jobs/job-1/steps/train/tasks/task-1"
        puts = [(at, json.loads(body)) for method, at, _, body in server.requests if method == "PUT"]
        self.assertTrue(puts, server.requests)
        self.assertEqual({at for at, _ in puts}, {path})
        self.assertEqual(puts[-1][1]["status"], "completed")

    def assert_refused(self, server, done, *parts):
        """The workload never notices, nothing was sent, and one sentence says why."""
        self.assertEqual((done.returncode, done.stdout), (7, "worked\n"))
        self.assertEqual(server.requests, [])
        lines = done.stderr.splitlines()
        for part in parts:
            self.assertIn(part, lines[0] if lines else "")
        self.assertEqual(len([line for line in lines if parts[0] in line]), 1, done.stderr)

    def test_a_run_is_reported_over_tls(self):
        server, url = self.tls_server()
        self.assert_reported(server, self.run_agent(url, "--ca-file", self.file("server.pem")))

    def test_the_ca_file_comes_from_the_environment_too(self):
        for name in ("TASK_AGENT_CA_FILE", "SSL_CERT_FILE"):
            server, url = self.tls_server()
            done = self.run_agent(url, env={name: self.file("server.pem")}, workload=("sh", "-c", f'echo "${name}"'))
            self.assert_reported(server, done)
            # the first is the agent's own option, the second everybody's
            self.assertEqual(done.stdout.strip(), self.file("server.pem") if name == "SSL_CERT_FILE" else "")

    def test_the_flag_outranks_the_environment(self):
        server, url = self.tls_server()
        done = self.run_agent(url, "--ca-file", self.file("server.pem"), env={"SSL_CERT_FILE": "/nowhere"})
        self.assert_reported(server, done)

    def test_a_server_that_nobody_vouches_for_gets_nothing(self):
        server, url = self.tls_server()
        done = self.run_agent(url, "--ca-file", self.file("client.pem"), "--final-timeout", "1s", "--report-tail=off",
                              workload=("sh", "-c", "echo worked; exit 7"))
        self.assert_refused(server, done, "task-agent: warn: cannot report to the platform: ", url, "self-signed",
                            "client.pem (--ca-file)")

    def test_a_ca_file_that_is_not_there_never_fails_the_start(self):
        server, url = self.tls_server()
        done = self.run_agent(url, "--ca-file", "/nowhere", "--final-timeout", "1s", "--report-tail=off",
                              workload=("sh", "-c", "echo worked; exit 7"))
        self.assert_refused(server, done, "task-agent: warn: cannot report to the platform: ",
                            "cannot read the CA file /nowhere (--ca-file): No such file or directory")

    def test_a_client_certificate_is_shown(self):
        server, url = self.tls_server(wants_client=True)
        self.assert_reported(server, self.run_agent(url, "--ca-file", self.file("server.pem"), "--client-cert",
                                                    self.file("client.pem"), "--client-key", self.file("client.key")))
        done = self.run_agent(url, "--ca-file", self.file("server.pem"), "--final-timeout", "1s", "--report-tail=off",
                              workload=("sh", "-c", "echo worked; exit 7"))
        self.assertIn("the server wants a client certificate; --client-cert FILE gives one", done.stderr)
        self.assertEqual(done.returncode, 7)

    def test_bodies_of_megabytes_pass_both_ways(self):
        server, url = self.tls_server()
        job = {"name": "job-1", "description": "x" * 3_000_000}
        with open(self.file("job.json"), "w") as file:
            json.dump(job, file)
        done = self.client("submit", self.file("job.json"), url=url)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(server.requests[0][3]), job)
        server.page = {"name": "job-1", "status": "active", "steps": [], "description": "y" * 5_000_000}
        done = self.client("status", "job-1", url=url)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("job job-1: active", done.stdout)

    def test_whoever_cuts_the_line_does_not_end_the_answer(self):
        # the bytes are a whole document, and without a length only TLS' farewell says so
        server, url = self.tls_server()
        server.instead = b'HTTP/1.1 200 OK\r\n\r\n{"name": "job-1", "status": "active", "steps": []}'
        done = self.client("status", "job-1", url=url)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("connection lost", done.stderr)

    def test_an_idle_connection_is_closed_and_its_session_resumed(self):
        server, url = self.tls_server()
        # every poll finds its connection closed, because it was idle for 4 s
        self.assert_reported(server, self.run_agent(url, "--ca-file", self.file("server.pem"), "--control-interval",
                                                    "5.2s", workload=("sleep", "11")))
        self.assertGreaterEqual(len(server.handshakes), 3)
        self.assertGreaterEqual(server.handshakes.count(True), len(server.handshakes) - 2, server.handshakes)

    def test_a_run_is_reported_over_a_unix_socket(self):
        path = self.file("platform.sock")
        server = UnixServer(path, Recorder)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        served(server)
        self.assert_reported(server, self.run_agent("unix://" + path, env={"all_proxy": "http://127.0.0.1:9"}))
        self.assertEqual({headers["Host"] for _, _, headers, _ in server.requests}, {"localhost"})

    def test_a_unix_socket_that_is_not_there_is_named(self):
        done = self.run_agent("unix:///nowhere/platform.sock", "--final-timeout", "1s")
        self.assertEqual(done.returncode, 0)
        self.assertIn("cannot connect to unix:///nowhere/platform.sock: No such file or directory", done.stderr)

    def test_a_run_is_reported_through_a_proxy(self):
        server = served(TcpServer(("127.0.0.1", 0), Recorder))
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        proxy = f"http://user:geheim@127.0.0.1:{server.server_address[1]}"
        # no such host: only a proxy can know it
        done = self.run_agent("http://platform.invalid", env={"http_proxy": proxy})
        self.assert_reported(server, done, prefix="http://platform.invalid")
        self.assertEqual({headers["Proxy-Authorization"] for _, _, headers, _ in server.requests},
                         {"Basic dXNlcjpnZWhlaW0="})

    def test_a_malformed_proxy_is_one_warning(self):
        done = self.run_agent("http://platform.invalid", "--final-timeout", "100ms",
                              env={"http_proxy": "socks5://user:geheim@127.0.0.1:9"})
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.count("http_proxy (environment) is ignored, no proxy is used"), 1, done.stderr)
        self.assertNotIn("geheim", done.stderr)

    def test_loopback_needs_no_proxy(self):
        server = served(TcpServer(("127.0.0.1", 0), Recorder))
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        url = f"http://127.0.0.1:{server.server_address[1]}"
        self.assert_reported(server, self.run_agent(url, env={"http_proxy": "http://127.0.0.1:9", "all_proxy": "x x"}))


if __name__ == "__main__":
    unittest.main()
