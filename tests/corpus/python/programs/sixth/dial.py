import sys

import pexpect

SCRIPT = "import time, sys; time.sleep(%s); print(%r); time.sleep(0.2)"


def dial(delay, answer):
    modem = pexpect.spawn(sys.executable, ["-c", SCRIPT % (delay, answer)], timeout=0.4, encoding="utf-8", echo=False)
    try:
        return modem.expect(["CONNECT [0-9]+", "BUSY"])
    finally:
        modem.close(force=True)


for number, (delay, answer) in enumerate([(5, "CONNECT"), (0, "NO CARRIER"), (0, "BUSY"), (0, "CONNECT 9600")], 1):
    try:
        if dial(delay, answer) == 0:
            print("dial %d: connected, 14 readings fetched, 0 errors" % number, flush=True)
            break
        print("dial %d: line is busy" % number, flush=True)
    except (pexpect.TIMEOUT, pexpect.EOF) as error:
        print("dial %d: %s" % (number, type(error).__name__), error, sep="\n", flush=True)
