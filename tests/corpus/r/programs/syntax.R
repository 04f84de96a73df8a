area <- function(w, h) {
  w * h
}

print(area(2, 3)
print("done")
