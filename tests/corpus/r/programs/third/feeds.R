library(logger)
log_layout(layout_glue_generator("{level} [2026-11-22 03:12:07] {msg}"))
fetch <- local({ calls <- 0; function(feed) {
  calls <<- calls + 1
  if (calls %in% c(3, 4)) stop("Timeout was reached: [mirror-1] Operation timed out after 30001 milliseconds")
  calls
} })
for (feed in 1:26) {
  repeat {
    got <- tryCatch(fetch(feed), error = function(e) { log_error("feed {feed}: {conditionMessage(e)}"); log_warn("feed {feed}: asking again"); NULL })
    if (!is.null(got)) break
  }
  log_info("feed {feed} is stored")
}
log_success("all feeds are stored, 0 failed")
