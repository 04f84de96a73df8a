import logging

import daiquiri
import sh

daiquiri.setup(level=logging.INFO)
log = daiquiri.getLogger("archive", day="2026-11-26")
sh.mkdir("-p", "books")
sh.touch("books/a.csv")
for folder in ("books", "letters"):
    log.info("packing", folder=folder)
    sh.tar("-czf", folder + ".tar.gz", folder)
    log.info("packed", folder=folder)
