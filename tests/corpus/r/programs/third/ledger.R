library(futile.logger)
invisible(flog.layout(layout.format("~l [2026-11-22 03:10:00] ledger: ~m")))

open_ledger <- function(path) {
  if (!file.exists(path)) {
    flog.warn("no ledger at %s, looking for the copy", path)
    return(open_ledger(sub("live", "copy", path)))
  }
  readLines(path)
}

main <- function() {
  dir.create("copy"); writeLines(c("2026-11-20;31.5", "2026-11-21;x", "2026-11-22;40.0"), "copy/ledger.csv")
  rows <- strsplit(open_ledger("live/ledger.csv"), ";")
  values <- suppressWarnings(as.numeric(sapply(rows, `[`, 2)))
  flog.info("%d rows are read", length(values))
  if (anyNA(values)) {
    flog.fatal("row %d of the ledger has no value ('%s'), nothing is booked", which(is.na(values)), rows[[which(is.na(values))]][2])
    flog.info("lock is released")
    quit(save = "no", status = 3)
  }
  flog.info("sum is %.2f", sum(values))
}
main()
