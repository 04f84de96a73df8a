"""Ranks of a job meet at a port of rank 0, which comes up later than the others."""
import logging
import socket
import sys
import time

rank = int(sys.argv[1])
logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")
PORT = 18451


def join(attempts=12):
    for attempt in range(1, attempts + 1):
        try:
            return socket.create_connection(("127.0.0.1", PORT), timeout=5)
        except ConnectionRefusedError:
            logging.warning("rendezvous at 127.0.0.1:%d failed (%d/%d)", PORT, attempt, attempts, exc_info=attempt == 1)
            time.sleep(0.3)
    raise SystemExit("no rendezvous")


if rank == 0:
    time.sleep(1)
    server = socket.create_server(("127.0.0.1", PORT))
    logging.info("waiting for 1 rank")
    link, _ = server.accept()
else:
    link = join()
for step in range(1, 6):
    link.sendall(b"x")
    link.recv(1)
    logging.info("step %d/5 loss=%.3f grad_errors=0 skipped=0", step, 2.0 / step)
if rank:
    link.close()
else:
    try:
        link.settimeout(2)
        while link.recv(1):
            pass
    except ConnectionResetError:
        logging.warning("rank 1 has left already")
logging.info("rank %d finished", rank)
