abort <- function(msg, cls) stop(structure(class = c(cls, "rlang_error", "error", "condition"), list(message = msg, call = sys.call(-1))))
filter_rows <- function(d, col) if (!col %in% names(d)) abort(paste0("Can't subset columns that don't exist.\nx Column `", col, "` doesn't exist."), "vctrs_error_subscript_oob") else d[d[[col]] > 0, ]
cat("filtering\n")
filter_rows(cars, "weight")
