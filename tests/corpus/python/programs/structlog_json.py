import sys

import structlog

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"),
                                structlog.processors.format_exc_info, structlog.processors.JSONRenderer()])
log = structlog.get_logger()


class QuotaExceeded(Exception):
    pass


def upload(tenant, size):
    if size > 100:
        raise QuotaExceeded("tenant %s: %d of 100 MiB" % (tenant, size))  # RAISES


def main():
    log.info("ready", workers=4)
    try:
        upload("t-7", 512)
    except QuotaExceeded:
        log.exception("upload refused", tenant="t-7")
        sys.exit(2)


main()
