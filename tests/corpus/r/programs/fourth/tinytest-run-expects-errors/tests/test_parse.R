parse_age <- function(x) {
  if (is.na(suppressWarnings(as.integer(x)))) stop("not an age: ", x)
  as.integer(x)
}
expect_equal(parse_age("41"), 41L)
expect_error(parse_age("old"), "not an age")
expect_error(log(-1:"a"))
message("Error in parse_age(\"old\") : not an age: old   # as seen in the field")
expect_warning(as.integer("x"))
expect_message(message("ERROR: shown, not raised"))
