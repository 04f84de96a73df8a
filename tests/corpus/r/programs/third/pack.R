pack <- function(folder) {
  cat("packing", folder, "\n")
  processx::run("tar", c("-cf", "out.tar", "-C", folder, "."))
  cat("packed", folder, "\n")
}
dir.create("monday"); writeLines("x", "monday/a.txt")
pack("monday")
pack("tuesday")
