suppressPackageStartupMessages(library(RUnit))
dir.create("unit")
writeLines(c("parse_day <- function(x) { d <- as.Date(x, '%Y-%m-%d'); if (is.na(d)) stop('no day: ', x); d }",
             "test.good <- function() checkEquals(format(parse_day('2026-11-02')), '2026-11-02')",
             "test.bad <- function() { checkException(parse_day('2026-13-02')); checkException(log('a')) }",
             "test.old <- function() DEACTIVATED('the parser of 2019 failed with Error in strptime')"), "unit/runit.day.R")
result <- runTestSuite(defineTestSuite("days", "unit"), verbose = 1L)
printTextProtocol(result, showDetails = TRUE)
quit(status = if (getErrors(result)$nErr + getErrors(result)$nFail) 1 else 0)
