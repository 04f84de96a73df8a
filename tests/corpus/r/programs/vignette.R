cat("TROUBLESHOOTING\n\n    > library(nlmeX)\n    Error in library(nlmeX) : there is no package called 'nlmeX'\n    Execution halted\n\nmeans that the package is not installed.\n\n")
for (i in 1:16) cat("chapter", i, "knitted\n")
