library(jsonlite.missing)
print(toJSON(list(a = 1)))
