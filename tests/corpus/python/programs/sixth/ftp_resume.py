import ftplib
import io
import logging
import threading
import traceback

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

logging.basicConfig(level=logging.INFO, format="[%(levelname).1s %(asctime)s] %(message)s", datefmt="%H:%M:%S")


class Handler(FTPHandler):
    authorizer = DummyAuthorizer()
    auth_failed_timeout = 0.2

    def ftp_MKD(self, path):
        self.respond("550 File exists.", logging.warning)


Handler.authorizer.add_user("partner", "p", "/app", perm="elradfmw")
server = FTPServer(("127.0.0.1", 18447), Handler)
server.max_cons_per_ip = 1
threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.1}, daemon=True).start()
first = ftplib.FTP()
first.connect("127.0.0.1", 18447)
for attempt in (1, 2, 3):
    try:
        ftp = ftplib.FTP()
        ftp.connect("127.0.0.1", 18447, timeout=2)
        ftp.login("partner", "wrong" if attempt == 2 else "p")
        break
    except ftplib.all_errors:
        print("delivery: attempt %d failed" % attempt, flush=True)
        traceback.print_exc()
        first.close() if attempt == 1 else ftp.close()
for call in (lambda: ftp.mkd("in"), lambda: ftp.delete("orders.csv.part"), lambda: ftp.size("orders.csv")):
    try:
        call()
    except ftplib.error_perm as error:
        print("delivery: %s (expected for a first delivery)" % error, flush=True)
print("delivery:", ftp.storbinary("STOR orders.csv", io.BytesIO(b"1;2;3\n" * 900)), flush=True)
ftp.quit()
server.close_all()
