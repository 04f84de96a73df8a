read_settings <- function(path) jsonlite::fromJSON(path, simplifyVector = FALSE)
main <- function() {
  settings <- read_settings("settings.json")
  cat("epochs:", settings$train$epochs, "\n")
}
cat("starting with settings.json\n")
main()
