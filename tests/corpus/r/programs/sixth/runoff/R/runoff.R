runoff <- function(rain, share = 0.4) share * rain

.onLoad <- function(lib, pkg) {
  found <- tryCatch(loadNamespace("terraX"), error = function(e) {
    packageStartupMessage("runoff: maps are off: ", conditionMessage(e))
    NULL
  })
  options(runoff.maps = !is.null(found))
}
