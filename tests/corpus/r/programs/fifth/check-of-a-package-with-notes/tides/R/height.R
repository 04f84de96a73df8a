height <- function(hour, range = 2) {
  if (any(hour < 0)) stop("hours are counted from 0, not ", min(hour))
  range * cos(hour / 12 * 2 * pi)
}
worst <- function(x) { y <- undefinedHelper(x); T }
