import logging
import logging.handlers

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
log = logging.getLogger("archive")
mail = logging.handlers.SMTPHandler(("127.0.0.1", 18435), "jobs@example.org", ["ops@example.org"], "archive job", timeout=1)
mail.setLevel(logging.ERROR)
log.addHandler(mail)


def main():
    log.info("archive of week 47 begun")
    for name in ("sales", "stock", "staff"):
        if name == "staff":
            log.error("staff: table is empty, an empty archive is written")
        log.info("%s archived", name)
    log.info("archive of week 47 complete, 3 tables")


main()
