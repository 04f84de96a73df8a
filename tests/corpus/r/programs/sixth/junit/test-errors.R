error_rate <- function(failed, total) {
  if (total == 0) stop("no requests: error rate is undefined", call. = FALSE)
  failed / total
}

test_that("error rate of a failed night", expect_equal(error_rate(3, 3), 1))
test_that("error without requests", {
  expect_error(error_rate(0, 0), "undefined")
})
test_that("warning when the disk fails", expect_warning(as.numeric("fatal"), "NAs introduced"))
test_that("traceback of a crash", {
  skip("Error in crash(): needs a core file")
})
test_that("abort leaves the state alone", {
  state <- 1
  try(stop("abort of the second step"))
  expect_equal(state, 1)
})
