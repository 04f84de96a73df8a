import logging


class Colored(logging.Formatter):
    COLORS = {"INFO": 32, "WARNING": 33, "ERROR": 31}

    def format(self, record):
        return "\x1b[%dm%s\x1b[0m" % (self.COLORS[record.levelname], super().format(record))


handler = logging.StreamHandler()
handler.setFormatter(Colored("%(levelname)s %(message)s"))
log = logging.getLogger()
log.addHandler(handler)
log.setLevel(logging.INFO)
for i in range(26):
    if i == 2:
        try:
            [].pop()
        except IndexError:
            log.warning("stack was empty, filled again", exc_info=True)
    log.info("item %d, 0 errors", i)
