run=function( error ){
  if(error == TRUE) stop('fatal: exception') else
  library(stats); sapply(1:length(error), function(i) error [i])
}
x <- function(
