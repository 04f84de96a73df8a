import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s,%(msecs)03d %(levelname)-8s [%(name)s] %(message)s",
                    datefmt="%Y-%m-%d %H:%M:%S")
log = logging.getLogger("billing.main")


def charge(customer, cents):
    if cents < 0:
        raise ValueError("cannot charge %s a negative amount: %d" % (customer, cents))  # RAISES
    return cents


def run():
    for customer, cents in (("c-100", 1250), ("c-101", -5)):
        charge(customer, cents)
        log.info("charged %s", customer)


def main():
    try:
        run()
    except Exception:
        log.exception("billing run failed")
        log.info("closing connections")
        log.info("bye")
        sys.exit(1)


main()
