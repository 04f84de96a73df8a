pack <- function(dir) {
  out <- suppressWarnings(system2("tar", c("-cf", "/dev/null", dir), stdout = TRUE, stderr = TRUE))
  code <- attr(out, "status")
  if (!is.null(code)) stop("tar ended with ", code, ": ", out[length(out)])
}
cat("packing\n")
pack("/app/no-such-folder")
