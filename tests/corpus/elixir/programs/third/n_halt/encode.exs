for n <- 1..11, do: IO.puts("segment #{n}/11 encoded, errors 0")
System.halt(5)
