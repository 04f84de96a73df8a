cat("Example of a failing script:\n\n  Error in f(2) : object 'rate' not found\n  Calls: sapply -> lapply -> FUN\n  Execution halted\n\nUse traceback() to see more.\n")
print(structure(list(error = NULL, warnings = 0L), class = "fit"))
str(list(error = "none", fatal = FALSE))
