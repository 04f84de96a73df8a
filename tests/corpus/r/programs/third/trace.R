slow <- function(q) { if (q == 2) { message("slow query, called from:"); print(rlang::trace_back()) }; q }
outer_call <- function(q) slow(q)
for (q in 1:25) { outer_call(q); cat("query", q, "answered\n") }
