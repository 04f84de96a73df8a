source("tax.R")
library(testthat)

test_that("labels have two digits", {
  expect_equal(label(3), "3.00 EUR")
})

test_that("nineteen percent is taken off", {
  message("checking 11900")
  expect_equal(net(11900, 19), 10000)
})

test_that("texts are refused", {
  expect_error(net("x", 7), "non-numeric")
})
