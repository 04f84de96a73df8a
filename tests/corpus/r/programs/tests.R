passed <- 0
expect_error <- function(name, expr, pattern) {
  msg <- tryCatch({ expr; "" }, error = function(e) paste0("Error in ", deparse(conditionCall(e))[1], " : ", conditionMessage(e)))
  if (grepl(pattern, msg)) { passed <<- passed + 1; cat("ok  ", name, "->", msg, "\n") } else cat("FAIL", name, "\n")
}
expect_error("log of text", log("a"), "non-numeric")
expect_error("stop", stop("boom"), "boom")
expect_error("missing", no_such_object, "not found")
cat(passed, "passed, 0 failed\n")
