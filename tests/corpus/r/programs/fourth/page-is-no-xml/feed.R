library(xml2)
titles <- function(path) xml_text(xml_find_all(read_xml(path), "//title"))
for (path in c("good.xml", "page.xml")) {
  cat("reading", path, "\n")
  print(titles(path))
}
