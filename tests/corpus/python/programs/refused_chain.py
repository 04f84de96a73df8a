import http.client
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)-8s %(message)s", level=logging.INFO)


def fetch(part):
    connection = http.client.HTTPConnection("127.0.0.1", 9, timeout=2)
    connection.request("GET", "/part/%d" % part)
    return connection.getresponse().read()


def main():
    try:
        for part in range(3):
            fetch(part)
    except OSError:
        logging.critical("fetch failed, giving up", exc_info=True)
        for i in range(32):
            logging.info("removing temporary file %d", i)
        return 75
    return 0


sys.exit(main())
